// What is being written: the row whose field is open, and drafts that were left unsaved.
import type { ChipState } from '../protocol/messages.js';

/** The open field of a row. */
export interface WritingField {
  readonly key: string;
  /** What the file said when one began. */
  readonly was: string;
  readonly text: string;
  readonly chips: readonly ChipState[];
  /** The file says this by now, and so the text was not saved; null where the row is gone. */
  readonly refused?: string | null;
}

/** A text that was not saved. */
export interface Draft {
  readonly was: string;
  readonly text: string;
}

/** Drafts by translation and row. */
export type Drafts = ReadonlyMap<string, Draft>;

export function draftKey(translation: string, row: string): string {
  return `${translation} ${row}`;
}

/** The field that opens in a row: with the draft, if there is one. The file's text goes before a draft that began otherwise only once it was seen. */
export function openField(key: string, text: string, chips: readonly ChipState[], draft: Draft | undefined, prefill?: string): WritingField {
  if (draft && draft.was === text) return { key, was: text, text: draft.text, chips };
  if (draft) return { key, was: draft.was, text: draft.text, chips, refused: text };
  return { key, was: text, text: prefill ?? text, chips };
}

/** `drafts` after a field was left: with its text if that was not saved. */
export function keepDraft(drafts: Drafts, translation: string, { key, was, text }: WritingField): Drafts {
  const kept = new Map(drafts);
  if (was === text) kept.delete(draftKey(translation, key));
  else kept.set(draftKey(translation, key), { was, text });
  return kept;
}

/** `drafts` without the one of a row. */
export function dropDraft(drafts: Drafts, translation: string, key: string): Drafts {
  const kept = new Map(drafts);
  kept.delete(draftKey(translation, key));
  return kept;
}

/** What a chip puts in place of `selected` words: a link takes them for its own. */
export function chipText({ kind, markdown }: ChipState, selected: string): string {
  if (kind !== 'link' || selected.trim() === '') return markdown;
  const destination = /^\[[^]*?\](\([^]*\)|\[[^\]]+\])$/.exec(markdown)?.[1];
  const label = /^\[([^\]]*)\](?:\[\])?$/.exec(markdown)?.[1];
  return destination ? `[${selected}]${destination}` : label ? `[${selected}][${label}]` : markdown;
}

/** Whether `text` has what a chip stands for. */
export function isUsed({ kind, label, markdown }: ChipState, text: string): boolean {
  const address = /(\([^()]*(?:\([^()]*\))*[^()]*\)|\[[^[\]]*\])$/.exec(markdown)?.[1];
  if ((kind === 'link' || kind === 'image') && address) return text.includes(address);
  return text.includes(markdown) || (kind === 'number' && digitsOf(text).includes(digitsOf(label)));
}

/** Numbers without what groups their digits, which differs from language to language. */
function digitsOf(text: string): string {
  return text.replace(/(?<=\d)[.,'’ \u00a0\u202f](?=\d{3})/g, '');
}
