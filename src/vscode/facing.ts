// What faces a document: the source of a translation, the open translations of a source; and the way between them.
import type * as vscode from 'vscode';
import type { Side } from '../core/align/counterpart.js';
import type { PairContext } from '../core/checks/check.js';
import type { Span } from '../core/text/span.js';
import { documentsInTabs } from './documents.js';
import type { Post } from './posts.js';
import { offsetAt, rangeOf } from './ranges.js';
import type { Reviews } from './review.js';

/** A document beside another language of its issue. */
export interface Facing {
  /** Which of the two texts the document is. */
  readonly side: Side;
  readonly here: Post;
  readonly there: Post;
  /** BCP 47; undefined if it could not be told. */
  readonly thereLocale: string | undefined;
  readonly context: PairContext;
}

/** What faces the document at `uri`: its source; if it is one itself, those of its translations that are open. */
export async function facingsOf(uri: vscode.Uri, reviews: Reviews): Promise<Facing[]> {
  const issue = await reviews.issueOf(uri);
  if (!issue) return [];
  const key = uri.toString();
  if (issue.source.uri.toString() !== key) return facing(uri, 'target', reviews);
  const open = new Set(documentsInTabs().map((document) => document.uri.toString()));
  const found: Facing[] = [];
  for (const translation of issue.translations)
    if (open.has(translation.uri.toString())) found.push(...(await facing(translation.uri, 'source', reviews)));
  return found;
}

/** The pair that a translation is in, seen from one of its sides; none if its source was not found. */
export async function facing(translation: vscode.Uri, side: Side, reviews: Reviews): Promise<Facing[]> {
  const { post, source, review } = (await reviews.glance(translation)) ?? {};
  if (!post || !source || !review) return [];
  const { context } = review;
  return [
    side === 'source'
      ? { side, here: source, there: post, thereLocale: review.target.locale, context }
      : { side, here: post, there: source, thereLocale: review.source.locale, context },
  ];
}

/** The place of the issue's text that a position of its file is. In UTF-16 code units. */
export function inIssue({ issue, lines }: Post, position: vscode.Position): number {
  const offset = offsetAt(lines, position);
  return issue.damage ? issue.damage.toRepaired(offset) : offset;
}

/** The range of the file that a span of its issue's text is. */
export function inFile({ issue: { damage }, lines }: Post, span: Span): vscode.Range {
  return rangeOf(lines, damage ? { start: damage.toDamaged(span.start), end: damage.toDamaged(span.end) } : span);
}
