// The body of a post, chunk by chunk; chunks that an edit did not touch are not read again.
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Definition } from '../model.js';
import { changeBetween, bothChanges, type Change } from '../text/change.js';
import { copyOf } from '../text/copy.js';
import { slice, type Span } from '../text/span.js';
import { blocksOf, definitionLine } from './blocks.js';
import { chunksAfter, chunksOf } from './chunks.js';
import { directiveMark, directivesIn, type FoundDirective } from './directives.js';
import { labelsOf, normaliseLabel, parseMarkdown, type Labels } from './markdown.js';
import { keptBlocks, movedBlocks, type ReadBlocks } from './moved.js';
import { spanOf, type NodeContext, type Target } from './placeables.js';
import { restoreAddresses } from './restoreAddresses.js';
import { blankTemplates } from './templates.js';

/** A body as it was read. */
export interface Body {
  /** The whole text that it is the body of. */
  readonly text: string;
  /** That text without what belongs to the site's template. */
  readonly markdown: string;
  readonly chunks: readonly ReadChunk[];
  readonly definitions: readonly Definition[];
  readonly directives: readonly FoundDirective[];
  /** Endnotes are still among them. */
  readonly blocks: readonly Block[];
}

/** A chunk of a body as it was read. Places count from the chunk's beginning, but for those of its blocks. */
interface ReadChunk extends ParsedChunk {
  readonly start: number;
  readonly blocks: readonly Block[];
  /** Where its references led. */
  readonly references: string;
}

interface ParsedChunk {
  readonly text: string;
  /** The text without what belongs to the site's template. */
  readonly markdown: string;
  readonly labels: Labels;
  /** Those of its labels that some other chunk may define, as it was parsed with them. */
  readonly defined: string;
  readonly nodes: readonly RootContent[];
  readonly definitions: readonly Definition[];
  readonly directives: readonly FoundDirective[];
}

/**
 * Reads the body of `text`, which begins at `from`.
 *
 * @param before another state of the same post's body; what is alike is taken from it, with the result that it would
 * have without
 */
export function readBody(text: string, from: number, before?: Body): Body {
  const markdown = blankTemplates(text);
  const { spans, known } = before
    ? cutAgain(text, markdown, from, before)
    : { spans: chunksOf(markdown, from), known: [] };
  const labels = spans.map(({ start, end }, i) => known[i]?.labels ?? labelsOf(markdown.slice(start, end)));
  const defined = new Set(labels.flatMap((own) => own.known));

  const parsed = spans.map((span, i) =>
    parsedChunk(
      text,
      markdown,
      span,
      labels[i]!,
      labels[i]!.bracketed.filter((label) => defined.has(label)),
      known[i],
    ),
  );
  const definitions = parsed.flatMap((chunk, i) =>
    chunk.definitions.map((one) => ({ ...one, span: moved(one.span, spans[i]!.start) })),
  );
  const directives = parsed.flatMap((chunk, i) =>
    chunk.directives.map((one) => ({ ...one, span: moved(one.span, spans[i]!.start) })),
  );
  const targets = new Map<string, Target>();
  for (const { label, url, span } of definitions)
    if (!targets.has(label)) targets.set(label, { url, urlSpan: urlSpanOf(text, url, span) });

  let count = 0;
  const chunks = parsed.map((chunk, i): ReadChunk => {
    const { start } = spans[i]!;
    const references = chunk.labels.bracketed.map((label) => targets.get(label)?.url ?? '').join(' ');
    const old = known[i];
    const isSame = old !== undefined && old.nodes === chunk.nodes && old.references === references;
    const own = isSame
      ? movedBlocks(old.blocks, start - old.start, count, targets)
      : blocksOf(chunk.nodes, { text, offset: start, definitions: targets }, count);
    count += own.length;
    return { ...chunk, start, references, blocks: own };
  });
  const settled = before ? withKeptBlocks(chunks, before.chunks, known, targets) : chunks;
  return { text, markdown, chunks: settled, definitions, directives, blocks: settled.flatMap((chunk) => chunk.blocks) };
}

