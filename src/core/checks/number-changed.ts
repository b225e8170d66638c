// number-changed: a number of the source that the translation has changed or lost.
import { withDigitsLike } from '../text/digits.js';
import { slice } from '../text/span.js';
import { definePairCheck, type DraftFix, type PairContext } from './check.js';
import { compareNumbers, lookAlike, type ChangedNumber, type PlacedNumber } from './support/compareNumbers.js';
import { lastLine } from './support/words.js';

export default definePairCheck({
  id: 'number-changed',
  severity: 'warning',
  messages: {
    changed: 'The source says {number} here; the translation says {own}.',
    missing: 'The number {number} is missing; the source has it here.',
  },
  *run(context) {
    const { changed, missing } = compareNumbers(context);
    for (const { source, target } of changed) {
      const [number, own] = [written(context, source, 'source'), written(context, target, 'target')];
      yield {
        message: 'changed',
        data: { number, own },
        subject: number,
        ...(isShortened(source, target) || !lookAlike(source.number, target.number)
          ? { severity: 'information' as const }
          : {}),
        span: target.readable.place(target.number.span),
        source: source.readable.place(source.number.span),
        fixes: fixesOf(context, { source, target }),
      };
    }
    for (const { source, unit } of missing) {
      const number = written(context, source, 'source');
      yield {
        message: 'missing',
        data: { number },
        subject: number,
        severity: 'information',
        span: lastLine(context.target, unit.target.at(-1)!),
        source: source.readable.place(source.number.span),
      };
    }
  },
});

/** `2.1` for `2.1.0` is less than the source says, and yet nothing else; as is `2.1.0` for `2.1`. */
function isShortened(source: PlacedNumber, target: PlacedNumber): boolean {
  return (
    source.number.raw.startsWith(`${target.number.raw}.`) ||
    (target.number.raw === `${source.number.raw}.0` && source.number.raw.includes('.'))
  );
}

function written(context: PairContext, { number, readable }: PlacedNumber, side: 'source' | 'target'): string {
  return slice(context[side].text, readable.place(number.span));
}

/** The source’s digits, with the signs between them that the translation has. */
function fixesOf(context: PairContext, { source, target }: ChangedNumber): DraftFix[] {
  if (source.number.isMultiplied !== target.number.isMultiplied) return [];
  const wanted = slice(context.source.text, source.readable.place(source.number.digits));
  const own = slice(context.target.text, target.readable.place(target.number.digits));
  const newText = withDigitsLike(inSigns(wanted, own, context.targetLocale), own);
  if (newText === undefined || newText === own) return [];
  return [
    {
      title: `Put ${newText}`,
      edits: [{ span: target.readable.place(target.number.digits), newText }],
      preferred: true,
    },
  ];
}

/** `wanted` as the translation writes numbers: between its digits the signs of `own`, or those of its locale. */
function inSigns(wanted: string, own: string, locale: string | undefined): string {
  const digits = wanted.replace(/\D/g, '');
  if (digits.length === own.replace(/\P{Nd}/gu, '').length && signsOf(wanted).length === signsOf(own).length) {
    let at = 0;
    return own.replace(/\p{Nd}/gu, () => digits[at++]!);
  }
  const isGrouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(wanted);
  const isPlain = /^\d+(?:\.\d+)?$/.test(wanted);
  if (locale === undefined || (!isGrouped && !isPlain)) return wanted;
  const fraction = wanted.split('.')[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    useGrouping: isGrouped ? 'always' : false,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
    numberingSystem: 'latn',
  }).format(Number(wanted.replaceAll(',', '')));
}

function signsOf(written: string): string[] {
  return written.match(/\P{Nd}/gu) ?? [];
}
