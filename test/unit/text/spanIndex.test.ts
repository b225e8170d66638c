// Which spans overlap another, held to the slow way.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { overlaps } from '../../../src/core/text/span.js';
import { indexSpans } from '../../../src/core/text/spanIndex.js';

const span = fc.tuple(fc.nat(40), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

describe('spans that are indexed', () => {
  it('are found as by looking at each', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), span, (spans, asked) => {
        const index = indexSpans(spans);
        const expected = [...spans.keys()].filter((i) => overlaps(spans[i]!, asked));
        assert.deepEqual(index.overlapping(asked), expected);
        const first = index.first(asked);
        assert.equal(
          first === undefined ? undefined : spans[first]!.start,
          expected.length === 0 ? undefined : Math.min(...expected.map((i) => spans[i]!.start)),
        );
        assert.equal(index.hasOverlap(asked), expected.length > 0);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
