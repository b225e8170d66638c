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
  return { done, of, percent: percentOf(done, of) };
}

/** To the nearest per cent; but 100 says that nothing is left, and 0 that nothing was done. */
function percentOf(done: number, of: number): number {
  if (done === of) return 100;
  return done === 0 ? 0 : Math.min(99, Math.max(1, Math.round((100 * done) / of)));
}
