// Directives: comments by which whoever edits a post says that something is intended.
import { visit } from 'unist-util-visit';
import type { Root } from 'mdast';
import type { Block, Directive, DirectivePlace, Field, FrontMatter } from '../model.js';
import { overlaps, type Span } from '../text/span.js';
import { spanOf, type NodeContext } from './placeables.js';

/** What every directive begins with. */
export const directiveMark = 'facing-pages:';
const htmlDirective = /^<!--\s*facing-pages:([^]*?)-->$/;
const yamlDirective = /^[ \t]*(#[ \t]*facing-pages:([^\r\n]*))/gm;
const order = /^(ignore|ignore-file)\s+([\w-]+)(?:\s+(\S[^]*))?$/;
/** What was translated, by the fingerprints of the source's blocks. */
const source = /^source((?:\s+[0-9a-z]{5})+)$/;
/** No directive that anybody writes is longer. In characters. */
const longest = 500;
const longestSubject = 100;

/** A directive as it stands in a text, before it is known what it belongs to. */
export type FoundDirective = Omit<Directive, 'place'>;

/** Whether an HTML comment, from `<!--` to `-->`, is a directive. */
export function isDirective(comment: string): boolean {
  return comment.length <= longest && htmlDirective.test(comment);
}

/** The directives in the HTML comments of a syntax tree; what stands in code is none. */
export function directivesIn(root: Root, context: NodeContext): FoundDirective[] {
  const found: FoundDirective[] = [];
  visit(root, 'html', (node) => {
    const { start, end } = spanOf(node, context);
    const html = context.text.slice(start, end);
    if (!html.includes(directiveMark)) return;
    for (let open = html.indexOf('<!--'); open >= 0; open = html.indexOf('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      if (close < 0) break;
      const comment = html.slice(open, close + 3);
      if (isDirective(comment))
        found.push(read(htmlDirective.exec(comment)![1]!, { start: start + open, end: start + close + 3 }));
      open = close + 3;
    }
  });
  return found;
}

/** The directives in the YAML comments of front matter, each with the field that it stands above. */
export function frontMatterDirectives(text: string, frontMatter: FrontMatter | undefined): Directive[] {
  if (!frontMatter) return [];
  const { contentSpan, fields } = frontMatter;
  const content = text.slice(contentSpan.start, contentSpan.end);
  if (!content.includes(directiveMark)) return [];
  return [...content.matchAll(yamlDirective)].flatMap((match): Directive[] => {
    const start = contentSpan.start + match.index + match[0].indexOf('#');
    const span = { start, end: start + match[1]!.trimEnd().length };
    const inText = fields.some(({ value, valueSpan }) => typeof value === 'string' && overlaps(valueSpan, span));
    return inText
      ? []
      : [
          {
            ...read(match[2]!, span),
            place: { in: 'front matter', field: fields.find(({ keySpan }) => keySpan.start > start)?.path },
          },
        ];
  });
}

/** Gives directives of the body the block at whose end, or behind which, they stand. */
export function placed(found: readonly FoundDirective[], blocks: readonly Block[]): Directive[] {
  return found.map((directive) => ({
    ...directive,
    place: { in: 'body', block: lastBegun(blocks, directive.span.start)?.index },
  }));
}

/** Where a problem at `span` is, in the terms in which directives say it: the field, or the block that it shares a character with or stands behind. */
export function placeOf(
  span: Span,
  { frontMatter, blocks }: { readonly frontMatter: FrontMatter | undefined; readonly blocks: readonly Block[] },
): DirectivePlace {
  if (frontMatter && span.start < frontMatter.span.end)
    return { in: 'front matter', field: fieldAt(frontMatter.fields, span.start)?.path };
  const before = lastBegun(blocks, span.start);
  const next = blocks[(before?.index ?? -1) + 1];
  const runsIntoNext = next !== undefined && next.span.start < span.end;
  return { in: 'body', block: runsIntoNext && !(before && overlaps(before.span, span)) ? next.index : before?.index };
}

/** A subject as a comment can hold it: one line, and nothing that would end the comment or that Liquid would run. */
export function writtenSubject(subject: string): string {
  const line = subject
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/-{2,}/g, '-')
    .replace(/\{(?=[{%])|(?<=[%}])\}/g, '');
  return [...line.trim()].slice(0, longestSubject).join('').trim();
}

/** The end of `span` without the directives that stand there on the last line of a block. */
export function endWithoutDirectives(text: string, { start, end }: Span): number {
  for (;;) {
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    if (end - start < directiveMark.length || !text.startsWith('-->', end - 3)) return end;
    const near = text.slice(Math.max(start, end - longest), end);
    const open = near.lastIndexOf('<!--');
    if (open < 0 || !isDirective(near.slice(open))) return end;
    end -= near.length - open;
  }
}

function read(words: string, span: Span): FoundDirective {
  const fingerprints = source.exec(words.trim())?.[1];
  if (fingerprints !== undefined)
    return { kind: 'source', check: '', subject: fingerprints.trim().replace(/\s+/g, ' '), span };
  const [, kind, check, subject] = order.exec(words.trim()) ?? [];
  if (kind === undefined || check === undefined) return { kind: 'unclear', check: '', subject: undefined, span };
  return { kind: kind as 'ignore' | 'ignore-file', check, subject: writtenSubject(subject ?? '') || undefined, span };
}

function fieldAt(fields: readonly Field[], offset: number): Field | undefined {
  return fields.findLast(({ keySpan }) => keySpan.start <= offset);
}

/** The last of `blocks` that begins at or before `offset`. */
function lastBegun(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
