// A cell's text as an element that stays the same as long as its row does, with its placeables numbered.
import { directionOf } from './direction.js';
import type { PlaceableState, RowState, TextState } from '../protocol/messages.js';

const made = new WeakMap<RowState, Map<string, HTMLElement>>();
/** What an element says, without our words: to ask the page again takes longer. */
const words = new WeakMap<HTMLElement, string>();

/** The element of one column of a row. The HTML is sanitised by the extension. */
export function proseElement(row: RowState, side: 'source' | 'target', { locale, dir }: TextState): HTMLElement {
  const known = made.get(row) ?? new Map<string, HTMLElement>();
  made.set(row, known);
  const element = known.get(side) ?? create(row, side);
  known.set(side, element);
  // What is not translated may still be in the source's language and run its way.
  const its = row.state === 'untranslated' ? 'auto' : directionOf(words.get(element)!, dir);
  // Setting what is set already costs the browser a look at all that is inside.
  if (element.lang !== locale) element.lang = locale;
  if (element.dir !== its) element.dir = its;
  return element;
}

function create(row: RowState, side: 'source' | 'target'): HTMLElement {
  const element = document.createElement('div');
  element.className = 'prose';
  element.innerHTML = row[side].html;
  const name = row.kind === 'front-matter' ? (element.querySelector('code')?.textContent.length ?? 0) : 0;
  words.set(element, element.textContent.slice(name));
  const places = element.querySelectorAll<HTMLElement>('[data-placeable]');
  for (const placeable of row.placeables) {
    const place = placeable[side] === undefined ? undefined : places[placeable[side]];
    if (!place) continue;
    if (!place.title) place.title = hint(row, placeable, side);
    const carrier = placeable.kind === 'image' ? framed(place) : place;
    carrier.dataset['number'] = String(placeable.number);
  }
  return element;
}

/** A picture cannot show a number; a frame around it can. */
function framed(picture: HTMLElement): HTMLElement {
  const frame = document.createElement('span');
  frame.className = 'picture';
  picture.replaceWith(frame);
  frame.append(picture);
  return frame;
}

/** A copy of one of the source's pictures, by its place among the placeables; undefined if it is not shown there. */
export function sourcePicture({ source: { html } }: RowState, place: number | undefined): HTMLImageElement | undefined {
  if (place === undefined) return undefined;
  // Like in a template, nothing in it loads before it is in the page.
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const picture = body.querySelectorAll('[data-placeable]')[place];
  if (!(picture instanceof HTMLImageElement)) return undefined;
  const copy = document.createElement('img');
  copy.src = picture.src;
  copy.alt = '';
  copy.referrerPolicy = 'no-referrer';
  return copy;
}

function hint({ state }: RowState, { number, source, target }: PlaceableState, side: 'source' | 'target'): string {
  const isAlone =
    (side === 'source' ? target === undefined : source === undefined) && state !== 'missing' && state !== 'added';
  return isAlone ? `${number}, without a counterpart` : String(number);
}
