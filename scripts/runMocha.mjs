// Runs TypeScript tests that drive VS Code from outside, a failed one again, because a window may be slow to answer on a
// busy machine: mocha without the project's .mocharc.json, which is for unit tests.
import path from 'node:path';
import { root } from './project.mjs';
import { run } from './run.mjs';

/**
 * Runs the test files that a pattern names, and answers mocha's exit code.
 * @param {string} pattern
 * @param {string[]} args more arguments for mocha
 * @param {Record<string, string>} [env] more variables for the tests
 */
export function runMocha(pattern, args, env = {}) {
  const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
  const reporter = process.env['FACING_PAGES_REPORTER'] ?? 'spec';
  const options = [
    '--no-config',
    '--import=tsx',
    '--require=test/screen/onFailure.ts',
    '--timeout=60000',
    '--retries=2',
    `--reporter=${reporter}`,
  ];
  return run(process.execPath, [mocha, ...options, ...args, pattern], { cwd: root, env: { ...process.env, ...env } });
}
