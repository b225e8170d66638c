// The panel: shows a translation beside its source, keeps it up to date, follows the cursor and does what is clicked.
import * as vscode from 'vscode';
import { intended } from '../../core/ignore/intended.js';
import type { Edit } from '../../core/text/edit.js';
import { lineOf, rowAt, type Side } from '../../core/view/rowAt.js';
import type { HostMessage, PageAction, PageMessage, PanelState } from '../../protocol/messages.js';
import { readPageMessage } from '../../protocol/readPageMessage.js';
import { patchTo, type SentRows } from '../../protocol/patch.js';
import { contentOf, Rendered, type Content } from './content.js';
import { showInEditor } from './editors.js';
import { applyNow } from './fix.js';
import type { FacingIssue, FacingModel } from './model.js';
import { ownFiles, pageHtml } from './page.js';
import { pictureFolders } from './pictures.js';
import { followsEditor, onPicturesChange } from './settings.js';
import { Siblings } from './siblings.js';
import { beginWriting, insertAllMissing, saveWriting } from './write.js';

/** How VS Code names the panel, in keybindings and when it brings it back after a reload. */
export const viewType = 'facingPages.sideBySide';

/** From the last of several changes to the new picture, in milliseconds. */
const patience = 100;

export class SideBySide implements vscode.Disposable {
  private content: Content | undefined;
  private readonly siblings: Siblings;
  private rendered = new Rendered();
  private readonly disposables: vscode.Disposable[] = [];
  /** The row that the cursor is in, or was in last. All translations of an issue have their rows in common. */
  private current: string | undefined;
  /** What the page has; undefined until it has said that it can draw. */
  private sent: SentRows | undefined;
  /** Counts updates: what an older one finds out comes too late. */
  private round = 0;
  private timer: Parameters<typeof clearTimeout>[0];

