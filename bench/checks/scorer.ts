// The corpus's own scorer, run on the command line as it is now.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Prints what `score_checks.py` says; says so where it or Python is not there. */
export function benchScorer(corpus: string): void {
  const script = path.resolve(corpus, '../bench/score_checks.py');
  if (!existsSync(script)) return console.log(`There is no ${script}.`);
  try {
    const commandLine = `node --import tsx ${path.join(root, 'src/cli/main.ts')}`;
    console.log(
      execFileSync('python3', [script, path.resolve(corpus, 'dair-ai'), commandLine], {
        cwd: root,
        encoding: 'utf8',
      }).trimEnd(),
    );
  } catch (error) {
    console.log(`It did not run: ${error instanceof Error ? error.message : String(error)}`);
  }
}
