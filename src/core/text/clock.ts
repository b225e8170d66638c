// Times of day in running text, however a language writes them: 15:00, 3 pm, 15h30, 下午3点.
import { withAsciiDigits } from './digits.js';

const time =
  /(?<![\d.,:：/-])(\d{1,2})(?:\s?[:：hH]\s?([0-5]\d)(?!\d)|(?:\.([0-5]\d))?\s?(?:[ap]\.?m\b|[时時点點시]|[hH]\b|[Uu]hr\b))/gu;

/** Times of day in `text`, as minutes on the dial of a clock, 0 to 719: which half of the day is meant is not told. */
export function timesIn(text: string): number[] {
  return [...withAsciiDigits(text).matchAll(time)].flatMap(([, hour, minute, other]) =>
    Number(hour) > 24 ? [] : [(Number(hour) % 12) * 60 + Number(minute ?? other ?? 0)],
  );
}
