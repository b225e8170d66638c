// What every finder of leftovers gives: what it is, where, and how it is mended.
import type { Severity } from '../../problem.js';
import type { Span } from '../../text/span.js';
import type { DraftFix } from '../check.js';

/** What kind of leftover stands there; the check has a message for each. */
export type StrayKind =
  | 'heading'
  | 'backslashes'
  | 'entity'
  | 'entityEnd'
  | 'spaces'
  | 'open'
  | 'close'
  | 'attributes'
  | 'liquid'
  | 'liquidOpen'
  | 'liquidUnclosed'
  | 'liquidUnopened'
  | 'chat'
  | 'spacedTag'
  | 'unclosedTag'
  | 'unopenedTag'
  | 'unknownTag'
  | 'editor';

export interface Stray {
  readonly kind: StrayKind;
  readonly span: Span;
  /** As the message names it. */
  readonly what: string;
  /** Where it is not a warning. */
  readonly severity?: Severity;
  readonly fixes: readonly DraftFix[];
}

/** One fix that replaces `span`. */
export function replacing(title: string, span: Span, newText: string, safe: boolean): DraftFix {
  return { title, edits: [{ span, newText }], preferred: true, safe };
}
