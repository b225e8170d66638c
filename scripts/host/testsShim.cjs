// Runs in the extension host in place of the tests' entry, calls it, and reports what it says and how it ends.
// The tests' output goes to a file of its own, or it would drown among VS Code's log lines.
const { appendFileSync, writeFileSync } = require('node:fs');
const { format } = require('node:util');

const {
  FACING_PAGES_TESTS: tests,
  FACING_PAGES_TESTS_OUTPUT: output,
  FACING_PAGES_TESTS_VERDICT: verdict,
} = process.env;

/** @param {string | Uint8Array} text */
const write = (text) => appendFileSync(String(output), text);

/** What no reader of a test report needs: the native modules that VS Code misses here and does without. */
const isNoise = (/** @type {unknown[]} */ args) =>
  args.some((arg) => arg instanceof Error && arg.message.startsWith('Could not locate the bindings file'));

for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
  // VS Code has made them accessors that ignore an assignment.
  const value = (/** @type {unknown[]} */ ...args) => {
    if (!isNoise(args)) write(`${format(...args)}\n`);
  };
  Object.defineProperty(console, name, { configurable: true, writable: true, value });
}
/**
 * @param {string | Uint8Array} text
 * @param {unknown} [encoding]
 * @param {unknown} [done]
 */
process.stdout.write = (text, encoding, done) => {
  write(text);
  const callback = typeof encoding === 'function' ? encoding : done;
  if (typeof callback === 'function') callback();
  return true;
};

exports.run = async () => {
  const { run } = require(String(tests));
  if (typeof run !== 'function') throw new Error(`${tests} exports no run()`);
  await run(); // VS Code prints what it throws
  // An extension host that dies in mid-test is reported as a success too: only this file is one.
  writeFileSync(String(verdict), 'passed');
};
