// Planted defects: how many of each kind the checks find, and what else they say because of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checks } from '../../src/core/checks/index.js';
import type { Problem } from '../../src/core/problem.js';
import { isAtLeast } from '../../src/core/problem.js';
import type { DefectKind } from '../../test/support/plantedDefects/defect.js';
import { defectKinds } from '../../test/support/plantedDefects/kinds.js';
import type { LevelPair } from '../../test/support/plantedDefects/pair.js';
import {
  judgePlanted,
  plantDefect,
  problemsOf,
  type DefectJudgement,
  type PlantedDefect,
} from '../../test/support/plantedDefects/plant.js';
import { seededRandom } from '../../test/support/planted/random.js';
import { printTable, share } from '../alignment/print.js';

/** What to plant, and how often. */
export interface PlantedDefectOptions {
  readonly seeds: number;
  /** As many seeds more as it takes for so many places, if there are so many: with fewer a single miss decides. */
  readonly least: number;
  /** The first seed. */
  readonly from: number;
  /** Only kinds whose id is this, or that this check finds. */
  readonly only: string | undefined;
  /** How many of the worst cases of each kind to print. */
  readonly worst: number;
  /** A folder to write those cases to. */
  readonly dump: string | undefined;
}

interface Case {
  readonly name: string;
  readonly planted: PlantedDefect;
  readonly judgement: DefectJudgement;
}

/** After so many seeds more a text has hardly another place. */
const mostSeeds = 6;

/** What is asked of each kind. */
const asked = { recall: 0.97, others: 0.1 };

/** Plants every kind of defect, one at a time, in every pair; prints recall and other new problems by kind. */
export function benchPlantedDefects(
  pairs: readonly LevelPair[],
  { seeds, least, from, only, worst, dump }: PlantedDefectOptions,
): void {
  const ids = new Set(checks.map(({ id }) => id));
  const before = new Map(pairs.map((pair) => [pair, problemsOf(pair, pair.target.text)]));
  const rows: string[][] = [];
  const examples: string[] = [];
  const sum = { planted: 0, found: 0, others: 0, grave: 0, kinds: 0, good: 0 };
  const waiting: DefectKind[] = [];
  const nowhere: DefectKind[] = [];
  for (const [k, kind] of defectKinds.entries()) {
    if (only !== undefined && only !== kind.id && !kind.foundBy.includes(only)) continue;
    if (!kind.foundBy.some((id) => ids.has(id))) {
      waiting.push(kind);
      continue;
    }
    const cases = casesOf(kind, k);
    if (cases.length === 0) {
      nowhere.push(kind);
      continue;
    }
    const found = cases.filter(({ judgement }) => judgement.found).length;
    const others = cases.reduce((all, { judgement }) => all + judgement.others.length, 0);
    const grave = cases.reduce(
      (all, { judgement }) => all + judgement.others.filter(({ severity }) => isAtLeast(severity, 'warning')).length,
      0,
    );
    const isGood = found / cases.length >= asked.recall && others / cases.length <= asked.others;
    rows.push([
      kind.id,
      String(cases.length),
      share(found, cases.length),
      share(others, cases.length),
      share(grave, cases.length),
      isGood ? '' : 'short',
      ...(only === undefined ? [] : [finders(cases)]),
      kind.says,
    ]);
    sum.planted += cases.length;
    sum.found += found;
    sum.others += others;
    sum.grave += grave;
    sum.kinds += 1;
    sum.good += isGood ? 1 : 0;
    for (const one of worstOf(cases).slice(0, worst)) {
      examples.push(example(one));
      if (dump !== undefined) write(dump, one);
    }
  }
  rows.push([
    'all',
    String(sum.planted),
    share(sum.found, sum.planted),
    share(sum.others, sum.planted),
    share(sum.grave, sum.planted),
    '',
    ...(only === undefined ? [] : ['']),
    `${sum.good} of ${sum.kinds} kinds reach ${asked.recall} and ${asked.others}`,
  ]);
  console.log(`Seeds ${from} to ${from + seeds - 1}; ${pairs.length} pairs.\n`);
  printTable(
    [
      'kind',
      'texts',
      'found',
      'other new',
      'of them grave',
      '',
      ...(only === undefined ? [] : ['found by']),
      'what is planted',
    ],
    rows,
  );
  if (waiting.length > 0) console.log(`\nNo check that could find them: ${waiting.map(({ id }) => id).join(', ')}`);
  if (nowhere.length > 0) console.log(`\nNo text with a place for them: ${nowhere.map(({ id }) => id).join(', ')}`);
  const planted = new Set(defectKinds.flatMap(({ foundBy }) => foundBy));
  console.log(
    `\nChecks that nothing is planted for: ${[...ids].filter((id) => !planted.has(id)).join(', ') || 'none'}`,
  );
  if (examples.length > 0) console.log(`\nWorst\n\n${examples.join('\n')}`);

  function casesOf(kind: DefectKind, k: number): Case[] {
    const cases: Case[] = [];
    const seen = new Set<string>();
    for (let seed = from; seed < from + seeds || (cases.length < least && seed < from + seeds + mostSeeds); seed++) {
      for (const [p, pair] of pairs.entries()) {
        const known = before.get(pair)!;
        const planted = plantDefect(pair, kind, pairs, known, seededRandom(seed * 1_000_003 + k * 1009 + p));
        const what = planted && `${p} ${JSON.stringify([planted.edits, planted.places])}`;
        if (what !== undefined && seen.size < seen.add(what).size)
          cases.push({
            name: `${pair.name} seed ${seed}`,
            planted: planted!,
            judgement: judgePlanted(planted!, known),
          });
      }
    }
    return cases;
  }
}

/** By which checks, the most usual first. */
function finders(cases: readonly Case[]): string {
  const counts = new Map<string, number>();
  for (const { judgement } of cases)
    if (judgement.found) counts.set(judgement.found.check, (counts.get(judgement.found.check) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => (counts.size === 1 ? id : `${id} ${count}`))
    .join(', ');
}

function worstOf(cases: readonly Case[]): Case[] {
  const faults = ({ judgement }: Case): number => (judgement.found ? 0 : 100) + judgement.others.length;
  return cases.filter((one) => faults(one) > 0).sort((a, b) => faults(b) - faults(a));
}

function example({ name, planted, judgement }: Case): string {
  const at = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
  const place = planted.places[0]!;
  const shown = planted.target
    .slice(Math.max(0, place.start - 20), Math.min(place.end, place.start + 80) + 20)
    .replace(/\s+/g, ' ');
  const told = (problem: Problem): string =>
    `    also  ${problem.check} ${problem.severity} line ${at(planted.target, problem.span.start)}: ${problem.message.slice(0, 160)}`;
  const head = `${planted.kind.id}: ${name}, ${judgement.found ? `found by ${judgement.found.check}` : 'NOT FOUND'}, line ${at(planted.target, place.start)} “${shown}”`;
  return [head, ...judgement.others.slice(0, 6).map(told)].join('\n');
}

function write(folder: string, { name, planted }: Case): void {
  mkdirSync(folder, { recursive: true });
  const file = (side: string): string =>
    path.join(folder, `${planted.kind.id} ${name.replace(/[^\w.[\]-]+/g, ' ')} ${side}.md`);
  writeFileSync(file('source'), planted.pair.source.text);
  writeFileSync(file('before'), planted.pair.target.text);
  writeFileSync(file('target'), planted.target);
}
