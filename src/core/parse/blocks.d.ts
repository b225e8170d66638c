import type { RootContent } from 'mdast';
import type { Block } from '../model.js';
import { type NodeContext } from './placeables.js';
/** The blocks of the root's `children`; their numbers begin at `firstIndex`. */
export declare function blocksOf(children: readonly RootContent[], context: NodeContext, firstIndex: number): Block[];
/** A line that defines a reference, perhaps behind Liquid tags. Its label and its address are captured. */
export declare const definitionLine: RegExp;
