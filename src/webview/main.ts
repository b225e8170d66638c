// The panel's page: takes what the extension tells it, draws it, and says what was clicked or typed.
import { render } from 'lit/html.js';
import type { HostMessage, PageMessage, PanelState, RowState } from '../protocol/messages.js';
import { applyPatch, type StatePatch } from '../protocol/patch.js';
import type { Actions } from './actions.js';
import { withNextFrame } from './frame.js';
import { keep, onMessage, readKept as readKeptState, send as sendToHost } from './host.js';
import { readKept, type Anchor } from './kept.js';
import { onKeys } from './keyboard.js';
import { pageView } from './pageView.js';
import { lightPlaceable, watchCounterparts } from './lights.js';
import { watchPictures, watchPointer } from './pointer.js';
import { currentAnchor, restoreAnchor, rowElement, showField, showRow, watchScrolling } from './scrolling.js';
import { markSearch } from './searchMarks.js';
import { rowCommands } from './rowCommands.js';
import { rowText } from './rowText.js';
import { passes, visibleRows, visibleSections, type Filter, type VisibleSection } from './visible.js';
import { count } from './words.js';
import { Writer } from './writer.js';

const kept = readKept(readKeptState());
let state: PanelState | undefined;
/** Id of the translation that is shown, or was last. */
let translation = kept?.translation ?? '';
let reason = 'Reading…';
let folded = new Set(kept?.folded);
let filter: Filter = kept?.filter ?? 'all';
let search = kept?.search ?? '';
let selected: string | undefined;
let current: string | undefined;
/** The row in which somebody wanted to write, and cannot. */
let refused: string | undefined;
let news = '';
let sections: VisibleSection[] = [];
/** Where to scroll once there are rows: where the page was before it was hidden. */
let anchorAtStart: Anchor | undefined = kept?.anchor;

const writer = new Writer(
  {
    translation: () => translation,
    send,
    draw,
    focusRow,
    nextToDo: (key) => nextRow(key, (row) => passes(row, 'todo') && row.canWrite, 1)?.key,
    say,
    showField,
  },
  kept?.drafts ?? [],
);

function send(message: PageMessage): void {
  sendToHost({ ...message, ...(state && { about: state.target.id }) });
}

const actions: Actions = {
  setFilter(chosen) {
    filter = chosen;
    draw();
    say(count(visibleRows(sections).length, 'row'));
  },
  setSearch(words) {
    search = words;
    draw();
    say(count(visibleRows(sections).length, 'row'));
  },
  toggleFold(key) {
    folded = new Set(folded);
    if (!folded.delete(key)) folded.add(key);
    draw();
  },
  chooseIssue: () => send({ type: 'chooseIssue' }),
  switchTo: (translation) => send({ type: 'switch', translation }),
  applyFix: (problem, fix) => send({ type: 'fix', problem, fix }),
  intend: (problem) => send({ type: 'intend', problem }),
  reveal: (key, side, focus, at) => send({ type: 'reveal', key, side, focus, ...(at && { at }) }),
  select(key) {
    selected = key;
    draw();
  },
  nextProblem: (step) => commands[step === 1 ? 'nextProblem' : 'previousProblem'](),
  insertAll: () => send({ type: 'insertAll' }),
  edit(key, withSource) {
    selected = key;
    if (visibleRows(sections).find((row) => row.key === key)?.canWrite) return writer.edit(key, withSource);
    refused = key;
    draw();
    showRow(key);
  },
  write(text) {
    writer.write(text);
    keepNow(); // the page may be hidden, and thrown away, right after a key
  },
  putIn: (chip) => writer.putIn(chip),
  takeOffer: (offer) => writer.takeOffer(offer),
  saveWriting: (goOn) => writer.save(goOn),
  leaveWriting: () => writer.leave(),
  discardWriting: () => writer.discard(),
  overrule: (keepMine) => writer.overrule(keepMine),
};

/** Draws the page as things stand; what one reads stays where it is. */
function draw(): void {
  const anchor = anchorAtStart ?? currentAnchor();
  sections = state ? visibleSections(state, filter, search, folded, rowText) : [];
  const rows = visibleRows(sections);
  if (!rows.some(({ key }) => key === selected))
    selected = rows.find(({ key }) => key === current)?.key ?? rows[0]?.key;
  if (refused !== selected) refused = undefined;
  render(
    pageView(
      {
        state,
        reason,
        filter,
        search,
        sections,
        look: { selected, current, field: writer.field, drafts: writer.draftRows, refused },
        news,
      },
      actions,
    ),
    document.body,
  );
  restoreAnchor(anchor);
  if (rows.length > 0) anchorAtStart = undefined;
  tabToLinks();
  markSearch(search);
  remember();
}

/** The row to bring into sight when what the extension told is drawn. */
let rowToShow: string | undefined;
const told = withNextFrame(() => {
  draw();
  // What one writes stays in sight, wherever the cursor of the text editor goes.
  if (rowToShow !== undefined && !writer.field) showRow(rowToShow);
  rowToShow = undefined;
});

