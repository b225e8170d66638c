// Whether a target text is still the source's words.
import type { Block } from '../model.js';
import { comparedWords, wordsOfBlock, type ComparedWord } from './blockWords.js';
import { oncePerBlock } from '../text/remember.js';
import { oncePerSides } from './rememberUnits.js';
import type { Vocabulary } from './vocabulary.js';

/** `doubtful`: the same words, which may be meant so: a paper's title, a phrase that both languages use. */
export type Verdict = 'translated' | 'doubtful' | 'untranslated';

/** From this share of the target's words on that the source has too, the text is the source's. */
const sameWords = 0.85;
/** A name can have one word that is an ordinary one as well: “TensorFlow Quantum”. */
const leastOrdinary = 2;
/** Titles of so many words are rarely names, if but one of the words is an ordinary one: “Introduction to Knitting”. */
const longTitle = 3;

/** The words of a target that are its source's as well. */
export interface KeptWords {
  /** How many words with letters the target has. */
  readonly words: number;
  /** Those that the source has, in lower case; one as often as it stands in both. */
  readonly kept: readonly string[];
  /** How many different words of the target the source does not have. */
  readonly others: number;
}

/** What `target` kept of the words of `source`; undefined if it is far from all. */
export const keptWords = oncePerSides((source: readonly Block[], target: readonly Block[]): KeptWords | undefined => {
  const words = countWords(target);
  const mostOthers = words * (1 - sameWords);
  const available = new Map<string, number>();
  for (const block of source) {
    for (const { lower, hasLetter } of judgedWords(block))
      if (hasLetter) available.set(lower, (available.get(lower) ?? 0) + 1);
  }
  const kept: string[] = [];
  const others = new Set<string>();
  let left = 0;
  for (const block of target) {
    for (const { lower, hasLetter } of judgedWords(block)) {
      if (!hasLetter) continue;
      const times = available.get(lower);
      if (times === undefined) others.add(lower);
      if (times !== undefined && times > 0) {
        available.set(lower, times - 1);
        kept.push(lower);
      } else if (++left > mostOthers) return undefined;
    }
  }
  return { words, kept, others: others.size };
});

/** Judges whether the text of `target` blocks was translated, by the words that it shares with the `source` blocks. */
export function judgeText(source: readonly Block[], target: readonly Block[], vocabulary: Vocabulary): Verdict {
  const found = keptWords(source, target);
  return found === undefined ? 'translated' : judgeKept(found, target, vocabulary);
}

/** The same, where the words are known. */
export function judgeKept(
  { words, kept, others }: KeptWords,
  target: readonly Block[],
  vocabulary: Vocabulary,
): Verdict {
  const ordinary = new Set(kept.filter((word) => vocabulary.isOrdinary(word))).size;
  // Where most of the words are names, as in a list of projects, the others tell.
  if (ordinary === 0 || others >= ordinary) return 'translated';
  if (isTitle(target))
    return ordinary >= leastOrdinary || words === 1 || words >= longTitle ? 'untranslated' : 'doubtful';
  if (isName(target)) return 'doubtful';
  return ordinary >= leastOrdinary || words === 1 ? 'untranslated' : 'doubtful';
}

const longestName = 4;

function isTitle(blocks: readonly Block[]): boolean {
  return blocks.some(({ kind }) => kind === 'title' || kind === 'heading');
}

/** Running text of a few words, all with a capital: `Will Clark`. In titles capitals say nothing. */
function isName(blocks: readonly Block[]): boolean {
  const words = blocks.flatMap(wordsOfBlock);
  return words.length <= longestName && words.every(({ text }) => /^[^\p{Ll}]/u.test(text));
}

function countWords(blocks: readonly Block[]): number {
  let words = 0;
  for (const block of blocks) for (const { hasLetter } of judgedWords(block)) if (hasLetter) words++;
  return words;
}

/**
 * Addresses, what a template fills in, the attributes of its tags and kramdown's; names of programs (`read_file`, and
 * what has a version: `racc 1.6.1`); people's handles; and “et al.”, which is Latin in every language.
 */
const noWords =
  /https?:\/\/[^\s"')\]]+|\{\{[^{}\n]*\}\}|\{%[^%\n]*(?:%\}|$)|\{:[^{}\n]*\}|\b\w+=(?=")|\b[a-z]+(?:_[a-z]+)+\b|\b[\w-]+ v?\d+(?:\.\d+){2,}\b|\bet al\b|(?<![\w.])@[\w-]+/gi;
const mayHaveNoWords = /:\/\/|\{[{%:]|="|[a-z]_[a-z]|\d\.\d+\.\d|\bet al\b|@\w/i;

/** The words of a block that can be translated or not; numbers are among them. Code has no language. */
export const judgedWords = oncePerBlock((block: Block): readonly ComparedWord[] => {
  if (block.code.length > 0 && block.kind !== 'code') return comparedWords(withoutCode(block).replace(noWords, ' '));
  return mayHaveNoWords.test(block.text) ? comparedWords(block.text.replace(noWords, ' ')) : wordsOfBlock(block);
});

/** A block's text without its inline code. */
function withoutCode({ text, code }: Block): string {
  let [rest, at] = ['', 0];
  for (const one of code) {
    const start = text.indexOf(one, at);
    if (start < 0 || one === '') continue;
    rest += `${text.slice(at, start)} `;
    at = start + one.length;
  }
  return rest + text.slice(at);
}
