import type { Root } from 'mdast';
/** Parses one chunk of a body. Offsets in the tree count from the start of `markdown`. */
export type MarkdownParser = (markdown: string) => Root;
/**
 * A parser for the chunks of one body.
 *
 * @param labels normalised labels that count as defined although their definition stands in another chunk or file
 */
export declare function markdownParser(labels: readonly string[]): MarkdownParser;
/** Normalises a reference's label as CommonMark 4.7 matches them: white space collapsed, case folded. */
export declare function normaliseLabel(label: string): string;
/** The labels that `text` uses as `[words][label]` or `[label][]`, normalised, each once. */
export declare function usedLabels(text: string): string[];
