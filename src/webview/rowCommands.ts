// What the panel's commands, and the keys that stand for them, do to the rows.
import type { PageAction, PageMessage, RowState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { firstFix, firstIntendable, moveFix, upToDateFix, type ChosenFix } from './fixes.js';
import { passes } from './visible.js';

/** What the commands need of the page around them. */
export interface CommandPage {
  readonly actions: Actions;
  /** The row that the keyboard is on. */
  selected(): RowState | undefined;
  /** Whether a row heads a section. */
  isHead(row: RowState): boolean;
  /** Goes to the next row that is wanted, or the one before; false if there is none but the selected one. */
  goToNext(wanted: (row: RowState) => boolean, step: 1 | -1): boolean;
  send(message: PageMessage): void;
  /** Tells a screen reader. */
  say(words: string): void;
  focusSearch(): void;
}

/** The commands by name. */
export function rowCommands(page: CommandPage): Readonly<Record<PageAction, () => void>> {
  const { actions } = page;
  const go = (wanted: (row: RowState) => boolean, step: 1 | -1, what: string) => (): void => {
    if (!page.goToNext(wanted, step)) page.say(`There is no other ${what}.`);
  };
  const withRow = (act: (row: RowState) => void) => (): void => {
    const row = page.selected();
    if (row) act(row);
  };
  const takeFix = (choose: (row: RowState) => ChosenFix | undefined, none: string): (() => void) =>
    withRow((row) => {
      const chosen = choose(row);
      if (chosen) actions.applyFix(chosen.problem, chosen.fix);
      else page.say(none);
    });
  const hasProblem = (row: RowState): boolean => passes(row, 'problems');
  const isToDo = (row: RowState): boolean => passes(row, 'todo');
  const isChanged = (row: RowState): boolean => passes(row, 'changed');
  return {
    nextProblem: go(hasProblem, 1, 'row with a problem'),
    previousProblem: go(hasProblem, -1, 'row with a problem'),
    nextToDo: go(isToDo, 1, 'row to translate'),
    previousToDo: go(isToDo, -1, 'row to translate'),
    nextSection: go(page.isHead, 1, 'section'),
    previousSection: go(page.isHead, -1, 'section'),
    nextChanged: go(isChanged, 1, 'row whose source has changed'),
    previousChanged: go(isChanged, -1, 'row whose source has changed'),
    edit: withRow(({ key }) => actions.edit(key, false)),
    copySource: withRow(({ key }) => actions.edit(key, true)),
    fix: takeFix(firstFix, 'Nothing here has a fix.'),
    fixRow: withRow(({ key }) => page.send({ type: 'fixRow', key })),
    move: takeFix(moveFix, 'This row stands where the source has it.'),
    markUpToDate: takeFix(upToDateFix, 'The source has not changed here.'),
    intend: withRow((row) => {
      const problem = firstIntendable(row);
      if (problem === undefined) page.say('There is no problem here.');
      else actions.intend(problem);
    }),
    reveal: withRow(({ key }) => actions.reveal(key, 'target', true)),
    revealSource: withRow(({ key }) => actions.reveal(key, 'source', true)),
    search: () => page.focusSearch(),
  };
}
