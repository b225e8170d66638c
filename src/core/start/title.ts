// The title of a new translation: the newsletter's name and the language's tag as its other issues have them, the rest in the source's words.
import { localeInTitle } from '../pair/names.js';
import { markTags, writeTag } from './localeTag.js';
import type { Sibling } from './place.js';

/** What a title begins with: everything up to the issue's number and the tag in brackets behind it. */
interface Masthead {
  /** With the number and the tag replaced by one character each. */
  readonly marked: string;
  /** How many characters of the title it is. */
  readonly length: number;
}

const [number, tag] = ['\u0002', '\u0003'];
const bracketed = /(?<!\s)\s*[[(【［]\s*([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\s*[\])】］]/u;

/**
 * The title for a translation into `locale`.
 *
 * @param own the language's other issues, newest first
 * @param others those of other languages
 * @param source the source's title, of the issue `issue`
 */
export function adaptTitle(
  source: string,
  issue: number | undefined,
  locale: string,
  own: readonly Sibling[],
  others: readonly Sibling[],
): string {
  const masthead = mastheadOf(source, issue);
  const same =
    masthead &&
    own.find(
      (one) =>
        mastheadOf(one.source.title, one.source.number)?.marked === masthead.marked &&
        mastheadOf(one.target.title, one.target.number ?? one.source.number),
    );
  if (masthead && same) {
    const theirs = mastheadOf(same.target.title, same.target.number ?? same.source.number)!;
    return filled(theirs.marked, issue!, tagOf(same.target.title) ?? locale) + source.slice(masthead.length);
  }
  if (localeInTitle(source) !== undefined)
    return source.replace(bracketed, (all, written: string) => all.replace(written, tagFor(written, locale, own)));
  const siblings = own.length > 0 ? own : others;
  const tagged = siblings.filter(({ target }) => localeInTitle(target.title) !== undefined);
  if (tagged.length * 2 <= siblings.length || !tagged[0]) return source;
  const { target } = tagged[0];
  const written = writeTag(locale, markTags(target.title, target.locale!, tag).tag);
  const at = masthead?.length ?? /^[^:：]*/u.exec(source)![0].length;
  return `${source.slice(0, at)} [${written}]${source.slice(at)}`;
}

/** Undefined for a title without a number. */
function mastheadOf(title: string, issue: number | undefined): Masthead | undefined {
  const digits =
    issue === undefined ? null : new RegExp(`(?<![\\p{L}\\d.-])0*${issue}(?![\\p{L}\\d.-])`, 'u').exec(title);
  if (!digits) return undefined;
  const end = digits.index + digits[0].length;
  const behind = /^[）)]?\s*[[(【［]\s*[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?\s*[\])】］]/u.exec(title.slice(end));
  const length = end + (behind?.[0].length ?? 0);
  const tail = (behind?.[0] ?? '').replace(/[A-Za-z][A-Za-z_-]*/, tag);
  return { marked: title.slice(0, digits.index) + number + tail, length };
}

function filled(marked: string, issue: number, written: string): string {
  return marked.replace(number, String(issue)).replace(tag, written);
}

function tagOf(title: string): string | undefined {
  return bracketed.exec(title)?.[1];
}

/** As the language's other issues write it, else in capitals where the source's is. */
function tagFor(like: string, locale: string, own: readonly Sibling[]): string {
  const theirs = own.map(({ target }) => tagOf(target.title)).find(Boolean);
  return theirs ?? (like === like.toUpperCase() ? locale.toUpperCase() : locale);
}
