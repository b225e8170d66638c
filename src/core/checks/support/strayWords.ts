// Single words of the source's language that were left in a translated text: “El blog the TensorFlow”.
import { isWrittenIn, scriptOf } from '../../language/script.js';
import type { Block, Issue } from '../../model.js';
import { oncePerBlock } from '../../text/remember.js';
import { wordsOf } from '../../text/words.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { wordsEverywhere } from './everywhere.js';
import { isComparable } from './lengths.js';
import { hidden, proseOf } from './mask.js';
import { oncePer } from './memo.js';
import { perUnit } from './perRow.js';

/** A word that was left. */
export interface StrayWord {
  readonly word: string;
  readonly span: Span;
  readonly source: Span;
}

/** Shorter words are words of other languages too. */
const shortest = 3;
/** A word that the translation has more often is a word of its language too. */
const mostInTarget = 2;

/** The stray words of a pair. */
export const strayWords = oncePer((context: PairContext): readonly StrayWord[] => {
  const all = commonInUnits(context);
  const inTarget = new Map<string, number>();
  for (const { word } of all) inTarget.set(word, (inTarget.get(word) ?? 0) + 1);
  return all.flatMap(({ word, stray }) => (stray && inTarget.get(word)! <= mostInTarget ? [stray] : []));
});

/** All words of the source's commonest ones in the translation's own text; `stray` where they are part of nothing else. */
const commonInUnits = perUnit(
  (unit, context): readonly { readonly word: string; readonly stray: StrayWord | undefined }[] => {
    const common = commonWords(context);
    if (common.size === 0 || !isComparable(unit)) return [];
    const isOfSource = (one: string): boolean => unit.source.some((block) => phrasesOf(block).has(one));
    return unit.target.flatMap((block) => {
      const { prose, words } = ownWords(block, context.target);
      return words.flatMap(({ text, start }, i): { word: string; stray: StrayWord | undefined }[] => {
        if (!common.has(text)) return [];
        const [before, behind] = [words[i - 1]?.text, words[i + 1]?.text];
        const isName =
          before === undefined ||
          behind === undefined ||
          (isOfSource(phrase(before, text)) && isOfSource(phrase(text, behind)));
        if (isName || /^[\s]*[-&/]/.test(prose.slice(start + text.length)) || /[-&/]\s*$/.test(prose.slice(0, start)))
          return [{ word: text, stray: undefined }];
        const from = block.span.start + start;
        return [
          {
            word: text,
            stray: {
              word: text,
              span: { start: from, end: from + text.length },
              source: { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end },
            },
          },
        ];
      });
    });
  },
  { about: ({ source }) => [wordsEverywhere(source)] },
);

/** The words that hardly any text of the source's language does without; none if the translation is in another script, where they stand in foreign names. */
const commonWords = oncePer(({ source, targetLocale }: PairContext): ReadonlySet<string> => {
  const words = [...wordsEverywhere(source)].filter((word) => word.length >= shortest);
  const script = scriptOf(words.join(' '))?.script;
  return script !== undefined && targetLocale !== undefined && isWrittenIn(targetLocale, script)
    ? new Set(words)
    : new Set();
});

/** What is neither a link nor quoted, and its words. */
const ownWords = oncePerBlock((block: Block, issue: Issue) => {
  const prose = unquoted(proseOf(issue, block, 'hide links'));
  return { prose, words: wordsOf(prose) };
});

const phrasesOf = oncePerBlock(({ text }: Block): ReadonlySet<string> => {
  const words = wordsOf(text);
  return new Set(words.slice(1).map((word, i) => phrase(words[i]!.text, word.text)));
});

function phrase(a: string, b: string): string {
  return `${a.toLowerCase()} ${b.toLowerCase()}`;
}

/** Blanks what stands in quotation marks, parentheses or emphasis: names, titles, glosses. */
function unquoted(prose: string): string {
  return prose.replace(
    /"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»|„[^“”\n]{1,200}[“”]|「[^」\n]{1,200}」|『[^』\n]{1,200}』|\([^()\n]{1,200}\)|（[^（）\n]{1,200}）|\*[^*\n]{1,200}\*|_[^_\n]{1,200}_/gu,
    (match) => hidden.repeat(match.length),
  );
}
