// The panel's commands, and its return after the window was reloaded.
import * as vscode from 'vscode';
import { localeState } from '../../core/view/locale.js';
import type { PageAction, PanelState } from '../../protocol/messages.js';
import type { Memories } from '../memory/memories.js';
import { askedFor } from '../askedFor.js';
import { meantDocument } from '../documents.js';
import { placeOf, showPlace } from '../places.js';
import { columnOf } from './editors.js';
import type { FacingIssue, FacingModel, FacingText } from './model.js';
import { SideBySide, viewType } from './panel.js';

/** What the rest of the extension can ask of the panel. */
export interface PanelFeature extends vscode.Disposable {
  /** What the panel shows; undefined without a panel. */
  state(): PanelState | undefined;
}

/** Registers the panel. There is one of it, which shows one translation at a time. */
export function register(context: vscode.ExtensionContext, model: FacingModel, memories: Memories): PanelFeature {
  let panel: SideBySide | undefined;
  const adopt = (view: vscode.WebviewPanel, translation: vscode.Uri): SideBySide => {
    panel?.dispose();
    const made = new SideBySide(view, translation, model, context.extensionUri, memories);
    made.onDidDispose(() => {
      if (panel === made) panel = undefined;
    });
    return (panel = made);
  };
  const openSideBySide = async (argument?: unknown): Promise<void> => {
    const place = placeOf(argument);
    if (place) await showPlace(place); // the panel follows
    const uri = place?.uri ?? askedFor(argument).uri ?? meantDocument()?.uri;
    const issue = uri && (await model.issueOf(uri));
    const translation = issue && (await chooseTranslation(issue, uri, panel?.state?.target.id));
    if (!issue || issue.translations.length === 0) {
      void vscode.window.showInformationMessage('This file is no newsletter issue with a translation, as far as Facing Pages can tell.');
    } else if (translation) {
      if (panel) await panel.open(translation.uri);
      else adopt(vscode.window.createWebviewPanel(viewType, 'Facing Pages', { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableFindWidget: true }), translation.uri);
    }
  };
  const action = (name: PageAction) => (argument?: unknown) => panel?.act(name, rowOf(argument));
  const disposable = vscode.Disposable.from(
    vscode.commands.registerCommand('facingPages.openSideBySide', openSideBySide),
    vscode.commands.registerCommand('facingPages.panel.nextProblem', action('nextProblem')),
    vscode.commands.registerCommand('facingPages.panel.previousProblem', action('previousProblem')),
    vscode.commands.registerCommand('facingPages.panel.nextToDo', action('nextToDo')),
    vscode.commands.registerCommand('facingPages.panel.previousToDo', action('previousToDo')),
    vscode.commands.registerCommand('facingPages.panel.nextSection', action('nextSection')),
    vscode.commands.registerCommand('facingPages.panel.previousSection', action('previousSection')),
    vscode.commands.registerCommand('facingPages.panel.nextChanged', action('nextChanged')),
    vscode.commands.registerCommand('facingPages.panel.previousChanged', action('previousChanged')),
    vscode.commands.registerCommand('facingPages.panel.edit', action('edit')),
    vscode.commands.registerCommand('facingPages.panel.copySource', action('copySource')),
    vscode.commands.registerCommand('facingPages.panel.fix', action('fix')),
    vscode.commands.registerCommand('facingPages.panel.fixRow', action('fixRow')),
    vscode.commands.registerCommand('facingPages.panel.move', action('move')),
    vscode.commands.registerCommand('facingPages.panel.intend', action('intend')),
    vscode.commands.registerCommand('facingPages.panel.markUpToDate', action('markUpToDate')),
    vscode.commands.registerCommand('facingPages.panel.reveal', action('reveal')),
    vscode.commands.registerCommand('facingPages.panel.revealSource', action('revealSource')),
    vscode.commands.registerCommand('facingPages.panel.search', action('search')),
    vscode.commands.registerCommand('facingPages.panel.insertAll', () => panel?.insertAll()),
    vscode.commands.registerCommand('facingPages.panel.chooseIssue', () => panel?.chooseIssue()),
    vscode.commands.registerCommand('facingPages.panel.save', () => panel?.save()),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel(view, kept: unknown) {
        const { translation } = (kept ?? {}) as { readonly translation?: unknown };
        if (typeof translation === 'string') adopt(view, vscode.Uri.parse(translation));
        else view.dispose();
        return Promise.resolve();
      },
    }),
    { dispose: () => panel?.dispose() },
  );
  return { dispose: () => void disposable.dispose(), state: () => panel?.state };
}

/** The translation that `uri` is; of a source, the one that is shown or open already, the only one, or the one that is picked. */
async function chooseTranslation({ translations }: FacingIssue, uri: vscode.Uri, shown: string | undefined): Promise<FacingText | undefined> {
  const is = (key: string | undefined) => (text: FacingText): boolean => text.uri.toString() === key;
  const clear = translations.find(is(uri.toString())) ?? translations.find(is(shown)) ?? translations.find((text) => columnOf(text.uri) !== undefined);
  if (clear || translations.length < 2) return clear ?? translations[0];
  const choices = translations.map((text) => ({ label: localeState(text.locale).name, description: text.locale ?? '', detail: vscode.workspace.asRelativePath(text.uri), text }));
  return (await vscode.window.showQuickPick(choices, { placeHolder: 'Which translation?', matchOnDescription: true }))?.text;
}

/** The row that the panel's context menu was opened on. */
function rowOf(argument: unknown): string | undefined {
  const { facingPagesRow } = (argument ?? {}) as { readonly facingPagesRow?: unknown };
  return typeof facingPagesRow === 'string' ? facingPagesRow : undefined;
}
