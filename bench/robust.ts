// How long each trap holds up reading, pairing, aligning, checking, mending and showing, at one size and at four times it.
//
//   npm run bench:robust [-- --size 25000 --only equal --follow]
//
// Time of the processor, in milliseconds for the larger text; behind it the exponent: 1 is linear, 2 quadratic.
import { parseArgs } from 'node:util';
import type { Stage } from '../test/support/robust/stages.js';
import { traps } from '../test/support/robust/traps.js';
import { printTable } from './alignment/print.js';
import { measureTraps, type Measured } from './robust/measured.js';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '25000' },
    only: { type: 'string', default: '' },
    follow: { type: 'boolean', default: false },
  },
});
/** What takes more of the processor's time than this, both sizes together, is ended. */
const patience = 30_000;
/** Times below this tell nothing of growth. */
const least = 40;
const columns: readonly Stage[] = ['parse', 'again', 'pair', 'align', 'check', 'fix', 'panel'];

function cell({ small, large }: Measured, stage: Stage): string {
  const [one, four] = [small.get(stage), large.get(stage)];
  if (four === undefined) return '–';
  return four < least || !one
    ? four.toFixed(0)
    : `${four.toFixed(0)} (${(Math.log(four / one) / Math.log(4)).toFixed(1)})`;
}

/** Milliseconds of all stages; endless where it was ended. */
function total({ large }: Measured): number {
  return large.size === 0 ? Infinity : [...large.values()].reduce((sum, time) => sum + time, 0);
}

function row(one: Measured): string[] {
  return [one.name, ...columns.map((stage) => cell(one, stage))];
}

async function main(): Promise<void> {
  const names = Object.keys(traps).filter((name) => name.includes(values.only));
  const found: Measured[] = [];
  for await (const one of measureTraps(names, Number(values.size), patience)) {
    found.push(one);
    if (values.follow) console.error(row(one).join(' | '));
  }
  found.sort((a, b) => total(b) - total(a));
  printTable(['trap', ...columns], found.map(row));
  const ended = found.filter(({ large }) => large.size === 0);
  if (ended.length > 0) {
    console.error(`failed, or took more than ${patience / 1000} s: ${ended.map(({ name }) => name).join(', ')}`);
    process.exitCode = 1;
  }
}

void main();
