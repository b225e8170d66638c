// What the panel shows at this moment: worked out anew after every change, and sent to the page as far as it changed.
import type * as vscode from 'vscode';
import type { HostMessage, PanelState } from '../../protocol/messages.js';
import type { Side } from '../../core/view/rowAt.js';
import { nothingSent, patchTo, type Sent } from '../../protocol/patch.js';
import { contentOf, Rendered, type Content } from './content.js';
import type { FacingIssue, FacingModel } from './model.js';
import { Siblings } from './siblings.js';
import { whyNothing } from './whyNothing.js';

/** From the last of several changes to the next look at problems and alignment, in milliseconds. What was typed shows at once. */
const patience = 150;

export class Shown implements vscode.Disposable {
  /** Undefined while the panel shows nothing. */
  content: Content | undefined;
  private readonly siblings: Siblings;
  private rendered = new Rendered();
  /** What the page has; undefined until it has said that it can draw. */
  private sent: Sent | undefined;
  /** The row that the page has marked as that of the cursor. */
  private marked: string | undefined;
  /** Counts updates: what an older one finds out comes too late. */
  private round = 0;
  private timer: Parameters<typeof clearTimeout>[0];
  /** Of the next sketch: keys that wait already are in it, too. */
  private soon: Parameters<typeof clearTimeout>[0];
  /** Until when the next sketch waits: of a long text, keys that come fast would else wait for the sketch of each before them. */
  private restUntil = 0;
  /** Whoever has waited for something before showing it may come when the panel is shut. */
  private isDisposed = false;

  /**
   * @param translation what is to be shown; the panel may show something else still
   * @param onShow called with what is shown from now on, right before and right after the page is told of it
   */
  constructor(
    private readonly webview: vscode.Webview,
    public translation: vscode.Uri,
    private readonly model: FacingModel,
    private readonly onShow: { before(content: Content | undefined): void; after(content: Content): void },
  ) {
    this.siblings = new Siblings(model, () => this.content && this.show(this.content.issue, this.content.review));
  }

  async switchTo(translation: vscode.Uri): Promise<void> {
    this.translation = translation;
    await this.update();
  }

  /** Shows what the files say now. */
  async update(): Promise<void> {
    if (this.isDisposed) return;
    const round = ++this.round;
    const translation = this.translation;
    const issue = await this.model.issueOf(translation);
    const review = await this.model.reviewOf(translation);
    if (round !== this.round) return;
    if (!issue || !review) {
      const reason = await whyNothing(translation);
      if (round === this.round) this.showNothing(reason);
      return;
    }
    if (!this.content || this.content.review !== review || !sameTexts(this.content.issue, issue))
      this.show(issue, review);
    await this.siblings.workOut(issue);
  }

  /** The page begins from nothing: everything is sent anew. */
  pageIsReady(): void {
    this.sent = undefined;
    if (this.content) this.show(this.content.issue, this.content.review);
    else void this.update();
  }

  /** The page is thrown away, and another one comes: it has nothing of what was sent, and may load other pictures. */
  pageIsGone(): void {
    this.sent = undefined;
    this.rendered = new Rendered();
  }

  /** To be told of every change of a file; several changes lead to one update. */
  noteChange(uri: vscode.Uri): void {
    this.siblings.forget(uri, this.content?.issue.source.uri.toString() === uri.toString());
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        void this.update();
      },
      this.model.patience(this.translation, patience),
    );
    const shown = this.content?.review;
    if (shown && [shown.source.uri, shown.target.uri].some((one) => one.toString() === uri.toString()))
      this.soon ??= setTimeout(() => void this.sketch(), Math.max(0, this.restUntil - performance.now()));
  }

  /** Shows what was typed, with what is known of it so far. */
  private async sketch(): Promise<void> {
    this.soon = undefined;
    // An update that has begun since the last key is not to be lost: none would come after it.
    const round = this.timer === undefined ? this.round : ++this.round;
    const began = performance.now();
    const review = await this.model.sketchOf(this.translation);
    if (round !== this.round || !review || !this.content || this.content.review === review) return;
    if (this.content.review.target.uri.toString() === this.translation.toString())
      this.show(this.content.issue, review);
    // Half of the time at most goes into sketches.
    const now = performance.now();
    this.restUntil = now + (now - began);
  }

  /** What the panel would show of a document as it stands; undefined if it was edited meanwhile, or is no translation any more. */
  async contentNow({ issue }: Content, document: vscode.TextDocument): Promise<Content | undefined> {
    const review = await this.model.reviewOf(document.uri);
    if (!review || review.target.version !== document.version) return undefined;
    return contentOf(issue, review, this.siblings, this.webview, this.rendered);
  }

  send(message: HostMessage): void {
    if (this.isDisposed) return;
    if (message.type === 'nothing') this.sent = undefined;
    void this.webview.postMessage(message);
  }

  /** Has the page mark a row and bring it into sight; nothing if it has it marked, unless `anew`. */
  mark(key: string, side: Side, anew: boolean): void {
    if (!anew && key === this.marked) return;
    this.marked = key;
    this.send({ type: 'current', key, side });
  }

  dispose(): void {
    this.isDisposed = true;
    this.round++;
    clearTimeout(this.timer);
    clearTimeout(this.soon);
    this.siblings.dispose();
  }

  private show(issue: Content['issue'], review: Content['review']): void {
    const content = contentOf(issue, review, this.siblings, this.webview, this.rendered);
    this.content = content;
    this.siblings.note(review.target.uri, content.state.progress);
    this.onShow.before(content);
    this.sendState(content.state);
    this.onShow.after(content);
  }

  private showNothing(reason: string): void {
    this.content = undefined;
    this.onShow.before(undefined);
    this.send({ type: 'nothing', reason });
  }

  /** After the first time, only what changed. */
  private sendState(state: PanelState): void {
    const { patch, sent } = patchTo(state, this.sent ?? nothingSent);
    if (!this.sent) this.marked = undefined;
    this.send(this.sent ? { type: 'patch', patch } : { type: 'state', state });
    this.sent = sent;
  }
}

function sameTexts(a: FacingIssue, b: FacingIssue): boolean {
  const key = ({ number, title, source, translations }: FacingIssue): string =>
    JSON.stringify([number, title, ...[source, ...translations].map(({ uri, locale }) => [uri.toString(), locale])]);
  return key(a) === key(b);
}
