// What the panel's page is told of earlier translations of the row that somebody writes in.
import { offersFor } from '../../core/memory/offers.js';
import { offerStates } from '../../core/view/offers.js';
import type { HostMessage } from '../../protocol/messages.js';
import type { Later } from '../later.js';
import type { Memories } from '../memory/memories.js';
import { writingHelp } from '../memory/settings.js';
import { whereFrom } from '../memory/words.js';
import type { Content } from './content.js';

/** Undefined where there is nothing to tell. */
export async function remembered(
  { subjects, review, state }: Content,
  key: string,
  memories: Later<Memories>,
): Promise<HostMessage | undefined> {
  const subject = subjects.get(key);
  if (subject?.kind !== 'unit' || review.target.issue.damage || !writingHelp().memory) return undefined;
  const known = await (await memories.get()).of(review);
  const offers = known && offersFor(known.memory, review.context, subject.unit, known.path);
  return offers && offers.length > 0
    ? {
        type: 'remembered',
        translation: state.target.id,
        key,
        offers: offerStates(offers, subject.unit, review.context, whereFrom),
      }
    : undefined;
}
