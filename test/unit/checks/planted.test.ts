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
/** How many defects are planted at once where only their fixes are looked at. */
const several = 4;

function planted(pair: LevelPair, kind: DefectKind, random: Random): PlantedDefect | undefined {
  return plantDefect(pair, kind, pairs, told.get(pair)!, random);
}

before(async () => {
  const identify = await loadIdentify();
  // The shortest first: each defect is planted in the first text that has a place for it.
  pairs = [...levelSamples(identify), ...ownPairs(identify)].sort(
    (a, b) => a.target.text.length - b.target.text.length,
  );
  told = new Map(pairs.map((pair) => [pair, problemsOf(pair, pair.target.text)]));
});

describe('a planted defect is found', () => {
  for (const kind of kinds) {
    it(`${kind.id}: ${kind.says}`, function () {
      let isPlanted = false;
      holds([draws()], 1, (numbers) => {
        const defect = firstOf(pairs, (pair) => planted(pair, kind, randomFrom(numbers)));
        if (!defect) return;
        isPlanted = true;
        const { found } = judgePlanted(defect, told.get(defect.pair)!);
        assert.ok(found, `none of ${kind.foundBy.join(', ')} in ${defect.pair.name}:\n\n${defect.target}`);
        assertMends(defect, found);
      });
      if (!isPlanted) this.skip();
    });
  }
});

describe('fixes of several defects at once', () => {
  it('each mend theirs, and all safe ones taken twice are the same as once', () => {
    holds([draws()], 3, (numbers) => {
      const random = randomFrom(numbers);
      const pair = random.pick(pairs);
      const defects = random
        .some(kinds, several)
        .flatMap((kind) => planted(pair, kind, random) ?? [])
        .filter(({ surroundings }) => Object.keys(surroundings).length === 0);
      const text = applyEdits(
        pair.target.text,
        withoutCollisions(defects).flatMap(({ edits }) => edits),
      );
      const find = (now: string): readonly Problem[] => problemsOf(pair, now);
      const found = find(text);
      for (const problem of found) for (const fix of problem.fixes) assertFix(text, problem, fix, found, find);
      const once = fixSafely(text, find).text;
      assert.equal(fixSafely(once, find).text, once);
    });
  });
});

function firstOf<T, Found>(list: readonly T[], find: (one: T) => Found | undefined): Found | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function assertMends({ pair, target, surroundings }: PlantedDefect, found: Problem): void {
  const find = (now: string): readonly Problem[] => problemsOf(pair, now, surroundings);
  const fix = found.fixes.find((one) => one.preferred);
  if (fix) assertFix(target, found, fix, find(target), find);
}

function assertFix(
  text: string,
  problem: Problem,
  fix: Problem['fixes'][number],
  all: readonly Problem[],
  find: (text: string) => readonly Problem[],
): void {
  const { isChanged, isMended, fresh } = faultsOfFix(text, problem, fix, all, find);
  assert.ok(isChanged, `“${fix.title}” changes something`);
  assert.ok(isMended, `“${fix.title}” mends “${problem.message}” in\n\n${text}`);
  assert.deepEqual(
    fresh.map(({ message }) => message),
    [],
    `“${fix.title}” brings nothing new to\n\n${text}`,
  );
}
