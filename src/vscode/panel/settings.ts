// The panel's own settings.
import * as vscode from 'vscode';

const section = 'facingPages.panel';

/** Whether panel and text editors follow each other. */
export function followsEditor(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('followEditor') !== false;
}

/** Whether pictures are shown at all. */
export function showsPictures(): boolean {
  return vscode.workspace.getConfiguration(section).get<unknown>('showPictures') !== false;
}

/**
 * Whether pictures from the web are loaded: each tells its server that the post is being read. Never from a folder that
 * nobody has said they trust, and the folder's own settings have no say in it (see package.json).
 */
export function loadsRemotePictures(): boolean {
  return (
    vscode.workspace.isTrusted &&
    showsPictures() &&
    vscode.workspace.getConfiguration(section).get<unknown>('remotePictures') !== false
  );
}

/** Calls `listener` when what pictures are shown may have changed. */
export function onPicturesChange(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (['showPictures', 'remotePictures'].some((name) => event.affectsConfiguration(`${section}.${name}`)))
        listener();
    }),
  );
}
