// How source text that a fix inserts shows that it is still to be translated.
import type { Block, Issue } from '../../model.js';
import type { InsertStyle } from '../../project/rules.js';
import { slice } from '../../text/span.js';
import { attributesEnd } from './blockLines.js';

/** Text to insert. */
export interface StyledText {
  /** Whole lines, so that what is indented stays so; line breaks as `\n`; no line break at the end. */
  readonly text: string;
  /** Whether it stands in a quotation, which needs blank lines around it. */
  readonly isQuoted: boolean;
}

/**
 * The blocks `first` to `last` (indexes, both inclusive) of the source, marked as `style` says. What has no words is
 * left as it is, and so is what would change its meaning in a quotation or a comment.
 */
export function styledBlocks(source: Issue, first: number, last: number, style: InsertStyle): StyledText {
  const text = style === 'comment' ? withComments(source, first, last) : linesOf(source, first, last);
  if (style !== 'quoted' || !source.blocks.slice(first, last + 1).some(hasWords) || !canBeQuoted(text))
    return { text, isQuoted: false };
  return {
    text: text
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n'),
    isQuoted: true,
  };
}

function linesOf(source: Issue, first: number, last: number): string {
  return withLineFeeds(
    source.text.slice(lineStart(source, source.blocks[first]!), blockEnd(source, source.blocks[last]!)),
  ).trimEnd();
}

/** Indented lines belong to a list, lines of Liquid to the site's template; neither is what it was in a quotation. */
function canBeQuoted(text: string): boolean {
  return !/^[ \t]/.test(text) && !/\{%|^[ \t]*<\/?[a-z!]|^[ \t]*\[[^\]\n]+\]:/im.test(text);
}

/** Each block as it is, to be overwritten, with a comment behind it that keeps it. */
function withComments(source: Issue, first: number, last: number): string {
  let out = '';
  let at = lineStart(source, source.blocks[first]!);
  for (const block of source.blocks.slice(first, last + 1)) {
    const end = blockEnd(source, block);
    const comment = hasWords(block) ? commentOf(source, block) : '';
    out += withLineFeeds(source.text.slice(at, Math.max(at, end))) + comment;
    at = Math.max(at, end);
    // What follows on the next line is a block of its own, not the rest of this one.
    if (
      comment !== '' &&
      block.kind !== 'list-item' &&
      block.index < last &&
      /^\r?\n[ \t]*\S/.test(source.text.slice(at, at + 200))
    )
      out += '\n';
  }
  return out.trimEnd();
}

/** An entry of a list keeps its comment on its own line, else the list would end there. */
function commentOf(source: Issue, block: Block): string {
  const raw = withLineFeeds(slice(source.text, block.span));
  if (/-->|<!--/.test(raw)) return '';
  if (block.kind === 'list-item')
    return /--|\n[ \t]*\n/.test(raw) ? '' : ` <!-- ${raw.replace(/^(?:[-*+]|\d{1,9}[.)])[ \t]+/, '')} -->`;
  const indent = /^[ \t]*/.exec(source.text.slice(lineStart(source, block), block.span.start))![0];
  return `\n\n${indent}<!-- ${raw} -->`;
}

function hasWords(block: Block): boolean {
  return block.kind !== 'code' && block.kind !== 'html' && block.kind !== 'image' && /\p{L}/u.test(block.text);
}

function lineStart(issue: Issue, block: Block): number {
  return issue.lines.startOf(issue.lines.positionAt(block.span.start).line);
}

function blockEnd(issue: Issue, block: Block): number {
  return attributesEnd(issue, issue.lines.positionAt(block.span.end).line);
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
