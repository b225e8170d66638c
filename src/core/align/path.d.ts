import type { Anchor } from './anchors.js';
import type { Group, Similarity } from './similarity.js';
/** A stretch of blocks on each side, `end` exclusive. */
export interface Runs {
    readonly source: {
        readonly start: number;
        readonly end: number;
    };
    readonly target: {
        readonly start: number;
        readonly end: number;
    };
}
/** Source blocks with their target blocks; one of the groups may be empty. */
export interface Match {
    readonly source: Group;
    readonly target: Group;
    readonly score: number;
}
/**
 * Aligns `runs` in order, as a whole: the sum of all scores is the highest there is inside the corridor.
 *
 * @param chain anchors inside the runs that rise on both sides
 * @param allowed whether two groups may form a unit at all
 */
export declare function bestPath(runs: Runs, chain: readonly Anchor[], similar: Similarity, allowed: (source: Group, target: Group) => boolean): Match[];
