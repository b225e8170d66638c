// date-changed: a date of the source that the translation has changed.
import { withDigitsLike } from '../text/digits.js';
import { calendarNames } from '../text/monthNames.js';
import { slice, type Span } from '../text/span.js';
import { definePairCheck, type DraftFix, type PairContext } from './check.js';
import { compareDates, type PlacedDate } from './support/compareDates.js';
import { compareWeekdays } from './support/compareWeekdays.js';

export default definePairCheck({
  id: 'date-changed',
  severity: 'warning',
  messages: {
    date: 'The source says “{date}” here; the translation says “{own}”.',
    weekday: 'The source says “{date}” here; the translation says “{own}”.',
  },
  *run(context) {
    for (const { source, target } of compareDates(context).changed) {
      const date = slice(context.source.text, place(source));
      yield {
        message: 'date',
        data: { date, own: slice(context.target.text, place(target)) },
        subject: date,
        span: place(target),
        source: place(source),
        fixes: fixesOf(context, source, target),
      };
    }
    for (const { source, target } of compareWeekdays(context)) {
      const date = slice(context.source.text, source);
      yield {
        message: 'weekday',
        data: { date, own: slice(context.target.text, target) },
        subject: date,
        span: target,
        source,
        severity: 'information',
      };
    }
  },
});

function place({ date, readable }: PlacedDate): Span {
  return readable.place(date.span);
}

/** Where day, month and year stand by themselves in the translation: the source’s in their place. */
function fixesOf(context: PairContext, source: PlacedDate, target: PlacedDate): DraftFix[] {
  const [from, to] = [source.date.options, target.date.options];
  const { text } = context.target;
  if (from.length !== 1 || to.length !== 1 || from[0]!.days.length > 1 || to[0]!.days.length > 1) return [];
  const edits: { span: Span; newText: string }[] = [];
  const put = (span: Span | undefined, newText: string | undefined): boolean => {
    if (!span || newText === undefined) return false;
    const edit = { span: target.readable.place(span), newText };
    edits.push({ ...edit, newText: withDigitsLike(newText, slice(text, edit.span)) });
    return true;
  };
  const [day, ownDay] = [from[0]!.days[0], to[0]!.days[0]];
  if (day !== undefined && ownDay !== undefined && day !== ownDay && !put(target.date.daySpan, String(day))) return [];
  if (from[0]!.month !== to[0]!.month) {
    const { name } = target.date;
    const month =
      name && context.targetLocale !== undefined
        ? calendarNames(context.targetLocale).monthName(from[0]!.month, name.style)
        : undefined;
    if (!put(name?.span, month)) return [];
  }
  const { year } = source.date;
  if (
    year !== undefined &&
    target.date.year !== undefined &&
    year !== target.date.year &&
    !put(target.date.yearSpan, String(year))
  )
    return [];
  return edits.length > 0 ? [{ title: 'Put the source’s date', edits, preferred: true }] : [];
}
