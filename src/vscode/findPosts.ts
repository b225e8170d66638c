// Finding the files that pairing is to look at, and how it is to name them.
import * as vscode from 'vscode';
import { excludeGlob, isPostName, postGlob } from './documents.js';

/** The folder that a file is in. */
export function folderOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

export async function fileExists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

/**
 * The Markdown files around `near`: of all workspace folders, less what `files.exclude` hides, if it is in one of
 * them; else of its own folder. Those beside it come first.
 */
export async function findPosts(near: vscode.Uri): Promise<vscode.Uri[]> {
  if (!vscode.workspace.getWorkspaceFolder(near)) return postsIn(folderOf(near));
  const found = await vscode.workspace.findFiles(`**/${postGlob}`, excludeGlob);
  const beside = `${folderOf(near).toString()}/`;
  const isBeside = (uri: vscode.Uri): boolean => uri.toString().startsWith(beside);
  return [...found.filter(isBeside), ...found.filter((uri) => !isBeside(uri))];
}

async function postsIn(folder: vscode.Uri): Promise<vscode.Uri[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([, type]) => type & vscode.FileType.File)
      .map(([name]) => vscode.Uri.joinPath(folder, name))
      .filter(isPostName);
  } catch {
    return []; // a file system without folders
  }
}

/**
 * The path by which pairing knows a file: within its workspace folder, with that folder's name if there are several;
 * of a file outside, its name. Folders above would only mislead: `/home/fr/` says nothing of a text's language.
 */
export function pathOf(uri: vscode.Uri): string {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  if (!folder) return uri.path.slice(uri.path.lastIndexOf('/') + 1);
  const within = uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return within;
  const isAmbiguous = folders.some((other) => other !== folder && other.name === folder.name);
  return `${folder.name}${isAmbiguous ? `~${folder.index}` : ''}/${within}`;
}
