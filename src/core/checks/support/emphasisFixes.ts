// How broken emphasis is mended, so that what comes out is emphasis by CommonMark's rules.
import type { Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import type { DraftFix } from '../check.js';
import type { BrokenEmphasis } from './brokenEmphasis.js';
import {
  canClose,
  canOpen,
  characterAt,
  characterBefore,
  hasUnspaced,
  isPunctuation,
  isSpace,
  isWordCharacter,
  type Mark,
} from './emphasisMarks.js';

/** The fixes of what is broken, the preferred one first. */
export function emphasisFixes(issue: Issue, broken: BrokenEmphasis): DraftFix[] {
  if (!broken.close) return fixesOfOne(issue, broken);
  const fixes = broken.together.map(([first, last]) => fixOf(issue, broken, first, last));
  const possible = fixes.filter((fix) => fix !== undefined);
  if (possible.length < fixes.length) return [];
  return [{ ...possible[0]!, edits: possible.flatMap(({ edits }) => edits), safe: possible.every(({ safe }) => safe) }];
}

function fixOf(issue: Issue, broken: BrokenEmphasis, open: Mark, close: Mark): DraftFix | undefined {
  switch (broken.kind) {
    case 'spaces':
      return spacesOut(issue, broken, open, close);
    case 'crossing':
      return sameSideOfLink(open, close);
    case 'flanking':
      return made(issue, broken, open, close, open.character);
    case 'underscores':
      return made(issue, broken, open, close, '*');
    case 'uneven':
      return evenedOut(open, close);
    default:
      return undefined;
  }
}

/** `**so*` to `**so**`. */
function evenedOut(open: Mark, close: Mark): DraftFix {
  const [short, long] = open.length < close.length ? [open, close] : [close, open];
  const marks = long.character.repeat(long.length);
  return {
    title: `Write “${marks}” at both ends`,
    edits: [{ span: { start: short.start, end: short.end }, newText: marks }],
    preferred: true,
  };
}

/** `so ** that ** so` to `so **that** so`: the spaces go outside, where there are none yet. */
function spacesOut({ text }: Issue, { isSure }: BrokenEmphasis, open: Mark, close: Mark): DraftFix | undefined {
  const inner = text.slice(open.end, close.start);
  const [left, right] = [inner.length - inner.trimStart().length, inner.length - inner.trimEnd().length];
  const marks = open.character.repeat(open.length);
  const lead = left > 0 && !isSpace(open.before) && !isPunctuation(open.before) ? ' ' : '';
  const tail = right > 0 && !isSpace(close.after) && !isPunctuation(close.after) ? ' ' : '';
  const words = inner.trim();
  const [first, last] = [characterAt(words, 0), characterBefore(words, words.length)];
  if (!canOpen(open.character, lead || open.before, first) || !canClose(open.character, last, tail || close.after))
    return undefined;
  return {
    title: 'Remove the spaces inside the marks',
    edits: [
      { span: { start: open.start, end: open.end + left }, newText: lead + marks },
      { span: { start: close.start - right, end: close.end }, newText: marks + tail },
    ],
    preferred: true,
    safe: isSure && open.length > 1,
  };
}

/** `[**so](address)**` to `[**so**](address)`, `**[so**](address)` to `**[so](address)**`. */
function sameSideOfLink(open: Mark, close: Mark): DraftFix | undefined {
  const move = (mark: Mark, to: number): DraftFix => ({
    title: 'Put both marks on the same side of the link',
    edits: [
      { span: mark, newText: '' },
      { span: { start: to, end: to }, newText: mark.character.repeat(mark.length) },
    ],
    preferred: true,
    safe: true,
  });
  if (open.link && !close.link && open.link.end === close.start) return move(close, open.link.wordsEnd);
  if (close.link && !open.link && open.end === close.link.start && close.end === close.link.wordsEnd)
    return move(close, close.link.end);
  return undefined;
}

/** Punctuation that can as well stand behind the emphasis. */
const tailPunctuation = /(?<![.。．,，、:：;；!！?？؟،؛।…])[.。．,，、:：;；!！?？؟،؛।…]+$/u;
const wide = /[\u3000-\u303f\uff00-\uffef]/;
const enclosed = /^(?:「.*」|『.*』|（.*）|《.*》|〈.*〉|【.*】|“.*”|‘.*’|«.*»|".*"|\(.*\))$/su;

/** Emphasis in marks of `character` that CommonMark reads: the nearest way to what is written. */
function made(
  issue: Issue,
  { block, isSure }: BrokenEmphasis,
  open: Mark,
  close: Mark,
  character: '*' | '_',
): DraftFix | undefined {
  const inner = issue.text.slice(open.end, close.start);
  const marks = character.repeat(open.length);
  const whole = { start: open.start, end: close.end };
  const works = (outside: string, words: string, behind: string): boolean =>
    canOpen(character, outside || open.before, characterAt(words, 0)) &&
    canClose(character, characterBefore(words, words.length), behind || close.after);
  const fix = (title: string, newText: string, safe: boolean): DraftFix => ({
    title,
    edits: edit(whole, newText),
    preferred: true,
    safe: safe && isSure,
  });

  if (works('', inner, '')) return fix(`Use ${marks}`, marks + inner + marks, true);
  const link = block.links.find(({ span }) => span.start === open.end && span.end === close.start);
  if (
    link &&
    link.textSpan.start === link.span.start + 1 &&
    /^\](?:\(|\[[^\]])/.test(issue.text.slice(link.textSpan.end, link.textSpan.end + 3))
  ) {
    const words = link.textSpan;
    return fix(
      'Put the marks inside the link',
      `[${marks}${issue.text.slice(words.start, words.end)}${marks}${issue.text.slice(words.end, close.start)}`,
      true,
    );
  }
  const [first, last] = [characterAt(inner, 0), characterBefore(inner, inner.length)];
  const bare = inner.slice(first.length, -last.length);
  if (enclosed.test(inner) && !bare.includes(first) && !bare.includes(last) && works(first, bare, last))
    return fix('Put the marks inside the brackets', first + marks + bare + marks + last, true);
  const tail = tailPunctuation.exec(inner)?.[0] ?? '';
  const isSpaced = isWordCharacter(close.after) && !hasUnspaced(inner + close.after) && !wide.test(tail);
  if (isSpaced && works('', inner, ' ')) return fix('Put a space behind it', `${marks}${inner}${marks} `, false);
  if (tail !== '' && works('', inner.slice(0, -tail.length), tail))
    return fix('Put the punctuation behind the marks', marks + inner.slice(0, -tail.length) + marks + tail, true);
  const tags = { 1: ['<em>', '</em>'], 2: ['<strong>', '</strong>'] }[open.length];
  return tags ? fix(`Use ${tags[0]!}`, tags[0]! + inner + tags[1]!, false) : undefined;
}

function edit(span: { start: number; end: number }, newText: string): Edit[] {
  return [{ span, newText }];
}

/** One mark without its counterpart: write that, or take it away; which of the two, only an editor knows. */
function fixesOfOne({ text }: Issue, { kind, block, open, isSure }: BrokenEmphasis): DraftFix[] {
  const marks = open.character.repeat(open.length);
  const removal: DraftFix = {
    title: `Remove “${marks}”`,
    edits: edit(withSpaceBefore(text, open), ''),
    preferred: kind === 'empty' || kind === 'uneven',
    safe: kind === 'empty' && isSure,
  };
  const end = contentEnd(text, block.span.start, block.span.end);
  const start = contentStart(text, block.span.start, block.span.end);
  const insert = (title: string, at: number): DraftFix => ({
    title,
    edits: edit({ start: at, end: at }, marks),
    preferred: true,
  });
  if (
    kind === 'unclosed' &&
    open.start === start &&
    canClose(open.character, characterBefore(text, end), '') &&
    block.kind !== 'table'
  )
    return [insert(`Close “${marks}” at the end`, end), removal];
  if (
    kind === 'unopened' &&
    open.end === end &&
    canOpen(open.character, '', characterAt(text, start)) &&
    block.kind !== 'table'
  )
    return [insert(`Open “${marks}” at the beginning`, start), removal];
  return [{ ...removal, preferred: true }];
}

/** A mark that goes from between two spaces, or from an end, takes a space along. */
function withSpaceBefore(text: string, { start, end, before, after }: Mark): { start: number; end: number } {
  return /[ \t]/.test(before) && (isSpace(after) || text[end] === undefined)
    ? { start: start - 1, end }
    : { start, end };
}

function contentEnd(text: string, start: number, end: number): number {
  const tail =
    /(?<![\s\\])(?:[\s\\]|\{:[^}\n]{0,200}\})+$/.exec(text.slice(Math.max(start, end - 300), end))?.[0] ?? '';
  return end - tail.length;
}

function contentStart(text: string, start: number, end: number): number {
  const lead = /^(?:[\s>#]|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[[ x]\])*/i.exec(
    text.slice(start, Math.min(end, start + 200)),
  )![0];
  return start + lead.length;
}
