// What keys do in the grid.

/** What the keys can ask for; all but `search` and `leaveSearch` act on the selected row. */
export interface KeyActions {
  step(rows: number | 'first' | 'last'): void;
  /** Folds or unfolds the section that the selected row heads; false if it heads none. */
  fold(folded: boolean): boolean;
  reveal(side: 'source' | 'target'): void;
  fix(): void;
  nextProblem(step: 1 | -1): void;
  nextToDo(step: 1 | -1): void;
  search(): void;
  leaveSearch(): void;
}

/** Listens on the whole page. Keys in buttons and fields keep their meaning there. */
export function onKeys(actions: KeyActions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.matches('input[type=search]') && (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter')) {
      if (event.key === 'Escape') actions.leaveSearch();
      else actions.step(0);
      event.preventDefault();
    } else if (target.closest('.grid') && gridKey(event, target, actions)) event.preventDefault();
  });
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
      actions.reveal(event.shiftKey ? 'source' : 'target');
      return true;
    case 'Escape':
      if (!onControl) return false;
      actions.step(0);
      return true;
    case 'f':
      actions.fix();
      return true;
    case 'n':
      actions.nextProblem(1);
      return true;
    case 'p':
      actions.nextProblem(-1);
      return true;
    case 't':
      actions.nextToDo(1);
      return true;
    case 'T':
      actions.nextToDo(-1);
      return true;
    case '/':
      actions.search();
      return true;
    default:
      return false;
  }
}
