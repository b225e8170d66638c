// Units whose target is still the source's text, and how sure that is.
import type { Unit } from '../../align/alignment.js';
import { comparedWords, wordsOfBlock, type ComparedWord } from '../../align/blockWords.js';
import { judgeText } from '../../align/untranslated.js';
import { isWrittenIn, scriptOf } from '../../language/script.js';
import type { Block } from '../../model.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { oncePer } from './memo.js';
import { sourceSpan } from './words.js';
import { isNameOfWork } from './works.js';

/** `work`: the source's words, but they look like the name of an article, a talk or a tool. */
export type Certainty = 'sure' | 'work' | 'doubtful';

/** A unit that was not translated, or perhaps not. */
export interface UntranslatedUnit {
  readonly span: Span;
  readonly source: Span;
  readonly text: string;
  readonly certainty: Certainty;
}

/** The units that are still in the source's words: headings and titles, or all the rest. Code has no language. */
export function untranslatedUnits(context: PairContext, which: 'titles' | 'text'): UntranslatedUnit[] {
  return context.alignment.units.flatMap((unit) => {
    const [first, last] = [unit.target[0], unit.target.at(-1)];
    if (!first || !last || unit.source.length === 0 || isTitle(unit) !== (which === 'titles') || unit.kind === 'code') return [];
    const certainty = certaintyOf(unit, context);
    if (certainty === undefined) return [];
    const source = sourceSpan(context.source, unit.source[0]!.index, unit.source.at(-1)!.index);
    return { span: { start: first.span.start, end: last.span.end }, source, text: unit.target.map((block) => block.text).join(' '), certainty };
  });
}

function certaintyOf(unit: Unit, context: PairContext): Certainty | undefined {
  const target = wordsIn(unit.target);
  const verdict = unit.state === 'untranslated' ? 'untranslated' : judgeText(unit.source, unit.target, context.vocabulary);
  if (verdict === 'translated') return isForeignHeading(unit, context) || isKeptTitle(unit, context) ? 'doubtful' : undefined;
  const ordinary = ordinaryWords(target, context);
  if (ordinary === 0) return undefined;
  if (target.length === 1) return ofOneWord(unit, context);
  if (isForeignHeading(unit, context)) return 'sure';
  // Where most of the words are names, as in a list of projects, the others tell.
  if (othersIn(unit) >= ordinary) return undefined;
  if (verdict === 'doubtful' || ordinary < leastOrdinary) return 'doubtful';
  return isTitleOfWork(unit, context) ? 'work' : 'sure';
}

/** How many of the target's words the source does not have. */
function othersIn({ source, target }: Unit): number {
  const known = new Set(wordsIn(source).map(({ lower }) => lower));
  return new Set(wordsIn(target).map(({ lower }) => lower).filter((word) => !known.has(word))).size;
}

function isTitleOfWork(unit: Unit, context: PairContext): boolean {
  return unit.kind === 'title' ? isNameOfWork(unit.source, context) : unit.kind === 'list-item' && unit.target.every(isLinkedTitle);
}

/** From this share of its text on, an entry of a list is a link, with an author's name perhaps. */
const linkedShare = 0.6;
const fewestLinked = 3;

/** Whether an entry of a list is a link to an article or a talk, whose title it says. */
function isLinkedTitle({ text, links }: Block): boolean {
  const [link, ...more] = links;
  return link !== undefined && more.length === 0 && !link.url.startsWith('#') && link.text.length >= linkedShare * text.length && comparedWords(link.text).length >= fewestLinked;
}

/** A title that was kept although the source uses its words in lower case as well: no name, but perhaps a term. */
function isKeptTitle({ kind, source, target }: Unit, context: PairContext): boolean {
  if (kind !== 'title' || keyOf(source) !== keyOf(target)) return false;
  const words = new Set(wordsIn(target).map(({ lower }) => lower));
  return words.size >= fewestKept && [...words].every((word) => lowerCaseWords(context).has(word));
}
const fewestKept = 3;

const lowerCaseWords = oncePer(({ source }: PairContext): ReadonlySet<string> => {
  const prose = source.blocks.filter(({ kind }) => kind !== 'title' && kind !== 'heading' && kind !== 'code');
  return new Set(prose.flatMap(wordsOfBlock).map(({ text }) => text).filter((word) => /^\p{Ll}{2,}$/u.test(word)));
});

/** A name can have one word that is an ordinary one as well: “TensorFlow Quantum”. */
const leastOrdinary = 2;

/** How many different ones of the words are ordinary ones of the source's language. */
export function ordinaryWords(words: readonly ComparedWord[], { vocabulary }: PairContext): number {
  return new Set(words.map(({ lower }) => lower).filter((word) => vocabulary.isOrdinary(word))).size;
}

/**
 * A single word may be the same in both languages, as “source” is in English and French: who keeps it everywhere means
 * it, who translates it elsewhere forgot it here.
 */
function ofOneWord(unit: Unit, context: PairContext): Certainty | undefined {
  const treated = treatment(context).get(keyOf(unit.target));
  if (treated?.isTranslatedOnce) return 'sure';
  return treated && treated.count > 1 ? undefined : 'doubtful';
}

interface Treatment {
  readonly count: number;
  readonly isTranslatedOnce: boolean;
}

/** What the translator does with each of the source's texts, all through the issue. */
const treatment = oncePer(({ alignment }: PairContext): ReadonlyMap<string, Treatment> => {
  const treated = new Map<string, Treatment>();
  for (const unit of alignment.units) {
    if (unit.source.length === 0 || unit.target.length === 0) continue;
    const key = keyOf(unit.source);
    const { count, isTranslatedOnce } = treated.get(key) ?? { count: 0, isTranslatedOnce: false };
    const isTranslated = keyOf(unit.target) !== key && unit.confidence >= 0.5;
    treated.set(key, { count: count + 1, isTranslatedOnce: isTranslatedOnce || isTranslated });
  }
  return treated;
});

/** A heading that kept the source's words although the translation is written in another script: no cognate. */
function isForeignHeading({ kind, source, target }: Unit, { targetLocale }: PairContext): boolean {
  if (kind !== 'heading' || targetLocale === undefined || keyOf(source) === '' || keyOf(source) !== keyOf(target)) return false;
  const found = scriptOf(target.map((block) => block.text).join(' '));
  return found !== undefined && !isWrittenIn(targetLocale, found.script);
}

function isTitle({ kind }: Unit): boolean {
  return kind === 'heading' || kind === 'title';
}

/** Addresses, what a template fills in, the attributes of its tags; and “et al.”, which is Latin in every language. */
const noWords = /https?:\/\/[^\s"')\]]+|\{\{[^}\n]*\}\}|\{%[^%\n]*(?:%\}|$)|\b\w+=(?=")|\bet al\b/g;

/** Words with letters. */
function wordsIn(blocks: readonly Block[]): ComparedWord[] {
  return blocks.flatMap((block) => (/:\/\/|\{[{%]|="|\bet al\b/.test(block.text) ? comparedWords(block.text.replace(noWords, ' ')) : wordsOfBlock(block))).filter((word) => word.hasLetter);
}

function keyOf(blocks: readonly Block[]): string {
  return wordsIn(blocks).map((word) => word.folded).join(' ');
}
