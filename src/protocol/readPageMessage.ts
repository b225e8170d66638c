// Checks what arrives from the page before anything acts on it.
import type { ReadWord } from '../core/view/wordPlace.js';
import type { PageMessage, SentByPage, Side } from './messages.js';

/** No key, id or address of ours is longer; what is longer was not sent by our page. */
const longest = 10_000;
/** What one writes into a row, in UTF-16 code units. */
const longestProse = 5_000_000;

/** `value` as a message with nothing in it but what belongs there; undefined if it is none. */
export function readPageMessage(value: unknown): SentByPage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const message = readMessage(value as Record<string, unknown>);
  const { about } = value as Record<string, unknown>;
  return message && { ...message, ...(isText(about) && { about }) };
}

function readMessage(value: Readonly<Record<string, unknown>>): PageMessage | undefined {
  const { type, key, side, focus, problem, fix, translation, was, text, again, at } = value;
  switch (type) {
    case 'ready':
      return { type };
    case 'reveal':
      return isText(key) && isSide(side) && typeof focus === 'boolean'
        ? { type, key, side, focus, ...(isWord(at) && { at: { word: at.word, nth: at.nth } }) }
        : undefined;
    case 'edit':
    case 'fixRow':
      return isText(key) ? { type, key } : undefined;
    case 'write':
      return isText(key) && isProse(was) && isProse(text) ? { type, key, was, text } : undefined;
    case 'undo':
      return typeof again === 'boolean' ? { type, again } : undefined;
    case 'insertAll':
    case 'chooseIssue':
      return { type };
    case 'fix':
      return isText(problem) && isIndex(fix) ? { type, problem, fix } : undefined;
    case 'intend':
      return isText(problem) ? { type, problem } : undefined;
    case 'switch':
      return isText(translation) ? { type, translation } : undefined;
    default:
      return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longest;
}

function isProse(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestProse;
}

function isSide(value: unknown): value is Side {
  return value === 'source' || value === 'target';
}

function isWord(value: unknown): value is ReadWord {
  const { word, nth } = (value ?? {}) as Partial<Record<keyof ReadWord, unknown>>;
  return isText(word) && isIndex(nth);
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1000;
}
