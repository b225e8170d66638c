// Defects planted in the samples and in texts of our own are found, and what mends them mends them. `npm run bench:checks` has the figures.
import assert from 'node:assert/strict';
import { fixSafely } from '../../../src/core/checks/fixAll.js';
import { checks } from '../../../src/core/checks/index.js';
import { loadIdentify } from '../../../src/core/language/identify.js';
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

let pairs: readonly LevelPair[] = [];
let told: ReadonlyMap<LevelPair, readonly Problem[]> = new Map();
const ids = new Set(checks.map(({ id }) => id));
const kinds = defectKinds.filter(({ foundBy }) => foundBy.some((id) => ids.has(id)));
/** In how many texts each kind is planted, and in how many of them it may be missed: where one misleads the aligner, what is wrong is said of a neighbour. */
const most = 3;
const forgiven = 1;
/** How many defects are planted at once where only their fixes are looked at. */
const several = 4;

/** The pairs from a random one on. */
function inOrder(random: Random): LevelPair[] {
  const first = random.below(pairs.length);
  return [...pairs.slice(first), ...pairs.slice(0, first)];
}

function planted(pair: LevelPair, kind: DefectKind, random: Random): PlantedDefect | undefined {
  return plantDefect(pair, kind, pairs, told.get(pair)!, random);
}

before(async () => {
  const identify = await loadIdentify();
  pairs = [...levelSamples(identify), ...ownPairs(identify)];
  told = new Map(pairs.map((pair) => [pair, problemsOf(pair, pair.target.text)]));
});

describe('a planted defect is found', () => {
  for (const kind of kinds) {
    it(`${kind.id}: ${kind.says}`, function () {
      let places = 0;
      holds([draws()], 1, (numbers) => {
        const defects = inOrder(randomFrom(numbers)).flatMap((pair) => planted(pair, kind, randomFrom(numbers)) ?? []).slice(0, most);
        const judged = defects.map((defect) => ({ defect, found: judgePlanted(defect, told.get(defect.pair)!).found }));
        places += defects.length;
        const missed = judged.filter(({ found }) => !found);
        assert.ok(missed.length === 0 || (missed.length <= forgiven && defects.length === most), `none of ${kind.foundBy.join(', ')} in ${missed.length} of ${defects.length}:\n\n${missed[0]?.defect.target}`);
        for (const { defect, found } of judged) if (found) assertMends(defect, found);
      });
      if (places === 0) this.skip();
    });
  }
});

describe('fixes of several defects at once', () => {
  it('each mend theirs, and all safe ones taken twice are the same as once', () => {
    holds([draws()], 3, (numbers) => {
      const random = randomFrom(numbers);
      const pair = random.pick(pairs);
      const defects = random.some(kinds, several).flatMap((kind) => planted(pair, kind, random) ?? []).filter(({ surroundings }) => Object.keys(surroundings).length === 0);
      const text = applyEdits(pair.target.text, withoutCollisions(defects).flatMap(({ edits }) => edits));
      const find = (now: string): readonly Problem[] => problemsOf(pair, now);
      const found = find(text);
      for (const problem of found) for (const fix of problem.fixes) assertFix(text, problem, fix, found, find);
      const once = fixSafely(text, find).text;
      assert.equal(fixSafely(once, find).text, once);
    });
  });
});

function assertMends({ pair, target, surroundings }: PlantedDefect, found: Problem): void {
  const find = (now: string): readonly Problem[] => problemsOf(pair, now, surroundings);
  const all = find(target);
  for (const fix of found.fixes) assertFix(target, found, fix, all, find);
}

function assertFix(text: string, problem: Problem, fix: Problem['fixes'][number], all: readonly Problem[], find: (text: string) => readonly Problem[]): void {
  const { isChanged, isMended, fresh } = faultsOfFix(text, problem, fix, all, find);
  assert.ok(isChanged, `“${fix.title}” changes something`);
  assert.ok(isMended, `“${fix.title}” mends “${problem.message}” in\n\n${text}`);
  assert.deepEqual(fresh.map(({ message }) => message), [], `“${fix.title}” brings nothing new to\n\n${text}`);
}
