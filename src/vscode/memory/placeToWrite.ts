// Where in the document an earlier translation goes: in the place of what stands there, or of what was begun.
import * as vscode from 'vscode';
import { innerSpan } from '../../core/memory/inner.js';
import type { Block } from '../../core/model.js';
import { sentencesOf } from '../../core/text/sentences.js';
import type { Span } from '../../core/text/span.js';
import type { Post } from '../posts.js';
import { offsetAt, rangeOf } from '../ranges.js';

/** Places of a document around the cursor. */
export interface PlaceToWrite {
  /** All of the block; empty, at the cursor, where there is none. */
  readonly all: vscode.Range;
  /** From its beginning, or that of the sentence, to the cursor. */
  readonly begun: vscode.Range;
  readonly sentenceBegun: vscode.Range;
  /** Which sentence the cursor is in, from 0. */
  readonly sentence: number;
}

export function placeToWrite(
  { issue, lines }: Post,
  block: Block | undefined,
  document: vscode.TextDocument,
  position: vscode.Position,
): PlaceToWrite {
  const at = offsetAt(lines, position);
  const inner: Span = block ? innerSpan(issue, block) : { start: at, end: at };
  const start = Math.min(inner.start, at);
  const before = document.getText(new vscode.Range(rangeOf(lines, { start, end: start }).start, position));
  const sentences = sentencesOf(before);
  const last = sentences.at(-1);
  const isOver =
    last !== undefined && before.length > last.start + last.text.length && /[.!?…。！？؟]["”’»)\]*_]*$/.test(last.text);
  const sentence = last === undefined ? 0 : sentences.length - (isOver ? 0 : 1);
  return {
    all: rangeOf(lines, { start, end: Math.max(inner.end, at) }),
    begun: rangeOf(lines, { start, end: at }),
    sentenceBegun: rangeOf(lines, { start: last === undefined || isOver ? at : start + last.start, end: at }),
    sentence,
  };
}
