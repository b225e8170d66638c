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
  if (verdict === 'translated') return isForeignHeading(unit, context) ? 'doubtful' : undefined;
  const ordinary = ordinaryWords(target, context);
  if (ordinary === 0) return undefined;
  if (target.length === 1) return ofOneWord(unit, context);
  if (isForeignHeading(unit, context)) return 'sure';
  if (verdict === 'doubtful' || ordinary < leastOrdinary) return 'doubtful';
  return unit.kind === 'title' && isNameOfWork(unit.source, context) ? 'work' : 'sure';
}

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

/** Words with letters; “et al.” is Latin in every language. */
function wordsIn(blocks: readonly Block[]): ComparedWord[] {
  return blocks.flatMap((block) => (/\bet al\b/.test(block.text) ? comparedWords(block.text.replace(/\bet al\b/g, '')) : wordsOfBlock(block))).filter((word) => word.hasLetter);
}

function keyOf(blocks: readonly Block[]): string {
  return wordsIn(blocks).map((word) => word.folded).join(' ');
}
