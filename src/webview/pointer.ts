// What clicks in the grid do, and what becomes of pictures that do not load.
import type { Actions } from './actions.js';

/** A click on a row shows its line in the text editor of that side; a double click takes the keyboard there. */
export function watchPointer(actions: Actions): void {
  const reveal = (event: MouseEvent, focus: boolean): void => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('.row[data-key]')?.dataset['key'];
    if (key === undefined || target.closest('button, a[href], summary')) return;
    // Whoever marks words wants to copy them.
    if (!focus && getSelection()?.isCollapsed === false) return;
    actions.select(key);
    const side = target.closest<HTMLElement>('[data-side]')?.dataset['side'];
    actions.reveal(key, side === 'source' ? 'source' : 'target', focus);
  };
  document.addEventListener('click', (event) => reveal(event, false));
  document.addEventListener('dblclick', (event) => reveal(event, true));
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
