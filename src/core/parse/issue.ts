// Text to issue: the one entrance to parsing.
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Definition, Issue } from '../model.js';
import { indexLines, slice, type Span } from '../text/span.js';
import { blocksOf, definitionLine } from './blocks.js';
import { chunksOf } from './chunks.js';
import { directiveMark, directivesIn, frontMatterDirectives, placed, type FoundDirective } from './directives.js';
import { findDamage } from './encoding.js';
import { resolveEndnotes } from './endnotes.js';
import { parseFrontMatter } from './frontMatter.js';
import { labelsOf, markdownParser, normaliseLabel } from './markdown.js';
import { spanOf, type Target } from './placeables.js';
import { sectionsOf } from './sections.js';
import { blankTemplates } from './templates.js';

/**
 * Reads a post. Never throws: what cannot be read is in the issue's `faults`, and the rest is there all the same.
 * A text whose encoding is damaged is repaired first; all spans of the issue count in the repaired text.
 */
export function parseIssue(original: string): Issue {
  const damage = findDamage(original);
  const text = damage?.repaired ?? original;
  const { frontMatter, faults, bodyStart } = parseFrontMatter(text);
  const { chunks, definitions, directives } = parseBody(text, bodyStart);
  const targets = new Map<string, Target>();
  for (const { label, url, span } of definitions) if (!targets.has(label)) targets.set(label, { url, urlSpan: urlSpanOf(text, url, span) });

  const found: Block[] = [];
  for (const { offset, nodes } of chunks) {
    for (const block of blocksOf(nodes, { text, offset, definitions: targets }, found.length)) found.push(block);
  }
  const blocks = resolveEndnotes(found, text);
  const crlf = text.split('\r\n').length - 1;
  return {
    text, frontMatter, faults, blocks, definitions, damage,
    lines: indexLines(text),
    directives: [...frontMatterDirectives(text, frontMatter), ...placed(directives, blocks)],
    newline: crlf > (text.split('\n').length - 1) / 2 ? '\r\n' : '\n',
    sections: sectionsOf(blocks),
  };
}

interface Chunk {
  readonly offset: number;
  readonly nodes: readonly RootContent[];
}

function parseBody(text: string, from: number): { chunks: Chunk[]; definitions: Definition[]; directives: FoundDirective[] } {
  const markdown = blankTemplates(text);
  const parse = markdownParser(labelsOf(markdown.slice(from)));
  const definitions: Definition[] = [];
  const directives: FoundDirective[] = [];
  const chunks = chunksOf(markdown, from).map(({ start, end }) => {
    const root = parse(markdown.slice(start, end));
    const context = { text, offset: start, definitions: new Map<string, Target>() };
    visit(root, (node) => {
      if (node.type === 'definition') definitions.push({ label: normaliseLabel(node.identifier), url: node.url, span: spanOf(node, context) });
      else if (node.type === 'paragraph') for (const definition of definitionLines(text, spanOf(node, context))) definitions.push(definition);
    });
    if (markdown.includes(directiveMark)) directives.push(...directivesIn(root, context));
    return { offset: start, nodes: root.children };
  });
  return { chunks, definitions, directives };
}

/** Definitions that a missing blank line made part of a paragraph: their lines are no text, and still define. */
function definitionLines(text: string, paragraph: Span): Definition[] {
  return [...slice(text, paragraph).matchAll(definitionLine)].map((match) => {
    const start = paragraph.start + match.index;
    return { label: normaliseLabel(match[1]!), url: match[2]!, span: { start, end: start + match[0].length } };
  });
}

function urlSpanOf(text: string, url: string, span: Span): Span {
  const at = slice(text, span).indexOf(url);
  return at < 0 ? span : { start: span.start + at, end: span.start + at + url.length };
}
