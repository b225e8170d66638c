// The documentation of all checks together is what `npm run docs` makes of it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { generatedFiles } from '../../../scripts/generateDocs.mjs';
import { checks } from '../../../src/core/checks/index.js';
import { repositoryFile } from './support/pages.js';

describe('npm run docs', () => {
  for (const path of ['docs/checks/README.md', 'README.md', 'package.json', 'schemas/settings.schema.json']) {
    it(`would change nothing in ${path}`, function () {
      if (!existsSync(repositoryFile(path))) this.skip();
      const text = readFileSync(repositoryFile(path), 'utf8');
      assert.equal(text, generatedFiles(checks).find((file) => file.path === path)?.text);
    });
  }

  it('lists every check once', () => {
    const [overview] = generatedFiles(checks);
    for (const { id } of checks) assert.equal(overview!.text.split(`[${id}](`).length, 2, id);
  });
});
