// What the writer of a missing block need not type: the marks around its words, and a picture whole.
import type { BlockKind } from '../model.js';

/** What the field of a missing block begins with. */
export interface Frame {
  readonly text: string;
  /** Where the words go, in UTF-16 code units of `text`. */
  readonly caret: number;
  /** Whether `text` is worth saving as it is: a picture is, marks without words are not. */
  readonly isWhole: boolean;
}

const opening = /^(?:[ \t]*(?:(?:#{1,6}|[-*+](?:[ \t]+\[[ xX]\])?|\d{1,9}[.)]|>)[ \t]+)+)?/;
/** All of a text between stars or underscores; inside, no more of them side by side. */
const emphasised = /^(\*{1,3}|_{1,3})(?=\S)(?:(?!\1)[^\n])+\1$/;
/** A text that is one link, as the caption of a picture often is. */
const oneLink = /^\[(\*{0,3}|_{0,3})[^\][*_]+\1(\](?:\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|\[[^\]\n]+\]))$/;

/** The frame for the translation of one block; undefined where its Markdown has none. @param markdown the source's, as it stands */
export function frameOf(kind: BlockKind, markdown: string): Frame | undefined {
  const whole = markdown.trimEnd();
  if (kind === 'image') return { text: whole, caret: whole.length, isWhole: true };
  if (kind === 'code' || kind === 'table' || kind === 'html') return undefined;
  const lead = opening.exec(whole)![0];
  const words = whole.slice(lead.length);
  const emphasis = emphasised.exec(words)?.[1] ?? '';
  const link = oneLink.exec(words);
  const [before, after] = link ? [`[${link[1]!}`, link[1]! + link[2]!] : [emphasis, emphasis];
  return lead + before === ''
    ? undefined
    : { text: lead + before + after, caret: lead.length + before.length, isWhole: false };
}
