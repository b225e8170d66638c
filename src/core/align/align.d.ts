import type { Issue } from '../model.js';
import type { Alignment } from './alignment.js';
/**
 * Aligns a translation with its source. Every block of both stands in exactly one unit of the result. Aligning B with
 * A gives the mirror image of aligning A with B, but for the states, which speak of the translation.
 */
export declare function alignIssues(source: Issue, target: Issue): Alignment;
