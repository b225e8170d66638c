// What must hold of the aligner whatever the texts.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignIssues } from '../../../src/core/align/align.js';
import type { Item } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { KnownPair } from '../../support/planted/pair.js';
import { piecesOf, without } from '../../support/planted/plant.js';
import { plantIn, plants } from '../../support/planted/planted.js';
import { draws, randomFrom, type Random } from '../../support/planted/random.js';
import { linesOfPieces, plantable, type Line } from '../../support/planted/text.js';
import { holds } from '../support/property.js';
import { alignedWith, mirroredName, pairName, pairNamed, sourceOf, unitName } from './cases.js';

/** A sample's translation with up to three changes planted; where they don't fit, as it is. */
function changedTarget(pair: KnownPair, random: Random): string {
  return plantIn(pair, random.some(plants, random.below(4)), random)?.target ?? pair.target;
}

describe('the aligner', () => {
  it('aligns any text with itself one to one', () => {
    holds([pairName(), draws()], 8, (name, numbers) => {
      const text = changedTarget(pairNamed(name), randomFrom(numbers));
      const { source, units } = alignIssues(parseIssue(text), parseIssue(text));
      assert.deepEqual(
        units.map(unitName),
        source.blocks.map(({ index }) => `${index}=${index}`),
      );
    });
  });

  it('mirrors: B with A is A with B from the other side', () => {
    holds([pairName(), draws()], 8, (name, numbers) => {
      const pair = pairNamed(name);
      const [source, target] = [sourceOf(pair), parseIssue(changedTarget(pair, randomFrom(numbers)))];
      const names = alignIssues(source, target).units.map(unitName);
      const mirrored = alignIssues(target, source).units.map(mirroredName);
      assert.deepEqual(mirrored.sort(), names.sort());
    });
  });

  // In a translation that keeps the order: next to an item that was moved already, a title may lose its counterpart.
  it('leaves all other units as they were when an item is deleted', () => {
    holds([pairName(keepsOrder), fc.nat()], 10, (name, choice) => {
      const pair = pairNamed(name);
      const text = plantable(
        pair.target.split('\n').map((line): Line => ({ text: line, from: [], copy: false, touched: false })),
      )!;
      const items = text.issue.sections.flatMap((section) => section.items).filter(({ title }) => title !== undefined);
      const gone = items[choice % items.length]!;
      const before = alignedWith(pair, pair.target);
      const after = alignedWith(
        pair,
        linesOfPieces(without(text.pieces, piecesOf(text, gone)))
          .map((line) => line.text)
          .join('\n'),
      );
      fc.pre(after.target.blocks.length === before.target.blocks.length - countOf(gone));

      const others = before.units.filter(({ target }) => !target.some(({ index }) => isIn(gone, index)));
      const expected = others.map(({ source, target }) =>
        unitName({
          source,
          target: target.map(
            (block) => after.target.blocks[isBehind(gone, block.index) ? block.index - countOf(gone) : block.index]!,
          ),
        }),
      );
      const left = new Set(after.units.map(unitName));
      assert.deepEqual(
        expected.filter((unit) => !left.has(unit)),
        [],
      );
    });
  });
});

function keepsOrder({ links }: KnownPair): boolean {
  return links.every(({ source }, i) => i === 0 || source >= links[i - 1]!.source);
}

function countOf({ first, last }: Item): number {
  return last - first + 1;
}

function isIn({ first, last }: Item, index: number): boolean {
  return index >= first && index <= last;
}

function isBehind({ last }: Item, index: number): boolean {
  return index > last;
}
