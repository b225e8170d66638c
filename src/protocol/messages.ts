// What the extension and the panel's page say to each other.
import type { PanelState } from '../core/view/panelState.js';
import type { Side } from '../core/view/rowAt.js';

export type { Severity } from '../core/problem.js';
export type * from '../core/view/panelState.js';
export type { Side } from '../core/view/rowAt.js';

/** What one can have the page do from outside: the commands of the panel. */
export const pageActions = ['nextProblem', 'previousProblem', 'nextToDo', 'search'] as const;
export type PageAction = (typeof pageActions)[number];

/** From the extension to the page. */
export type HostMessage =
  /** Everything, anew; the page changes only the rows that differ. */
  | { readonly type: 'state'; readonly state: PanelState }
  /** There is nothing to show; `reason` says why, for people. The page keeps its folds and filters. */
  | { readonly type: 'nothing'; readonly reason: string }
  /** The cursor of a text editor is in this row. */
  | { readonly type: 'current'; readonly key: string; readonly side: Side }
  | { readonly type: 'action'; readonly action: PageAction };

/** From the page to the extension. */
export type PageMessage =
  /** The page can draw, and wants to be told everything. */
  | { readonly type: 'ready' }
  /** Show the lines of a row in a text editor, and move the keyboard there if `focus`. */
  | { readonly type: 'reveal'; readonly key: string; readonly side: Side; readonly focus: boolean }
  /** Apply a fix: `fix` is its place among the fixes of the problem. */
  | { readonly type: 'fix'; readonly problem: string; readonly fix: number }
  /** Show another translation of the same issue, by its id. */
  | { readonly type: 'switch'; readonly translation: string };
