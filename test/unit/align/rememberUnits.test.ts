// What is remembered of units: asked once as long as their blocks stay what they are.
import assert from 'node:assert/strict';
import type { Unit } from '../../../src/core/align/alignment.js';
import { oncePerSides, oncePerUnit, unlessQuietUnit } from '../../../src/core/align/rememberUnits.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const { blocks } = parseIssue('One.\n\nTwo words.\n\nThree more words.\n');
const [one, two, three] = [blocks[0]!, blocks[1]!, blocks[2]!];

function unit(of: Partial<Unit>): Unit {
  return { kind: 'paragraph', state: 'translated', source: [one], target: [two], confidence: 1, ...of };
}

/** A function that writes down what it is asked. */
function noted<In extends readonly unknown[], Out>(answer: (...of: In) => Out) {
  const asked: In[] = [];
  return { asked, of: (...of: In): Out => (asked.push(of), answer(...of)) };
}

describe('what is remembered of a unit', () => {
  const said = ({ source, target, state }: Unit, more = ''): string => `${source.map(({ text }) => text).join('+')} = ${target.map(({ text }) => text).join('+')} ${state} ${more}`;

  it('is asked once, whatever its confidence, and wherever its blocks stand', () => {
    const look = noted(said);
    const known = oncePerUnit(look.of);
    const first = known(unit({}));
    assert.equal(known(unit({ confidence: 0.3, target: [{ ...two, index: 9 }] })), first);
    assert.equal(look.asked.length, 1);
  });

  it('is asked again when a block, the number of blocks, the state or what else it hangs on is another', () => {
    const known = oncePerUnit(said, (more = '') => more);
    const asked: readonly (readonly [Unit, string])[] = [
      [unit({}), ''], [unit({ source: [three] }), ''], [unit({ source: [one, three] }), ''], [unit({ target: [two, three] }), ''], [unit({ state: 'moved' }), ''], [unit({}), 'more'], [unit({}), ''],
    ];
    for (const [of, more] of asked) assert.equal(known(of, more), said(of, more));
  });

  it('of one side alone is that side’s', () => {
    const look = noted(said);
    const known = oncePerUnit(look.of);
    for (const of of [unit({ target: [] }), unit({ source: [] }), unit({ target: [] }), unit({ source: [] })]) assert.equal(known(of), said(of));
    assert.equal(look.asked.length, 2);
  });

  it('of no block at all is nothing', () => {
    const look = noted(said);
    const known = oncePerUnit(look.of);
    for (let i = 0; i < 2; i++) assert.equal(known(unit({ source: [], target: [] })), ' =  translated ');
    assert.equal(look.asked.length, 2);
  });

  it('that is quiet is that it is quiet; what is loud is looked for each time, and once', () => {
    const look = noted((of: Unit): readonly string[] => (of.state === 'translated' ? [] : [of.state]));
    const known = unlessQuietUnit(look.of);
    for (let i = 0; i < 3; i++) assert.deepEqual(known(unit({})), []);
    assert.equal(look.asked.length, 1);
    for (let i = 0; i < 3; i++) assert.deepEqual(known(unit({ state: 'moved' })), ['moved']);
    assert.equal(look.asked.length, 4);
  });
});

describe('what is remembered of two sides', () => {
  it('is asked once for the same blocks, and again for others', () => {
    const look = noted((source: readonly { readonly text: string }[], target: readonly { readonly text: string }[]) => [...source, ...target].map(({ text }) => text).join('|'));
    const known = oncePerSides(look.of);
    for (const [source, target] of [[[one], [two]], [[one], [two]], [[one], [two, three]], [[three], [two]], [[one], []], [[one], []], [[], [one]]] as const) {
      assert.equal(known(source, target), [...source, ...target].map(({ text }) => text).join('|'));
    }
    assert.equal(look.asked.length, 5);
    for (let i = 0; i < 2; i++) assert.equal(known([], []), '');
    assert.equal(look.asked.length, 7);
  });
});
