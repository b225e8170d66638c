// The pages that belong to a check: its documentation and its cases.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../../', import.meta.url);

/** A file of the repository, by its path from the root. */
export function repositoryFile(path: string): string {
  return fileURLToPath(new URL(path, root));
}

/** The text of `docs/checks/<id>.md`. */
export function docsPage(checkId: string): string {
  return readFileSync(repositoryFile(`docs/checks/${checkId}.md`), 'utf8');
}

/** The text of `test/checks/<id>.md`. */
export function casesPage(checkId: string): string {
  return readFileSync(repositoryFile(`test/checks/${checkId}.md`), 'utf8');
}
