// Markdown to syntax tree: remark-parse with tables, footnotes and references that are defined elsewhere.
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';

/** Parses one chunk of a body. Offsets in the tree count from the start of `markdown`. */
export type MarkdownParser = (markdown: string) => Root;

/**
 * A parser for the chunks of one body.
 *
 * @param labels normalised labels that count as defined although their definition stands in another chunk or file
 */
export function markdownParser(labels: readonly string[]): MarkdownParser {
  const processor = processorFor(labels).freeze();
  return (markdown) => processor.parse(markdown);
}

/** Normalises a reference's label as CommonMark 4.7 matches them: white space collapsed, case folded. */
export function normaliseLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** The labels that `text` uses as `[words][label]` or `[label][]`, normalised, each once. */
export function usedLabels(text: string): string[] {
  const labels = new Set<string>();
  for (const [, words, label] of text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]\[((?:[^[\]\\]|\\.){0,999})\]/g)) {
    labels.add(normaliseLabel(label || words!));
  }
  for (const [, label] of text.matchAll(/^ {0,3}\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*\S/gm)) labels.add(normaliseLabel(label!));
  return [...labels];
}

/** micromark keeps a list of defined labels for each document; this adds to it before the first bracket is read. */
interface ParseContext {
  readonly parser: { readonly defined: string[]; labelsAdded?: boolean };
}

function processorFor(labels: readonly string[]): Processor<Root> {
  function addLabels(this: ParseContext, _effects: unknown, _ok: unknown, nok: unknown): unknown {
    if (!this.parser.labelsAdded) {
      this.parser.labelsAdded = true;
      this.parser.defined.push(...labels);
    }
    return nok;
  }
  const [exclamationMark, leftBracket] = [33, 91]; // a picture's first bracket is read with the mark before it
  const construct = { name: 'labelsDefinedElsewhere', tokenize: addLabels };
  const defined = { text: { [exclamationMark]: construct, [leftBracket]: construct } };
  const processor = unified();
  processor.data({
    micromarkExtensions: [defined, gfmTable(), gfmFootnote()] as never[],
    fromMarkdownExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  return processor.use(remarkParse) as unknown as Processor<Root>;
}
