// References and notes whose definition a file lacks, and definitions that nothing in it uses.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Definition, Issue } from '../../model.js';
import { isReadable } from '../../parse/limits.js';
import { normaliseLabel } from '../../parse/markdown.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { oncePerBlock } from '../../text/remember.js';
import { slice, type Span } from '../../text/span.js';
import { isComplete } from './definitions.js';
import { oncePer } from './memo.js';
import { proseOf } from './mask.js';
import { noteTexts } from './notes.js';

/** A reference, `[words][label]` or `[label][]`, or the mark of a note, `[^label]`. */
export interface LabelUse {
  /** Normalised. */
  readonly label: string;
  /** As it is written, on one line. */
  readonly written: string;
  /** Where the label stands, without its brackets. */
  readonly labelSpan: Span;
  readonly span: Span;
  readonly block: Block;
}

/** References that lead nowhere, as nothing defines them here and no other file is taken in that could. */
export const undefinedReferences = oncePer((issue: Issue): readonly LabelUse[] => {
  if (!issue.blocks.some(hasUndefined) || !isComplete(issue)) return [];
  return issue.blocks
    .filter(hasUndefined)
    .flatMap((block) =>
      [
        ...block.links.filter(({ form, url, label }) => form === 'reference' && url === '' && label !== undefined),
        ...block.images.filter(({ url, key }) => url === '' && key.startsWith('[')),
      ]
        .filter(({ span }) => isMeant(issue.text, span))
        .map(({ span }) => useIn(issue, block, span)),
    );
});

const hasUndefined = oncePerBlock(
  ({ links, images }: Block): boolean =>
    links.some(({ form, url }) => form === 'reference' && url === '') || images.some(({ url }) => url === ''),
);

/** `table[row][cell]` and `[1][2]` are no references, and `[words]` alone can be just that. */
function isMeant(text: string, span: Span): boolean {
  const written = slice(text, span);
  const isCode = /[A-Za-z0-9_)\]]/.test(text[span.start - 1] ?? '') && /^[\w[\]]+$/.test(written);
  return !isCode && written.includes('][') && /\p{L}{2}/u.test(written) && !/\{\{|\{%/.test(written);
}

function useIn(issue: Issue, block: Block, span: Span): LabelUse {
  const written = slice(issue.text, span);
  const open = written.endsWith('[]') ? written.indexOf('[') : Math.max(0, written.lastIndexOf('['));
  const close = written.endsWith('[]') ? written.length - 3 : written.length - 1;
  const labelSpan = { start: span.start + open + 1, end: span.start + close };
  const label = slice(issue.text, labelSpan);
  return { label: normaliseLabel(label), written: label.replace(/\s+/g, ' ').trim(), labelSpan, span, block };
}

const noteMark = /\[\^([^\s[\]^\u0000]{1,60})\](?!:)/g;

/** The marks of notes, defined or not, in reading order. */
export const noteMarks = oncePer((issue: Issue): readonly (LabelUse & { readonly isDefined: boolean })[] =>
  (issue.text.includes('[^') ? issue.blocks : []).flatMap((block) => {
    const written = slice(issue.text, block.span);
    if (block.kind === 'code' || block.kind === 'html' || !written.includes('[^') || !isReadable(written)) return [];
    const mark = (label: string, start: number, end: number, isDefined: boolean) => ({
      label: normaliseLabel(label),
      written: label,
      labelSpan: { start: start + 2, end: end - 1 },
      span: { start, end },
      block,
      isDefined,
    });
    const found: (LabelUse & { isDefined: boolean })[] = [];
    for (const root of block.nodes) {
      visit(root as Nodes, 'footnoteReference', (node) => {
        const { start, end } = nodeSpan(node, block.nodeOffset);
        if (start >= block.span.start && end <= block.span.end)
          found.push(mark(slice(issue.text, { start: start + 2, end: end - 1 }), start, end, true));
      });
    }
    for (const match of proseOf(issue, block, 'keep links').matchAll(noteMark)) {
      const start = block.span.start + match.index;
      found.push(mark(match[1]!, start, start + match[0].length, noteTexts(issue).has(normaliseLabel(match[1]!))));
    }
    return found.sort((a, b) => a.span.start - b.span.start);
  }),
);

/** What stands in brackets anywhere, code and comments included: whatever can be a use of a label. */
const inBrackets = /\[((?:[^[\]\\]|\\.)*)\]/g;

/** The labels, normalised, that anything outside of definitions may use. */
export const usedLabels = oncePer((issue: Issue): ReadonlySet<string> => {
  const definitions = new Set(issue.definitions.map(({ span }) => span.start));
  const used = new Set<string>();
  for (const { index, 1: label } of issue.text.matchAll(inBrackets))
    if (!definitions.has(index)) used.add(normaliseLabel(label!));
  return used;
});

export interface UnusedDefinition {
  readonly definition: Definition;
  /** The one before it with the same label, which is the one that counts. */
  readonly first: Definition | undefined;
}

/** Definitions that nothing uses. Comments, for which `[//]: # (…)` is in use, are none. */
export function unusedDefinitions(issue: Issue): UnusedDefinition[] {
  const first = new Map<string, Definition>();
  return issue.definitions.flatMap((definition) => {
    const before = first.get(definition.label);
    if (!before) first.set(definition.label, definition);
    if (definition.label.startsWith('^') || definition.url === '' || definition.url === '#') return [];
    return before || !usedLabels(issue).has(definition.label) ? [{ definition, first: before }] : [];
  });
}
