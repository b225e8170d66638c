// Units whose target is still the source's text.
import { judgeText } from '../../align/untranslated.js';
import type { Unit } from '../../align/alignment.js';
import type { Span } from '../../text/span.js';
import { fold, wordsOf } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { sourceSpan } from './words.js';

/** A unit that was not translated, or perhaps not. */
export interface UntranslatedUnit {
  readonly span: Span;
  readonly source: Span;
  readonly text: string;
  readonly isSure: boolean;
}

/** The units that are still in the source's words: headings and titles, or all the rest. Code has no language. */
export function untranslatedUnits(context: PairContext, which: 'titles' | 'text'): UntranslatedUnit[] {
  const treatment = treatmentOf(context.alignment.units);
  return context.alignment.units.flatMap((unit) => {
    const [first, last] = [unit.target[0], unit.target.at(-1)];
    const isTitle = unit.kind === 'heading' || unit.kind === 'title';
    if (!first || !last || unit.source.length === 0 || isTitle !== (which === 'titles') || unit.kind === 'code') return [];
    const verdict = unit.state === 'untranslated' ? 'untranslated' : judgeText(unit.source, unit.target, context.vocabulary);
    if (verdict === 'translated') return [];
    const text = unit.target.map((block) => block.text).join(' ');
    const isWord = wordsOf(text).filter((word) => /\p{L}/u.test(word.text)).length <= 1;
    const treated = treatment.get(keyOf(unit));
    if (isWord && treated?.isTranslatedOnce === false && treated.count > 1) return [];
    return {
      span: { start: first.span.start, end: last.span.end },
      source: sourceSpan(context.source, unit.source[0]!.index, unit.source.at(-1)!.index),
      text,
      isSure: verdict === 'untranslated' && (isWord ? treated?.isTranslatedOnce === true : ordinaryWords(text, context) >= leastOrdinary),
    };
  });
}

/** A name can have one word that is an ordinary one as well: “TensorFlow Quantum”. */
const leastOrdinary = 2;

function ordinaryWords(text: string, { vocabulary }: PairContext): number {
  return wordsOf(text).filter((word) => vocabulary.isOrdinary(word.text)).length;
}

interface Treatment {
  readonly count: number;
  readonly isTranslatedOnce: boolean;
}

/**
 * What the translator does with each of the source's texts, all through the issue. A single word may be the same in
 * both languages, as “source” is in English and French: who keeps it everywhere means it, who translates it elsewhere forgot it.
 */
function treatmentOf(units: readonly Unit[]): ReadonlyMap<string, Treatment> {
  const treatment = new Map<string, Treatment>();
  for (const unit of units) {
    if (unit.source.length === 0 || unit.target.length === 0) continue;
    const key = keyOf(unit);
    const { count, isTranslatedOnce } = treatment.get(key) ?? { count: 0, isTranslatedOnce: false };
    const isTranslated = wordsIn(unit.target) !== key && unit.confidence >= 0.5;
    treatment.set(key, { count: count + 1, isTranslatedOnce: isTranslatedOnce || isTranslated });
  }
  return treatment;
}

function keyOf(unit: Unit): string {
  return wordsIn(unit.source);
}

function wordsIn(blocks: Unit['source']): string {
  return blocks.flatMap((block) => wordsOf(block.text).map(({ text }) => fold(text))).join(' ');
}
