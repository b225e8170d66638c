// What the committed states of a source and its translation say, read through an interface that knows no git.
import { parseIssue } from '../parse/issue.js';
import { keyOf } from './words.js';

/** A committed state of a file. */
export interface Version {
  /** What the host knows it by, e.g. a commit's hash. */
  readonly rev: string;
  /** The day of the commit, e.g. `2026-03-05`. */
  readonly date: string;
  /** Where the file was then, in the host's terms. */
  readonly path: string;
}

/** Where committed states come from. Both answer with nothing, and do not fail, where there is no history. */
export interface History {
  /** The states of the file that is at `path` today, newest first; renames are followed as far as the host can. */
  versions(path: string): Promise<readonly Version[]>;
  /** The text of a file at a revision; undefined if it was not there. */
  textAt(rev: string, path: string): Promise<string | undefined>;
}

/** A block of an earlier text. */
export interface PastBlock {
  readonly kind: string;
  /** As a reader saw it. */
  readonly text: string;
  /** As it was written, white space evened out. */
  readonly raw: string;
  /** See `keyOf`. */
  readonly key: string;
}

/** An earlier text. */
export interface PastText {
  readonly blocks: readonly PastBlock[];
  /** How often each key stands in it. */
  readonly keys: ReadonlyMap<string, number>;
  /** All keys in a row, with a space around each. */
  readonly running: string;
}

export interface PastVersion {
  readonly rev: string;
  readonly date: string;
  readonly text: PastText;
}

/** What is known of how a pair came about. No states of a translation: nothing has happened that could make a unit stale. */
export interface PairPast {
  /** States of the translation, newest first, with the source that lay beside it or, if it came later, its first state. */
  readonly target: readonly (PastVersion & { readonly source: PastText | undefined })[];
  /** States of the source, newest first. */
  readonly source: readonly PastVersion[];
}

/** Older states than these are not asked for; who translated longer ago than that has nothing said of it. */
const mostVersions = 60;

/** A pair in whose history nothing has happened that could make a unit stale. */
const nothing: PairPast = { target: [], source: [] };

/** How to read. */
export interface ReadOptions {
  /** The source as it is, if it does not change while the answer is used: then old texts are only parsed where it matters. */
  readonly sourceToday?: string;
  /** Awaited before each piece of work, so that a long history holds nobody up. */
  readonly pause?: () => Promise<void>;
}

/** Reads what there is to know of a pair. Undefined where the translation was never committed. */
export async function readPast(
  history: History,
  sourcePath: string,
  targetPath: string,
  { sourceToday, pause }: ReadOptions = {},
): Promise<PairPast | undefined> {
  const targetVersions = (await history.versions(targetPath)).slice(0, mostVersions);
  if (targetVersions.length === 0) return undefined;
  const sourceVersions = (await history.versions(sourcePath)).slice(0, mostVersions);
  const target = await withTexts(history, targetVersions);
  const source = await withTexts(history, sourceVersions);
  const names = [...new Set([sourcePath, ...sourceVersions.map(({ path }) => path)])];
  const beside: (string | undefined)[] = [];
  for (const { rev } of target) beside.push((await firstText(history, rev, names)) ?? source.at(-1)?.text);
  if (sourceToday !== undefined && beside.every((text) => text === undefined || sameLines(text, sourceToday)))
    return nothing;
  const known = new Map<string, PastText>();
  const read = async (text: string): Promise<PastText> => {
    const past = known.get(text) ?? (await pause?.(), pastText(text));
    known.set(text, past);
    return past;
  };
  const past = { target: [] as PairPast['target'][number][], source: [] as PastVersion[] };
  for (const [i, { rev, date, text }] of target.entries())
    past.target.push({
      rev,
      date,
      text: await read(text),
      source: beside[i] === undefined ? undefined : await read(beside[i]),
    });
  for (const { rev, date, text } of source) past.source.push({ rev, date, text: await read(text) });
  return past;
}

async function withTexts(history: History, versions: readonly Version[]): Promise<(Version & { text: string })[]> {
  const found: (Version & { text: string })[] = [];
  for (const version of versions) {
    const text = await history.textAt(version.rev, version.path);
    if (text !== undefined) found.push({ ...version, text });
  }
  return found;
}

async function firstText(history: History, rev: string, names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    const text = await history.textAt(rev, name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Whether two texts are the same but for how their lines end: git changes that on the way. */
function sameLines(a: string, b: string): boolean {
  return a === b || a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}

/** Reads an earlier text. */
export function pastText(text: string): PastText {
  const issue = parseIssue(text);
  const blocks = issue.blocks.map(({ kind, text: shown, span }) => ({
    kind,
    text: shown,
    raw: evened(issue.text.slice(span.start, span.end)),
    key: keyOf(shown),
  }));
  const keys = new Map<string, number>();
  for (const { key } of blocks) keys.set(key, (keys.get(key) ?? 0) + 1);
  return { blocks, keys, running: ` ${blocks.map(({ key }) => key).join(' ')} ` };
}

/** Without what white space tells. */
export function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
