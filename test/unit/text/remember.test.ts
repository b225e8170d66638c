// What is remembered of texts and blocks: asked once, within a bound, and moved with the block.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { oncePerBlock, oncePerPlacedBlock, oncePerText } from '../../../src/core/text/remember.js';

/** A function that counts how often it is asked. */
function counted<In extends readonly unknown[], Out>(answer: (...of: In) => Out) {
  const asked = { times: 0, of: (...of: In): Out => (asked.times++, answer(...of)) };
  return asked;
}

describe('what is remembered', () => {
  it('of a text is asked once for each of what else it hangs on', () => {
    const look = counted((text: string, more: number) => text.length + more);
    const known = oncePerText(look.of, (more) => String(more));
    assert.deepEqual([known('ab', 1), known('ab', 1), known('ab', 2), known('abc', 1)], [3, 3, 4, 4]);
    assert.equal(look.times, 3);
  });

  it('of a text is forgotten when there are too many, the oldest first, and never begun of a long one', () => {
    const look = counted((text: string) => text.length);
    const known = oncePerText(look.of);
    for (let i = 0; i <= 5000; i++) known(`text ${i}`);
    known('text 1');
    assert.equal(look.times, 5001);
    known('text 0');
    assert.equal(look.times, 5002);
    for (let i = 0; i < 2; i++) known('x'.repeat(20_001));
    assert.equal(look.times, 5004);
  });

  it('of a text is forgotten when they are too long together', () => {
    const look = counted((text: string) => text.length);
    const known = oncePerText(look.of);
    const long = (i: number): string => `${i} ${'x'.repeat(19_990)}`;
    for (let i = 0; i < 51; i++) known(long(i));
    known(long(50));
    assert.equal(look.times, 51);
    known(long(0));
    assert.equal(look.times, 52);
  });

  it('of a part of a text keeps nothing of the rest, nor does the answer', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => (collect(), process.memoryUsage().heapUsed);
    const known = oncePerText((text) => text.slice(1));
    const before = heap();
    for (let i = 0; i < 60; i++) known(`${i} ${Math.random()} `.repeat(40_000).slice(100, 300));
    assert.ok(heap() - before < 10 * 2 ** 20, `60 short parts of texts of a megabyte weigh ${heap() - before} bytes`);
  });

  const { blocks } = parseIssue('One.\n\nTwo words.\n');

  it('of a block is asked once, wherever it stands', () => {
    const look = counted(({ text }: { readonly text: string }, more: string) => text + more);
    const known = oncePerBlock(look.of, (more: string) => more);
    const [block] = blocks;
    assert.deepEqual(
      [known(block!, 'a'), known({ ...block!, index: 7 }, 'a'), known(block!, 'b')],
      ['One.a', 'One.a', 'One.b'],
    );
    assert.equal(look.times, 2);
  });

  it('of a block with places moves with it', () => {
    const found = {
      lists: [[{ start: 6, end: 9, kind: 'word' }], null, 'x', 3],
      deeper: { span: { start: 10, end: 12 } },
      noSpan: { start: 'x', end: 3 },
      half: { start: 1 },
    };
    const known = oncePerPlacedBlock(() => found);
    const block = blocks[0]!;
    assert.equal(known(block), found);
    const moved = { ...block, span: { start: block.span.start + 5, end: block.span.end + 5 } };
    assert.deepEqual(known(moved), {
      lists: [[{ start: 11, end: 14, kind: 'word' }], null, 'x', 3],
      deeper: { span: { start: 15, end: 17 } },
      noSpan: { start: 'x', end: 3 },
      half: { start: 1 },
    });
  });
});
