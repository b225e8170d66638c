// What the extension and the panel's page say to each other.
import type { ReadWord } from '../core/view/wordPlace.js';
import type { ChipState, PanelState } from '../core/view/panelState.js';
import type { Frame } from '../core/view/frame.js';
import type { StatePatch } from './patch.js';
import type { OfferState } from '../core/view/offers.js';
import type { Side } from '../core/view/rowAt.js';

export type { Severity } from '../core/problem.js';
export type * from '../core/view/panelState.js';
export type { OfferState } from '../core/view/offers.js';
export type { Side } from '../core/view/rowAt.js';
export type { ReadWord } from '../core/view/wordPlace.js';

/** What one can have the page do from outside: the commands of the panel. */
export const pageActions = [
  'nextProblem',
  'previousProblem',
  'nextToDo',
  'previousToDo',
  'nextSection',
  'previousSection',
  'nextChanged',
  'previousChanged',
  'edit',
  'copySource',
  'fix',
  'fixRow',
  'move',
  'intend',
  'markUpToDate',
  'reveal',
  'revealSource',
  'search',
] as const;
export type PageAction = (typeof pageActions)[number];

/**
 * Why a row's text is not in the file. `changed`: the file says `now` there, and not what the writer began with. `gone`: the
 * row is gone, or cannot be written in the panel. `empty`: nothing but white space was written. `busy`: somebody was typing in the
 * file. `not-applied`: VS Code did not change the file, for instance because it cannot be written to.
 */
export type Refusal =
  { readonly kind: 'changed'; readonly now: string } | { readonly kind: 'gone' | 'empty' | 'busy' | 'not-applied' };

/** From the extension to the page. */
export type HostMessage =
  /** Everything, anew. */
  | { readonly type: 'state'; readonly state: PanelState }
  /** What changed since the last message of this kind or `state`. */
  | { readonly type: 'patch'; readonly patch: StatePatch }
  /** There is nothing to show; `reason` says why, for people. The page keeps its folds and filters. */
  | { readonly type: 'nothing'; readonly reason: string }
  /** The cursor of a text editor is in this row. */
  | { readonly type: 'current'; readonly key: string; readonly side: Side }
  /** What is to be written in a row, asked for by `edit`. `translation`: the id of the one that the row is of, here and below. */
  | {
      readonly type: 'writing';
      readonly translation: string;
      readonly key: string;
      readonly text: string;
      readonly source: string;
      readonly chips: readonly ChipState[];
      readonly frame?: Frame;
    }
  /** How earlier issues have what is to be written in a row; told behind `writing`. */
  | {
      readonly type: 'remembered';
      readonly translation: string;
      readonly key: string;
      readonly offers: readonly OfferState[];
    }
  /** VS Code has put `text`, as the page sent it, into the document: only now may its draft go. */
  | { readonly type: 'written'; readonly translation: string; readonly key: string; readonly text: string }
  /** A row's text was not saved, or its row cannot be written. The page keeps what was written. */
  | { readonly type: 'refused'; readonly translation: string; readonly key: string; readonly why: Refusal }
  /** `key`: the row that it is meant for; the selected one unless given. */
  | { readonly type: 'action'; readonly action: PageAction; readonly key?: string };

/** From the page to the extension. */
export type PageMessage =
  /** The page can draw, and wants to be told everything. */
  | { readonly type: 'ready' }
  /** Show the lines of a row, or the word `at` in them, in a text editor, and move the keyboard there if `focus`. */
  | {
      readonly type: 'reveal';
      readonly key: string;
      readonly side: Side;
      readonly focus: boolean;
      readonly at?: ReadWord;
    }
  /** Somebody wants to write in a row. */
  | { readonly type: 'edit'; readonly key: string }
  /** Save what was written: `was` is what the writer began with. */
  | { readonly type: 'write'; readonly key: string; readonly was: string; readonly text: string }
  /** Undo, or do again, the last change of the translation's file. */
  | { readonly type: 'undo'; readonly again: boolean }
  /** Insert everything that is missing, in the source's words. */
  | { readonly type: 'insertAll' }
  /** Apply a fix: `fix` is its place among the fixes of the problem. */
  | { readonly type: 'fix'; readonly problem: string; readonly fix: number }
  /** Apply the fixes that one would take, of all of a row's problems that have one, as one step of undo. */
  | { readonly type: 'fixRow'; readonly key: string }
  /** Mark a problem as intended, in a comment of the file. */
  | { readonly type: 'intend'; readonly problem: string }
  /** Ask which issue to show, and show that. */
  | { readonly type: 'chooseIssue' }
  /** Show another translation of the same issue, by its id. */
  | { readonly type: 'switch'; readonly translation: string };

/** A message of the page as it travels: `about` is the id of the translation that the page showed then. The extension may show another by now. */
export type SentByPage = PageMessage & { readonly about?: string };