  constructor(
    private readonly view: vscode.WebviewPanel,
    private translation: vscode.Uri,
    private readonly model: FacingModel,
    private readonly extension: vscode.Uri,
  ) {
    this.siblings = new Siblings(model, () => this.content && this.show(this.content.issue, this.content.review));
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', `panel-${theme}.svg`);
    view.iconPath = { light: icon('light'), dark: icon('dark') };
    view.webview.options = this.options([translation]);
    this.disposables.push(
      this.siblings,
      view.webview.onDidReceiveMessage((message: unknown) => this.receive(readPageMessage(message))),
      view.onDidDispose(() => this.dispose()),
      model.onDidChange((uri) => this.noteChange(uri)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.follow(textEditor)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && void this.followTo(editor)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        const renamed = files.find(({ oldUri }) => oldUri.toString() === this.translation.toString());
        if (renamed) void this.switchTo(renamed.newUri);
      }),
      onPicturesChange(() => this.drawAnew()),
    );
    view.webview.html = pageHtml(view.webview, extension);
  }

  /** What the page shows; undefined if it shows nothing. */
  get state(): PanelState | undefined {
    return this.content?.state;
  }

  get onDidDispose(): vscode.Event<void> {
    return this.view.onDidDispose;
  }

  /** Shows `translation` and brings the panel to the front, without taking the keyboard. */
  async open(translation: vscode.Uri): Promise<void> {
    this.view.reveal(undefined, true);
    await this.switchTo(translation);
  }

  /** @param key the row that it is meant for; the selected one unless given */
  act(action: PageAction, key?: string): void {
    this.view.reveal();
    this.send({ type: 'action', action, ...(key !== undefined && { key }) });
  }

  dispose(): void {
    this.round++;
    clearTimeout(this.timer);
    for (const disposable of this.disposables.splice(0)) disposable.dispose();
    this.view.dispose();
  }

  private async switchTo(translation: vscode.Uri): Promise<void> {
    this.translation = translation;
    await this.update();
  }

  private async update(): Promise<void> {
    const round = ++this.round;
    const translation = this.translation;
    const issue = await this.model.issueOf(translation);
    const review = await this.model.reviewOf(translation);
    if (round !== this.round) return;
    if (!issue || !review) {
      this.content = undefined;
      this.view.title = 'Facing Pages';
      const name = vscode.workspace.asRelativePath(translation, false);
      return this.send({ type: 'nothing', reason: `${name} is gone, or is no translation whose source is here.` });
    }
    if (!this.content || this.content.review !== review || !sameTexts(this.content.issue, issue)) this.show(issue, review);
    await this.siblings.workOut(issue);
  }

  private show(issue: Content['issue'], review: Content['review']): void {
    this.content = contentOf(issue, review, this.siblings, this.view.webview, this.rendered);
    this.siblings.note(review.target.uri, this.content.state.progress);
    const { target } = this.content.state;
    const options = this.options([review.source.uri, review.target.uri]);
    if (String(options.localResourceRoots) !== String(this.view.webview.options.localResourceRoots)) this.view.webview.options = options;
    this.view.title = `Facing Pages: ${issue.number === undefined ? issue.title : `#${issue.number}`} ${target.locale}`.trimEnd();
    this.sendState(this.content.state);
    if (vscode.window.activeTextEditor) this.follow(vscode.window.activeTextEditor);
  }

  /** Pictures are loaded now that were not before. */
  private drawAnew(): void {
    this.rendered = new Rendered();
    if (this.content) this.show(this.content.issue, this.content.review);
  }

  private noteChange(uri: vscode.Uri): void {
    this.siblings.forget(uri, this.content?.issue.source.uri.toString() === uri.toString());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), patience);
  }

  private receive(message: PageMessage | undefined): void {
    if (!message) return;
    switch (message.type) {
      case 'ready':
        this.sent = undefined;
        if (this.content) this.show(this.content.issue, this.content.review);
        else void this.update();
        return;
      case 'reveal':
        return void this.reveal(message.key, message.side, message.focus);
      case 'edit':
        return this.content && this.send(beginWriting(this.content, message.key));
      case 'write':
        return void this.write(message);
      case 'undo':
        return void this.undo(message.again);
      case 'insertAll':
        return void this.insertAll();
      case 'fix':
        return void this.fix(message.problem, message.fix);
      case 'intend':
        return void this.intend(message.problem);
      case 'switch':
        return void this.chooseTranslation(message.translation);
    }
  }

  private async reveal(key: string, side: Side, focus: boolean): Promise<void> {
    if (!this.content || !(focus || followsEditor())) return;
    const { review, state } = this.content;
    const other = side === 'source' ? review.target : review.source;
    await showInEditor(review[side].uri, other.uri, this.view.viewColumn, { line: lineOf(state, side, key), focus });
  }

  /** Only a translation of the issue that is shown: the page names it, but does not decide what is opened. */
  private async chooseTranslation(id: string): Promise<void> {
    const chosen = this.content?.issue.translations.find(({ uri }) => uri.toString() === id)?.uri;
    if (!chosen || !this.content) return;
    const before = this.content.review.target.uri;
    await this.switchTo(chosen);
    const line = this.current !== undefined && this.content ? lineOf(this.content.state, 'target', this.current) : undefined;
    await showInEditor(chosen, before, this.view.viewColumn, { line, focus: false });
  }

  private async fix(id: string, index: number): Promise<void> {
    const wanted = this.content?.problems.get(id)?.fixes[index];
    await this.mend((now) => {
      const fix = now.problems.get(id)?.fixes[index];
      return fix && fix.title === wanted?.title ? fix.edits : undefined;
    });
  }

  private async intend(id: string): Promise<void> {
    await this.mend((now) => {
      const problem = now.problems.get(id);
      const { here, inFile } = problem ? intended(now.review.target.issue, problem) : {};
      const edit = here ?? inFile;
      return edit && [edit];
    });
  }

  /** Makes edits and shows them in the text editor. @param editsOf of what the panel would show now; undefined if they make no sense any more */
  private async mend(editsOf: (now: Content) => readonly Edit[] | undefined): Promise<void> {
    const content = this.content;
    if (!content) return;
    const { target, source } = content.review;
    await showInEditor(target.uri, source.uri, this.view.viewColumn, { focus: false });
    const done = await applyNow(target.uri, async (document) => {
      const now = await this.contentNow(content, document);
      return now && editsOf(now);
    });
    if (done) await showInEditor(target.uri, source.uri, this.view.viewColumn, { line: done.line, focus: false });
    else void vscode.window.showInformationMessage('The text has changed meanwhile; nothing was done. Look again and choose once more.');
  }

  private async write(message: Extract<PageMessage, { type: 'write' }>): Promise<void> {
    const content = this.content;
    if (!content) return;
    this.send(await saveWriting(content.review.target.uri, message, (document) => this.contentNow(content, document)));
    await this.update();
  }

  /** VS Code undoes in the editor that has the keyboard: it goes there and comes back. */
  private async undo(again: boolean): Promise<void> {
    const review = this.content?.review;
    if (!review) return;
    await showInEditor(review.target.uri, review.source.uri, this.view.viewColumn, { focus: true });
    await vscode.commands.executeCommand(again ? 'redo' : 'undo');
    this.view.reveal();
  }

  /** Inserts everything that is missing; says in the status bar how much that was. */
  async insertAll(): Promise<void> {
    const uri = this.content?.review.target.uri;
    if (!uri) return;
    const inserted = await insertAllMissing(uri, this.model);
    vscode.window.setStatusBarMessage(inserted === 0 ? 'Facing Pages: nothing was inserted.' : `Facing Pages: inserted ${inserted}, still to be translated.`, 5000);
  }

  /** What the panel would show of a document as it stands; undefined if it was edited meanwhile, or is no translation any more. */
  private async contentNow({ issue }: Content, document: vscode.TextDocument): Promise<Content | undefined> {
    const review = await this.model.reviewOf(document.uri);
    if (!review || review.target.version !== document.version) return undefined;
    return contentOf(issue, review, this.siblings, this.view.webview, this.rendered);
  }

  /** Marks the row that the cursor is in. */
  private follow({ document, selection }: vscode.TextEditor): void {
    if (!this.content || !followsEditor()) return;
    const { review, state } = this.content;
    const key = document.uri.toString();
    const side: Side | undefined = key === review.target.uri.toString() ? 'target' : key === review.source.uri.toString() ? 'source' : undefined;
    const row = side && rowAt(state, side, selection.active.line);
    if (!row || !side) return;
    this.current = row.key;
    this.send({ type: 'current', key: row.key, side });
  }

  /** Another issue, or another translation, came to the front: the panel shows that one, in the same language if it can. */
  private async followTo(editor: vscode.TextEditor): Promise<void> {
    const shown = this.content?.review;
    const key = editor.document.uri.toString();
    if (shown && (shown.source.uri.toString() === key || shown.target.uri.toString() === key)) return this.follow(editor);
    if (editor.document.languageId !== 'markdown') return;
    const issue = await this.model.issueOf(editor.document.uri);
    if (!issue || vscode.window.activeTextEditor !== editor) return;
    const own = issue.translations.find(({ uri }) => uri.toString() === key);
    const sameLocale = issue.translations.find(({ locale }) => locale === shown?.target.locale);
    const next = own ?? sameLocale ?? issue.translations[0];
    if (next) await this.switchTo(next.uri);
  }

  private options(posts: readonly vscode.Uri[]): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [ownFiles(this.extension), ...pictureFolders(posts)] };
  }

  /** After the first time, only what changed. */
  private sendState(state: PanelState): void {
    const { patch, sent } = patchTo(state, this.sent ?? new Map());
    this.send(this.sent ? { type: 'patch', patch } : { type: 'state', state });
    this.sent = sent;
  }

  private send(message: HostMessage): void {
    if (message.type === 'nothing') this.sent = undefined;
    void this.view.webview.postMessage(message);
  }
}

function sameTexts(a: FacingIssue, b: FacingIssue): boolean {
  const key = ({ number, title, source, translations }: FacingIssue): string => JSON.stringify([number, title, ...[source, ...translations].map(({ uri, locale }) => [uri.toString(), locale])]);
  return key(a) === key(b);
}
