// Places in a text that defects are planted at.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, BlockKind, Issue, Link } from '../../../src/core/model.js';
import type { Edit } from '../../../src/core/text/edit.js';
import type { Span } from '../../../src/core/text/span.js';
import { wordsOf } from '../../../src/core/text/words.js';
import type { Random } from '../planted/random.js';
import type { DefectBed } from './defect.js';
import type { Couple } from './pair.js';

/** One of `list`; undefined if it is empty. */
export function one<T>(random: Random, list: readonly T[]): T | undefined {
  return list.length === 0 ? undefined : random.pick(list);
}

/** The clean couples in which both blocks are of one of these kinds. */
export function couplesOf({ clean }: DefectBed, ...kinds: readonly BlockKind[]): Couple[] {
  return clean.filter(({ source, target }) => kinds.includes(source.kind) && kinds.includes(target.kind));
}

/** Other text in the place of something; where there is none, one of the spaces around it goes too. */
export function written({ target: { text } }: Pick<DefectBed, 'target'>, span: Span, newText: string): Edit {
  const goes = newText === '' && text[span.start - 1] === ' ' ? 1 : 0;
  const behind = newText === '' && goes === 0 && text[span.end] === ' ' ? 1 : 0;
  return { span: { start: span.start - goes, end: span.end + behind }, newText };
}

/** Where running text stands. */
export const prose: readonly BlockKind[] = ['paragraph', 'list-item', 'caption'];

/** The text of a block as it is written. */
export function rawOf(issue: Issue, { span }: Pick<Block, 'span'>): string {
  return issue.text.slice(span.start, span.end);
}