/** The chunks, where in those that were read again the blocks beside an edit are those that they were. */
function withKeptBlocks(
  chunks: readonly ReadChunk[],
  before: readonly ReadChunk[],
  known: readonly (ReadChunk | undefined)[],
  targets: ReadonlyMap<string, Target>,
): readonly ReadChunk[] {
  const first = known.indexOf(undefined);
  if (first < 0) return chunks;
  const end = known.lastIndexOf(undefined) + 1;
  const [old, own] = [before.slice(first, end + before.length - chunks.length), chunks.slice(first, end)].map(together);
  const kept = old && own ? keptBlocks(old, own, targets) : [];
  if (kept === own?.blocks || kept.length === 0) return chunks;
  let next = 0;
  return chunks.map((chunk, i) =>
    i < first || i >= end ? chunk : { ...chunk, blocks: kept.slice(next, (next += chunk.blocks.length)) },
  );
}

/** Chunks that follow each other, as one. */
function together(chunks: readonly ReadChunk[]): ReadBlocks {
  return {
    blocks: chunks.flatMap(({ blocks }) => blocks),
    text: chunks.map(({ text }) => text).join(''),
    from: chunks[0]?.start ?? 0,
  };
}

function parsedChunk(
  text: string,
  markdown: string,
  { start, end }: Span,
  labels: Labels,
  defined: readonly string[],
  known: ParsedChunk | undefined,
): ParsedChunk {
  const key = defined.join(' ');
  if (known?.defined === key) return known;
  const chunk = known ?? { text: copyOf(text.slice(start, end)), markdown: copyOf(markdown.slice(start, end)) };
  const root = parseMarkdown(chunk.markdown, defined);
  restoreAddresses(root, chunk.text, chunk.markdown);
  const context: NodeContext = { text: chunk.text, offset: 0, definitions: new Map() };
  const definitions: Definition[] = [];
  visit(root, (node) => {
    if (node.type === 'definition')
      definitions.push({ label: normaliseLabel(node.identifier), url: node.url, span: spanOf(node, context) });
    else if (node.type === 'paragraph')
      for (const definition of definitionLines(chunk.text, spanOf(node, context))) definitions.push(definition);
  });
  const directives = chunk.markdown.includes(directiveMark) ? directivesIn(root, context) : [];
  return {
    text: chunk.text,
    markdown: chunk.markdown,
    labels,
    defined: key,
    nodes: root.children,
    definitions,
    directives,
  };
}

/** The chunks of a text, and for each the one of the text before that said the same in the same place, before the edit or behind it. */
function cutAgain(
  text: string,
  markdown: string,
  from: number,
  before: Body,
): { readonly spans: readonly Span[]; readonly known: readonly (ReadChunk | undefined)[] } {
  const change = changeOf(before, { text, markdown });
  const by = change.after.end - change.before.end;
  const spansBefore = before.chunks.map(({ start, text: { length } }) => ({ start, end: start + length }));
  const spans = chunksAfter(markdown, from, spansBefore, change);
  const chunkAt = new Map(before.chunks.map((chunk) => [chunk.start, chunk]));
  const known = spans.map(({ start, end }) => {
    const old =
      end <= change.after.start ? chunkAt.get(start) : start >= change.after.end ? chunkAt.get(start - by) : undefined;
    return old?.text.length === end - start ? old : undefined;
  });
  return { spans, known };
}

/** What has changed, in the text or in what Markdown is to see of it: the two are of one length. */
function changeOf(before: Pick<Body, 'text' | 'markdown'>, now: Pick<Body, 'text' | 'markdown'>): Change {
  const change = changeBetween(before.text, now.text);
  return before.markdown === before.text && now.markdown === now.text
    ? change
    : bothChanges(change, changeBetween(before.markdown, now.markdown));
}

/** Definitions that a missing blank line made part of a paragraph: their lines are no text, and still define. */
function definitionLines(text: string, paragraph: Span): Definition[] {
  return [...slice(text, paragraph).matchAll(definitionLine)].map((match) => {
    const start = paragraph.start + match.index;
    return { label: normaliseLabel(match[1]!), url: match[2]!, span: { start, end: start + match[0].length } };
  });
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function urlSpanOf(text: string, url: string, span: Span): Span {
  const at = slice(text, span).indexOf(url);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + url.length };
}
