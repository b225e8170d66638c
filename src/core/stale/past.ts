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

/** What is known of how a pair came about. */
export interface PairPast {
  /** States of the translation, newest first, with the source that lay beside it; undefined if there was none. */
  readonly target: readonly (PastVersion & { readonly source: PastText | undefined })[];
  /** States of the source, newest first. */
  readonly source: readonly PastVersion[];
}

/** Older states than these are not asked for; who translated longer ago than that has nothing said of it. */
const mostVersions = 60;

/**
 * Reads what there is to know of a pair. Undefined where the translation was never committed.
 *
 * @param pause awaited before each piece of work, so that a long history holds nobody up
 */
export async function readPast(history: History, sourcePath: string, targetPath: string, pause: () => Promise<void> = () => Promise.resolve()): Promise<PairPast | undefined> {
  const targetVersions = (await history.versions(targetPath)).slice(0, mostVersions);
  if (targetVersions.length === 0) return undefined;
  const sourceVersions = (await history.versions(sourcePath)).slice(0, mostVersions);
  const known = new Map<string, PastText>();
  const read = async (rev: string, path: string): Promise<PastText | undefined> => {
    const text = await history.textAt(rev, path);
    if (text === undefined) return undefined;
    let past = known.get(text);
    if (!past) {
      await pause();
      known.set(text, (past = pastText(text)));
    }
    return past;
  };
  const names = [...new Set([sourcePath, ...sourceVersions.map(({ path }) => path)])];
  const sourceAt = async (rev: string): Promise<PastText | undefined> => {
    for (const name of names) {
      const text = await read(rev, name);
      if (text) return text;
    }
    return undefined;
  };
  const target: (PastVersion & { source: PastText | undefined })[] = [];
  for (const { rev, date, path } of targetVersions) {
    const text = await read(rev, path);
    if (text) target.push({ rev, date, text, source: await sourceAt(rev) });
  }
  const source: PastVersion[] = [];
  for (const { rev, date, path } of sourceVersions) {
    const text = await read(rev, path);
    if (text) source.push({ rev, date, text });
  }
  return { target, source };
}

/** Reads an earlier text. */
export function pastText(text: string): PastText {
  const issue = parseIssue(text);
  const blocks = issue.blocks.map(({ kind, text: shown, span }) => ({ kind, text: shown, raw: evened(issue.text.slice(span.start, span.end)), key: keyOf(shown) }));
  const keys = new Map<string, number>();
  for (const { key } of blocks) keys.set(key, (keys.get(key) ?? 0) + 1);
  return { blocks, keys, running: ` ${blocks.map(({ key }) => key).join(' ')} ` };
}

/** Without what white space tells. */
export function evened(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
