// The writer: opens a row's field, saves what was written, and keeps as a draft what was not.
import type { HostMessage, PageMessage } from '../protocol/messages.js';
import {
  afterWritten,
  chipText,
  draftKey,
  dropDraft,
  dropWritten,
  isUnwritten,
  keepDraft,
  openField,
  openOffers,
  wordsOfLink,
  type Draft,
  type Drafts,
  type WritingField,
} from './writing.js';

/** What the writer needs of the page around it. */
export interface WriterPage {
  /** Id of the translation that is shown. */
  translation(): string;
  send(message: PageMessage): void;
  draw(): void;
  /** Puts the keyboard on a row. */
  focusRow(key: string): void;
  /** The next row to be translated behind `key`. */
  nextToDo(key: string): string | undefined;
  say(news: string): void;
  /** Brings the field into sight. */
  showField(area: HTMLTextAreaElement): void;
}

export class Writer {
  field: WritingField | undefined;
  drafts: Drafts;
  private asked: { readonly key: string; readonly withSource: boolean } | undefined;
  /** The row to go on with once a text was saved. */
  private next: string | undefined;

  constructor(
    private readonly page: WriterPage,
    drafts: readonly (readonly [string, string, string])[],
  ) {
    this.drafts = new Map(drafts.map(([key, was, text]): [string, Draft] => [key, { was, text }]));
  }

