// Whether a target text is still the source's words.
import type { Block } from '../model.js';
import { comparedWords, wordsOfBlock, type ComparedWord } from './blockWords.js';
import type { Vocabulary } from './vocabulary.js';

/** `doubtful`: the same words, which may be meant so: a paper's title, a phrase that both languages use. */
export type Verdict = 'translated' | 'doubtful' | 'untranslated';

/** From this share of the target's words on that the source has too, the text is the source's. */
const sameWords = 0.85;
/** From this share of ordinary words on, it is no name. */
const ordinaryShare = 0.3;

/** Judges whether the text of `target` blocks was translated, by the words that it shares with the `source` blocks. */
export function judgeText(source: readonly Block[], target: readonly Block[], vocabulary: Vocabulary): Verdict {
  const words = countWords(target);
  const same = sharedWords(source, target, words);
  if (same === undefined) return 'translated';
  const ordinary = same.filter((word) => vocabulary.isOrdinary(word)).length;
  if (ordinary === 0) return 'translated';
  if (isName(target)) return 'doubtful';
  return ordinary >= 2 || ordinary >= words * ordinaryShare ? 'untranslated' : 'doubtful';
}

/** The words of the target that the source has too; undefined as soon as they cannot be nearly all. */
function sharedWords(source: readonly Block[], target: readonly Block[], words: number): string[] | undefined {
  const mostOthers = words * (1 - sameWords);
  const available = new Map<string, number>();
  for (const block of source) {
    for (const { lower, hasLetter } of judgedWords(block)) if (hasLetter) available.set(lower, (available.get(lower) ?? 0) + 1);
  }
  const same: string[] = [];
  let others = 0;
  for (const block of target) {
    for (const { lower, hasLetter } of judgedWords(block)) {
      if (!hasLetter) continue;
      const left = available.get(lower) ?? 0;
      if (left > 0) {
        available.set(lower, left - 1);
        same.push(lower);
      } else if (++others > mostOthers) return undefined;
    }
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

function countWords(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) for (const { hasLetter } of judgedWords(block)) if (hasLetter) words++;
  return words;
}

/** “et al.” is Latin in every language. */
function judgedWords(block: Block): readonly ComparedWord[] {
  return block.text.includes('et al') ? comparedWords(block.text.replace(/\bet al\b/g, '')) : wordsOfBlock(block);
}
