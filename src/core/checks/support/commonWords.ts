// The commonest words of a translation, learnt from itself: how much a block sounds like the rest.
import type { Block, Issue } from '../../model.js';
import { wordsOf } from '../../text/words.js';
import { oncePer } from './memo.js';

const leastTimes = 4;
const leastRate = 0.002;
const fewestBlocks = 8;
const longEnough = 80;
/** A language without short, frequent words of its own is not told by them. */
const leastUsual = 0.3;

/**
 * The share of an issue's commonest words in a text, in relation to what is usual in it; 1 is usual, 0 strange.
 * Undefined where an issue is too short, or its language has no such words.
 */
export const likenessTo = oncePer((issue: Issue): ((text: string) => number) | undefined => {
  const running = issue.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'list-item');
  const counts = new Map<string, number>();
  let total = 0;
  for (const { text } of running) {
    for (const word of lowerCase(text)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
    }
  }
  const common = new Set(
    [...counts].filter(([, count]) => count >= leastTimes && count >= leastRate * total).map(([word]) => word),
  );
  const share = (text: string): number => {
    const words = lowerCase(text);
    return words.length === 0 ? 0 : words.filter((word) => common.has(word)).length / words.length;
  };
  const shares = running
    .filter(({ text }: Block) => text.length >= longEnough)
    .map(({ text }) => share(text))
    .sort((a, b) => a - b);
  const usual = shares[shares.length >> 1];
  return shares.length < fewestBlocks || usual === undefined || usual < leastUsual
    ? undefined
    : (text) => share(text) / usual;
});

function lowerCase(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.text)
    .filter((word) => /^\p{Ll}+$/u.test(word));
}
