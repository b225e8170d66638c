// The panel: a tab of VS Code that shows a translation beside its source. Its parts are what it shows, what it follows,
// and what it does when it is asked.
import * as vscode from 'vscode';
import type { PageAction, PanelState } from '../../protocol/messages.js';
import { readPageMessage } from '../../protocol/readPageMessage.js';
import type { Later } from '../later.js';
import type { Memories } from '../memory/memories.js';
import type { Content } from './content.js';
import { Following } from './following.js';
import type { FacingModel } from './model.js';
import { ownFiles, pageHtml } from './page.js';
import { pictureFolders } from './pictures.js';
import { loadsRemotePictures, onPicturesChange } from './settings.js';
import { Shown } from './shown.js';
import { Wishes, type PanelPlace } from './wishes.js';

export class SideBySide implements vscode.Disposable {
  private readonly shown: Shown;
  private readonly following: Following;
  private readonly wishes: Wishes;
  private readonly disposables: vscode.Disposable[] = [];
  /** VS Code throws at whoever asks anything of a panel that was shut. */
  private isDisposed = false;

  constructor(
    private readonly view: vscode.WebviewPanel,
    translation: vscode.Uri,
    model: FacingModel,
    private readonly extension: vscode.Uri,
    memories: Later<Memories>,
  ) {
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', `panel-${theme}.svg`);
    view.iconPath = { light: icon('light'), dark: icon('dark') };
    view.webview.options = this.options([translation]);
    this.shown = new Shown(view.webview, translation, model, {
      before: (content) => this.prepareView(content),
      after: () => vscode.window.activeTextEditor && this.following.markRow(vscode.window.activeTextEditor),
    });
    const place: PanelPlace = {
      column: () => (this.isDisposed ? undefined : view.viewColumn),
      reveal: () => this.isDisposed || view.reveal(),
    };
    this.following = new Following(this.shown, model);
    this.wishes = new Wishes(place, this.shown, model, () => this.following.current, memories);
    this.disposables.push(
      this.shown,
      this.following,
      view.webview.onDidReceiveMessage((received: unknown) => {
        const message = readPageMessage(received);
        if (message) this.wishes.receive(message);
      }),
      view.onDidDispose(() => this.dispose()),
      model.onDidChange((uri) => this.shown.noteChange(uri)),
      onPicturesChange(() => this.loadPage()),
    );
    this.loadPage();
  }

  /** What the page shows; undefined if it shows nothing. */
  get state(): PanelState | undefined {
    return this.shown.content?.state;
  }

  get onDidDispose(): vscode.Event<void> {
    return this.view.onDidDispose;
  }

  /** Shows `translation` and brings the panel to the front, without taking the keyboard. */
  async open(translation: vscode.Uri): Promise<void> {
    this.view.reveal(undefined, true);
    await this.shown.switchTo(translation);
  }

  /** @param key the row that it is meant for; the selected one unless given */
  act(action: PageAction, key?: string): void {
    this.view.reveal();
    this.shown.send({ type: 'action', action, ...(key !== undefined && { key }) });
  }

  /** Inserts everything that is missing. */
  insertAll(): Promise<void> {
    return this.wishes.insertAll();
  }

  /** Asks for another issue, and shows it. */
  chooseIssue(): Promise<void> {
    return this.wishes.chooseIssue();
  }

  /** Saves the translation's file: a panel has nothing to save itself. */
  save(): Promise<void> {
    return this.wishes.save();
  }

  dispose(): void {
    this.isDisposed = true;
    for (const disposable of this.disposables.splice(0)) disposable.dispose();
    this.view.dispose();
  }

  /** Loads the page anew: what it may load is said at its head. It asks for what it shows as soon as it can draw. */
  private loadPage(): void {
    this.shown.pageIsGone();
    this.view.webview.html = pageHtml(this.view.webview, this.extension, loadsRemotePictures());
  }

  /** The tab's title, and the folders that pictures may come from. */
  private prepareView(content: Content | undefined): void {
    if (!content) {
      this.view.title = 'Facing Pages';
      return;
    }
    const { issue, review, state } = content;
    const options = this.options([review.source.uri, review.target.uri]);
    if (String(options.localResourceRoots) !== String(this.view.webview.options.localResourceRoots)) {
      this.view.webview.options = options; // VS Code loads the page anew then
      this.shown.pageIsGone();
    }
    this.view.title =
      `Facing Pages: ${issue.number === undefined ? issue.title : `#${issue.number}`} ${state.target.locale}`.trimEnd();
  }

  private options(posts: readonly vscode.Uri[]): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [ownFiles(this.extension), ...pictureFolders(posts)] };
  }
}
