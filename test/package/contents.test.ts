// The package holds what runs and what a marketplace shows, and nothing else.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { installExtension } from '../../scripts/host/server.mjs';
import { manifest } from '../../scripts/project.mjs';
import { makeTemporary, removeTemporary } from '../../scripts/temporary.mjs';
import { vsix } from './vsix';

const allowed = [
  /^dist\/.+(?<!\.map)$/,
  /^media\/.+/,
  /^schemas\/settings\.schema\.json$/,
  /^package(\.nls(\.[\w-]+)?)?\.json$/,
  /^(readme|changelog)\.md$/i,
  /^license(\.txt|\.md)?$/i,
];
const addedByVsCode = /^\.vsixmanifest$/;

describe('the package', () => {
  let extensionsFolder: string;
  let files: string[];

  before(async () => {
    extensionsFolder = makeTemporary('contents');
    mkdirSync(extensionsFolder, { recursive: true });
    await installExtension(vsix(), extensionsFolder);
    const { publisher, name, version } = manifest();
    const installed = readdirSync(extensionsFolder).find((folder) =>
      folder.startsWith(`${publisher}.${name}-${version}`),
    );
    assert.ok(installed, 'VS Code has installed it under its own name');
    files = readdirSync(path.join(extensionsFolder, installed), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path
          .relative(path.join(extensionsFolder, installed), path.join(entry.parentPath, entry.name))
          .replaceAll('\\', '/'),
      );
  });
  after(() => removeTemporary(extensionsFolder));

  it('holds nothing that the user has no use for', () => {
    const superfluous = files.filter(
      (file) => !addedByVsCode.test(file) && !allowed.some((pattern) => pattern.test(file)),
    );
    assert.deepEqual(superfluous, []);
  });

  for (const needed of [
    /^dist\/extension\.js$/,
    /^dist\/node\/extension\.js$/,
    /^dist\/webview\.js$/,
    /^schemas\/settings\.schema\.json$/,
    /^package\.json$/,
    /^readme\.md$/i,
    /^changelog\.md$/i,
    /^license/i,
  ]) {
    it(`holds ${needed.source}`, () => {
      assert.ok(
        files.some((file) => needed.test(file)),
        files.join('\n'),
      );
    });
  }
});
