// Every trap goes through reading, pairing, aligning, checking, mending and showing without failing, and in time.
// How time grows with a trap's size is what `npm run bench:robust` prints.
import assert from 'node:assert/strict';
import { loadIdentify, type Identify } from '../../../src/core/language/identify.js';
import { changedText } from '../../support/robust/changed.js';
import { stages, timeStages } from '../../support/robust/stages.js';
import { traps } from '../../support/robust/traps.js';
import { startWatchdog } from '../../support/robust/watchdog.js';

/** UTF-16 code units: what is exponential hangs, what is quadratic passes. */
const size = 1500;
/** Milliseconds of the processor's time; most take a tenth of a second. */
const most = 3_000;

describe('a trap', function () {
  this.timeout(120_000); // other programs may have the processor: what counts is its time
  const own = stages.filter((stage) => stage !== 'remark');
  const watchdog = startWatchdog();
  let identify: Identify;
  before(async () => (identify = await loadIdentify()));
  after(() => watchdog.stop());

  for (const [name, trap] of Object.entries(traps)) {
    it(`${name} is got through in time`, () => {
      const text = trap(size);
      watchdog.allow(10 * most); // a hang ends the tests here
      const times = timeStages(text, changedText(text), identify, own);
      const all = [...times.values()].reduce((sum, time) => sum + time, 0);
      assert.ok(all < most, [...times].map(([stage, time]) => `${stage} ${time.toFixed(0)} ms`).join(', '));
    });
  }
});