  /** Rows of the shown translation that have a draft. */
  get draftRows(): ReadonlySet<string> {
    const prefix = draftKey(this.page.translation(), '');
    return new Set(
      [...this.drafts.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
    );
  }

  /** What has to be kept while the page is hidden: drafts, the open field's text among them. */
  kept(): [string, string, string][] {
    const all = this.field ? keepDraft(this.drafts, this.page.translation(), this.field) : this.drafts;
    return [...all].map(([key, { was, text }]) => [key, was, text]);
  }

  edit(key: string, withSource: boolean): void {
    if (this.field?.key === key && !withSource) return this.focus();
    this.putAside();
    this.asked = { key, withSource };
    this.page.send({ type: 'edit', key });
  }

  /** To be told before another translation is shown: what is being written stays a draft of the one before. */
  turnAway(): void {
    this.putAside();
    this.asked = this.next = undefined;
  }

  receive(message: Extract<HostMessage, { type: 'writing' | 'remembered' | 'written' | 'refused' }>): void {
    if (message.translation !== this.page.translation()) {
      if (message.type === 'written')
        this.drafts = dropWritten(this.drafts, message.translation, message.key, message.text);
      return;
    }
    switch (message.type) {
      case 'writing':
        return this.open(message);
      case 'remembered':
        if (this.field?.key !== message.key) return;
        this.field = { ...this.field, offers: message.offers };
        return this.page.draw();
      case 'written':
        return this.written(message.key, message.text);
      case 'refused':
        return this.refused(message);
    }
  }

  write(text: string): void {
    if (!this.field) return;
    this.field = { ...this.field, text };
    this.page.draw();
  }

  putIn(index: number): void {
    const chip = this.field?.chips[index];
    const area = document.querySelector('textarea');
    if (!chip || !area) return;
    area.focus();
    const [start, end] = [area.selectionStart, area.selectionEnd];
    const text = chipText(chip, area.value.slice(start, end));
    // Goes through the field's own undo, which setting its value does not; fires `input`.
    document.execCommand('insertText', false, text);
    const words = start === end && chip.kind === 'link' ? wordsOfLink(text) : undefined;
    if (!words || !this.field) return;
    area.setSelectionRange(start + words.start, start + words.end);
    this.field = { ...this.field, leap: words.rest };
    this.page.draw();
  }

  /** Puts an earlier translation in: in the place of the whole text, or where the cursor is. */
  takeOffer(index: number): void {
    const offer = this.field && openOffers(this.field)[index];
    const area = document.querySelector('textarea');
    if (!offer || !area) return;
    area.focus();
    if (offer.isWhole) area.select();
    document.execCommand('insertText', false, offer.text);
  }

  /** Puts the keyboard into the field. */
  goToField(): void {
    document.querySelector('textarea')?.focus();
  }

  /** Goes behind the link whose words were written; false where the cursor is not at their end. */
  leap(): boolean {
    const area = document.querySelector('textarea');
    const { leap, ...field } = this.field ?? {};
    if (!area || leap === undefined || !area.value.startsWith(leap, area.selectionEnd)) return false;
    area.setSelectionRange(area.selectionEnd + leap.length, area.selectionEnd + leap.length);
    this.field = field as WritingField;
    this.page.draw();
    return true;
  }

  save(goOn: boolean): void {
    const { field } = this;
    if (!field || field.refused?.kind === 'changed') return;
    const next = goOn ? this.page.nextToDo(field.key) : undefined;
    this.next = next;
    if (isUnwritten(field)) return this.finish(field.key);
    this.page.send({ type: 'write', key: field.key, was: field.was, text: field.text });
  }

  leave(): void {
    const key = this.field?.key;
    this.putAside();
    this.page.draw();
    if (key !== undefined) this.page.focusRow(key);
  }

  discard(): void {
    if (!this.field) return;
    this.field = { ...this.field, text: this.field.was };
    this.leave();
  }

  overrule(keepMine: boolean): void {
    const { field } = this;
    if (field?.refused?.kind !== 'changed') return;
    const {
      refused: { now },
      ...rest
    } = field;
    this.field = { ...rest, was: now, text: keepMine ? field.text : now };
    this.page.draw();
    this.focus();
  }

  private open({ key, text, source, chips, frame }: Extract<HostMessage, { type: 'writing' }>): void {
    if (this.asked?.key !== key) return;
    const prefill = this.asked.withSource
      ? { text: source, isFrame: false }
      : frame && { text: frame.text, isFrame: !frame.isWhole };
    this.asked = undefined;
    const translation = this.page.translation();
    this.field = openField(key, text, chips, this.drafts.get(draftKey(translation, key)), prefill);
    this.drafts = dropDraft(this.drafts, translation, key);
    this.page.draw();
    this.focus(this.field.text === frame?.text ? frame.caret : undefined);
  }

  /** A row's text is in the file. Who has left its field by then, or typed on in it, is not disturbed. */
  private written(key: string, text: string): void {
    if (this.field?.key !== key) {
      this.drafts = dropWritten(this.drafts, this.page.translation(), key, text);
      return this.page.draw();
    }
    const open = afterWritten(this.field, text);
    if (!open) return this.finish(key);
    this.field = open;
    this.next = undefined;
    this.page.draw();
  }

  /** A row's text is not in the file: it stays in its field, or is a draft if that was left meanwhile. */
  private refused({ key, why }: Extract<HostMessage, { type: 'refused' }>): void {
    if (this.field?.key === key) {
      this.field = { ...this.field, refused: why };
      this.next = undefined;
      return this.page.draw();
    }
    if (this.asked?.key !== key)
      return this.draftRows.has(key) ? this.page.say('Your text was not saved. It is kept as a draft.') : undefined;
    this.asked = undefined;
    this.page.say('This row cannot be written here.');
  }

  private finish(key: string): void {
    if (this.field?.key === key) this.field = undefined;
    this.drafts = dropDraft(this.drafts, this.page.translation(), key);
    this.page.draw();
    const { next } = this;
    this.next = undefined;
    if (next === undefined) return this.page.focusRow(key);
    this.page.focusRow(next);
    this.edit(next, false);
  }

  private putAside(): void {
    if (this.field) this.drafts = keepDraft(this.drafts, this.page.translation(), this.field);
    this.field = undefined;
  }

  /** @param caret where one goes on; the end of the text unless given */
  private focus(caret?: number): void {
    const area = document.querySelector('textarea');
    if (!area || area === document.activeElement) return;
    area.focus();
    area.setSelectionRange(caret ?? area.value.length, caret ?? area.value.length);
    this.page.showField(area);
  }
}
