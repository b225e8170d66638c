// Whether a text is the name of a work, or names one: an article, a talk, a tool. Such names can stay as they are.
import { comparedWords, wordsOfBlock } from '../../align/blockWords.js';
import type { Block } from '../../model.js';
import type { PairContext } from '../check.js';
import { itemStarts } from './items.js';

/** Whether the title in `blocks` of the source names a work: by its form, or by an address that repeats it. */
export function isNameOfWork(blocks: readonly Block[], context: PairContext): boolean {
  const text = blocks.map((block) => block.text).join(' ');
  return hasNameBeforeColon(text, context) || isInAddress(blocks, context);
}

/** `REALM: Retrieval-Augmented…`, `Stanza — A Python Library…`: a name of up to three words, then what it is. */
function hasNameBeforeColon(text: string, { vocabulary }: PairContext): boolean {
  const name = /^(.{2,40}?)(?::\s|\s[–—-]\s)/u.exec(text)?.[1];
  const words = name === undefined ? [] : comparedWords(name).filter((word) => word.hasLetter);
  return (
    words.length >= 1 &&
    words.length <= 3 &&
    words.every((word) => /^\p{Lu}|\p{N}|.\p{Lu}/u.test(word.text) && !vocabulary.isOrdinary(word.lower))
  );
}

/** Shorter words are in every address by chance. */
const shortest = 4;
/** From this share of its words on, an address repeats a title. */
const repeatedShare = 0.6;

function isInAddress(blocks: readonly Block[], { source }: PairContext): boolean {
  const words = blocks
    .flatMap(wordsOfBlock)
    .flatMap((word) => word.folded.split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= shortest);
  if (words.length < 2) return false;
  const starts = itemStarts(source);
  const item = starts[blocks[0]!.index];
  const addresses = source.blocks
    .filter((block) => starts[block.index] === item)
    .flatMap((block) => block.links.map((link) => link.url.toLowerCase()));
  return addresses.some((address) => {
    const parts = new Set(address.replace(/^[a-z]+:\/\/[^/]*/, '').split(/[^\p{L}\p{N}]+/u));
    return words.filter((word) => parts.has(word)).length >= Math.max(2, words.length * repeatedShare);
  });
}

/** Behind a dash, and no sentence: `— Ada, “How Bridges Swing” (video)`. */
const credit = /^(?:[—―–]|--)\s*[\p{L}@[].{0,200}$/u;
// eslint-disable-next-line regexp/no-super-linear-move -- asked of what `credit` matches: some two hundred characters
const quotedTitle = /["“«„「『《][^"”»“」』》]{2,}["”»“」』》]/u;

/** Whether a text says who is quoted, and from what: the title of a talk or an article, as a link or in quotation marks. */
export function isCredit({ kind, text, links }: Block): boolean {
  return (
    kind === 'paragraph' &&
    credit.test(text) &&
    (links.some((link) => !link.text.startsWith('@')) || quotedTitle.test(text))
  );
}
