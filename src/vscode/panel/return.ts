// The panel's return after the window was reloaded.
import * as vscode from 'vscode';
import type { Later } from '../later.js';
import type { Services } from '../services.js';
import { viewType } from './viewType.js';

/** Has VS Code hand over a panel that was open before. It may be shut again before there is somebody to fill it. */
export function registerPanelReturn(services: Later<Services>): vscode.Disposable {
  return vscode.window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(view, kept: unknown) {
      let isShut = false;
      const listening = view.onDidDispose(() => (isShut = true));
      const panels = await (await services.get()).panels.get();
      listening.dispose();
      if (!isShut) panels.restore(view, kept);
    },
  });
}
