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
  const same = sharedWords(wordsIn(source), words);
  if (same === undefined) return 'translated';
  const ordinary = same.filter((word) => vocabulary.isOrdinary(word)).length;
  if (ordinary === 0) return 'translated';
  if (isName(target)) return 'doubtful';
  return ordinary >= 2 || ordinary >= words.length * ordinaryShare ? 'untranslated' : 'doubtful';
}

/** The words of the target that the source has too; undefined as soon as they cannot be nearly all. */
function sharedWords(source: readonly string[], target: readonly string[]): string[] | undefined {
  const mostOthers = target.length * (1 - sameWords);
  const available = new Map<string, number>();
  for (const word of source) available.set(word, (available.get(word) ?? 0) + 1);
  const same: string[] = [];
  let others = 0;
  for (const word of target) {
    const left = available.get(word) ?? 0;
    if (left > 0) {
      available.set(word, left - 1);
      same.push(word);
    } else if (++others > mostOthers) return undefined;
  }
  return same;
}

const longestName = 4;

/** Running text of a few words, all with a capital: `Will Clark`. In titles capitals say nothing. */
function isName(blocks: readonly Block[]): boolean {
  if (blocks.some(({ kind }) => kind === 'title' || kind === 'heading')) return false;
  const words = blocks.flatMap(wordsOfBlock);
  return words.length <= longestName && words.every(({ text }) => /^[^\p{Ll}]/u.test(text));
}

function wordsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(wordsOfBlock).filter(({ hasLetter }) => hasLetter).map(({ lower }) => lower);
}
