// Does what the page asks for: shows lines in the text editors, mends, writes, undoes, switches.
import * as vscode from 'vscode';
import { intended } from '../../core/ignore/intended.js';
import { withoutCollisions, type Edit } from '../../core/text/edit.js';
import { rowsOf } from '../../core/view/panelState.js';
import { lineOf, linesOf, type Side } from '../../core/view/rowAt.js';
import type { ReadWord } from '../../core/view/wordPlace.js';
import type { PageMessage, PanelState, SentByPage } from '../../protocol/messages.js';
import { sayNotDone } from '../applyEdits.js';
import { inertWords } from '../inertWords.js';
import { save } from '../save.js';
import { chooseIssue } from './chooseIssue.js';
import type { Content } from './content.js';
import { showInEditor, type WordInLines } from './editors.js';
import { applyNow } from './fix.js';
import type { FacingModel } from './model.js';
import { followsEditor } from './settings.js';
import type { Shown } from './shown.js';
import type { Later } from '../later.js';
import type { Memories } from '../memory/memories.js';
import { remembered } from './remembered.js';
import { beginWriting, insertAllMissing, saveWriting } from './write.js';

/** Where the panel is; it may be shut at any time. */
export interface PanelPlace {
  /** Undefined once it was shut. */
  column(): vscode.ViewColumn | undefined;
  /** Brings it to the front; nothing once it was shut. */
  reveal(): void;
}

export class Wishes {
  /** @param currentRow the row that a text editor's cursor is in, or was in last */
  constructor(
    private readonly place: PanelPlace,
    private readonly shown: Shown,
    private readonly model: FacingModel,
    private readonly currentRow: () => string | undefined,
    private readonly memories: Later<Memories>,
  ) {}

  /** Does what a message asks for, unless it speaks of rows that are not shown any more: another text may have rows of the same keys. */
  receive(message: SentByPage): void {
    if (message.type !== 'ready' && message.about !== this.shown.content?.state.target.id) return;
    void this.carryOut(message).catch((error: unknown) => {
      if (message.type === 'write' && message.about !== undefined)
        this.shown.send({
          type: 'refused',
          translation: message.about,
          key: message.key,
          why: { kind: 'not-applied' },
        });
      void vscode.window.showErrorMessage(
        `Facing Pages could not do this: ${inertWords(error instanceof Error ? error.message : String(error))}`,
      );
    });
  }

