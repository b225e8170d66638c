// What a post's path says: locale tags, number, date, and the name that is left without them.
import { localeNamed } from '../language/languageNames.js';
import { toLocale } from '../language/locale.js';

/** A locale tag in a name, and whether it can be nothing else: `[FR]` can't, `-is` may be a word. */
export interface NamedLocale {
  readonly locale: string;
  readonly sure: boolean;
}

const bracketed = /[[(【［]\s*([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\s*[\])】］]/g;
const closing = /[._-]([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$/;
const whole = /^([a-z]{2}(?:[-_][A-Za-z]{2,4})?)$/;
/** A language's name at the end: `issue-12-french`, `Letter 12 (Español)`. */
const closingName = /[._\s(（-](\p{L}[\p{L}\p{M}]+)[)）]?$/u;
const dotted = /\.([A-Za-z]{2}(?:-[A-Za-z]{2})?)\./;

/** The locale tag in a title: `NLP Newsletter #5 [FR]: …`. In “Why you (no) longer need it” there is none. */
export function localeInTitle(title: string): string | undefined {
  for (const match of title.matchAll(bracketed)) {
    const locale = toLocale(match[1]!);
    const isWord =
      /^[(（]\s*[a-z]/.test(match[0]) &&
      title.slice(0, match.index).trim() !== '' &&
      /^\s*\p{L}/u.test(title.slice(match.index + match[0].length));
    if (locale && !isWord) return locale;
  }
  return undefined;
}

/** The locale tag in a file's name, or a language's name at its end: `…[ZH].md .md`, `…_11_tr.md`, `….AR._The_…`, `issue-11/tr.md`, `issue-11-french.md`. */
export function localeInFileName(path: string): NamedLocale | undefined {
  const stem = stemOf(path);
  const tagged = localeInTitle(stem);
  if (tagged) return { locale: tagged, sure: true };
  for (const pattern of [closing, dotted, whole]) {
    const locale = toLocale(pattern.exec(stem)?.[1] ?? '');
    if (locale) return { locale, sure: false };
  }
  const named = localeNamed(closingName.exec(stem)?.[1] ?? '');
  return named === undefined ? undefined : { locale: named, sure: false };
}

/** The nearest folder that is named as a locale, or as a language: `_posts/fr/newsletters/…`, `newsletter/日本語版/…`. */
export function localeInFolder(path: string): string | undefined {
  for (const folder of path.split('/').slice(0, -1).reverse()) {
    const locale = localeOfFolder(folder);
    if (locale) return locale;
  }
  return undefined;
}

/** The locale that a folder, given by its name alone, is named as. */
function localeOfFolder(name: string): string | undefined {
  return /^[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(name) ? toLocale(name) : localeNamed(name);
}

/** A file's folders without those that are named as locales: `content/fr/blog` and `content/en/blog` are both `content/blog`. */
export function folderApartFromLocale(path: string): string {
  return path
    .split('/')
    .slice(0, -1)
    .filter((folder) => localeOfFolder(folder) === undefined)
    .join('/');
}

/** A file's name without folders and Markdown suffixes, however many. */
export function stemOf(path: string): string {
  let stem = path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
  for (let before = ''; before !== stem;) {
    before = stem;
    stem = stem.replace(/(?<!\s)\s*\.(?:md|markdown|mdown|mkd|txt)\s*$/i, '');
  }
  return stem;
}

/**
 * The stem without locale tags and punctuation, in lower case: equal for files that are named alike in each language. A
 * post that has a folder of its own, `…/title/index.md` or `…/title/fr.md`, is named as that.
 */
export function bareName(path: string): string {
  let stem = namingPart(path).replace(bracketed, (all, tag: string) => (toLocale(tag) ? ' ' : all));
  const last = closing.exec(stem);
  if (last && toLocale(last[1]!)) stem = stem.slice(0, last.index);
  const named = closingName.exec(stem);
  if (named && localeNamed(named[1]!) !== undefined) stem = stem.slice(0, named.index);
  return stem
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a file is named as the index of its folder, or by its language alone: `…/title/index.md`, `…/title/fr.md`. */
export function hasOwnFolder(path: string): boolean {
  const stem = stemOf(path);
  return (
    /^(?:_?index|readme)(?:[._-][A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)?$/i.test(stem) ||
    toLocale(whole.exec(stem)?.[1] ?? '') !== undefined
  );
}

/** Whether a name says that a file is about the issues: a template of them, how to write them. */
export function isAboutIssues(path: string): boolean {
  return /(?:^| )(?:template|guidelines?|style ?guide)$|^(?:contributing|code of conduct|licen[cs]e)$/.test(
    bareName(path),
  );
}

/** The folder of a post that has one of its own: `…/title` of `…/title/fr.md`. */
export function ownFolder(path: string): string | undefined {
  return hasOwnFolder(path) ? path.slice(0, Math.max(0, path.lastIndexOf('/'))) : undefined;
}

/** What names a post: its file, or the folder that it is the index of. */
function namingPart(path: string): string {
  const stem = stemOf(path);
  if (!hasOwnFolder(path)) return stem;
  return (
    path
      .split('/')
      .slice(0, -1)
      .findLast((folder) => folder !== '' && localeOfFolder(folder) === undefined) ?? stem
  );
}

const datePattern = /(?:^|[^\d])((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/** The date in a text, as `2023-01-11`. */
export function dateIn(text: string): string | undefined {
  const match = datePattern.exec(text);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

/** Whether a folder, given by its name alone, is one of year, month or day: `2010`, `03`, `2010-03`. */
export function isDateFolder(name: string): boolean {
  return /^(?:(?:19|20)\d{2}(?:[-_.]?\d{2}){0,2}|[01]?\d|[0-3]\d)$/.test(name);
}

const numbered =
  /(?:#|№|\b(?:issue|no\.?|nr\.?|num(?:ber|éro|ero)?|édition|edición|edição|ausgabe|vol(?:ume)?\.?)\s*(?:#\s*)?|n[°ºo]\s*|(?<!\p{L})č(?:íslo|\.)?\s*|第\s*)(\d{1,4})(?!\d|\s*(?:季|[周週]年|年|天|次|位|名|[章节節]|四半期|回目))/iu;
/** A number that stands by itself: the 2 of `GPT-2` does not. */
const digits = /(?<![\p{L}\d.-])(\d{1,4})(?![\p{L}\d.-])/gu;

/** The issue's number in a title: `#5`, `Issue 12`, `第8期`. */
export function numberInTitle(title: string): number | undefined {
  const match = numbered.exec(title);
  return match ? Number(match[1]) : undefined;
}

const numberBehindWord =
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- names of files are short
  /(?:newsletter|news|issue|bulletin|digest|weekly|boletin|boletim)[^\p{L}\d]*(?:\[?[A-Za-z-]{2,5}\]?[^\p{L}\d]+)?(\d{1,4})(?!\d)/iu;

/** The issue's number in a file's name: the first number in it that is no part of a date. */
export function numberInFileName(path: string): number | undefined {
  const stem = stemOf(path).replace(datePattern, ' ');
  const explicit = numberInTitle(stem);
  if (explicit !== undefined) return explicit;
  const near = numberBehindWord.exec(stem);
  if (near) return Number(near[1]);
  const all = [...stem.matchAll(digits)];
  return all.length === 1 ? Number(all[0]![1]) : undefined;
}
