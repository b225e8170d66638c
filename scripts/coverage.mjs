// `npm run coverage`: the unit tests over src/core, counted as Istanbul counts: lines, and every arm of every branch.
// Fails if fewer than 95 per cent of the lines or branches ran, or if no test loads a file. `-- src/core/align` tells what
// is left there; `-- --again …` does so from the last run's counts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { globSync } from 'tinyglobby';
import { root } from './project.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ start: { line: number } }} Place
 * @typedef {object} Counted what Istanbul writes of a file
 * @property {Record<string, Place>} statementMap
 * @property {Record<string, number>} s how often each statement ran
 * @property {Record<string, { type: string, loc: Place }>} branchMap
 * @property {Record<string, number[]>} b how often each arm of each branch ran
 *
 * @typedef {object} Sum
 * @property {string} file
 * @property {number} lines
 * @property {number} branches how many arms
 * @property {number[]} missedLines
 * @property {number[]} missedArms the lines of the arms that never ran
 */

const threshold = 95;
const asked = process.argv.slice(2);

if (!asked.includes('--again')) {
  const code = await run('npx', ['nyc', 'mocha', '--reporter', 'dot'], { cwd: root });
  if (code !== 0) process.exit(code);
}

/** @type {Record<string, Counted>} */
const counted = JSON.parse(readFileSync(path.join(root, 'out/coverage/coverage-final.json'), 'utf8'));
const sums = Object.entries(counted).map(([file, of]) => sum(path.relative(root, file).replaceAll('\\', '/'), of));
const unloaded = filesWithCode().filter((file) => !sums.some((one) => one.file === file));

for (const one of sums.filter(({ file }) => asked.some((part) => file.includes(part)))) tell(one);
for (const file of unloaded) process.stdout.write(`${file}: no test loads it\n`);
const lines = percent(sums, 'lines', 'missedLines');
const branches = percent(sums, 'branches', 'missedArms');
process.stdout.write(`core: ${lines.toFixed(1)} % of the lines, ${branches.toFixed(1)} % of the branches\n`);
if (unloaded.length > 0 || Math.min(lines, branches) < threshold) {
  process.stdout.write(`At least ${threshold} % of both should be tested. Most is missing in:\n`);
  for (const one of [...sums].sort((a, b) => b.missedArms.length - a.missedArms.length).slice(0, 10)) tell(one);
  process.exitCode = 1;
}

/**
 * tsx makes CommonJS of a module, and its helpers count as the first line, which is a comment in each of our files; the
 * list of exports, an arm that never runs, comes last.
 * @param {string} file
 * @param {Counted} of
 * @returns {Sum}
 */
function sum(file, { statementMap, s, branchMap, b }) {
  const branches = Object.entries(branchMap).map(([id, { type, loc }]) => ({
    type,
    line: loc.start.line,
    arms: b[id] ?? [],
  }));
  const last = branches.at(-1);
  if (last?.type === 'binary-expr' && last.arms.join() === '1,0') branches.pop();
  const own = branches.filter(({ line }) => line > 1);
  /** @type {Map<number, boolean>} */
  const ran = new Map();
  for (const [id, { start }] of Object.entries(statementMap)) {
    if (start.line > 1) ran.set(start.line, ran.get(start.line) || (s[id] ?? 0) > 0);
  }
  return {
    file,
    lines: ran.size,
    branches: own.reduce((all, { arms }) => all + arms.length, 0),
    missedLines: [...ran].filter(([, did]) => !did).map(([line]) => line),
    missedArms: own.flatMap(({ line, arms }) => arms.filter((count) => count === 0).map(() => line)),
  };
}

/** The core's files of which something is left without the types. */
function filesWithCode() {
  const files = globSync('src/core/**/*.ts', { cwd: root });
  return files.filter(
    (file) =>
      !file.endsWith('.d.ts') &&
      transformSync(readFileSync(path.join(root, file), 'utf8'), { loader: 'ts' }).code.trim() !== '',
  );
}

/**
 * @param {readonly Sum[]} sums
 * @param {'lines' | 'branches'} all
 * @param {'missedLines' | 'missedArms'} missed
 */
function percent(sums, all, missed) {
  const total = sums.reduce((sum, one) => sum + one[all], 0);
  return (100 * (total - sums.reduce((sum, one) => sum + one[missed].length, 0))) / total;
}

/** @param {Sum} one */
function tell({ file, missedLines, missedArms }) {
  process.stdout.write(
    `${file}: ${missedArms.length} arms (lines ${[...new Set(missedArms)].join(', ')}); lines ${missedLines.join(', ') || 'all'}\n`,
  );
}
