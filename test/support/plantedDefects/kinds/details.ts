// Defects of detail: numbers, dates, emoji.
import { emojiOf } from '../../../../src/core/text/words.js';
import { fieldText } from '../../../../src/core/parse/field.js';
import { datesIn } from '../../../../src/core/text/dates.js';
import { overlaps, type Span } from '../../../../src/core/text/span.js';
import type { DefectBed, DefectKind } from '../defect.js';
import type { Couple } from '../pair.js';
import { couplesOf, nodesOf, one, prose, written } from '../places.js';

interface Detail {
  readonly span: Span;
  readonly text: string;
  readonly couple: Couple;
}

/** What matches in the running text of a couple's target, is there once, and stands in the source once as well. */
function details(bed: DefectBed, pattern: RegExp): Detail[] {
  return couplesOf(bed, ...prose, 'title', 'heading').flatMap((couple) =>
    nodesOf(couple.target, 'text').flatMap(({ span }) => {
      const raw = bed.target.text.slice(span.start, span.end);
      if (/https?:|\{%|\{\{/.test(raw)) return [];
      // “2020–2029” says as much as “the 2020s”: the source must have the number by itself.
      const isOnce = (text: string): boolean =>
        couple.source.text.split(text).length === 2 &&
        couple.target.text.split(text).length === 2 &&
        !/^s\b/.test(couple.source.text.split(text)[1]!);
      return [...raw.matchAll(pattern)]
        .filter(([text]) => isOnce(text))
        .map((match) => ({
          couple,
          text: match[0],
          span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
        }));
    }),
  );
}

function atDetail(
  id: string,
  says: string,
  foundBy: readonly string[],
  pattern: RegExp,
  rewrite: (text: string, bed: DefectBed) => string,
  suits: (detail: Detail, bed: DefectBed) => boolean = () => true,
): DefectKind {
  return {
    id,
    says,
    foundBy,
    plant(bed) {
      const chosen = one(
        bed.random,
        details(bed, pattern).filter((detail) => suits(detail, bed)),
      );
      return (
        chosen && {
          edits: [written(bed, chosen.span, rewrite(chosen.text, bed))],
          source: chosen.couple.source.span,
          place: chosen.couple.target.span,
        }
      );
    },
  };
}

/** A number of two figures and more by itself: no part of a name, a version, a date or another number, such as 45 000. */
const number =
  /(?<![\p{L}\p{N}#@$€£_./:,%+-]|[.,] |\d[ \u00a0\u202f])\d{2,}(?![\p{L}\p{N}_/:-]|[.,]\d|[’']|[ \u00a0\u202f]\d{3})/gu;
const year = /(?<![\p{L}\p{N}#@$_./:,-])(?:19|20)\d\d(?![\p{L}\p{N}_/:.-])/gu;
const grouped = /(?<![\p{L}\p{N}#@$_./:,-])\d{1,3}[,.]\d{3}(?![\p{L}\p{N}_/:,.-])/gu;
const percent = /(?<![\p{L}\p{N}#@$_./:,-])\d+(?=\s?%)/gu;

/** A translator may leave the year out of a date, or name the day by its weekday: no check promises to find a date that says less. */
function isOutsideOfDates({ span, couple }: Detail, { target: { text }, locales }: DefectBed): boolean {
  const block = couple.target.span;
  return !datesIn(text.slice(block.start, block.end), locales.target).some((date) =>
    overlaps({ start: block.start + date.span.start, end: block.start + date.span.end }, span),
  );
}

/** Another figure in the place of one of them; never the first made 0. */
function otherFigure(text: string, bed: DefectBed): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = bed.random.pick(places);
  const figure = (Number(text[at]) + 1 + bed.random.below(8)) % 10;
  return (
    text.slice(0, at) +
    String(figure === 0 || String(figure) === text[at] ? (Number(text[at]) % 9) + 1 : figure) +
    text.slice(at + 1)
  );
}

const emoji = /\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic})*/gu;

function atEmoji(id: string, says: string, rewrite: (text: string, bed: DefectBed) => string): DefectKind {
  return {
    id,
    says,
    foundBy: ['emoji-changed'],
    plant(bed) {
      const found = bed.clean.flatMap((couple) => {
        const raw = bed.target.text.slice(couple.target.span.start, couple.target.span.end);
        const [own, source] = [emojiOf(couple.target.text), emojiOf(couple.source.text)];
        return [...raw.matchAll(emoji)]
          .filter(
            ([text]) =>
              /\p{Emoji_Presentation}/u.test(text) &&
              own.filter((one) => one === text).length === 1 &&
              source.filter((one) => one === text).length === 1,
          )
          .map((match) => ({
            couple,
            text: match[0],
            span: {
              start: couple.target.span.start + match.index,
              end: couple.target.span.start + match.index + match[0].length,
            },
          }));
      });
      const chosen = one(bed.random, found);
      return (
        chosen && {
          edits: [written(bed, chosen.span, rewrite(chosen.text, bed))],
          source: chosen.couple.source.span,
          place: chosen.couple.target.span,
        }
      );
    },
  };
}

const months = (locale: string): string[] =>
  Array.from(
    { length: 12 },
    (_, month) =>
      new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone: 'UTC' })
        .formatToParts(new Date(Date.UTC(2023, month, 15)))
        .find(({ type }) => type === 'month')!.value,
  );

/** Days and months as the locales write them; the source must have the same month. */
function dates(
  bed: DefectBed,
): { readonly couple: Couple; readonly span: Span; readonly month: number; readonly day: Span }[] {
  const [own, source] = [months(bed.locales.target), months(bed.locales.source)];
  return couplesOf(bed, ...prose).flatMap((couple) =>
    nodesOf(couple.target, 'text').flatMap(({ span }) => {
      const raw = bed.target.text.slice(span.start, span.end);
      return own.flatMap((name, month) => {
        const isNumeral = /^\d+月?$/.test(name);
        const pattern = isNumeral
          ? `(?<![\\d月])${name.replace('月', '')}月(\\d{1,2})日`
          : `(?<![\\p{L}\\d])(\\d{1,2})(?:er|º)? (?:de )?${name}(?![\\p{L}])`;
        if (source[month] === undefined || couple.source.text.split(source[month]).length !== 2) return [];
        return [...raw.matchAll(new RegExp(pattern, 'giu'))]
          .filter(({ 1: day }) => new RegExp(`(?<!\\d)${day}(?!\\d)`).test(couple.source.text))
          .map((match) => {
            const at = span.start + match.index;
            const dayAt = !isNumeral && match[0].startsWith(match[1]!) ? at : at + match[0].lastIndexOf(match[1]!);
            const monthAt = isNumeral ? at : at + match[0].toLowerCase().lastIndexOf(name.toLowerCase());
            return {
              couple,
              month,
              span: { start: monthAt, end: monthAt + (isNumeral ? name.replace('月', '').length : name.length) },
              day: { start: dayAt, end: dayAt + match[1]!.length },
            };
          });
      });
    }),
  );
}

const changeMonth: DefectKind = {
  id: 'change-month',
  says: 'another month',
  foundBy: ['date-changed', 'number-changed'],
  plant(bed) {
    const chosen = one(bed.random, dates(bed));
    if (!chosen) return undefined;
    const other = months(bed.locales.target)[(chosen.month + 1 + bed.random.below(10)) % 12]!;
    return {
      edits: [{ span: chosen.span, newText: other.replace(/(?<=^\d+)月$/, '') }],
      source: chosen.couple.source.span,
      place: chosen.couple.target.span,
    };
  },
};

const changeDay: DefectKind = {
  id: 'change-day',
  says: 'another day of the month',
  foundBy: ['date-changed', 'number-changed'],
  plant(bed) {
    const chosen = one(bed.random, dates(bed));
    if (!chosen) return undefined;
    const day = Number(bed.target.text.slice(chosen.day.start, chosen.day.end));
    return {
      edits: [{ span: chosen.day, newText: String(((day + 4 + bed.random.below(18)) % 27) + 2) }],
      source: chosen.couple.source.span,
      place: chosen.couple.target.span,
    };
  },
};

const issueNumber: DefectKind = {
  id: 'issue-number',
  says: 'another number in the post’s title',
  foundBy: ['issue-number-mismatch', 'number-changed'],
  plant(bed) {
    const field = bed.target.frontMatter?.fields.find(({ path }) => path === 'title');
    const numbers = [...fieldText(bed.source.frontMatter, 'title').matchAll(/#\s?(\d+)/g)].map((match) => match[1]!);
    if (!field || numbers.length !== 1) return undefined;
    const raw = bed.target.text.slice(field.valueSpan.start, field.valueSpan.end);
    const at = raw.search(new RegExp(`(?<!\\d)${numbers[0]}(?!\\d)`));
    if (at < 0) return undefined;
    const start = field.valueSpan.start + at;
    return {
      edits: [
        {
          span: { start, end: start + numbers[0]!.length },
          newText: String(Number(numbers[0]) + 1 + bed.random.below(3)),
        },
      ],
      place: field.valueSpan,
      source: bed.source.frontMatter!.span,
    };
  },
};

export const detailKinds: readonly DefectKind[] = [
  atDetail('change-number', 'a figure of a number changed', ['number-changed', 'date-changed'], number, otherFigure),
  atDetail('change-year', 'another year', ['date-changed', 'number-changed'], year, otherFigure),
  atDetail('change-thousands', 'a figure of a number of thousands changed', ['number-changed'], grouped, otherFigure),
  atDetail('change-percentage', 'a figure of a percentage changed', ['number-changed'], percent, otherFigure),
  atDetail(
    'drop-figures',
    'a number lost its last figure',
    ['number-changed', 'date-changed'],
    number,
    (text) => text.slice(0, -1),
    ({ text }) => text.length > 2,
  ),
  atDetail('drop-number', 'a number lost', ['number-changed', 'date-changed'], number, () => '', isOutsideOfDates),
  changeMonth,
  changeDay,
  issueNumber,
  atEmoji('change-emoji', 'another emoji', (text) => (text === '🦆' ? '🚲' : '🦆')),
  atEmoji('drop-emoji', 'an emoji lost', () => ''),
];
