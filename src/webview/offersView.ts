// Below the field in which one writes: how earlier issues have the same or a similar text.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { OfferState, TextState } from '../protocol/messages.js';
import type { Actions } from './actions.js';

/** Ctrl+Alt+1 to Ctrl+Alt+9 take these. */
const mostKeys = 9;

export function offersView(
  offers: readonly OfferState[],
  { locale, dir }: TextState,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (offers.length === 0) return nothing;
  return html`<div class="offers" role="listbox" aria-label="Earlier translations" lang=${locale || nothing}>
    ${offers.map(
      (
        offer,
        i,
      ) => html`<div class="offer" role="option" aria-selected="false" tabindex=${i === 0 ? 0 : -1} title=${i < mostKeys ? `Take it (Ctrl+Alt+${i + 1})` : 'Take it'} @click=${() => actions.takeOffer(i)}>
        <span class="offer-percent">${offer.percent} %</span>
        <span class="offer-text" dir=${dir}>${offer.label}</span>
        <span class="offer-from" lang="en">${offer.isWhole ? '' : 'one sentence, '}${offer.from}</span>
        ${offer.then.length === 0 ? nothing : html`<span class="offer-then" lang="" dir="auto"><span class="heard">Then the source was: </span>${offer.then.map(({ text, differs }) => (differs ? html`<del>${text}</del>` : text))}</span>`}
      </div>`,
    )}
  </div>`;
}

/** From the end of the field down into the list; false if the cursor is elsewhere, or there is no list. */
export function goToOffers(field: EventTarget | null): boolean {
  const first =
    field instanceof HTMLTextAreaElement && field.selectionEnd === field.value.length
      ? field.closest('.writing')?.querySelector<HTMLElement>('.offer')
      : undefined;
  first?.focus();
  return first !== undefined && first !== null;
}

/** What a key does on the list; false if nothing. */
export function offerKey(event: KeyboardEvent, take: (offer: number) => void, leave: () => void): boolean {
  const option = (event.target as HTMLElement).closest<HTMLElement>('.offer');
  const options = [...(option?.parentElement?.querySelectorAll<HTMLElement>('.offer') ?? [])];
  const at = option ? options.indexOf(option) : -1;
  if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Enter' || event.key === ' ') take(at);
  else if (event.key === 'ArrowDown') options[Math.min(at + 1, options.length - 1)]!.focus();
  else if (event.key === 'ArrowUp' && at > 0) options[at - 1]!.focus();
  else if (event.key === 'ArrowUp') leave();
  else return false;
  return true;
}
