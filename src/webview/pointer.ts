// What clicks in the grid do, and what becomes of pictures that do not load.
import type { Actions } from './actions.js';

/** A click on a row shows its line in the text editor of that side; a double click opens the field, or goes to the source's text. */
export function watchPointer(actions: Actions): void {
  const rowOf = (event: MouseEvent): { key: string; side: 'source' | 'target' } | undefined => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('.row[data-key]')?.dataset['key'];
    if (key === undefined || target.closest('button, a[href], summary, .writing')) return undefined;
    return { key, side: target.closest<HTMLElement>('[data-side]')?.dataset['side'] === 'source' ? 'source' : 'target' };
  };
  document.addEventListener('click', (event) => {
    const row = rowOf(event);
    // Whoever marks words wants to copy them.
    if (!row || getSelection()?.isCollapsed === false) return;
    actions.select(row.key);
    actions.reveal(row.key, row.side, false);
  });
  document.addEventListener('dblclick', (event) => {
    const row = rowOf(event);
    if (!row) return;
    if (row.side === 'source') return actions.reveal(row.key, 'source', true);
    getSelection()?.removeAllRanges();
    actions.edit(row.key, false);
  });
}

/** The page's policy allows no handlers in its HTML, and `error` does not bubble: it is caught on its way down. */
export function watchPictures(): void {
  document.addEventListener(
    'error',
    (event) => {
      const picture = event.target;
      if (!(picture instanceof HTMLImageElement)) return;
      const words = document.createElement('span');
      words.className = 'no-picture';
      words.textContent = picture.alt === '' ? 'This picture does not load' : `${picture.alt} (this picture does not load)`;
      words.title = picture.src;
      picture.hidden = true;
      picture.after(words);
    },
    true,
  );
}
