// Where the panel loads a post's pictures from.
import * as vscode from 'vscode';
import type { ImageAddress } from '../../core/view/safeTree.js';
import { picturePath } from './picturePath.js';
import { loadsRemotePictures, showsPictures } from './settings.js';

/**
 * Finds the pictures of the post at `post`. Whole addresses are loaded over https, and only where remote pictures are
 * loaded at all; all others are files beside the post or, with a slash at their head, in its workspace folder;
 * those that lead out of both are not loaded.
 */
export function pictureAddress(webview: vscode.Webview, post: vscode.Uri): ImageAddress {
  return (address) => {
    if (!showsPictures()) return undefined;
    const web = /^(?:https?:)?\/\/(.+)$/i.exec(address)?.[1];
    if (web !== undefined) return loadsRemotePictures() ? `https://${web}` : undefined;
    const path = decoded(address.replace(/[?#].*/, ''));
    if (path === '' || path.includes('{{')) return undefined; // a Liquid expression: only the site knows
    const place = picturePath(path, post.path, vscode.workspace.getWorkspaceFolder(post)?.uri.path);
    return place === undefined ? undefined : webview.asWebviewUri(post.with({ path: place })).toString();
  };
}

/** Folders that the pictures of these posts may be in. */
export function pictureFolders(posts: readonly vscode.Uri[]): vscode.Uri[] {
  const workspace = vscode.workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return [
    ...workspace,
    ...posts.filter((post) => !post.path.startsWith('Untitled')).map((post) => vscode.Uri.joinPath(post, '..')),
  ];
}

function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path; // a stray percent sign
  }
}
