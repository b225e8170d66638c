// The engine of the checks, loaded when the first issue is to be checked: most Markdown files are none.
import { Later } from './later.js';

/** What the checks share goes first; pieces of about the same weight. */
const pieces = [
  () => import('../core/align/align.js'),
  () => import('../core/text/numbers.js'),
  () => import('./parts/someChecks.js'),
  () => import('./parts/otherChecks.js'),
];

export const engine = Later.inPieces(pieces, () => import('./checking.js'));
