// Files of the repository, wherever the tests are run from.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../', import.meta.url);

/** A path from the root of the repository, absolute. */
export function repositoryPath(path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** The text of a file, by its path from the root of the repository. */
export function repositoryText(path: string): string {
  return readFileSync(repositoryPath(path), 'utf8');
}
