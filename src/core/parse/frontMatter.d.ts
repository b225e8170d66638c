import type { ParseFault } from '../model.js';
import type { Span } from '../text/span.js';
/** A field of the front matter; of a nested one, `path` is e.g. `image.thumb`. */
export interface Field {
    readonly path: string;
    /** As YAML reads it; undefined for a mapping, whose fields stand in the list themselves. */
    readonly value: unknown;
    readonly keySpan: Span;
    /** Quotation marks included; empty, behind the colon, if there is no value. */
    readonly valueSpan: Span;
}
/** The front matter of a post. */
export interface FrontMatter {
    /** From the opening to the closing `---`, both included. */
    readonly span: Span;
    /** What stands between them. */
    readonly contentSpan: Span;
    readonly fields: readonly Field[];
}
export interface ParsedFrontMatter {
    readonly frontMatter: FrontMatter | undefined;
    readonly faults: readonly ParseFault[];
    /** Offset of the first character behind the front matter. */
    readonly bodyStart: number;
}
/** A field by its path, e.g. `image.thumb`. */
export declare function field(frontMatter: FrontMatter | undefined, path: string): Field | undefined;
/** The text of a field, trimmed; the empty string if it has none. Numbers, booleans and lists of them are written out. */
export declare function fieldText(frontMatter: FrontMatter | undefined, path: string): string;
/**
 * Reads the front matter at the head of `text`, which may begin with a byte order mark. Never throws and never
 * executes anything: `---js` and the like become a fault.
 */
export declare function parseFrontMatter(text: string): ParsedFrontMatter;
