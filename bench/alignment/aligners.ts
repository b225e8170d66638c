// The aligner and its baselines behind one face: a pair in, links between the ruler's blocks out.
import { alignIssues } from '../../src/core/align/align.js';
import type { Issue } from '../../src/core/model.js';
import { parseIssue } from '../../src/core/parse/issue.js';
import type { BlockLink, LineRange, Ruler } from '../../test/support/planted/pair.js';
import { linksOfAlignment, linksOfGroups } from '../../test/support/planted/score.js';
import { byLength, byPosition } from './baselines.js';

/** Aligns two texts. */
export type Aligner = (source: string, target: string, ruler: Ruler) => BlockLink[];

/** Sources are read again and again. */
const read = new Map<string, Issue>();
function issueOf(text: string): Issue {
  let issue = read.get(text);
  if (!issue) read.set(text, (issue = parseIssue(text)));
  return issue;
}

const facingPages: Aligner = (source, target, ruler) =>
  linksOfAlignment(alignIssues(issueOf(source), parseIssue(target)), ruler);

const position: Aligner = (source, target, ruler) =>
  linksOfGroups(byPosition(ruler(source).length, ruler(target).length));

const length: Aligner = (source, target, ruler) =>
  linksOfGroups(byLength(lengths(source, ruler), lengths(target, ruler)));

/** Characters of each block as its reader sees it. */
function lengths(text: string, ruler: Ruler): number[] {
  const lines = text.split('\n');
  return ruler(text).map(({ first, last }: LineRange) => visible(lines.slice(first, last + 1).join(' ')).length);
}

function visible(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/[*_#`]+/g, '')
    .trim();
}

export const aligners: Readonly<Record<'Facing Pages' | 'by length' | 'by position', Aligner>> = {
  'Facing Pages': facingPages,
  'by length': length,
  'by position': position,
};
