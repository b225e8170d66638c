// What the parts of the page can ask for; main.ts carries it out.
import type { ReadWord, Side } from '../protocol/messages.js';
import type { Filter } from './visible.js';

export interface Actions {
  setFilter(filter: Filter): void;
  setSearch(search: string): void;
  toggleFold(section: string): void;
  /** Asks which issue to show. */
  chooseIssue(): void;
  switchTo(translation: string): void;
  applyFix(problem: string, fix: number): void;
  /** Marks a problem as intended. */
  intend(problem: string): void;
  /** @param at the word to go to */
  reveal(key: string, side: Side, focus: boolean, at?: ReadWord): void;
  /** Makes a row the one that the keyboard is on. */
  select(key: string): void;
  nextProblem(step: 1 | -1): void;
  insertAll(): void;
  /** Opens a row's field; `withSource`: with the source's Markdown in it. */
  edit(key: string, withSource: boolean): void;
  /** What the open field says now. */
  write(text: string): void;
  /** Puts the source's placeable with this index where the cursor is. */
  putIn(chip: number): void;
  /** Puts the earlier translation with this index in. */
  takeOffer(offer: number): void;
  saveWriting(goOn: boolean): void;
  /** Closes the field; a text that was not saved stays as a draft. */
  leaveWriting(): void;
  discardWriting(): void;
  /** Goes on with a text that was refused: with the writer's or with the file's. */
  overrule(keepMine: boolean): void;
}
