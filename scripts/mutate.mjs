// `npm run mutate -- FOLDERS`: breaks the code on purpose, one place at a time, and tells where the tests do not find out.
// `--sample 300 --seed 1` breaks only that many of the places, drawn over all FILES or FOLDERS (the aligner and the checks
// unless given). The results are written to out/mutation, under the name that `--out` gives.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { fileOf, shown } from './mutation/shown.mjs';
import { root } from './project.mjs';

/** @typedef {import('@stryker-mutator/api/core').MutantResult} MutantResult */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    tests: { type: 'string', multiple: true },
    out: { type: 'string', default: 'last' },
  },
});

process.chdir(root);
// A mutant that survives is met by every generated case: few of them must do.
process.env['FACING_PAGES_RUNS'] ??= '0.08';
const configured = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const stryker = new Stryker({
  ...configured,
  ...(positionals.length > 0 && { mutate: positionals.map((one) => (one.includes('.ts') ? one : `${one}/**/*.ts`)) }),
  ...(values.tests && { mochaOptions: { ...configured.mochaOptions, spec: values.tests } }),
  ...(values.sample && { checkers: ['sample'], sample: { size: Number(values.sample), seed: values.seed } }),
  tempDirName: `out/stryker/${values.out}`,
});
const results = (await stryker.runMutationTest()).filter(
  ({ status }) => status !== 'CompileError' && status !== 'Ignored',
);

mkdirSync('out/mutation', { recursive: true });
writeFileSync(
  `out/mutation/${values.out}.txt`,
  results
    .map((one) => `${one.status} ${shown(one)}\n`)
    .sort()
    .join(''),
);
for (const [folder, some] of byFolder(results)) process.stdout.write(`${folder}: ${told(some)}\n`);
process.stdout.write(`all: ${told(results)}\n`);

/** @param {readonly MutantResult[]} some */
function told(some) {
  /** @param {string} status */
  const count = (status) => some.filter((one) => one.status === status).length;
  const found = count('Killed') + count('Timeout') + count('RuntimeError');
  const [low, high] = interval(found, some.length);
  return `${found} of ${some.length} found out (${count('Timeout')} by a timeout), ${count('Survived')} not, ${count('NoCoverage')} never run: ${percent(found / some.length)} (${percent(low)} to ${percent(high)})`;
}

/**
 * Where 95 per cent of such samples have the whole's share: Wilson's interval.
 * @param {number} found
 * @param {number} of
 * @returns {[low: number, high: number]}
 */
function interval(found, of) {
  const z = 1.96;
  const share = found / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [(middle - reach) / (1 + z ** 2 / of), (middle + reach) / (1 + z ** 2 / of)];
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

/** @param {readonly MutantResult[]} all */
function byFolder(all) {
  /** @type {Map<string, MutantResult[]>} */
  const folders = new Map();
  for (const one of all) {
    const folder = path.posix.dirname(fileOf(one));
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  return [...folders].sort();
}
