// Which words of a translation render a term of its source: those that stand where it does, and only there.
import { fold, wordsOf } from '../text/words.js';
import { findTerm } from '../text/terms.js';

/** A text and its translation, as readers see them. */
export interface TextPair {
  readonly source: string;
  readonly target: string;
}

const mostWords = 3;
/** Fewer places where both stand prove nothing. */
const fewestTogether = 2;
/** From this Dice coefficient on, two words belong together. */
const leastDice = 0.6;

/**
 * The words of `here.target` that most surely render `term`: those whose Dice coefficient with it over all pairs is the
 * highest (Smadja, McKeown and Hatzivassiloglou 1996, “Translating collocations for bilingual lexicons”).
 *
 * @returns undefined if none does surely
 */
export function guessRendering(term: string, here: TextPair, pairs: readonly TextPair[]): string | undefined {
  if (here.target.includes(term)) return term;
  const withTerm = pairs.filter(({ source }) => findTerm(source, term, 'exact').length > 0);
  const others = pairs.filter((pair) => !withTerm.includes(pair));
  const [inThose, inOthers] = [withTerm, others].map((list) =>
    list.map(({ target }) => ` ${folded(target).join(' ')} `),
  );
  const words = wordsOf(here.target);
  let best: { readonly text: string; readonly dice: number } | undefined;
  for (let length = 1; length <= mostWords; length++) {
    for (let i = 0; i + length <= words.length; i++) {
      const [first, last] = [words[i]!, words[i + length - 1]!];
      const text = here.target.slice(first.start, last.start + last.text.length);
      if (/[.!?,;:()«»“”"\n]/.test(text)) continue;
      const key = ` ${folded(text).join(' ')} `;
      const together = inThose!.filter((target) => target.includes(key)).length;
      if (together < fewestTogether) continue;
      const dice =
        (2 * together) / (withTerm.length + together + inOthers!.filter((target) => target.includes(key)).length);
      // Of equals the longer one: “learning” alone would be half of a term.
      if (dice >= leastDice && (!best || dice >= best.dice)) best = { text, dice };
    }
  }
  return best?.text;
}

function folded(text: string): string[] {
  return wordsOf(text).map((word) => fold(word.text));
}
