// Posts with slips of every kind in them: nothing fails, nothing hangs, and what is promised of spans, edits and shortcuts holds.
// For hours of it: `npm run fuzz`.
import { loadIdentify, type Identify } from '../../../src/core/language/identify.js';
import { assertLaws } from '../../support/fuzz/laws.js';
import { fuzzCases, textsOf } from '../../support/fuzz/mutate.js';
import { fuzzPairs } from '../../support/fuzz/pairs.js';
import { startWatchdog } from '../../support/robust/watchdog.js';
import { holds } from '../support/property.js';

describe('posts with slips in them', function () {
  this.timeout(300_000); // other programs may have the processor
  const pairs = fuzzPairs();
  const watchdog = startWatchdog();
  let identify: Identify;
  before(async () => (identify = await loadIdentify()));
  after(() => watchdog.stop());

  it('are read, paired, aligned, checked, mended and shown', () => {
    holds([fuzzCases(300)], 600, (one) => {
      const { source, target, typed } = textsOf(one, pairs);
      watchdog.allow(20_000); // a hang ends the tests here
      assertLaws(source, target, typed, identify);
    });
  });
});
