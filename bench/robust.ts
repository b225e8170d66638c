// How long each trap holds up reading, pairing, aligning, checking, mending and showing, at one size and at four times it.
//
//   npm run bench:robust [-- --size 25000 --only equal]
//
// Time of the processor, in milliseconds for the larger text; behind it the exponent: 1 is linear, 2 quadratic. Parsing
// is also told as a multiple of a plain remark-parse of the same text.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { stages, type Stage } from '../test/support/robust/stages.js';
import { traps } from '../test/support/robust/traps.js';
import { printTable } from './alignment/print.js';

const { values } = parseArgs({ options: { size: { type: 'string', default: '25000' }, only: { type: 'string', default: '' }, follow: { type: 'boolean', default: false } } });

/** What takes longer than this for one trap is ended. */
const patience = 30_000;

interface Measured {
  readonly name: string;
  readonly small: ReadonlyMap<Stage, number>;
  readonly large: ReadonlyMap<Stage, number>;
}

interface Line {
  readonly begins?: string;
  readonly name: string;
  readonly small: [Stage, number][];
  readonly large: [Stage, number][];
}

/** Measures in a process of its own; one that hangs is ended, and another goes on behind the trap that it hung at. */
async function measure(size: string, names: readonly string[], found: Measured[]): Promise<void> {
  let rest = names;
  while (rest.length > 0) {
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('robust/measure.ts', import.meta.url)), size, ...rest], { stdio: ['ignore', 'pipe', 'inherit'] });
    let current: string | undefined;
    let timer = setTimeout(() => child.kill('SIGKILL'), patience);
    for await (const line of createInterface(child.stdout)) {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), patience);
      const read = JSON.parse(line) as Line;
      current = read.begins ?? undefined;
      if (read.begins !== undefined) continue;
      found.push({ name: read.name, small: new Map(read.small), large: new Map(read.large) });
      if (values.follow) console.error(row(found.at(-1)!).join(' | '));
      rest = rest.slice(rest.indexOf(read.name) + 1);
    }
    clearTimeout(timer);
    if (current === undefined) {
      if (rest.length > 0) throw new Error(`measuring ended before “${rest[0]}”`);
      break;
    }
    console.error(`${current}: failed, or took longer than ${patience / 1000} s`);
    found.push({ name: current, small: new Map(), large: new Map() });
    rest = rest.slice(rest.indexOf(current) + 1);
  }
}

/** Times below this tell nothing of growth. */
const least = 40;

function cell({ small, large }: Measured, stage: Stage): string {
  const [one, four] = [small.get(stage), large.get(stage)];
  if (four === undefined) return one === undefined ? '–' : '>';
  return four < least || !one ? four.toFixed(0) : `${four.toFixed(0)} (${(Math.log(four / one) / Math.log(4)).toFixed(1)})`;
}

function total({ large }: Measured): number {
  return [...large].reduce((sum, [stage, time]) => (stage === 'remark' ? sum : sum + time), 0);
}

function row(one: Measured): string[] {
  return [one.name, ...stages.map((stage) => cell(one, stage))];
}

async function main(): Promise<void> {
  const found: Measured[] = [];
  await measure(values.size, Object.keys(traps).filter((name) => name.includes(values.only)), found);
  found.sort((a, b) => (b.large.size === 0 ? Infinity : total(b)) - (a.large.size === 0 ? Infinity : total(a)));
  printTable(['trap', ...stages], found.map(row));
}

void main();
