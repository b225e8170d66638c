// Units whose target is still the source's text.
import { judgeText } from '../../align/untranslated.js';
import type { Span } from '../../text/span.js';
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
  return context.alignment.units.flatMap((unit) => {
    const [first, last] = [unit.target[0], unit.target.at(-1)];
    const isTitle = unit.kind === 'heading' || unit.kind === 'title';
    if (!first || !last || unit.source.length === 0 || isTitle !== (which === 'titles') || unit.kind === 'code') return [];
    const verdict = unit.state === 'untranslated' ? 'untranslated' : judgeText(unit.source, unit.target, context.vocabulary);
    if (verdict === 'translated') return [];
    return {
      span: { start: first.span.start, end: last.span.end },
      source: sourceSpan(context.source, unit.source[0]!.index, unit.source.at(-1)!.index),
      text: unit.target.map((block) => block.text).join(' '),
      isSure: verdict === 'untranslated',
    };
  });
}
