// Posts with slips of every kind in them: nothing fails, nothing hangs, and what is promised of spans, edits and shortcuts holds.
// For hours of it: `npm run fuzz`.
import assert from 'node:assert/strict';
import { loadIdentify, type Identify } from '../../../src/core/language/identify.js';
import { assertInTime, keptHeap } from '../../support/fuzz/bounds.js';
import { assertLaws } from '../../support/fuzz/laws.js';
import { fuzzCases, textsOf } from '../../support/fuzz/mutate.js';
import { fuzzPairs } from '../../support/fuzz/pairs.js';
import { startWatchdog } from '../../support/robust/watchdog.js';
import { holds } from '../support/property.js';

/** Bytes that two hundred cases may leave in use. What is remembered of texts has a bound. */
const mostGrowth = 40e6;

describe('posts with slips in them', function () {
  this.timeout(300_000); // other programs may have the processor
  const pairs = fuzzPairs();
  const watchdog = startWatchdog();
  let identify: Identify;
  before(async () => (identify = await loadIdentify()));
  after(() => watchdog.stop());

  it('are read, paired, aligned, checked, mended and shown, in time and with what memory they may take', () => {
    let [cases, inputs, settled] = [0, 0, 0];
    holds([fuzzCases(120)], 250, (one) => {
      const { source, target, typed } = textsOf(one, pairs);
      watchdog.allow(20_000); // a hang ends the tests here
      assertInTime(
        [target, ...typed].flatMap((state) => [source, state]),
        () => assertLaws(source, target, typed, identify),
      );
      inputs += 1 + typed.length;
      if (++cases === 100) settled = keptHeap();
    });
    assert.ok(inputs > 2_000, `${inputs} texts were tried`);
    assert.ok(keptHeap() - settled < mostGrowth, `${settled} bytes became ${keptHeap()}`);
  });
});
