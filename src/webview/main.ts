// The panel's page: takes what the extension tells it, draws it, and says what was clicked or typed.
import { render } from 'lit/html.js';
import type { PageAction, PanelState, RowState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { keep, onMessage, readKept as readKeptState, send } from './host.js';
import { readKept, type Anchor } from './kept.js';
import { onKeys } from './keyboard.js';
import { pageView } from './pageView.js';
import { watchPictures, watchPointer } from './pointer.js';
import { reuseRows } from './reuse.js';
import { currentAnchor, restoreAnchor, rowElement, showRow } from './scrolling.js';
import { markSearch } from './searchMarks.js';
import { rowText } from './rowText.js';
import { passes, visibleRows, visibleSections, type Filter, type VisibleSection } from './visible.js';
import { count } from './words.js';

const kept = readKept(readKeptState());
let state: PanelState | undefined;
let reason = 'Reading…';
let folded = new Set(kept?.folded);
let filter: Filter = kept?.filter ?? 'all';
let search = kept?.search ?? '';
let selected: string | undefined;
let current: string | undefined;
let news = '';
let sections: VisibleSection[] = [];
/** Where to scroll once there are rows: where the page was before it was hidden. */
let anchorAtStart: Anchor | undefined = kept?.anchor;

const actions: Actions = {
  setFilter(chosen) {
    filter = chosen;
    draw();
    news = count(visibleRows(sections).length, 'row');
    draw();
  },
  setSearch(words) {
    search = words;
    draw();
    news = count(visibleRows(sections).length, 'row');
    draw();
  },
  toggleFold(key) {
    folded = new Set(folded);
    if (!folded.delete(key)) folded.add(key);
    draw();
  },
  switchTo: (translation) => send({ type: 'switch', translation }),
  applyFix: (problem, fix) => send({ type: 'fix', problem, fix }),
  reveal: (key, side, focus) => send({ type: 'reveal', key, side, focus }),
  select(key) {
    selected = key;
    draw();
  },
  nextProblem: (step) => goToNext((row) => passes(row, 'problems'), step),
};

/** Draws the page as things stand; what one reads stays where it is. */
function draw(): void {
  const anchor = anchorAtStart ?? currentAnchor();
  sections = state ? visibleSections(state, filter, search, folded, rowText) : [];
  const rows = visibleRows(sections);
  if (!rows.some(({ key }) => key === selected)) selected = rows.find(({ key }) => key === current)?.key ?? rows[0]?.key;
  render(pageView({ state, reason, filter, search, sections, look: { selected, current }, news }, actions), document.body);
  restoreAnchor(anchor);
  if (rows.length > 0) anchorAtStart = undefined;
  for (const link of document.querySelectorAll('.grid a[href]')) link.setAttribute('tabindex', link.closest('.row')?.getAttribute('tabindex') ?? '-1');
  markSearch(search);
  remember();
}

let rememberTimer: number | undefined;
function remember(): void {
  clearTimeout(rememberTimer);
  rememberTimer = setTimeout(() => {
    if (state) keep({ translation: state.target.id, folded: [...folded], filter, search, anchor: currentAnchor() });
  }, 200);
}

/** Moves the keyboard to a row; the text editors follow. */
function goTo(row: RowState | undefined): void {
  if (!row) return;
  selected = row.key;
  draw();
  showRow(row.key);
  rowElement(row.key)?.focus({ preventScroll: true });
  follow(row.key);
}

let followTimer: number | undefined;
/** Not on each of the steps of a held-down arrow key. */
function follow(key: string): void {
  clearTimeout(followTimer);
  followTimer = setTimeout(() => send({ type: 'reveal', key, side: 'target', focus: false }), 120);
}

function goToNext(wanted: (row: RowState) => boolean, step: 1 | -1): void {
  const rows = visibleRows(sections);
  const at = rows.findIndex(({ key }) => key === selected);
  for (let i = 1; i <= rows.length; i++) {
    const row = rows[(at + step * i + rows.length * 2) % rows.length];
    if (row && wanted(row)) return goTo(row);
  }
}

function focusSearch(): void {
  document.querySelector<HTMLInputElement>('input[type=search]')?.select();
}

onKeys({
  step(to) {
    const rows = visibleRows(sections);
    const at = rows.findIndex(({ key }) => key === selected);
    const next = to === 'first' ? 0 : to === 'last' ? rows.length - 1 : Math.max(0, Math.min(at + to, rows.length - 1));
    goTo(rows[next]);
  },
  fold(wanted) {
    const visible = sections.find(({ section }) => section.head?.key === selected && section.head !== undefined);
    if (!visible) return false;
    if (visible.folded !== wanted) actions.toggleFold(visible.section.key);
    return true;
  },
  reveal: (side) => selected !== undefined && actions.reveal(selected, side, true),
  fix() {
    const problem = visibleRows(sections).find(({ key }) => key === selected)?.problems.find(({ fixes }) => fixes.length > 0);
    if (problem) actions.applyFix(problem.id, Math.max(0, problem.fixes.findIndex(({ preferred }) => preferred)));
  },
  nextProblem: (step) => actions.nextProblem(step),
  nextToDo: (step) => goToNext((row) => passes(row, 'todo'), step),
  search: focusSearch,
  leaveSearch() {
    actions.setSearch('');
    if (selected !== undefined) rowElement(selected)?.focus();
  },
});

const pageActions: Readonly<Record<PageAction, () => void>> = {
  nextProblem: () => actions.nextProblem(1),
  previousProblem: () => actions.nextProblem(-1),
  nextToDo: () => goToNext((row) => passes(row, 'todo'), 1),
  search: focusSearch,
};

onMessage((message) => {
  switch (message.type) {
    case 'state': {
      const before = state;
      state = reuseRows(before, message.state);
      news = newsOf(before, state);
      return draw();
    }
    case 'nothing':
      state = undefined;
      reason = message.reason;
      return draw();
    case 'current':
      current = message.key;
      draw();
      return showRow(message.key);
    case 'action':
      return pageActions[message.action]();
  }
});

/** What a listener wants to know of a change; nothing if nothing was counted anew. */
function newsOf(before: PanelState | undefined, after: PanelState): string {
  const sum = ({ counts }: PanelState): number => Object.values(counts).reduce((a, b) => a + b, 0);
  if (before && before.target.id === after.target.id && sum(before) === sum(after) && before.progress.done === after.progress.done) return news;
  return `${after.target.name}: ${after.progress.done} of ${after.progress.of} translated, ${count(sum(after), 'problem')}`;
}

watchPointer(actions);
watchPictures();
draw();
document.querySelector('main')!.addEventListener('scroll', remember, { passive: true });
send({ type: 'ready' });
