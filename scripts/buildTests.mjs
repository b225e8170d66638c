// Bundles the tests that run inside VS Code: each file of test/extension/ becomes one in out/test/extension/.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { root } from './project.mjs';

/**
 * Builds them, and answers the entry: a module with a `run()`, as VS Code wants it.
 * @returns {Promise<string>}
 */
export async function buildExtensionTests() {
  const outdir = path.join(root, 'out/test/extension');
  rmSync(outdir, { recursive: true, force: true }); // a test that was renamed must not run under its old name
  await build({
    absWorkingDir: root,
    entryPoints: globSync(['test/extension/index.ts', 'test/extension/**/*.test.ts'], { cwd: root }),
    outbase: path.join(root, 'test/extension'),
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    external: ['vscode', 'mocha'],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.cjs');
}
