// Planted changes: how well the aligner follows what translators do, kind by kind.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KnownPair } from '../../test/support/planted/pair.js';
import { plantIn, plants, unplanted, type Planted } from '../../test/support/planted/planted.js';
import { seededRandom, type Random } from '../../test/support/planted/random.js';
import { f1, judge, total, type Judgement } from '../../test/support/planted/score.js';
import { aligners } from './aligners.js';
import { printTable, share } from './print.js';

/** What to plant, and how often. */
export interface PlantedOptions {
  readonly seeds: number;
  /** Only kinds whose id is this. */
  readonly only: string | undefined;
  /** How many of the worst cases of each kind to print. */
  readonly worst: number;
  /** A folder to write those cases to. */
  readonly dump: string | undefined;
}

interface Kind {
  readonly id: string;
  readonly says: string;
  readonly plant: (pair: KnownPair, random: Random) => Planted | undefined;
}

const mixed = 4;
const kinds: readonly Kind[] = [
  { id: 'nothing', says: 'the pair as it is', plant: unplanted },
  ...plants.map(({ id, says, ...plant }) => ({
    id,
    says,
    plant: (pair: KnownPair, random: Random) => plantIn(pair, [{ id, says, ...plant }], random),
  })),
  {
    id: 'mixture',
    says: `${mixed} of these, one upon the other`,
    plant: (pair, random) => plantIn(pair, random.some(plants, mixed), random),
  },
];

interface Case {
  readonly name: string;
  readonly planted: Planted;
  readonly judgement: Judgement;
}

/** Plants every kind of change in every pair and prints F1 by kind, beside the baselines. */
export function benchPlanted(pairs: readonly KnownPair[], { seeds, only, worst, dump }: PlantedOptions): void {
  const rows: string[][] = [];
  const examples: string[] = [];
  for (const [k, kind] of kinds.entries()) {
    if (only !== undefined && only !== kind.id) continue;
    const cases: Case[] = [];
    const baseline = { length: [] as Judgement[], position: [] as Judgement[] };
    for (const [p, pair] of pairs.entries()) {
      for (let seed = 1; seed <= (kind.id === 'nothing' ? 1 : seeds); seed++) {
        const planted = kind.plant(pair, seededRandom(seed * 1_000_003 + k * 1009 + p));
        if (!planted) continue;
        const links = (aligner: keyof typeof aligners): Judgement =>
          judge(planted, aligners[aligner](pair.source, planted.target, pair.ruler));
        cases.push({ name: `${pair.name} seed ${seed}`, planted, judgement: links('Facing Pages') });
        baseline.length.push(links('by length'));
        baseline.position.push(links('by position'));
      }
    }
    const judgements = cases.map(({ judgement }) => judgement);
    const sum = (of: (judgement: Judgement) => number): number => judgements.reduce((all, one) => all + of(one), 0);
    const perfect = judgements.filter(({ lost, wrong }) => lost.length + wrong.length === 0).length;
    const touched = sum((one) => one.touched);
    rows.push([
      kind.id,
      String(cases.length),
      f1(total(judgements)).toFixed(4),
      share(
        sum((one) => one.touchedRight),
        touched,
      ),
      share(perfect, cases.length),
      f1(total(baseline.length)).toFixed(3),
      f1(total(baseline.position)).toFixed(3),
      kind.says,
    ]);
    const faults = ({ judgement }: Case): number => judgement.lost.length + judgement.wrong.length;
    for (const one of [...cases].sort((a, b) => faults(b) - faults(a)).slice(0, worst)) {
      if (faults(one) === 0) continue;
      examples.push(example(kind, one));
      if (dump !== undefined) write(dump, kind, one);
    }
  }
  printTable(
    ['kind', 'texts', 'F1', 'touched right', 'all right', 'by length', 'by position', 'what is planted'],
    rows,
  );
  if (examples.length > 0) console.log(`\nWorst\n\n${examples.join('\n')}`);
}

function write(folder: string, kind: Kind, { name, planted }: Case): void {
  mkdirSync(folder, { recursive: true });
  const file = (side: string): string =>
    path.join(folder, `${kind.id} ${name.replace(/[^\w.[\]-]+/g, ' ')} ${side}.md`);
  writeFileSync(file('source'), planted.pair.source);
  writeFileSync(file('target'), planted.target);
}

function example(kind: Kind, { name, planted, judgement }: Case): string {
  const lines = { source: planted.pair.source.split('\n'), target: planted.target.split('\n') };
  const blocks = { source: planted.pair.ruler(planted.pair.source), target: planted.pair.ruler(planted.target) };
  const show = (side: 'source' | 'target', i: number): string => {
    const { first } = blocks[side][i]!;
    return `${planted.touched[side].has(i) ? '*' : ''}${first + 1} “${lines[side][first]!.trim().slice(0, 44)}”`;
  };
  const list = (label: string, links: Judgement['lost']): string[] =>
    links.slice(0, 6).map(({ source, target }) => `    ${label} ${show('source', source)} = ${show('target', target)}`);
  return [
    `${kind.id}: ${name}, F1 ${f1(judgement).toFixed(3)}, ${judgement.lost.length} lost, ${judgement.wrong.length} wrong`,
    ...list('lost ', judgement.lost),
    ...list('wrong', judgement.wrong),
  ].join('\n');
}