let linksOf: string | undefined;
/** Tab stops at the links of the selected row; they are made without. */
function tabToLinks(): void {
  const set = (key: string | undefined, tabindex: string): void => {
    const row = key === undefined ? null : rowElement(key);
    for (const link of row?.querySelectorAll('.prose a[href]') ?? []) link.setAttribute('tabindex', tabindex);
  };
  if (linksOf !== selected) set(linksOf, '-1');
  set((linksOf = selected), '0');
}

let rememberTimer: number | undefined;
function remember(): void {
  clearTimeout(rememberTimer);
  rememberTimer = setTimeout(keepNow, 200);
}

function keepNow(): void {
  clearTimeout(rememberTimer);
  if (state)
    keep({
      translation: state.target.id,
      folded: [...folded],
      filter,
      search,
      anchor: currentAnchor(),
      drafts: writer.kept(),
    });
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
  followTimer = setTimeout(() => {
    if (document.hasFocus()) send({ type: 'reveal', key, side: 'target', focus: false }); // who has left the panel writes elsewhere
  }, 120);
}

function focusRow(key: string): void {
  goTo(visibleRows(sections).find((row) => row.key === key));
}

function nextRow(from: string | undefined, wanted: (row: RowState) => boolean, step: 1 | -1): RowState | undefined {
  const rows = visibleRows(sections);
  const at = rows.findIndex(({ key }) => key === from);
  for (let i = 1; i <= rows.length; i++) {
    const row = rows[(at + step * i + rows.length * 2) % rows.length];
    if (row && row.key !== from && wanted(row)) return row;
  }
  return undefined;
}

function goToNext(wanted: (row: RowState) => boolean, step: 1 | -1): boolean {
  const row = nextRow(selected, wanted, step);
  goTo(row);
  return row !== undefined;
}

/** Tells a screen reader. */
function say(words: string): void {
  news = words;
  draw();
}

function isHead(row: RowState): boolean {
  return sections.some(({ section }) => section.head === row);
}

function selectedRow(): RowState | undefined {
  return visibleRows(sections).find(({ key }) => key === selected);
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
  act: (action) => commands[action](),
  light(number) {
    const row = selected === undefined ? null : rowElement(selected);
    const words = row && lightPlaceable(row, number);
    if (words) say(`${number}: ${words.source ?? 'not in the source'}; ${words.target ?? 'not in the translation'}`);
  },
  undo: (again) => send({ type: 'undo', again }),
  write: {
    save: (goOn) => writer.save(goOn),
    leave: () => writer.leave(),
    putIn: (chip) => writer.putIn(chip),
    takeOffer: (offer) => writer.takeOffer(offer),
    goToField: () => writer.goToField(),
    leap: () => writer.leap(),
  },
  leaveSearch() {
    actions.setSearch('');
    if (selected !== undefined) rowElement(selected)?.focus();
  },
});

const commands = rowCommands({
  actions,
  selected: selectedRow,
  isHead,
  goToNext,
  send,
  say,
  focusSearch: () => document.querySelector<HTMLInputElement>('input[type=search]')?.select(),
});

/** Whether all has been asked for, and has not come yet. */
let asked = false;

/** Asks for everything, as a page does that begins. */
function ask(): void {
  if (asked) return;
  asked = true;
  send({ type: 'ready' });
}

/** Undefined if the patch is one of a state that this page never had: of the page before, when that was thrown away. */
function patched(patch: StatePatch): PanelState | undefined {
  try {
    return applyPatch(state, patch);
  } catch {
    return undefined;
  }
}

function take(next: PanelState): void {
  const before = state;
  if (translation !== next.target.id) {
    writer.turnAway();
    clearTimeout(followTimer); // the row is one of another text
    translation = next.target.id;
  }
  state = next;
  news = newsOf(before, next);
  told.soon();
}

onMessage((message: HostMessage) => {
  switch (message.type) {
    case 'state':
      asked = false;
      return take(message.state);
    case 'patch': {
      const next = patched(message.patch);
      return next ? take(next) : ask();
    }
    case 'current':
      current = rowToShow = message.key;
      return told.soon();
  }
  told.now(); // the others speak of rows that were told of before
  switch (message.type) {
    case 'nothing':
      state = undefined;
      reason = message.reason;
      return draw();
    case 'action':
      if (message.key !== undefined) selected = message.key;
      return commands[message.action]();
    default:
      return writer.receive(message);
  }
});

/** What a listener wants to know of a change; nothing if nothing was counted anew. */
function newsOf(before: PanelState | undefined, after: PanelState): string {
  const sum = ({ counts }: PanelState): number => Object.values(counts).reduce((a, b) => a + b, 0);
  if (
    before &&
    before.target.id === after.target.id &&
    sum(before) === sum(after) &&
    before.progress.done === after.progress.done
  )
    return news;
  return `${after.target.name}: ${after.progress.done} of ${after.progress.of} translated, ${count(sum(after), 'problem')}`;
}

watchPointer(actions);
watchCounterparts();
watchPictures();
watchScrolling();
draw();
document.querySelector('main')!.addEventListener('scroll', remember, { passive: true });
ask();
