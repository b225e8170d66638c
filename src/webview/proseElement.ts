// A cell's text as an element that stays the same as long as its row does, with its placeables numbered.
import type { PlaceableState, RowState, TextState } from '../protocol/messages.js';

const made = new WeakMap<RowState, Map<string, HTMLElement>>();

/** The element of one column of a row. The HTML is sanitised by the extension. */
export function proseElement(row: RowState, side: 'source' | 'target', { locale, dir }: TextState): HTMLElement {
  const known = made.get(row) ?? new Map<string, HTMLElement>();
  made.set(row, known);
  const element = known.get(side) ?? create(row, side);
  known.set(side, element);
  element.lang = locale;
  // What is not translated may still be in the source's language and run its way.
  element.dir = row.state === 'untranslated' ? 'auto' : dir;
  return element;
}

function create(row: RowState, side: 'source' | 'target'): HTMLElement {
  const element = document.createElement('div');
  element.className = 'prose';
  element.innerHTML = row[side].html;
  const places = element.querySelectorAll<HTMLElement>('[data-placeable]');
  for (const placeable of row.placeables) {
    const place = placeable[side] === undefined ? undefined : places[placeable[side]];
    if (!place) continue;
    place.dataset['number'] = String(placeable.number);
    if (!place.title) place.title = hint(placeable, side);
  }
  return element;
}

function hint({ number, source, target }: PlaceableState, side: 'source' | 'target'): string {
  const alone = side === 'source' ? target === undefined : source === undefined;
  return alone ? `${number}, without a counterpart` : String(number);
}
