// The entry that VS Code calls: runs every test file beside it with mocha.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/** Runs the tests; rejects if one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    retries: 2, // a window may be slow to answer on a busy machine
    reporter: process.env['FACING_PAGES_REPORTER'] ?? 'spec',
    ...(process.env['FACING_PAGES_GREP'] && { fgrep: process.env['FACING_PAGES_GREP'] }),
  });
  for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} of the tests inside VS Code failed.`);
}
