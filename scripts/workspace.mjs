// Workspace folders for tests: temporary copies, because the tests edit them.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './project.mjs';
import { makeTemporary, removeTemporary } from './temporary.mjs';

/**
 * The folder of real newsletters, if this machine has it: FACING_PAGES_CORPUS, or `corpus` in a `shared` folder
 * beside the project. Tests that need it are skipped elsewhere.
 * @returns {string | undefined}
 */
export function corpusFolder() {
  const folder = process.env['FACING_PAGES_CORPUS'] || path.join(root, '..', 'shared', 'corpus');
  return existsSync(folder) ? folder : undefined;
}

/**
 * Copies a folder, the samples if none is named, to a temporary one.
 * @param {{ from?: string, corpus?: boolean }} [options] `corpus` adds the real newsletters as `dair-ai/` and `seeds/`
 */
export function makeWorkspace({ from = path.join(root, 'samples'), corpus = false } = {}) {
  const temporary = makeTemporary('workspace');
  const folder = path.join(temporary, path.basename(from)); // VS Code shows the name
  mkdirSync(folder);
  copyFolder(from, folder);
  const texts = corpus ? corpusFolder() : undefined;
  if (texts) {
    copyFolder(path.join(texts, 'dair-ai'), path.join(folder, 'dair-ai'));
    copyFolder(path.join(texts, 'seeds'), path.join(folder, 'seeds'), (name) => name.replace(/\.txt$/, '.md'));
  }
  return { folder, remove: () => removeTemporary(temporary) };
}

/**
 * Copies contents only, so that the copy of a read-only folder can be written to.
 * @param {string} from
 * @param {string} to
 * @param {(name: string) => string} [rename]
 */
function copyFolder(from, to, rename = (name) => name) {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = path.join(from, name);
    const target = path.join(to, rename(name));
    if (statSync(source).isDirectory()) copyFolder(source, target, rename);
    else writeFileSync(target, readFileSync(source));
  }
}
