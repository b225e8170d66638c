import type { Image, Link } from '../model.js';
import type { Node, Nodes } from 'mdast';
import type { Span } from '../text/span.js';
/** Where a reference leads. */
export interface Target {
    readonly url: string;
    readonly urlSpan: Span;
}
/** What the reader of nodes must know of the text around them. */
export interface NodeContext {
    /** The whole text; node offsets count from `offset` in it. */
    readonly text: string;
    readonly offset: number;
    /** Definitions of the whole issue, by normalised label. */
    readonly definitions: ReadonlyMap<string, Target>;
}
export interface Placeables {
    readonly links: Link[];
    readonly images: Image[];
    readonly code: string[];
}
/** Where `node` stands in the whole text. */
export declare function spanOf(node: Node, context: NodeContext): Span;
/** The placeables of `nodes`, in the order in which they stand. */
export declare function placeablesOf(nodes: readonly Nodes[], context: NodeContext): Placeables;
