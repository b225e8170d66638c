// What keys do in the grid, and in the field in which one writes.
import type { PageAction } from '../protocol/messages.js';
import { goToOffers, offerKey } from './offersView.js';

/** What the keys can ask for. */
export interface KeyActions {
  step(rows: number | 'first' | 'last'): void;
  /** Folds or unfolds the section that the selected row heads; false if it heads none. */
  fold(folded: boolean): boolean;
  /** Does to the selected row what the panel's commands do. */
  act(action: PageAction): void;
  /** Lights up a placeable of the selected row. */
  light(number: number): void;
  leaveSearch(): void;
  undo(again: boolean): void;
  readonly write: {
    save(goOn: boolean): void;
    leave(): void;
    /** Puts in the source's placeable with this index. */
    putIn(chip: number): void;
    /** Takes the earlier translation with this index. */
    takeOffer(offer: number): void;
    /** Puts the keyboard into the field. */
    goToField(): void;
    /** Goes behind the link whose words were written; false where there is none. */
    leap(): boolean;
  };
}

/** Keys by the letter that they write: small and capital ones differ. */
const actionKeys: Readonly<Record<string, PageAction>> = {
  f: 'fix',
  n: 'nextProblem',
  p: 'previousProblem',
  t: 'nextToDo',
  T: 'previousToDo',
  s: 'nextSection',
  S: 'previousSection',
  d: 'nextChanged',
  D: 'previousChanged',
  F: 'fixRow',
  i: 'intend',
  m: 'move',
  u: 'markUpToDate',
  e: 'edit',
  c: 'copySource',
  o: 'reveal',
  O: 'revealSource',
  '/': 'search',
};

/** Listens on the whole page. Keys in buttons and fields keep their meaning there. */
export function onKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const target = event.target as HTMLElement;
    const isCommand = event.ctrlKey || event.metaKey || event.altKey;
    const taken = target.closest('.writing')
      ? writingKey(event, actions)
      : isCommand
        ? commandKey(event, target, actions)
        : pageKey(event, target, actions);
    if (!taken) return;
    event.preventDefault();
    // VS Code would take it for a command of its own.
    event.stopPropagation();
  });
}

/** Undo is the file's. In a field it is the field's own. */
function commandKey(event: KeyboardEvent, target: HTMLElement, actions: KeyActions): boolean {
  const key = event.key.toLowerCase();
  if (event.altKey || (key !== 'z' && key !== 'y') || target.matches('input')) return false;
  actions.undo(key === 'y' || event.shiftKey);
  return true;
}

function pageKey(event: KeyboardEvent, target: HTMLElement, actions: KeyActions): boolean {
  if (
    target.matches('input[type=search]') &&
    (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter')
  ) {
    if (event.key === 'Escape') actions.leaveSearch();
    else actions.step(0);
    return true;
  }
  return target.closest('.grid') !== null && gridKey(event, target, actions);
}

function writingKey(event: KeyboardEvent, { write }: KeyActions): boolean {
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (
    offerKey(
      event,
      (offer) => write.takeOffer(offer),
      () => write.goToField(),
    )
  )
    return true;
  if (event.key === 'ArrowDown' && !isCommand && !event.shiftKey) return goToOffers(event.target);
  if (event.key === 'Escape') write.leave();
  else if (event.key === 'Tab' && !event.shiftKey && !isCommand) return write.leap();
  else if (isCommand && event.key === 'Enter') write.save(true);
  else if (isCommand && event.key.toLowerCase() === 's') write.save(false);
  // By the key, not by what it writes: on a French keyboard digits need Shift.
  else if (isCommand && /^Digit[1-9]$/.test(event.code)) write.putIn(Number(event.code.slice(5)) - 1);
  // AltGr is Ctrl and Alt to Windows, and writes letters.
  else if (
    (event.ctrlKey || event.metaKey) &&
    event.altKey &&
    !event.getModifierState('AltGraph') &&
    /^Digit[1-9]$/.test(event.code)
  )
    write.takeOffer(Number(event.code.slice(5)) - 1);
  else return false;
  return true;
}

function gridKey(event: KeyboardEvent, target: HTMLElement, actions: KeyActions): boolean {
  const onControl = target.matches('button, a[href], summary');
  switch (event.key) {
    case 'ArrowDown':
      actions.step(1);
      return true;
    case 'ArrowUp':
      actions.step(-1);
      return true;
    case 'Home':
      actions.step('first');
      return true;
    case 'End':
      actions.step('last');
      return true;
    case 'ArrowLeft':
      return actions.fold(true);
    case 'ArrowRight':
      return actions.fold(false);
    case 'Enter':
      if (onControl) return false;
      actions.act(event.shiftKey ? 'reveal' : 'edit');
      return true;
    case 'Escape':
      if (!onControl) return false;
      actions.step(0);
      return true;
    default: {
      const action = actionKeys[event.key];
      if (/^[1-9]$/.test(event.key)) {
        actions.light(Number(event.key));
        return true;
      }
      if (action === undefined) return false;
      actions.act(action);
      return true;
    }
  }
}
