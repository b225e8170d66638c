// “Open a Sample Translation”: a small issue with slips in it, to try everything on; for the walkthrough.
import * as vscode from 'vscode';
import { fileExists } from './findPosts.js';
import type { Services } from './services.js';

/** Where the package has the sample. Its files are named here, since in a browser a package's folder cannot be listed. */
const folder = ['media', 'walkthrough', 'sample'] as const;
const source = '2026-04-12-Harbour_Letter_3.md';
const translation = '2026-04-12-Lettre_du_Port_3[FR].md';

/** The command. It answers the sample's file. */
export async function openSample({ context }: Services): Promise<vscode.Uri> {
  const uri = await freshCopy(context);
  // The walkthrough, which is no text, stays in view.
  const viewColumn =
    vscode.window.activeTextEditor || !vscode.window.tabGroups.activeTabGroup.activeTab
      ? vscode.ViewColumn.Active
      : vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(uri, { viewColumn, preview: false });
  return uri;
}

/** Copies the sample to where the extension may write: into the first folder of ours in which nobody has changed anything. */
async function freshCopy({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const { fs } = vscode.workspace;
  const names = [source, translation];
  const shipped = await Promise.all(
    names.map((name) => fs.readFile(vscode.Uri.joinPath(extensionUri, ...folder, name))),
  );
  for (let number = 1; ; number++) {
    const to = vscode.Uri.joinPath(globalStorageUri, number === 1 ? 'sample' : `sample ${number}`);
    const files = names.map((name) => vscode.Uri.joinPath(to, name));
    const found = await Promise.all(files.map(standing));
    if (found.some((text, i) => text === 'unsaved' || (text !== undefined && !sameBytes(text, shipped[i]!)))) continue;
    await fs.createDirectory(to);
    for (const [i, file] of files.entries()) if (found[i] === undefined) await fs.writeFile(file, shipped[i]!);
    return files[1]!;
  }
}

/** What a file says; undefined if there is none. */
async function standing(file: vscode.Uri): Promise<Uint8Array | 'unsaved' | undefined> {
  if (vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === file.toString()))
    return 'unsaved';
  return (await fileExists(file)) ? vscode.workspace.fs.readFile(file) : undefined;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