  private async carryOut(message: SentByPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.shown.pageIsReady();
      case 'reveal':
        return this.reveal(message);
      case 'edit':
        return this.edit(message.key);
      case 'write':
        return this.write(message);
      case 'undo':
        return this.undo(message.again);
      case 'insertAll':
        return this.insertAll();
      case 'fix':
        return this.fix(message.problem, message.fix);
      case 'fixRow':
        return this.fixRow(message.key);
      case 'intend':
        return this.intend(message.problem);
      case 'chooseIssue':
        return this.chooseIssue();
      case 'switch':
        return this.chooseTranslation(message.translation);
    }
  }

  /** Inserts everything that is missing; says in the status bar how much that was. */
  async insertAll(): Promise<void> {
    const uri = this.shown.content?.review.target.uri;
    if (!uri) return;
    const { outcome, inserted } = await insertAllMissing(uri, this.model);
    if (outcome === 'changed' || outcome === 'refused') return sayNotDone(uri, outcome);
    vscode.window.setStatusBarMessage(
      inserted === 0
        ? 'Facing Pages: nothing was inserted.'
        : `Facing Pages: ${inserted === 1 ? 'one missing part was' : `${inserted} missing parts were`} inserted, still to be translated.`,
      5000,
    );
  }

  /** Saves the translation's file. */
  async save(): Promise<void> {
    const uri = this.shown.content?.review.target.uri;
    if (uri) await save(uri);
  }

  /** Earlier translations come behind: nobody has to wait for them. */
  private edit(key: string): void {
    const { content } = this.shown;
    if (!content) return;
    this.shown.send(beginWriting(content, key));
    void remembered(content, key, this.memories).then((message) => message && this.shown.send(message));
  }

  private async reveal({ key, side, focus, at }: Extract<PageMessage, { type: 'reveal' }>): Promise<void> {
    const { content } = this.shown;
    if (!content || !(focus || followsEditor())) return;
    const { review, state } = content;
    const other = side === 'source' ? review.target : review.source;
    await showInEditor(review[side].uri, other.uri, this.place.column(), {
      line: lineOf(state, side, key),
      word: at && wordIn(state, side, key, at),
      focus,
    });
  }

  /** Only a translation of the issue that is shown: the page names it, but does not decide what is opened. */
  private async chooseTranslation(id: string): Promise<void> {
    const before = this.shown.content;
    const chosen = before?.issue.translations.find(({ uri }) => uri.toString() === id)?.uri;
    if (!chosen || !before) return;
    await this.shown.switchTo(chosen);
    const current = this.currentRow();
    const { content } = this.shown;
    const line = current !== undefined && content ? lineOf(content.state, 'target', current) : undefined;
    await showInEditor(chosen, before.review.target.uri, this.place.column(), { line, focus: false });
  }

  /** Shows another issue, in the same language if it has that. */
  async chooseIssue(): Promise<void> {
    const before = this.shown.content;
    if (!before) return;
    const { issue, review } = before;
    const chosen = await chooseIssue(await this.model.issuesAround(review.target.uri), issue, review.target.locale);
    if (!chosen || chosen.uri.toString() === review.target.uri.toString()) return;
    await this.shown.switchTo(chosen.uri);
    await showInEditor(chosen.uri, review.target.uri, this.place.column(), { focus: false });
  }

  private async fix(id: string, index: number): Promise<void> {
    const wanted = this.shown.content?.problems.get(id)?.fixes[index];
    await this.mend((now) => {
      const fix = now.problems.get(id)?.fixes[index];
      return fix && fix.title === wanted?.title ? fix.edits : undefined;
    });
  }

  /** What a row has to be mended at once; hints are a matter of taste, and mended one by one. */
  private async fixRow(key: string): Promise<void> {
    await this.mend((now) => {
      const row = rowsOf(now.state).find((one) => one.key === key);
      const fixes = row?.problems.flatMap(({ id, severity }) => {
        const fix = severity === 'hint' ? undefined : now.problems.get(id)?.fixes.find(({ preferred }) => preferred);
        return fix ?? [];
      });
      const edits = withoutCollisions(fixes ?? []).flatMap((fix) => fix.edits);
      return edits.length > 0 ? edits : undefined;
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
    const { content } = this.shown;
    if (!content) return;
    const { target, source } = content.review;
    await showInEditor(target.uri, source.uri, this.place.column(), { focus: false });
    const done = await applyNow(target.uri, async (document) => {
      const now = await this.shown.contentNow(content, document);
      return now ? editsOf(now) : 'changed';
    });
    if (done.outcome === 'applied')
      await showInEditor(target.uri, source.uri, this.place.column(), { line: done.line, focus: false });
    else if (done.outcome === 'none')
      void vscode.window.showInformationMessage(
        'This is not there any more, or was mended already. Nothing was changed.',
      );
    else sayNotDone(target.uri, done.outcome);
  }

  private async write(message: Extract<PageMessage, { type: 'write' }>): Promise<void> {
    const { content } = this.shown;
    if (!content) return;
    this.shown.send(
      await saveWriting(content.review.target.uri, message, (document) => this.shown.contentNow(content, document)),
    );
    await this.shown.update();
  }

  /** VS Code undoes in the editor that has the keyboard: it goes there and comes back. */
  private async undo(again: boolean): Promise<void> {
    const review = this.shown.content?.review;
    if (!review) return;
    await showInEditor(review.target.uri, review.source.uri, this.place.column(), { focus: true });
    // Who clicked elsewhere meanwhile would have another file's change undone.
    if (vscode.window.activeTextEditor?.document.uri.toString() !== review.target.uri.toString()) return;
    await vscode.commands.executeCommand(again ? 'redo' : 'undo');
    this.place.reveal();
  }
}

/** Where to look for a word: in the lines of its row. */
function wordIn(state: PanelState, side: Side, key: string, at: ReadWord): WordInLines | undefined {
  const lines = linesOf(state, side, key);
  return lines && { lines, at };
}
