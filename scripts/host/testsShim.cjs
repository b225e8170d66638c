// Runs in the extension host in place of the tests' entry, calls it, and reports what it says and how it ends.
// The tests' output goes to a file of its own, or it would drown among VS Code's log lines.
const { appendFileSync, writeFileSync } = require('node:fs');
const { format, inspect } = require('node:util');

const { FACING_PAGES_TESTS: tests, FACING_PAGES_TESTS_OUTPUT: output, FACING_PAGES_TESTS_VERDICT: verdict } = process.env;

/** @param {string | Uint8Array} text */
const write = (text) => appendFileSync(String(output), text);

for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
  // VS Code has made them accessors that ignore an assignment.
  const value = (/** @type {unknown[]} */ ...args) => write(`${format(...args)}\n`);
  Object.defineProperty(console, name, { configurable: true, writable: true, value });
}
process.stdout.write = (/** @type {string | Uint8Array} */ text, /** @type {unknown} */ encoding, /** @type {unknown} */ done) => {
  write(text);
  const callback = typeof encoding === 'function' ? encoding : done;
  if (typeof callback === 'function') callback();
  return true;
};

exports.run = async () => {
  try {
    const { run } = require(String(tests));
    if (typeof run !== 'function') throw new Error(`${tests} exports no run()`);
    await run();
    // An extension host that dies in mid-test is reported as a success too: only this file is one.
    writeFileSync(String(verdict), 'passed');
  } catch (error) {
    write(`${error instanceof Error ? error.stack : inspect(error)}\n`);
    throw error;
  }
};
