// The pairs whose alignment was made by reading: precision, recall and F1 of block links, beside the baselines.
import type { KnownPair } from '../../test/support/planted/pair.js';
import { unplanted } from '../../test/support/planted/planted.js';
import {
  f1,
  judge,
  precision,
  recall,
  total,
  type Judgement,
  type LinkScore,
} from '../../test/support/planted/score.js';
import { aligners } from './aligners.js';
import { printTable } from './print.js';

const figures = (score: LinkScore): string[] => [precision, recall, f1].map((figure) => figure(score).toFixed(4));

/** Prints the figures, and with `verbose` every link that was lost or is wrong, by first lines. */
export function benchGold(pairs: readonly KnownPair[], verbose: boolean): void {
  const names = Object.keys(aligners) as (keyof typeof aligners)[];
  const judged = pairs.map((pair) => ({
    pair,
    scores: names.map((name) => judge(unplanted(pair), aligners[name](pair.source, pair.target, pair.ruler))),
  }));
  const rows = judged.map(({ pair, scores }) => [pair.name, String(pair.links.length), ...scores.flatMap(figures)]);
  const all = names.map((_, i) => total(judged.map(({ scores }) => scores[i]!)));
  rows.push(['all', String(pairs.reduce((sum, { links }) => sum + links.length, 0)), ...all.flatMap(figures)]);
  printTable(['pair', 'links', ...names.flatMap((name) => [`${name} P`, 'R', 'F1'])], rows);
  if (verbose) for (const { pair, scores } of judged) printFaults(pair, scores[0]!);
}

function printFaults(pair: KnownPair, { lost, wrong }: Judgement): void {
  const [source, target] = [pair.ruler(pair.source), pair.ruler(pair.target)];
  const line = (link: { source: number; target: number }): string =>
    `${source[link.source]!.first + 1} = ${target[link.target]!.first + 1}`;
  for (const link of lost) console.log(`${pair.name} lost  ${line(link)}`);
  for (const link of wrong) console.log(`${pair.name} wrong ${line(link)}`);
}
