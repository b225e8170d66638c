// Watching the files that pairing looks at.
import * as vscode from 'vscode';
import { isPostName, postGlob } from './documents.js';
import { folderOf } from './findPosts.js';

export interface PostListener {
  /** A post was created, changed, or has a new name. */
  touched(uri: vscode.Uri): void;
  /** A post, or a folder that may have held some, is no more. */
  deleted(uri: vscode.Uri): void;
}

/** Watches the posts that `findPosts(near)` finds, and those that come. */
export function watchPosts(near: vscode.Uri, listener: PostListener): vscode.Disposable {
  if (!vscode.workspace.getWorkspaceFolder(near)) {
    return watch(new vscode.RelativePattern(folderOf(near), postGlob), listener);
  }
  // Of a folder that goes, only the folder itself is reported.
  const others = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  others.onDidDelete((uri) => {
    if (!isPostName(uri)) listener.deleted(uri);
  });
  return vscode.Disposable.from(watch(`**/${postGlob}`, listener), others, watchRenamedFolders(listener));
}

function watch(pattern: vscode.GlobPattern, listener: PostListener): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidCreate((uri) => listener.touched(uri));
  watcher.onDidChange((uri) => listener.touched(uri));
  watcher.onDidDelete((uri) => listener.deleted(uri));
  return watcher;
}

/** A folder's new name is reported for the folder alone, so what is in it is looked up. */
function watchRenamedFolders(listener: PostListener): vscode.Disposable {
  const found = async (folder: vscode.Uri): Promise<void> => {
    for (const uri of await vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/${postGlob}`))) listener.touched(uri);
  };
  return vscode.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      listener.deleted(oldUri);
      if (isPostName(newUri)) listener.touched(newUri);
      else void found(newUri).then(undefined, () => {}); // a file that is no folder
    }
  });
}