/** What opens a block: indent is not part of it, a bullet or the signs of a heading are. */
export function openingOf(raw: string): string {
  return /^(?:#{1,6}[ \t]+|(?:[-*+]|\d+[.)])[ \t]+)?/.exec(raw)![0];
}

/** Lines that stay where they are when the block before them goes: templates, definitions. */
const stays = /^\s*(?:\{%|\{\{|\[[^\]]+\]:\s)/;

/** Whole lines of the blocks from `first` to `last`, and what belongs to them: blank lines, spacers, comments behind. */
export function wholeLines(issue: Issue, first: number, last: number): Span {
  const start = issue.lines.startOf(lineOf(issue, issue.blocks[first]!.span.start));
  const next = issue.blocks[last + 1];
  const end = next ? lineOf(issue, next.span.start) : issue.lines.count;
  for (let line = lineOf(issue, issue.blocks[last]!.span.end) + 1; line < end; line++) {
    if (stays.test(textOfLine(issue, line))) return { start, end: issue.lines.startOf(line) };
  }
  return { start, end: issue.lines.startOf(end) };
}

export function lineOf(issue: Issue, offset: number): number {
  return issue.lines.positionAt(offset).line;
}

export function textOfLine(issue: Issue, line: number): string {
  return issue.text.slice(issue.lines.startOf(line), issue.lines.startOf(line + 1)).replace(/[\r\n]+$/, '');
}

/** Whether the block has its lines for itself. */
export function standsAlone(issue: Issue, { index, span }: Block): boolean {
  const [before, behind] = [issue.blocks[index - 1], issue.blocks[index + 1]];
  return (
    (!before || lineOf(issue, before.span.end) < lineOf(issue, span.start)) &&
    (!behind || lineOf(issue, span.end) < lineOf(issue, behind.span.start))
  );
}

/** A link, and the source's link that it stands for; both lead to a page that no other link of its text leads to. */
export interface LinkCouple {
  readonly link: Link;
  readonly source: Link;
  readonly couple: Couple;
}

/** The links of clean couples that are there once in each text, written as `[words](address)`. */
export function linkCouples(bed: DefectBed): LinkCouple[] {
  const once = (issue: Issue): Map<string, Link | undefined> => {
    const links = new Map<string, Link | undefined>();
    for (const link of issue.blocks.flatMap((block) => block.links))
      links.set(link.key, links.has(link.key) ? undefined : link);
    return links;
  };
  const [sources, targets] = [once(bed.source), once(bed.target)];
  return couplesOf(bed, ...prose, 'title', 'heading').flatMap((couple) =>
    couple.target.links.flatMap((link): LinkCouple[] => {
      const source = sources.get(link.key);
      const isSimple =
        link.form === 'inline' &&
        link.urlSpan !== undefined &&
        /^https?:\/\/[^\s()<>]+$/.test(link.url) &&
        bed.target.text.slice(link.urlSpan.start, link.urlSpan.end) === link.url;
      if (
        !isSimple ||
        !source ||
        !couple.source.links.includes(source) ||
        targets.get(link.key) !== link ||
        /[[\]!]/.test(link.text)
      )
        return [];
      // Written plainly: `[words](address)` and nothing else.
      if (
        bed.target.text.slice(link.span.start, link.span.end) !==
        `[${bed.target.text.slice(link.textSpan.start, link.textSpan.end)}](${link.url})`
      )
        return [];
      return [{ link, source, couple }];
    }),
  );
}

/** A word of a block's running text, outside of links, code, emphasis and templates. */
export interface PlainWord extends Span {
  readonly text: string;
}

/** The words of the plain text nodes of a block. */
export function plainWords(issue: Issue, block: Block): PlainWord[] {
  const words: PlainWord[] = [];
  for (const root of block.nodes) {
    visit(root as Nodes, (node) => {
      if (node.type === 'link' || node.type === 'linkReference' || node.type === 'inlineCode' || node.type === 'html')
        return 'skip';
      if (node.type !== 'text' || !node.position) return undefined;
      const start = block.nodeOffset + node.position.start.offset!;
      const raw = issue.text.slice(start, block.nodeOffset + node.position.end.offset!);
      if (/\{%|\{\{|https?:|[$\\<>]/.test(raw)) return undefined;
      for (const { text, start: at } of placesOf(raw))
        words.push({ text, start: start + at, end: start + at + text.length });
      return undefined;
    });
  }
  return words.filter(({ start, end }) => start >= block.span.start && end <= block.span.end);
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu;
const spaced = /[\p{L}\p{M}]{2,}/gu;

function placesOf(raw: string): { text: string; start: number }[] {
  const pattern = unspaced.test(raw) ? unspaced : spaced;
  pattern.lastIndex = 0;
  return [...raw.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index }));
}

/** Markdown nodes of a type in a block, with their spans in the text. */
export function nodesOf(block: Block, ...types: readonly string[]): { readonly span: Span; readonly node: Nodes }[] {
  const found: { span: Span; node: Nodes }[] = [];
  for (const root of block.nodes) {
    visit(root as Nodes, (node) => {
      if (!types.includes(node.type) || !node.position) return;
      const span = {
        start: block.nodeOffset + node.position.start.offset!,
        end: block.nodeOffset + node.position.end.offset!,
      };
      if (span.start >= block.span.start && span.end <= block.span.end) found.push({ span, node });
    });
  }
  return found;
}

/** The texts of a block that are neither in a link nor code, with their spans. */
export function textsOutsideLinks(block: Block): Span[] {
  const links = nodesOf(block, 'link', 'linkReference');
  return nodesOf(block, 'text')
    .map(({ span }) => span)
    .filter((span) => !links.some((link) => link.span.start <= span.start && span.end <= link.span.end));
}

/** How many of the source's words, at least four letters long, come again in the target; 0 to 1. */
export function wordsKept({ source, target }: Couple): number {
  const long = (text: string): string[] =>
    wordsOf(text)
      .map((word) => word.text.toLowerCase())
      .filter((word) => word.length > 3);
  const own = new Set(long(target.text));
  const words = long(source.text);
  return words.length === 0 ? 1 : words.filter((word) => own.has(word)).length / words.length;
}

/** Words that the source writes in lower case: what says that something is more than a name. */
export function ordinaryWords(text: string): number {
  return text.match(/(?<![\p{L}\p{N}])\p{Ll}{3,}(?![\p{L}\p{N}])/gu)?.length ?? 0;
}
