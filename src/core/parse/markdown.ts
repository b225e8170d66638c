// Markdown to syntax tree: remark-parse with tables, footnotes and references that are defined elsewhere.
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { isReadable, plainTree, readableTree } from './limits.js';

/** Parses one chunk of a body. Offsets in the tree count from the start of `markdown`. */
export type MarkdownParser = (markdown: string) => Root;

/** Labels, normalised, that count as defined although their definition stands in another chunk or file. */
export interface Labels {
  readonly links: readonly string[];
  readonly footnotes: readonly string[];
}

/** A parser for the chunks of one body. */
export function markdownParser(labels: Labels): MarkdownParser {
  const processor = processorFor(labels).freeze();
  return (markdown) => (isReadable(markdown) ? readableTree(processor.parse(markdown), markdown) : plainTree(markdown));
}

/** Normalises a reference's label as CommonMark 4.7 matches them: white space collapsed, case folded. */
export function normaliseLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** The labels that `text` uses as `[words][label]` or `[label][]`, and those that it defines, each once. */
export function labelsOf(text: string): Labels {
  const links = new Set<string>();
  const footnotes = new Set<string>();
  for (const [, words, label] of text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]\[((?:[^[\]\\]|\\.){0,999})\]/g)) {
    if (!words!.startsWith('^') && !label!.startsWith('^')) links.add(normaliseLabel(label || words!));
  }
  for (const [, footnote, label] of text.matchAll(/^ {0,3}\[(\^?)((?:[^[\]\\]|\\.){1,999})\]:[ \t]*\S/gm)) {
    (footnote ? footnotes : links).add(normaliseLabel(label!));
  }
  return { links: [...links], footnotes: [...footnotes] };
}

/** micromark keeps lists of defined labels for each document; this adds to them before the first bracket is read. */
interface ParseContext {
  readonly parser: { readonly defined: string[]; gfmFootnotes?: string[]; labelsAdded?: boolean };
}

function processorFor(labels: Labels): Processor<Root> {
  function addLabels(this: ParseContext, _effects: unknown, _ok: unknown, nok: unknown): unknown {
    if (!this.parser.labelsAdded) {
      this.parser.labelsAdded = true;
      for (const label of labels.links) this.parser.defined.push(label);
      for (const label of labels.footnotes) (this.parser.gfmFootnotes ??= []).push(label);
    }
    return nok;
  }
  const [exclamationMark, leftBracket] = [33, 91]; // a picture's first bracket is read with the mark before it
  const construct = { name: 'labelsDefinedElsewhere', tokenize: addLabels };
  const defined = { text: { [exclamationMark]: construct, [leftBracket]: construct } };
  const processor = unified();
  processor.data({
    micromarkExtensions: [gfmTable(), gfmFootnote(), defined] as never[], // the last one is asked first
    fromMarkdownExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  return processor.use(remarkParse);
}
