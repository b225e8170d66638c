// Keeps what one reads where it is while rows above it come, go and change their height.
import type { Anchor } from './kept.js';

/** The element that scrolls; it is there as soon as the page was drawn once. */
function scroller(): HTMLElement | null {
  return document.querySelector('main');
}

/** Height of what sticks to the top of the scrolling part and covers rows. */
function covered(): number {
  const columns = document.querySelector<HTMLElement>('.columns')?.offsetHeight ?? 0;
  return columns + (document.querySelector<HTMLElement>('.section-head')?.offsetHeight ?? 0);
}

/** The row at the top of what one sees; undefined at the very top, where one wants to stay at the top. */
export function currentAnchor(): Anchor | undefined {
  const main = scroller();
  if (!main || main.scrollTop === 0) return undefined;
  const top = main.getBoundingClientRect().top + covered();
  const row = rowAtPoint(main, top) ?? firstRowBelow(top);
  return row && { key: row.dataset['key']!, top: row.getBoundingClientRect().top };
}

/** The row that is seen at the height `top`: found at once, however many there are, where nothing else lies there. */
function rowAtPoint(main: HTMLElement, top: number): HTMLElement | undefined {
  const { left, width } = main.getBoundingClientRect();
  const row = document
    .elementFromPoint(left + width / 2, top + 1)
    ?.closest<HTMLElement>('.row[data-key]:not(.section-head)');
  return row ?? undefined;
}

/** The first row that ends below the height `top`. */
function firstRowBelow(top: number): HTMLElement | undefined {
  const rows = document.querySelectorAll<HTMLElement>('.row[data-key]:not(.section-head)');
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom <= top) low = middle + 1;
    else high = middle;
  }
  return rows[low];
}

/** Puts the row of `anchor` back to where it was, if it is still there. */
export function restoreAnchor(anchor: Anchor | undefined): void {
  const main = scroller();
  const row = anchor && rowElement(anchor.key);
  if (!row || !main) return;
  const moved = row.getBoundingClientRect().top - anchor.top;
  if (Math.abs(moved) >= 1) main.scrollTop += moved;
}

/** So long what is drawn or loaded late may move a row that was just shown. In milliseconds. */
const settling = 1500;
let shown: { readonly key: string; readonly since: number } | undefined;

/** Scrolls a row into what one sees of the page, as little as possible, and keeps it there while what is around it takes its height. */
export function showRow(key: string): void {
  shown = { key, since: performance.now() };
  scrollToRow(key);
  watchHeight();
}

let watched: Element | null = null;
/** Rows that were out of sight get the height that they have only when they are drawn, and pictures when they are loaded. */
function watchHeight(): void {
  const grid = document.querySelector('.grid');
  if (grid === watched) return;
  heights.disconnect();
  watched = grid;
  if (grid) heights.observe(grid);
}

const heights = new ResizeObserver(() => {
  if (shown && performance.now() - shown.since < settling) scrollToRow(shown.key);
});

/** Whoever scrolls wants to be where that leads. */
export function watchScrolling(): void {
  for (const type of ['wheel', 'touchmove', 'pointerdown'])
    document.addEventListener(type, () => (shown = undefined), { passive: true });
}

function scrollToRow(key: string): void {
  const main = scroller();
  const row = rowElement(key);
  if (!row || !main) return;
  const visible = main.getBoundingClientRect();
  const top = visible.top + (row.classList.contains('section-head') ? 0 : covered());
  const box = row.getBoundingClientRect();
  if (box.top < top) main.scrollTop -= top - box.top;
  else if (box.bottom > visible.bottom) main.scrollTop += Math.min(box.bottom - visible.bottom, box.top - top);
}

/** Scrolls the row of an open field so that there is room below it for what it offers; a row that is too high for that, only the field. */
export function showField(area: HTMLElement): void {
  const main = scroller();
  const row = area.closest<HTMLElement>('.row');
  if (!row || !main) return;
  const [visible, box] = [main.getBoundingClientRect(), row.getBoundingClientRect()];
  const room = visible.height - covered();
  if (box.height > room) area.closest('.writing')?.scrollIntoView({ block: 'nearest' });
  else if (box.bottom > visible.bottom - room / 4 || box.top < visible.top + covered())
    main.scrollTop += box.top - visible.top - covered() - (room - box.height) / 2;
}

/** Elements by the keys of their rows, as far as they were asked for: looking for one goes through all of the page. */
const elements = new Map<string, WeakRef<HTMLElement>>();

export function rowElement(key: string): HTMLElement | null {
  const known = elements.get(key)?.deref();
  if (known?.isConnected && known.dataset['key'] === key) return known;
  const found = document.querySelector<HTMLElement>(`.row[data-key="${CSS.escape(key)}"]`);
  if (found) elements.set(key, new WeakRef(found));
  else elements.delete(key);
  return found;
}
