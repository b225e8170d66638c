// What is remembered of two sides: asked once as long as their blocks stay what they are.
import assert from 'node:assert/strict';
import { oncePerSides } from '../../../src/core/align/rememberUnits.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const { blocks } = parseIssue('One.\n\nTwo words.\n\nThree more words.\n');
const [one, two, three] = [blocks[0]!, blocks[1]!, blocks[2]!];

/** A function that writes down what it is asked. */
function noted<In extends readonly unknown[], Out>(answer: (...of: In) => Out) {
  const asked: In[] = [];
  return { asked, of: (...of: In): Out => (asked.push(of), answer(...of)) };
}

describe('what is remembered of two sides', () => {
  it('is asked once for the same blocks, and again for others', () => {
    const look = noted((source: readonly { readonly text: string }[], target: readonly { readonly text: string }[]) =>
      [...source, ...target].map(({ text }) => text).join('|'),
    );
    const known = oncePerSides(look.of);
    for (const [source, target] of [
      [[one], [two]],
      [[one], [two]],
      [[one], [two, three]],
      [[three], [two]],
      [[one], []],
      [[one], []],
      [[], [one]],
    ] as const) {
      assert.equal(known(source, target), [...source, ...target].map(({ text }) => text).join('|'));
    }
    assert.equal(look.asked.length, 5);
    for (let i = 0; i < 2; i++) assert.equal(known([], []), '');
    assert.equal(look.asked.length, 7);
  });
});
