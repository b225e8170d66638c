// The body of an issue, cut into the pieces by which issues are compared: blocks, lines of Liquid, definitions.
import { attributesEnd, spacerLine } from '../checks/support/blockLines.js';
import type { Issue } from '../model.js';
import { mark, type Occasion } from './marks.js';

/** A stretch of whole lines. */
export interface Piece {
  /** Its lines, marked; line breaks as `\n`, none at the end. */
  readonly text: string;
  /** What is compared: two pieces with one key say the same. */
  readonly key: string;
  /** The lines above it that only make space: blank ones, spacers, rules. */
  readonly gap: readonly string[];
  /** Whether readers see it; definitions and lines of Liquid they do not. */
  readonly isSeen: boolean;
  readonly isHeading: boolean;
}

const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
/** What is opened on a line and goes on on the next ones. */
const openings: readonly (readonly [RegExp, string])[] = [
  [/<!--(?!.*-->)/, '-->'],
  [/\{%-?\s*comment\s*-?%\}(?!.*endcomment)/, 'endcomment'],
  [/\{%(?!.*%\})/, '%}'],
];

/** The pieces of an issue's body, in order. */
export function piecesOf(issue: Issue, occasion: Occasion): Piece[] {
  const { lines, text, frontMatter, directives } = issue;
  const starts = new Map(issue.blocks.map((block) => [lines.positionAt(block.span.start).line, block]));
  const lineText = (line: number): string =>
    text
      .slice(lines.startOf(line), line + 1 < lines.count ? lines.startOf(line + 1) : text.length)
      .replace(/(?<![\r\n])[\r\n]+$/, '');
  const pieces: Piece[] = [];
  let gap: string[] = [];
  let line = frontMatter ? lines.positionAt(frontMatter.span.end).line + 1 : 0;
  while (line < lines.count) {
    const block = starts.get(line);
    const first = lineText(line);
    if (!block && (spacerLine.test(first) || rule.test(first))) {
      gap.push(first.trimEnd());
      line++;
      continue;
    }
    let end = block ? lines.positionAt(attributesEnd(issue, lines.positionAt(block.span.end).line)).line : line;
    const closing = block ? undefined : openings.find(([opening]) => opening.test(first))?.[1];
    while (closing !== undefined && !lineText(end).includes(closing) && end + 1 < lines.count) end++;
    const content = Array.from({ length: end - line + 1 }, (_, i) => lineText(line + i))
      .join('\n')
      .trimEnd();
    line = end + 1;
    if (!block && directives.some(({ span }) => content.includes(text.slice(span.start, span.end)))) continue;
    const marked = mark(content.replace(/^\ufeff/, ''), occasion, 'prose');
    pieces.push({
      text: marked,
      key: marked.replace(/\s+/gu, ' ').trim(),
      gap,
      isSeen: block !== undefined,
      isHeading: block?.kind === 'heading',
    });
    gap = [];
  }
  return pieces;
}

/** Whether a piece is one tag of Liquid; its quoted values can differ from issue to issue. */
export function isTag({ text }: Piece): boolean {
  return /^\s*\{%[^%]*%\}\s*$/.test(text);
}

/** The quoted values of a tag, without their quotation marks. */
export function tagValues(text: string): string[] {
  return Array.from(text.matchAll(tagValue), ([, value]) => value!);
}

/** A tag with other values. */
export function withTagValues(text: string, valueAt: (index: number) => string): string {
  let index = 0;
  return text.replace(tagValue, () => `"${valueAt(index++)}"`);
}

const tagValue = /"([^"]*)"/g;
