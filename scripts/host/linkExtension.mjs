// Puts the project's working copy among the installed extensions: reloading the window takes a new build.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { manifest, root } from '../project.mjs';

const files = ['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];
const folders = ['dist', 'media'];

/**
 * Makes an extensions folder with nothing but the project in it, and answers that folder. The extension's own folder
 * is a real one that holds links, so that whoever uninstalls the extension removes the links and not the project.
 * @param {string} extensionsFolder
 */
export function linkExtension(extensionsFolder) {
  const { publisher, name, version } = manifest();
  const relativeLocation = `${publisher}.${name}-${version}`;
  const folder = path.join(extensionsFolder, relativeLocation);
  rmSync(extensionsFolder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of files) symlinkSync(path.join(root, file), path.join(folder, file), 'file');
  for (const part of folders) symlinkSync(path.join(root, part), path.join(folder, part), 'junction');
  const entry = {
    identifier: { id: `${publisher}.${name}` },
    version,
    location: { $mid: 1, path: folder, scheme: 'file' },
    relativeLocation,
    metadata: { installedTimestamp: Date.now(), source: 'vsix' },
  };
  writeFileSync(path.join(extensionsFolder, 'extensions.json'), JSON.stringify([entry]));
  return extensionsFolder;
}
