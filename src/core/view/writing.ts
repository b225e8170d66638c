// Writing in a row: the Markdown that one edits there, and the edits that a saved text makes.
import type { Unit } from '../align/alignment.js';
import type { PairContext } from '../checks/check.js';
import { placement } from '../checks/support/insert.js';
import type { Issue } from '../model.js';
import { field } from '../parse/field.js';
import type { Edit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import { frameOf, type Frame } from './frame.js';
import type { RenderedPlaceable } from './marks.js';
import type { ChipState } from './panelState.js';

/** What a row's key stands for. */
export type RowSubject =
  | { readonly kind: 'unit'; readonly unit: Unit; readonly placeables: readonly RenderedPlaceable[] }
  /** A field of the front matter, by its path. */
  | { readonly kind: 'field'; readonly path: string };

/** What the edit field of a row begins with. */
export interface Writing {
  /** The translation's Markdown as it stands in the file; empty where it is missing. */
  readonly text: string;
  /** The source's Markdown. */
  readonly source: string;
  /** The source's placeables, to insert. */
  readonly chips: readonly ChipState[];
  /** What the field begins with where nothing is translated yet. */
  readonly frame?: Frame;
}

/** The Markdown of a row's translation, to be edited; undefined where the row has no stretch of the file for itself. */
export function writingOf({ source, target }: PairContext, subject: RowSubject): Writing | undefined {
  if (target.damage) return undefined;
  if (subject.kind === 'field') {
    const span = field(target.frontMatter, subject.path)?.valueSpan;
    const original = field(source.frontMatter, subject.path)?.valueSpan;
    return span && { text: slice(target.text, span), source: original ? slice(source.text, original) : '', chips: [] };
  }
  const span = spanOf(subject.unit.target);
  const [block, ...more] = subject.unit.source;
  const frame = !span && block && more.length === 0 ? frameOf(block.kind, slice(source.text, block.span)) : undefined;
  return {
    ...(frame && { frame }),
    text: span ? slice(target.text, span) : '',
    source: sourceOf(source, subject.unit),
    chips: subject.placeables.flatMap(({ kind, label, span: place }, i) =>
      place ? [{ number: i + 1, kind, label, markdown: slice(source.text, place) }] : [],
    ),
  };
}

/**
 * The edits that put `text` where a row's translation stands or, where it is missing, where it belongs.
 *
 * @param was what the writer began with: where the file says something else now, nothing is overwritten
 * @returns the edits, at least one, whose spans count in the translation's text; `done` if the file says so already;
 * `empty` if nothing but white space would stand where something stands; what the file says now if that is not `was`;
 * undefined if the row cannot be written
 */
export function writeEdits(
  context: PairContext,
  subject: RowSubject,
  was: string,
  text: string,
): readonly Edit[] | 'done' | 'empty' | { readonly now: string } | undefined {
  const writing = writingOf(context, subject);
  if (!writing) return undefined;
  const now = writing.text;
  if (inLineFeeds(now) === inLineFeeds(text)) return 'done';
  if (inLineFeeds(now) !== inLineFeeds(was)) return { now };
  const { target } = context;
  const newText = inLineFeeds(text).replaceAll('\n', target.newline);
  if (subject.kind === 'field') {
    const { keySpan, valueSpan } = field(target.frontMatter, subject.path)!;
    const gap =
      valueSpan.start === valueSpan.end && keySpan.end < valueSpan.start && target.text[valueSpan.start - 1] === ':'
        ? ' '
        : '';
    return [{ span: valueSpan, newText: gap + newText }];
  }
  const { unit } = subject;
  const span = spanOf(unit.target);
  if (span) return newText.trim() === '' ? 'empty' : [{ span, newText }];
  if (newText.trim() === '') return 'done';
  const [first, last] = [unit.source[0], unit.source.at(-1)];
  if (!first || !last) return undefined;
  const { edits } = placement(
    context,
    first.index,
    last.index,
    { text: inLineFeeds(text).trimEnd(), isQuoted: false },
    [],
  );
  return edits.length > 0 ? edits : undefined;
}

/** A row's source as Markdown. */
function sourceOf(source: Issue, { source: blocks }: Unit): string {
  const span = spanOf(blocks);
  return span ? slice(source.text, span) : '';
}

function spanOf(blocks: Unit['target']): Span | undefined {
  const [first, last] = [blocks[0], blocks.at(-1)];
  return first && last && { start: first.span.start, end: last.span.end };
}

function inLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
