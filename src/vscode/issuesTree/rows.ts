// The rows of the view “Issues” as data, from what translates what.
import type { Uri } from 'vscode';
import type { PairedIssue, Pairing } from '../../core/pair/pairing.js';
import { localeState } from '../../core/view/locale.js';

/** An issue. */
export interface IssueRow {
  readonly kind: 'issue';
  readonly key: string;
  /** The source's file. */
  readonly uri: Uri;
  readonly number: number | undefined;
  readonly title: string;
  readonly date: string | undefined;
  readonly languages: readonly LanguageRow[];
}

/** A translation, or a language of the tree that the issue is not there in. */
export interface LanguageRow {
  readonly kind: 'translation' | 'missing';
  readonly key: string;
  /** The translation's file; where it is missing, the source's. */
  readonly uri: Uri;
  /** BCP 47; undefined if it could not be told. */
  readonly locale: string | undefined;
  /** In the language's own words. */
  readonly name: string;
}

export type Row = IssueRow | LanguageRow;

/**
 * The issues, newest first, each with its translations and then the languages that it lacks, by name.
 *
 * @param before the rows so far: those that say the same are kept
 */
export function issueRows(
  pairing: Pairing,
  before: readonly IssueRow[],
  uriOf: (path: string) => Uri | undefined,
): IssueRow[] {
  const locales = new Set(
    pairing.issues.flatMap(({ translations }) => translations.flatMap(({ post }) => post.locale ?? [])),
  );
  const known = new Map(before.map((row) => [row.key, row]));
  return [...pairing.issues].sort(newestFirst).flatMap((issue) => {
    const made = rowOf(issue, locales, uriOf);
    const old = made && known.get(made.key);
    return made ? [old && sayingOf(old) === sayingOf(made) ? old : made] : [];
  });
}

function rowOf(
  { source, translations }: PairedIssue,
  locales: ReadonlySet<string>,
  uriOf: (path: string) => Uri | undefined,
): IssueRow | undefined {
  const uri = uriOf(source.path);
  if (!uri) return undefined;
  const there = translations.flatMap(({ post: { path, locale } }): LanguageRow[] => {
    const own = uriOf(path);
    return own ? [{ kind: 'translation', key: `${source.path}\n${path}`, uri: own, locale, name: nameOf(locale) }] : [];
  });
  const lacking = [...locales].filter((locale) => !translations.some(({ post }) => post.locale === locale));
  const missing = lacking.map((locale): LanguageRow => ({
    kind: 'missing',
    key: `${source.path}\n${locale}`,
    uri,
    locale,
    name: nameOf(locale),
  }));
  const { number, title, date } = source;
  return {
    kind: 'issue',
    key: source.path,
    uri,
    number,
    title,
    date,
    languages: [...there.sort(byName), ...missing.sort(byName)],
  };
}

/** All that a row says, its languages included. */
function sayingOf({ uri, number, title, date, languages }: IssueRow): string {
  return JSON.stringify([
    uri.toString(),
    number,
    title,
    date,
    languages.map((row) => [row.kind, row.key, row.uri.toString(), row.locale]),
  ]);
}

/** The order of the newest issue first; without dates, of the highest number. */
export function newestFirst(a: PairedIssue, b: PairedIssue): number {
  const [from, to] = [a.source, b.source];
  return (
    (to.date ?? '').localeCompare(from.date ?? '') ||
    (to.number ?? 0) - (from.number ?? 0) ||
    from.path.localeCompare(to.path)
  );
}

const names = new Map<string | undefined, string>();

/** Intl takes its time, and a large tree has thousands of rows in a handful of languages. */
function nameOf(locale: string | undefined): string {
  const name = names.get(locale) ?? localeState(locale).name;
  names.set(locale, name);
  return name;
}

function byName(a: LanguageRow, b: LanguageRow): number {
  return a.name.localeCompare(b.name);
}
