// `npm run mutate -- FILES`: breaks the code on purpose, one place at a time, and tells whether the tests find out.
// `--sample 300 --seed 1` breaks only that many of the places, drawn over all of FILES (globs; the aligner and the checks
// unless given). What was not found out is told with its place, and written to out/mutation.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { globSync } from 'tinyglobby';
import { root } from './project.mjs';

/** @typedef {import('@stryker-mutator/api/core').MutantResult} MutantResult */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' }, tests: { type: 'string', multiple: true }, out: { type: 'string', default: 'last' } },
});

process.chdir(root);
// A mutant that survives is met by every generated case: a third of them must do.
process.env['FACING_PAGES_RUNS'] ??= '0.33';
/** The code as it is broken, by path: it may be worked on meanwhile. */
const code = new Map(globSync('src/core/**/*.ts', { cwd: root, absolute: true }).map((one) => [path.normalize(one), readFileSync(one, 'utf8')]));
const configured = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const stryker = new Stryker({
  ...configured,
  ...(positionals.length > 0 && { mutate: positionals.map((one) => (one.endsWith('.ts') ? one : `${one}/**/*.ts`)) }),
  ...(values.tests && { mochaOptions: { ...configured.mochaOptions, spec: values.tests } }),
  ...(values.sample && { checkers: ['sample'], plugins: ['@stryker-mutator/*', './scripts/mutation/sample.mjs'], sample: { size: Number(values.sample), seed: values.seed } }),
  tempDirName: `out/stryker/${values.out}`,
});
const results = (await stryker.runMutationTest()).filter(({ status }) => status !== 'CompileError' && status !== 'Ignored');

const lived = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
for (const one of [...lived].sort((a, b) => (place(a) < place(b) ? -1 : 1))) process.stdout.write(`${place(one)} ${one.status === 'NoCoverage' ? 'never runs: ' : ''}${one.mutatorName}: ${was(one)} -> ${short(one.replacement)}\n`);
for (const [folder, some] of byFolder(results)) process.stdout.write(`${folder}: ${told(some)}\n`);
process.stdout.write(`all: ${told(results)}\n`);
mkdirSync('out/mutation', { recursive: true });
writeFileSync(`out/mutation/${values.out}.json`, JSON.stringify(results.map((one) => ({ place: place(one), status: one.status, mutator: one.mutatorName, was: was(one), replacement: one.replacement })), undefined, 1));

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
    const folder = path.dirname(file(one));
    folders.set(folder, [...(folders.get(folder) ?? []), one]);
  }
  return [...folders].sort();
}

/** @param {MutantResult} one */
function file({ fileName }) {
  return path.relative(root, fileName).replaceAll('\\', '/');
}

/** @param {MutantResult} one */
function place(one) {
  return `${file(one)}:${one.location.start.line + 1}:${one.location.start.column + 1}`;
}

/**
 * What stood where the mutant is.
 * @param {MutantResult} one
 */
function was({ fileName, location: { start, end } }) {
  const lines = (code.get(path.normalize(fileName)) ?? '').split('\n').slice(start.line, end.line + 1);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column) ?? '';
  return short(lines.join('\n').slice(start.column));
}

/** @param {string | undefined} text */
function short(text = '') {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 110)} … ${line.slice(-45)}` : line;
}
