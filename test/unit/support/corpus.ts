// Corpora of real newsletters. They are not part of the repository: where they are absent, their tests show as pending.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryPath } from './repository.js';

const folder = process.env['FACING_PAGES_CORPUS'] ?? repositoryPath('../shared/corpus');

/** A suite over one of the corpora; pending, and saying why, where that is not here. */
export function describeCorpus(corpus: 'dair-ai' | 'optech' | 'seeds', title: string, define: () => void): void {
  const here = existsSync(path.join(folder, corpus));
  describe(
    `${title} (corpus ${corpus})`,
    here ? define : () => void it('needs the corpora; FACING_PAGES_CORPUS says where they are'),
  );
}

/** A path in the corpora, absolute. */
export function corpusPath(...parts: readonly string[]): string {
  return path.join(folder, ...parts);
}

/** A file of the corpora. */
export interface CorpusFile {
  /** From the corpora's folder on, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** All files at and below `parts`, sorted by path. */
export function corpusFiles(...parts: readonly string[]): CorpusFile[] {
  const below = readdirSync(corpusPath(...parts), { recursive: true, withFileTypes: true });
  return below
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: path.relative(folder, file).replaceAll(path.sep, '/'), text: readFileSync(file, 'utf8') }));
}

/** Markdown posts at and below `parts`, whatever the case of their suffix. */
export function corpusPosts(...parts: readonly string[]): CorpusFile[] {
  return corpusFiles(...parts).filter((file) => /\.(?:md|markdown)$/i.test(file.path));
}
