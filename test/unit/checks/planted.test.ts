// Defects planted in the samples and in texts of our own are found, and what mends them mends them. `npm run bench:checks` has the figures.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixSafely } from '../../../src/core/checks/fixAll.js';
import { checks } from '../../../src/core/checks/index.js';
import type { Problem } from '../../../src/core/problem.js';
import { applyEdits, withoutCollisions } from '../../../src/core/text/edit.js';
import { faultsOfFix } from '../../support/convergence.js';
import { draws, randomFrom, type Random } from '../../support/planted/random.js';
import type { DefectKind } from '../../support/plantedDefects/defect.js';
import { defectKinds } from '../../support/plantedDefects/kinds.js';
import type { LevelPair } from '../../support/plantedDefects/pair.js';
import { judgePlanted, plantDefect, problemsOf, type PlantedDefect } from '../../support/plantedDefects/plant.js';
import { levelSamples, ownPairs } from '../../support/plantedDefects/realPairs.js';
import { holds } from '../support/property.js';

const pairs = [...levelSamples(), ...ownPairs()];
const before = new Map(pairs.map((pair) => [pair, problemsOf(pair, pair.target.text)]));
const ids = new Set(checks.map(({ id }) => id));
const kinds = defectKinds.filter(({ foundBy }) => foundBy.some((id) => ids.has(id)));
/** In how many of the texts a defect must be found: where one misleads the aligner, what is wrong is said of a neighbour. */
const share = 0.75;
/** How many defects are planted at once where only their fixes are looked at. */
const several = 4;

function planted(pair: LevelPair, kind: DefectKind, random: Random): PlantedDefect | undefined {
  return plantDefect(pair, kind, pairs, before.get(pair)!, random);
}

describe('a planted defect is found', () => {
  for (const kind of kinds) {
    it(`${kind.id}: ${kind.says}`, function () {
      let places = 0;
      holds([draws()], 1, (numbers) => {
        const defects = pairs.flatMap((pair) => planted(pair, kind, randomFrom(numbers)) ?? []);
        const judged = defects.map((defect) => ({ defect, found: judgePlanted(defect, before.get(defect.pair)!).found }));
        places += defects.length;
        const missed = judged.filter(({ found }) => !found);
        assert.ok(missed.length <= defects.length * (1 - share), `none of ${kind.foundBy.join(', ')} in ${missed.length} of ${defects.length}:\n\n${missed[0]?.defect.target}`);
        for (const { defect, found } of judged) if (found) assertMends(defect, found);
      });
      if (places === 0) this.skip();
    });
  }
});

describe('fixes of several defects at once', () => {
  it('each mend theirs, and all safe ones taken twice are the same as once', () => {
    holds([fc.constantFrom(...pairs.map(({ name }) => name)), draws()], 3, (name, numbers) => {
      const [pair, random] = [pairs.find((one) => one.name === name)!, randomFrom(numbers)];
      const defects = random.some(kinds, several).flatMap((kind) => planted(pair, kind, random) ?? []).filter(({ surroundings }) => !surroundings.rules && !surroundings.site);
      const text = applyEdits(pair.target.text, withoutCollisions(defects).flatMap(({ edits }) => edits));
      const find = (now: string): readonly Problem[] => problemsOf(pair, now);
      const told = find(text);
      for (const problem of told) for (const fix of problem.fixes) assertFix(text, problem, fix, told, find);
      const once = fixSafely(text, find).text;
      assert.equal(fixSafely(once, find).text, once);
    });
  });
});

function assertMends({ pair, target, surroundings }: PlantedDefect, found: Problem): void {
  const find = (now: string): readonly Problem[] => problemsOf(pair, now, surroundings);
  const told = find(target);
  for (const fix of found.fixes) assertFix(target, found, fix, told, find);
}

function assertFix(text: string, problem: Problem, fix: Problem['fixes'][number], told: readonly Problem[], find: (text: string) => readonly Problem[]): void {
  const { isChanged, isMended, fresh } = faultsOfFix(text, problem, fix, told, find);
  assert.ok(isChanged, `“${fix.title}” changes something`);
  assert.ok(isMended, `“${fix.title}” mends “${problem.message}” in\n\n${text}`);
  assert.deepEqual(fresh.map(({ message }) => message), [], `“${fix.title}” brings nothing new to\n\n${text}`);
}
