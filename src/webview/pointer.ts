// What clicks in the grid do, and what becomes of pictures that do not load.
import type { ReadWord } from '../protocol/messages.js';
import type { Actions } from './actions.js';

/** A click on a row shows its line in the text editor of that side; a double click opens the field, or goes to the source's text. */
export function watchPointer(actions: Actions): void {
  const rowOf = (event: MouseEvent): { key: string; side: 'source' | 'target' } | undefined => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('.row[data-key]')?.dataset['key'];
    if (key === undefined || target.closest('button, a[href], summary, .writing')) return undefined;
    return {
      key,
      side: target.closest<HTMLElement>('[data-side]')?.dataset['side'] === 'source' ? 'source' : 'target',
    };
  };
  document.addEventListener('click', (event) => {
    const row = rowOf(event);
    // Whoever marks words wants to copy them.
    if (!row || getSelection()?.isCollapsed === false) return;
    actions.select(row.key);
    actions.reveal(row.key, row.side, false, wordAt(event));
  });
  document.addEventListener('dblclick', (event) => {
    const row = rowOf(event);
    if (!row) return;
    if (row.side === 'source') return actions.reveal(row.key, 'source', true, wordAt(event));
    getSelection()?.removeAllRanges();
    actions.edit(row.key, false);
  });
}

/** The word that somebody points at, and how many before it in its cell read the same. */
function wordAt({ clientX, clientY, target }: MouseEvent): ReadWord | undefined {
  const caret = document.caretRangeFromPoint(clientX, clientY);
  const prose = (target as Element).closest('.prose');
  if (!caret || !prose?.contains(caret.startContainer) || !(caret.startContainer instanceof Text)) return undefined;
  const before = document.createRange();
  before.setStart(prose, 0);
  before.setEnd(caret.startContainer, caret.startOffset);
  const said = prose.textContent ?? '';
  const at = before.toString().length;
  const begun = /(?<![\p{L}\p{N}])[\p{L}\p{N}]*$/u.exec(said.slice(0, at))![0];
  const word = begun + /^[\p{L}\p{N}]*/u.exec(said.slice(at))![0];
  if (word === '') return undefined;
  const start = at - begun.length;
  return { word, nth: (said.slice(0, start).match(/[\p{L}\p{N}]+/gu) ?? []).filter((other) => other === word).length };
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
      words.textContent =
        picture.alt === '' ? 'This picture does not load' : `${picture.alt} (this picture does not load)`;
      words.title = picture.src;
      picture.hidden = true;
      picture.after(words);
    },
    true,
  );
}
