// Whether a target text is still the source's words.
import type { Block } from '../model.js';
import { wordsOfBlock } from './blockWords.js';
import type { Vocabulary } from './vocabulary.js';

/** `doubtful`: the same words, which may be meant so: a paper's title, a phrase that both languages use. */
export type Verdict = 'translated' | 'doubtful' | 'untranslated';

/** From this share of the target's words on that the source has too, the text is the source's. */
const sameWords = 0.85;
/** From this share of ordinary words on, it is no name. */
const ordinaryShare = 0.3;

/** Judges whether the text of `target` blocks was translated, by the words that it shares with the `source` blocks. */
export function judgeText(source: readonly Block[], target: readonly Block[], vocabulary: Vocabulary): Verdict {
  const words = wordsIn(target);
  if (words.length === 0) return 'translated';
  const available = new Map<string, number>();
  for (const word of wordsIn(source)) available.set(word, (available.get(word) ?? 0) + 1);
  let same = 0;
  let ordinary = 0;
  for (const word of words) {
    const left = available.get(word) ?? 0;
    if (left === 0) continue;
    available.set(word, left - 1);
    same++;
    if (vocabulary.isOrdinary(word)) ordinary++;
  }
  if (same < words.length * sameWords || ordinary === 0) return 'translated';
  if (isName(target)) return 'doubtful';
  return ordinary >= 2 || ordinary >= words.length * ordinaryShare ? 'untranslated' : 'doubtful';
}

const longestName = 4;

/** Running text of a few words, all with a capital: `Will Clark`. In titles capitals say nothing. */
function isName(blocks: readonly Block[]): boolean {
  if (blocks.some(({ kind }) => kind === 'title' || kind === 'heading')) return false;
  const words = blocks.flatMap((block) => wordsOfBlock(block));
  return words.length <= longestName && words.every(({ text }) => /^[^\p{Ll}]/u.test(text));
}

function wordsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => wordsOfBlock(block).map(({ text }) => text.toLowerCase())).filter((word) => /\p{L}/u.test(word));
}
