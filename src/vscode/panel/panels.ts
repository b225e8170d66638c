// Opening the panel, and what its commands do.
import * as vscode from 'vscode';
import { localeState } from '../../core/view/locale.js';
import type { PageAction, PanelState } from '../../protocol/messages.js';
import type { Later } from '../later.js';
import type { Memories } from '../memory/memories.js';
import { askedFor } from '../askedFor.js';
import { meantDocument } from '../documents.js';
import { placeOf, showPlace } from '../places.js';
import { columnOf } from './editors.js';
import type { FacingIssue, FacingModel, FacingText } from './model.js';
import { SideBySide } from './panel.js';
import { viewType } from './viewType.js';

/** The panel, if there is one. It shows one translation at a time. */
export class Panels implements vscode.Disposable {
  private panel: SideBySide | undefined;

  constructor(
    private readonly extension: vscode.Uri,
    private readonly model: FacingModel,
    private readonly memories: Later<Memories>,
  ) {}

  /** What the panel shows; undefined without a panel. */
  get state(): PanelState | undefined {
    return this.panel?.state;
  }

  /** Shows an issue. @param argument a place (see `PlaceArgument`), or what a menu hands over; else the active editor's issue is shown */
  async open(argument: unknown): Promise<void> {
    const place = placeOf(argument);
    if (place) await showPlace(place); // the panel follows
    const uri = place?.uri ?? askedFor(argument).uri ?? meantDocument()?.uri;
    const issue = uri && (await this.model.issueOf(uri));
    const translation = issue && (await chooseTranslation(issue, uri, this.state?.target.id));
    if (!issue || issue.translations.length === 0) {
      void offerStart(issue);
    } else if (translation) {
      if (this.panel) await this.panel.open(translation.uri);
      else
        this.adopt(
          vscode.window.createWebviewPanel(
            viewType,
            'Facing Pages',
            { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
            { enableFindWidget: true },
          ),
          translation.uri,
        );
    }
  }

  /** Fills a panel that was open before the window was reloaded. @param kept what its page has kept */
  restore(view: vscode.WebviewPanel, kept: unknown): void {
    const { translation } = (kept ?? {}) as { readonly translation?: unknown };
    if (typeof translation === 'string') this.adopt(view, vscode.Uri.parse(translation));
    else view.dispose();
  }

  /** @param argument what the panel's menu hands over, with the row that it was opened on; of a key, nothing */
  act(action: PageAction, argument: unknown): void {
    this.panel?.act(action, rowOf(argument));
  }

  insertAll(): Promise<void> | undefined {
    return this.panel?.insertAll();
  }

  chooseIssue(): Promise<void> | undefined {
    return this.panel?.chooseIssue();
  }

  save(): Promise<void> | undefined {
    return this.panel?.save();
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private adopt(view: vscode.WebviewPanel, translation: vscode.Uri): void {
    this.panel?.dispose();
    const made = new SideBySide(view, translation, this.model, this.extension, this.memories);
    made.onDidDispose(() => {
      if (this.panel === made) this.panel = undefined;
    });
    this.panel = made;
  }
}

/** Says why there is nothing to show; of an issue without translations, with the way to one. */
async function offerStart(issue: FacingIssue | undefined): Promise<void> {
  if (!issue)
    return void vscode.window.showInformationMessage(
      'Neither a source nor a translation of this file was found that could be shown beside it.',
    );
  const start = 'Start Translation…';
  const chosen = await vscode.window.showInformationMessage('This issue has no translation yet.', start);
  if (chosen === start) await vscode.commands.executeCommand('facingPages.startTranslation', issue.source.uri);
}

/** The translation that `uri` is; of a source, the one that is shown or open already, the only one, or the one that is picked. */
async function chooseTranslation(
  { translations }: FacingIssue,
  uri: vscode.Uri,
  shown: string | undefined,
): Promise<FacingText | undefined> {
  const is =
    (key: string | undefined) =>
    (text: FacingText): boolean =>
      text.uri.toString() === key;
  const clear =
    translations.find(is(uri.toString())) ??
    translations.find(is(shown)) ??
    translations.find((text) => columnOf(text.uri) !== undefined);
  if (clear || translations.length < 2) return clear ?? translations[0];
  const choices = translations.map((text) => ({
    label: localeState(text.locale).name,
    description: text.locale ?? '',
    detail: vscode.workspace.asRelativePath(text.uri),
    text,
  }));
  return (await vscode.window.showQuickPick(choices, { placeHolder: 'Which translation?', matchOnDescription: true }))
    ?.text;
}

/** The row that the panel's context menu was opened on. */
function rowOf(argument: unknown): string | undefined {
  const { facingPagesRow } = (argument ?? {}) as { readonly facingPagesRow?: unknown };
  return typeof facingPagesRow === 'string' ? facingPagesRow : undefined;
}
