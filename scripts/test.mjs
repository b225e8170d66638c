// `npm test`: everything, one stage after the other, and at the end a line a stage and the sum of all tests.
// What runs before the tests (a build, a type check) counts as one failed test if it fails, and not at all otherwise.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './host/browser.mjs';
import { ensureHost } from './host/install.mjs';
import { root } from './project.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {object} Stage
 * @property {string} name
 * @property {() => Promise<Counts | boolean>} run answers the tests' counts, or for a stage without tests, its success
 * @property {string[]} [needs] the stages that it makes no sense without
 */

const reporter = fileURLToPath(new URL('countingReporter.cjs', import.meta.url));
const results = path.join(root, 'out/results');

/** @type {Stage[]} */
const stages = [
  { name: 'browser', run: () => ensureBrowser().then(Boolean) },
  { name: 'host', run: () => ensureHost().then(Boolean) },
  { name: 'build', run: () => script('build') },
  { name: 'typecheck', run: () => script('typecheck') },
  { name: 'lint', run: () => script('lint') },
  { name: 'unit', run: () => tests('test:unit', '--', '--reporter', reporter) },
  { name: 'bench', run: () => script('bench:short'), needs: ['build'] }, // that the benches run; figures of a busy machine prove nothing
  { name: 'extension', run: () => tests('test:extension'), needs: ['browser', 'host', 'build'] },
  { name: 'screen', run: () => tests('test:screen'), needs: ['browser', 'host', 'build'] },
  {
    name: 'soak',
    run: () => script('soak', ['--', '--minutes', '0.3', '--seed', '7']),
    needs: ['browser', 'host', 'build'],
  },
  { name: 'package', run: () => tests('test:package'), needs: ['browser', 'host', 'build'] },
];

/** @type {Set<string>} */
const broken = new Set();
/** @type {string[]} */
const summary = [];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const stage of stages) {
  process.stdout.write(`\n== ${stage.name}\n`);
  const started = Date.now();
  const { counts, words } = await result(stage);
  if (counts.failed > 0) broken.add(stage.name);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  summary.push(`${stage.name.padEnd(10)} ${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${words}`);
}

process.stdout.write(`\n== summary\n${summary.join('\n')}\n`);
if (total.skipped > 0) process.stdout.write(`${total.skipped} skipped\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

/**
 * @param {Stage} stage
 * @returns {Promise<{ counts: Counts, words: string }>}
 */
async function result(stage) {
  const failure = { passed: 0, failed: 1, skipped: 0 };
  const missing = stage.needs?.filter((name) => broken.has(name)) ?? [];
  if (missing.length > 0) return { counts: failure, words: `FAILED: not run without ${missing.join(', ')}` };
  try {
    const outcome = await stage.run();
    if (outcome === true) return { counts: { ...failure, failed: 0 }, words: 'ok' };
    if (outcome === false) return { counts: failure, words: 'FAILED' };
    const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
    return {
      counts: outcome,
      words: `${outcome.failed > 0 ? 'FAILED: ' : ''}${outcome.passed} passed, ${outcome.failed} failed${skipped}`,
    };
  } catch (error) {
    return { counts: failure, words: `FAILED: ${error instanceof Error ? error.message : error}` };
  }
}

/**
 * Runs one of package.json's scripts.
 * @param {string} name
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function script(name, args = [], env = {}) {
  return (await run('npm', ['run', '--silent', name, ...args], { cwd: root, env: { ...process.env, ...env } })) === 0;
}

/**
 * Runs one of package.json's scripts that run mocha, and answers what the reporter has counted.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
async function tests(name, ...args) {
  const file = path.join(results, `${name.replace(':', '-')}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(file, { force: true });
  const succeeded = await script(name, args, { FACING_PAGES_COUNTS: file, FACING_PAGES_REPORTER: reporter });
  if (!existsSync(file)) throw new Error('the tests did not run to their end');
  /** @type {Counts} */
  const counts = JSON.parse(readFileSync(file, 'utf8'));
  if (!succeeded && counts.failed === 0) counts.failed = 1; // something around the tests has failed
  if (counts.passed + counts.failed === 0) throw new Error('no test ran');
  return counts;
}
