// The words that every text of the source's language needs: “the”, “and”, “of”; learnt from the source itself.
import type { Issue } from '../../model.js';
import { wordsOf } from '../../text/words.js';
import { oncePer } from './memo.js';

/** What stands in fewer of the source's texts is none of them. */
const leastShare = 0.35;
const longEnough = 80;
const fewestTexts = 8;

/** These words, as they are written small; none if there are too few texts to tell. */
export const wordsEverywhere = oncePer((source: Issue): ReadonlySet<string> => {
  const texts = source.blocks.filter(
    ({ kind, text }) => (kind === 'paragraph' || kind === 'list-item') && text.length >= longEnough,
  );
  if (texts.length < fewestTexts) return new Set();
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    for (const word of new Set(wordsOf(text).map((one) => one.text))) {
      if (/^\p{Ll}+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= leastShare * texts.length).map(([word]) => word));
});
