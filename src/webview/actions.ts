// What the parts of the page can ask for; main.ts carries it out.
import type { Side } from '../protocol/messages.js';
import type { Filter } from './visible.js';

export interface Actions {
  setFilter(filter: Filter): void;
  setSearch(search: string): void;
  toggleFold(section: string): void;
  switchTo(translation: string): void;
  applyFix(problem: string, fix: number): void;
  reveal(key: string, side: Side, focus: boolean): void;
  /** Makes a row the one that the keyboard is on. */
  select(key: string): void;
  nextProblem(step: 1 | -1): void;
}
