// “Open a Sample Translation”: a small issue with slips in it, to try everything on; for the walkthrough.
import * as vscode from 'vscode';
import type { Services } from './services.js';

/** Where the package has the sample. Its files are named here, since in a browser a package's folder cannot be listed. */
const folder = ['media', 'walkthrough', 'sample'] as const;
const source = '2026-04-12-Harbour_Letter_3.md';
const translation = '2026-04-12-Lettre_du_Port_3[FR].md';

/** The command. It answers the sample's file. */
export async function openSample({ context }: Services): Promise<vscode.Uri> {
  const uri = await freshCopy(context);
  // The walkthrough, which is no text, stays in view.
  const viewColumn = vscode.window.activeTextEditor || !vscode.window.tabGroups.activeTabGroup.activeTab ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  await vscode.window.showTextDocument(uri, { viewColumn, preview: false });
  return uri;
}

/** Copies the sample to where the extension may write. What somebody is just writing in an earlier copy stays as it is. */
async function freshCopy({ extensionUri, globalStorageUri }: vscode.ExtensionContext): Promise<vscode.Uri> {
  const to = vscode.Uri.joinPath(globalStorageUri, 'sample');
  const { fs, textDocuments } = vscode.workspace;
  await fs.createDirectory(to);
  for (const name of [source, translation]) {
    const copy = vscode.Uri.joinPath(to, name);
    const isBeingWritten = textDocuments.some(({ uri, isDirty }) => isDirty && uri.toString() === copy.toString());
    if (!isBeingWritten) await fs.writeFile(copy, await fs.readFile(vscode.Uri.joinPath(extensionUri, ...folder, name)));
  }
  return vscode.Uri.joinPath(to, translation);
}
