// Markdown to syntax tree: remark-parse with tables, footnotes and references that are defined elsewhere.
import type { Root } from 'mdast';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { htmlBlocks } from './htmlBlocks.js';
import { isReadable, plainTree, readableTree } from './limits.js';

/**
 * Parses one chunk of a body. Offsets in the tree count from the start of `markdown`.
 *
 * @param defined labels, normalised, that count as defined although their definition stands in another chunk or file;
 * those of footnotes begin with `^`
 */
export function parseMarkdown(markdown: string, defined: readonly string[]): Root {
  if (!isReadable(markdown)) return plainTree(markdown);
  definedElsewhere = defined;
  return readableTree(processorFor(markdown).parse(markdown), markdown);
}

/** What a stretch of text says of labels; all normalised, those of footnotes with `^` before them. */
export interface Labels {
  /** Those that it uses as `[words][label]` or `[label][]`, and those that it defines: all these count as defined. */
  readonly known: readonly string[];
  /** Whatever stands in brackets: what may refer to a label of another stretch. */
  readonly bracketed: readonly string[];
}

/** Normalises a reference's label as CommonMark 4.7 matches them: white space collapsed, case folded. */
export function normaliseLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** The labels of `text`, each once. */
export function labelsOf(text: string): Labels {
  const known = new Set<string>();
  for (const [, words, label] of text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]\[((?:[^[\]\\]|\\.){0,999})\]/g)) {
    if (!words!.startsWith('^') && !label!.startsWith('^')) known.add(normaliseLabel(label || words!));
  }
  for (const [, label] of text.matchAll(/^ {0,3}\[((?:[^[\]\\]|\\.){1,999})\]:[ \t]*\S/gm))
    known.add(normaliseLabel(label!));
  const bracketed = new Set<string>();
  for (const [, label] of text.matchAll(/\[((?:[^[\]\\]|\\.){1,999})\]/g)) bracketed.add(normaliseLabel(label!));
  return { known: [...known], bracketed: [...bracketed] };
}

/** micromark keeps lists of defined labels for each document; this adds to them before the first bracket is read. */
interface ParseContext {
  readonly parser: { readonly defined: string[]; gfmFootnotes?: string[]; labelsAdded?: boolean };
}

/** Of the text that is parsed now; parsing is done before anything else can begin. */
let definedElsewhere: readonly string[] = [];

/** Looking for tables, and for footnotes, costs every line: only where there is what they cannot be without. */
function processorFor(markdown: string): Processor<Root> {
  const [hasTables, hasFootnotes] = [/\||:-|-:/.test(markdown), markdown.includes('[^')];
  return (processors[`${hasTables} ${hasFootnotes}`] ??= makeProcessor(hasTables, hasFootnotes).freeze());
}

const processors: Partial<Record<string, Processor<Root>>> = {};

function makeProcessor(hasTables: boolean, hasFootnotes: boolean): Processor<Root> {
  function addLabels(this: ParseContext, _effects: unknown, _ok: unknown, nok: unknown): unknown {
    if (!this.parser.labelsAdded) {
      this.parser.labelsAdded = true;
      for (const label of definedElsewhere) {
        if (label.startsWith('^')) (this.parser.gfmFootnotes ??= []).push(label.slice(1));
        else this.parser.defined.push(label);
      }
    }
    return nok;
  }
  const [exclamationMark, leftBracket] = [33, 91]; // a picture's first bracket is read with the mark before it
  const construct = { name: 'labelsDefinedElsewhere', tokenize: addLabels };
  const defined = { text: { [exclamationMark]: construct, [leftBracket]: construct } };
  const unfrozen = unified();
  unfrozen.data({
    micromarkExtensions: [
      ...(hasTables ? [gfmTable()] : []),
      ...(hasFootnotes ? [gfmFootnote()] : []),
      htmlBlocks,
      defined,
    ] as never[], // the last one is asked first
    fromMarkdownExtensions: [
      ...(hasTables ? [gfmTableFromMarkdown()] : []),
      ...(hasFootnotes ? [gfmFootnoteFromMarkdown()] : []),
    ],
  });
  return unfrozen.use(remarkParse);
}
