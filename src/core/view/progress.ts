// How far a translation is, counted in units.
import type { UnitState } from '../align/alignment.js';
import type { Progress } from './panelState.js';

/** Counts what is translated of what the source has. */
export function progressOf(units: readonly { readonly state: UnitState }[]): Progress {
  let done = 0;
  let of = 0;
  for (const { state } of units) {
    if (state === 'added') continue;
    of++;
    if (state === 'translated' || state === 'moved') done++;
  }
  return { done, of, percent: of === 0 ? 100 : Math.floor((100 * done) / of) };
}
