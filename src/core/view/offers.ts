// What the panel shows of earlier translations while one writes in a row.
import type { Unit } from '../align/alignment.js';
import { innerSpan, plainText } from '../memory/inner.js';
import type { Offer, Texts } from '../memory/offers.js';

/** An earlier translation of a row's text, or of one of its sentences. */
export interface OfferState {
  readonly percent: number;
  /** As a reader sees it. */
  readonly label: string;
  /** Markdown to put in: of a whole text with the marks of its heading or list. */
  readonly text: string;
  /** Whether it is all of the row, and takes the place of what stands there. */
  readonly isWhole: boolean;
  /** `#5 · 2020-02-23` */
  readonly from: string;
  /** The source as it was translated then, cut where the one of now says something else; empty where it does not. */
  readonly then: Offer['then'];
}

/** A row that is being written needs no more. */
const mostOffers = 6;

/** The offers of a unit as the page shows them. @param from says where one is from */
export function offerStates(
  offers: readonly Offer[],
  unit: Unit,
  { source, target }: Texts,
  from: (offer: Offer) => string,
): OfferState[] {
  const [issue, block] = unit.target[0] ? [target, unit.target[0]] : [source, unit.source[0]];
  const mark = block ? issue.text.slice(block.span.start, innerSpan(issue, block).start) : '';
  return offers.slice(0, mostOffers).map((offer) => ({
    percent: offer.percent,
    label: plainText(offer.text),
    text: offer.sentence === undefined ? mark + offer.text : offer.text,
    isWhole: offer.sentence === undefined,
    from: from(offer),
    then: offer.then.some(({ differs }) => differs) ? offer.then : [],
  }));
}
