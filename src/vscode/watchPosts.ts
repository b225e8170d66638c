// Watching the files that pairing looks at.
import * as vscode from 'vscode';
import { excludeGlob, isExcluded, isPostName, postGlob } from './documents.js';
import { folderOf } from './findPosts.js';
import { Debounced } from './timing.js';

export interface PostListener {
  /** A post was created, changed, or has a new name. */
  touched(uri: vscode.Uri): void;
  /** A post, or a folder that may have held some, is perhaps no more: the disk knows. */
  deleted(uri: vscode.Uri): void;
}

/** How long after the last new folder it is looked into: whoever makes it fills it first. In milliseconds. */
const quietTime = 300;

/** Watches the posts that `findPosts(near)` finds, and those that come. */
export function watchPosts(near: vscode.Uri, listener: PostListener): vscode.Disposable {
  if (!vscode.workspace.getWorkspaceFolder(near)) {
    return watch(new vscode.RelativePattern(folderOf(near), postGlob), listener);
  }
  return vscode.Disposable.from(watch(`**/${postGlob}`, listener), watchFolders(listener));
}

function watch(pattern: vscode.GlobPattern, listener: PostListener): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidCreate((uri) => listener.touched(uri));
  watcher.onDidChange((uri) => listener.touched(uri));
  watcher.onDidDelete((uri) => listener.deleted(uri));
  return watcher;
}

/** Of a folder that goes, or gets a new name, often only the folder itself is reported; of a new one, not all that is in it. */
function watchFolders(listener: PostListener): vscode.Disposable {
  const created = new Map<string, vscode.Uri>();
  const lookInto = new Debounced(() => {
    const folders = [...created.values()];
    created.clear();
    for (const folder of folders) {
      vscode.workspace.findFiles(new vscode.RelativePattern(folder, `**/${postGlob}`), excludeGlob).then(
        (uris) => uris.forEach((uri) => listener.touched(uri)),
        () => {}, // no folder, after all
      );
    }
  }, quietTime);
  const noteCreated = (uri: vscode.Uri): void => {
    if (!mayBeFolder(uri)) return;
    created.set(uri.toString(), uri);
    lookInto.trigger();
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  watcher.onDidCreate(noteCreated);
  watcher.onDidChange((uri) => {
    if (!mayBeFolder(uri)) return;
    listener.deleted(uri); // one that went and came again within a moment is reported as changed
    noteCreated(uri);
  });
  watcher.onDidDelete((uri) => {
    if (!isPostName(uri)) listener.deleted(uri);
  });
  const renaming = vscode.workspace.onDidRenameFiles(({ files }) => {
    for (const { oldUri, newUri } of files) {
      listener.deleted(oldUri);
      if (isPostName(newUri)) listener.touched(newUri);
      else noteCreated(newUri);
    }
  });
  return vscode.Disposable.from(watcher, renaming, lookInto);
}

/** Most files have a suffix, and most folders none; a build writes thousands of files, and asking of each would cost. */
function mayBeFolder(uri: vscode.Uri): boolean {
  return !/[^/]\.[^/.]{1,5}$/.test(uri.path) && !isExcluded(uri);
}
