// How what a translation has follows from what its source has: names, folders, slugs, addresses, learnt from examples.
import { markTags, writeTag, type WrittenTag } from './localeTag.js';

/** What another issue's source has, and what its translation has in its place. */
export interface Example {
  readonly source: string;
  readonly target: string;
  /** Of the translation. */
  readonly locale: string;
  readonly number: number | undefined;
}

/** What the new translation's text is to be made of. */
export interface Wanted {
  readonly source: string;
  readonly locale: string;
  readonly number: number | undefined;
  /** `2026-03-08`: the day on which the translation is started. */
  readonly today: string;
  /** Whether words that stand in the examples alone may be taken over: those of another language may not. */
  readonly words: 'own' | 'none';
}

/** What differs from issue to issue is replaced by one character each. */
const [date, number, tag] = ['\u0001', '\u0002', '\u0003'];
const datePattern = /(?<!\d)((?:19|20)\d{2})([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)/;

interface Marked {
  readonly text: string;
  readonly date: string | undefined;
  /** As it is written, with zeros in front. */
  readonly number: string | undefined;
  readonly tag: WrittenTag | undefined;
}

function mark(text: string, issue: number | undefined, locale?: string): Marked {
  const written = datePattern.exec(text)?.[0];
  const dated = written === undefined ? text : text.replace(written, date);
  const digits =
    issue === undefined ? undefined : new RegExp(`(?<![\\p{L}\\d])0*${issue}(?![\\p{L}\\d])`, 'u').exec(dated)?.[0];
  const numbered =
    digits === undefined ? dated : dated.replace(new RegExp(`(?<![\\p{L}\\d])${digits}(?![\\p{L}\\d])`, 'u'), number);
  return {
    ...(locale === undefined ? { text: numbered, tag: undefined } : markTags(numbered, locale, tag)),
    date: written,
    number: digits,
  };
}

/** One example's way from source to target, in marks. */
interface Way {
  readonly apply: (source: string) => string | undefined;
  /** Whether nothing in it can be words of that one issue. */
  readonly isGeneral: boolean;
  readonly from: MarkedExample;
}

interface MarkedExample {
  readonly source: Marked;
  readonly target: Marked;
}

/** Of more examples than this the newest tell enough. */
const mostExamples = 40;

/**
 * What a new translation has where its source has `wanted.source`.
 *
 * @param examples newest first
 * @returns undefined if they show no way, or none that could be taken here
 */
export function learnPattern(examples: readonly Example[], wanted: Wanted): string | undefined {
  const marked = markedExamples(examples);
  const own = mark(wanted.source, wanted.number);
  const score = (way: Way): number =>
    marked.filter(({ source, target }) => way.apply(source.text) === target.text).length;
  const candidates = marked
    .flatMap((one) => waysOf(one))
    .flatMap((way) => {
      const made = way.apply(own.text);
      if (made === undefined || (made.includes(number) && wanted.number === undefined)) return [];
      if (wanted.words === 'none' && !(way.isGeneral && hasOnlyWordsOf(made, own.text))) return [];
      const confirmed = score(way);
      return way.isGeneral || confirmed > 1 ? [{ way, made, confirmed }] : [];
    });
  const best = candidates.reduce((most, one) => (most && most.confirmed >= one.confirmed ? most : one), candidates[0]);
  return best && written(best.made, own, best.way.from, keepsDate(marked), wanted);
}

/** The tag of the newest example put where that has it, for sources from whose names nothing else follows. */
export function insertTag(examples: readonly Example[], wanted: Wanted): string | undefined {
  const marked = markedExamples(examples);
  const from = marked.find(({ target }) => target.text.includes(tag));
  if (!from) return undefined;
  const own = mark(wanted.source, wanted.number);
  const text = from.target.text;
  const at = text.indexOf(tag);
  const before = /(?<![^\p{L}\p{N}\u0001-\u0003])[^\p{L}\p{N}\u0001-\u0003]*$/u.exec(text.slice(0, at))![0];
  const behind = /^[^\p{L}\p{N}\u0001-\u0003]*/u.exec(text.slice(at + 1))![0];
  const head = text.slice(0, at - before.length);
  const isInside = head !== '' && at + 1 + behind.length < text.length && own.text.startsWith(head);
  const rest = isInside ? own.text.slice(head.length) : '';
  const closing = /^[\])】］]*/u.exec(behind)![0];
  const joint = isInside && !/^[^\p{L}\p{N}]/u.test(rest) ? behind : behind.replace(/(?<![-_ ])[-_ ]+$/, '');
  const made = isInside ? head + before + tag + joint + rest : own.text + (before || '-') + tag + closing;
  return written(made, own, from, keepsDate(marked), wanted);
}

function markedExamples(examples: readonly Example[]): MarkedExample[] {
  return examples.slice(0, mostExamples).map(({ source, target, locale, number: issue }) => ({
    source: mark(source, issue),
    target: mark(target, issue, locale),
  }));
}

/** From the most telling to the least: what was put behind, in, or before the source's text; then the target as a whole. */
function waysOf(from: MarkedExample): Way[] {
  const [source, target] = [from.source.text, from.target.text];
  let start = 0;
  while (start < Math.min(source.length, target.length) && source[start] === target[start]) start++;
  let end = 0;
  while (
    end < Math.min(source.length, target.length) - start &&
    source[source.length - 1 - end] === target[target.length - 1 - end]
  )
    end++;
  const [was, is] = [source.slice(start, source.length - end), target.slice(start, target.length - end)];
  const [head, tail] = [source.slice(0, start), end === 0 ? '' : source.slice(-end)];
  const isGeneral = !/\p{L}/u.test(is);
  const behind: Way = {
    from,
    isGeneral,
    apply: (text) =>
      text.endsWith(was + tail) ? text.slice(0, text.length - was.length - tail.length) + is + tail : undefined,
  };
  const before: Way = {
    from,
    isGeneral,
    apply: (text) => (text.startsWith(head + was) ? head + is + text.slice(head.length + was.length) : undefined),
  };
  const afterNumber = target.slice(target.lastIndexOf(number) + 1);
  const whole: Way = { from, isGeneral: target.includes(number) && !/\p{L}/u.test(afterNumber), apply: () => target };
  return tail === '' ? [behind, before, whole] : [before, behind, whole];
}

function hasOnlyWordsOf(text: string, source: string): boolean {
  const known = new Set(source.toLowerCase().match(/\p{L}+/gu));
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).every((word) => known.has(word));
}

/** Whether translations have their source's date: most of them do, or as many as do not. */
function keepsDate(examples: readonly MarkedExample[]): boolean {
  const dated = examples.filter(({ source, target }) => source.date !== undefined && target.date !== undefined);
  return dated.filter(({ source, target }) => source.date === target.date).length * 2 >= dated.length;
}

function written(made: string, own: Marked, from: MarkedExample, keeps: boolean, wanted: Wanted): string {
  const digits =
    own.number ??
    String(wanted.number ?? '').padStart(from.target.number?.startsWith('0') ? from.target.number.length : 0, '0');
  const separator = datePattern.exec(from.target.date ?? own.date ?? '')?.[2] ?? '-';
  const day = keeps && own.date !== undefined ? own.date : wanted.today.replaceAll('-', separator);
  return made
    .replaceAll(date, day)
    .replaceAll(number, digits)
    .replaceAll(tag, writeTag(wanted.locale, from.target.tag));
}
