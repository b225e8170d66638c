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
  const common = commonWords(context);
  if (common.size === 0) return [];
  const inTarget = new Map<string, number>();
  const found: StrayWord[] = [];
  for (const unit of context.alignment.units) {
    if (!isComparable(unit)) continue;
    const isOfSource = (one: string): boolean => unit.source.some((block) => phrasesOf(block).has(one));
    for (const block of unit.target) {
      const { prose, words } = ownWords(block, context.target);
      words.forEach(({ text, start }, i) => {
        if (!common.has(text)) return;
        inTarget.set(text, (inTarget.get(text) ?? 0) + 1);
        const [before, behind] = [words[i - 1]?.text, words[i + 1]?.text];
        if (before === undefined || behind === undefined) return;
        if (isOfSource(phrase(before, text)) && isOfSource(phrase(text, behind))) return; // a name, a title
        if (/^[\s]*[-&/]/.test(prose.slice(start + text.length)) || /[-&/]\s*$/.test(prose.slice(0, start))) return;
        const from = block.span.start + start;
        found.push({ word: text, span: { start: from, end: from + text.length }, source: { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end } });
      });
    }
  }
  return found.filter(({ word }) => inTarget.get(word)! <= mostInTarget);
});

/** The words that hardly any text of the source's language does without; none if the translation is in another script, where they stand in foreign names. */
function commonWords({ source, targetLocale }: PairContext): ReadonlySet<string> {
  const words = [...wordsEverywhere(source)].filter((word) => word.length >= shortest);
  const script = scriptOf(words.join(' '))?.script;
  return script !== undefined && targetLocale !== undefined && isWrittenIn(targetLocale, script) ? new Set(words) : new Set();
}

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
  return prose.replace(/"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»|„[^“”\n]{1,200}[“”]|「[^」\n]{1,200}」|『[^』\n]{1,200}』|\([^()\n]{1,200}\)|（[^（）\n]{1,200}）|\*[^*\n]{1,200}\*|_[^_\n]{1,200}_/gu, (match) => hidden.repeat(match.length));
}
