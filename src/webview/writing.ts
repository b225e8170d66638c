// What is being written: the row whose field is open, and drafts that were left unsaved.
import type { ChipState, OfferState, Refusal } from '../protocol/messages.js';

/** The open field of a row. */
export interface WritingField {
  readonly key: string;
  /** What the file said when one began. */
  readonly was: string;
  readonly text: string;
  readonly chips: readonly ChipState[];
  /** Earlier translations, once they are known. */
  readonly offers?: readonly OfferState[];
  /** What the field began with, unless that was what the file says: nothing that somebody wrote. */
  readonly began?: string;
  /** Whether what the field began with is no text yet, only the marks around one. */
  readonly isFrame?: boolean;
  /** The rest of the link whose words are being written; Tab goes behind it. */
  readonly leap?: string;
  /** Why the text was not saved. */
  readonly refused?: Refusal;
}

/** The earlier translations that would change what is written. */
export function openOffers({ offers, text }: WritingField): readonly OfferState[] {
  return offers?.filter((offer) => offer.text !== text) ?? [];
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

/**
 * The field that opens in a row: with the draft, if there is one. The file's text goes before a draft that began
 * otherwise only once it was seen.
 *
 * @param prefill what the field begins with where there is no draft, instead of the file's text
 */
export function openField(
  key: string,
  text: string,
  chips: readonly ChipState[],
  draft: Draft | undefined,
  prefill?: { readonly text: string; readonly isFrame: boolean },
): WritingField {
  if (draft && draft.was === text) return { key, was: text, text: draft.text, chips };
  if (draft && draft.text !== text)
    return { key, was: draft.was, text: draft.text, chips, refused: { kind: 'changed', now: text } };
  if (draft) return { key, was: text, text, chips }; // it was saved, and nobody was there to be told
  return prefill
    ? { key, was: text, text: prefill.text, chips, began: prefill.text, isFrame: prefill.isFrame }
    : { key, was: text, text, chips };
}

/** Whether there is nothing in a field that is worth saving. */
export function isUnwritten({ was, text, began, isFrame }: WritingField): boolean {
  return text === was || (isFrame === true && text === began);
}

/** `drafts` after a field was left: with its text if that was not saved. */
export function keepDraft(drafts: Drafts, translation: string, { key, was, text, began }: WritingField): Drafts {
  const kept = new Map(drafts);
  if (text === was || text === began) kept.delete(draftKey(translation, key));
  else kept.set(draftKey(translation, key), { was, text });
  return kept;
}

/** `drafts` after a row's `text` was written: what is newer than that stays. */
export function dropWritten(drafts: Drafts, translation: string, key: string, text: string): Drafts {
  const draft = drafts.get(draftKey(translation, key));
  if (!draft) return drafts;
  return draft.text === text
    ? dropDraft(drafts, translation, key)
    : new Map(drafts).set(draftKey(translation, key), { was: text, text: draft.text });
}

/** The open field after its `text` was written; undefined where nothing newer was typed meanwhile, and it can be closed. */
export function afterWritten({ refused: _, ...field }: WritingField, text: string): WritingField | undefined {
  return field.text === text ? undefined : { ...field, was: text };
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
  const words = wordsOfLink(markdown);
  const label = /^\[([^\]]*)\](?:\[\])?$/.exec(markdown)?.[1];
  return words
    ? `${markdown.slice(0, words.start)}${selected}${words.rest}`
    : label
      ? `[${selected}][${label}]`
      : markdown;
}

/** The words of a link's Markdown, to be overwritten, and what follows them; undefined of anything else. Counted in UTF-16 code units. */
export function wordsOfLink(
  markdown: string,
): { readonly start: number; readonly end: number; readonly rest: string } | undefined {
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- one link, and no chain of quantifiers: at worst the square of its length
  const found = /^(\[[*_]*)([^]*?)([*_]*\](?:\([^]*\)|\[[^\]]+\]))$/.exec(markdown);
  if (!found || found[2] === '') return undefined;
  const start = found[1]!.length;
  return { start, end: start + found[2]!.length, rest: found[3]! };
}

/** Whether `text` has what a chip stands for. */
export function isUsed({ kind, label, markdown }: ChipState, text: string): boolean {
  const address = /(\([^()]*(?:(?:\([^()]*\))+[^()]*)?\)|\[[^[\]]*\])$/.exec(markdown)?.[1];
  if ((kind === 'link' || kind === 'image') && address) return text.includes(address);
  return text.includes(markdown) || (kind === 'number' && digitsOf(text).includes(digitsOf(label)));
}

/** Numbers without what groups their digits, which differs from language to language. */
function digitsOf(text: string): string {
  return text.replace(/(?<=\d)[.,'’ \u00a0\u202f](?=\d{3})/g, '');
}
