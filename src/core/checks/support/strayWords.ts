// Single words of the source's language that were left in a translated text: “El blog the TensorFlow”.
import type { Unit } from '../../align/alignment.js';
import { isWrittenIn, scriptOf } from '../../language/script.js';
import { wordsOf } from '../../text/words.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { isComparable } from './lengths.js';
import { hidden, proseOf } from './mask.js';
import { oncePer } from './memo.js';

/** A word that was left. */
export interface StrayWord {
  readonly word: string;
  readonly span: Span;
  readonly source: Span;
}

/** What stands in fewer of the source's texts is no word that they all need: `the`, `and`, `with`. */
const leastShare = 0.35;
const longEnough = 80;
const fewestTexts = 8;
/** Shorter words are words of other languages too. */
const shortest = 3;
/** A word that the translation has more often is a word of its language too. */
const mostInTarget = 2;

/** The stray words of a pair. */
export const strayWords = oncePer((context: PairContext): readonly StrayWord[] => {
  const common = wordsEverywhere(context);
  if (common.size === 0) return [];
  const inTarget = new Map<string, number>();
  const found: StrayWord[] = [];
  for (const unit of context.alignment.units) {
    if (!isComparable(unit)) continue;
    const phrases = phrasesOf(unit);
    for (const block of unit.target) {
      const prose = unquoted(proseOf(context.target, block, 'hide links'));
      const words = wordsOf(prose);
      words.forEach(({ text, start }, i) => {
        if (!common.has(text)) return;
        inTarget.set(text, (inTarget.get(text) ?? 0) + 1);
        const [before, behind] = [words[i - 1]?.text, words[i + 1]?.text];
        if (before === undefined || behind === undefined) return;
        if (phrases.has(phrase(before, text)) && phrases.has(phrase(text, behind))) return; // a name, a title
        if (/^[\s]*[-&/]/.test(prose.slice(start + text.length)) || /[-&/]\s*$/.test(prose.slice(0, start))) return;
        const from = block.span.start + start;
        found.push({ word: text, span: { start: from, end: from + text.length }, source: { start: unit.source[0]!.span.start, end: unit.source.at(-1)!.span.end } });
      });
    }
  }
  return found.filter(({ word }) => inTarget.get(word)! <= mostInTarget);
});

/** The words that hardly any text of the source's language does without, in lower case; in a script that the translation is written in too. */
function wordsEverywhere({ source, targetLocale }: PairContext): ReadonlySet<string> {
  const texts = source.blocks.filter(({ kind, text }) => (kind === 'paragraph' || kind === 'list-item') && text.length >= longEnough);
  if (texts.length < fewestTexts || targetLocale === undefined) return new Set();
  const script = scriptOf(texts[0]!.text)?.script;
  if (script === undefined || !isWrittenIn(targetLocale, script)) return new Set(); // there, every one stands in a foreign name
  const counts = new Map<string, number>();
  for (const { text } of texts) {
    for (const word of new Set(wordsOf(text).map((one) => one.text))) {
      if (word.length >= shortest && /^\p{Ll}+$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= leastShare * texts.length).map(([word]) => word));
}

function phrasesOf(unit: Unit): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const { text } of unit.source) {
    const words = wordsOf(text);
    for (let i = 1; i < words.length; i++) phrases.add(phrase(words[i - 1]!.text, words[i]!.text));
  }
  return phrases;
}

function phrase(a: string, b: string): string {
  return `${a.toLowerCase()} ${b.toLowerCase()}`;
}

/** Blanks what stands in quotation marks, parentheses or emphasis: names, titles, glosses. */
function unquoted(prose: string): string {
  return prose.replace(/"[^"\n]{1,200}"|“[^”\n]{1,200}”|«[^»\n]{1,200}»|„[^“”\n]{1,200}[“”]|「[^」\n]{1,200}」|『[^』\n]{1,200}』|\([^()\n]{1,200}\)|（[^（）\n]{1,200}）|\*[^*\n]{1,200}\*|_[^_\n]{1,200}_/gu, (match) => hidden.repeat(match.length));
}
