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

/** Calls `listener` when what pictures are shown has changed. */
export function onPicturesChange(listener: () => void): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(listener),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.showPictures`)) listener();
    }),
  );
}
