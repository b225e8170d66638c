import type { Issue } from '../model.js';
/**
 * Reads a post. Never throws: what cannot be read is in the issue's `faults`, and the rest is there all the same.
 * A text whose encoding is damaged is repaired first; all spans of the issue count in the repaired text.
 */
export declare function parseIssue(original: string): Issue;
