// The aligner follows what translators do: every kind of change, planted in the samples, with the right alignment known.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Alignment } from '../../../src/core/align/alignment.js';
import type { Block } from '../../../src/core/model.js';
import type { Plant } from '../../support/planted/plant.js';
import { plantIn, plants, type Planted } from '../../support/planted/planted.js';
import { draws, randomFrom, type Random } from '../../support/planted/random.js';
import { f1, judge, linksOfAlignment, type Judgement } from '../../support/planted/score.js';
import { holds } from '../support/property.js';
import { alignedWith, pairName, pairNamed } from './cases.js';

/** F1 of block links that no text may fall below. */
const usual = 0.95;
/** The samples have five bullets, of some forty blocks, without a link, a name or a number: only their order tells which is which, and that has changed. */
const bareBullets = 0.85;
/** Where less is asked for. */
const lower: Readonly<Record<string, number>> = {
  'swap-items': bareBullets,
  'move-item': bareBullets,
  'delete-item': bareBullets,
  'delete-paragraph': bareBullets,
  // A note can come to stand where an item was left out, an item lose the links that tied it and be moved besides.
  mixture: 0.6,
};
/** The share of the blocks that a change concerns which must be wholly right; the many others would hide them. */
const touchedShare = 0.6;
/** In an issue of sixteen blocks one link is more than the twentieth part: one fault is always forgiven. */
const forgiven = 1;
const runs = 3;

/** Plants, aligns, and holds the result to the promises that are made of every alignment and to a least F1. */
function follows(id: string, kinds: (random: Random) => readonly Plant[]): void {
  const judgements: Judgement[] = [];
  const least = lower[id] ?? usual;
  holds([pairName(), draws()], runs, (name, numbers) => {
    const random = randomFrom(numbers);
    const planted = plantIn(pairNamed(name), kinds(random), random);
    fc.pre(planted !== undefined);
    const alignment = alignedWith(planted.pair, planted.target);
    assertWhole(alignment);
    judgements.push(assertRight(planted, alignment, least));
  });
  const sum = (of: 'touched' | 'touchedRight'): number => judgements.reduce((all, judgement) => all + judgement[of], 0);
  assert.ok(
    least < usual || sum('touchedRight') >= touchedShare * sum('touched'),
    `${sum('touchedRight')} of ${sum('touched')} changed blocks are right`,
  );
}

function assertWhole({ source, target, units }: Alignment): void {
  const ascending = (a: Block, b: Block): number => a.index - b.index;
  assert.deepEqual(
    units.flatMap((unit) => unit.source).sort(ascending),
    source.blocks,
    'every source block stands in exactly one unit',
  );
  assert.deepEqual(
    units.flatMap((unit) => unit.target).sort(ascending),
    target.blocks,
    'every target block stands in exactly one unit',
  );
  for (const { source: s, target: t, state, confidence } of units) {
    assert.ok(s.length + t.length > 0, 'no unit is empty');
    assert.equal(t.length === 0, state === 'missing');
    assert.equal(s.length === 0, state === 'added');
    assert.ok(confidence >= 0 && confidence <= 1);
  }
}

function assertRight(planted: Planted, alignment: Alignment, least: number): Judgement {
  const judgement = judge(planted, linksOfAlignment(alignment, planted.pair.ruler));
  const { lost, wrong } = judgement;
  const said = (links: typeof lost): string =>
    links.map(({ source, target }) => `${source}=${target}`).join(' ') || 'none';
  assert.ok(
    f1(judgement) >= least || lost.length + wrong.length <= forgiven,
    `F1 ${f1(judgement).toFixed(3)}, lost ${said(lost)}, wrong ${said(wrong)}, by blocks from 0, in\n\n${planted.target}`,
  );
  return judgement;
}

describe('the aligner follows', () => {
  for (const plant of plants) it(`${plant.id}: ${plant.says}`, () => follows(plant.id, () => [plant]));

  it('two changes of any kind, one upon the other', () => follows('mixture', (random) => random.some(plants, 2)));
});
