// Why two sides stand in one row, in a line for whoever points at it.
import type { Alignment, Evidence, Unit } from '../align/alignment.js';
import { explainUnit } from '../align/explain.js';

const mostNamed = 3;
const nouns: Readonly<Record<Exclude<Evidence['kind'], 'kind'>, string>> = {
  link: 'the link',
  image: 'the picture',
  word: 'the word',
  number: 'the number',
  code: 'the code',
  emoji: 'the emoji',
  anchor: 'the anchor',
};

/** What ties a unit's sides and how sure that is, e.g. “Put together by the link example.org/map and the number 14 (99 % sure).” Empty for one side alone. */
export function whyTogether(alignment: Alignment, unit: Unit): string {
  const named = explainUnit(alignment, unit)
    .flatMap(({ kind, detail }) => (kind === 'kind' ? [] : `${nouns[kind]} ${detail}`))
    .slice(0, mostNamed);
  if (unit.source.length === 0 || unit.target.length === 0) return '';
  const by =
    named.length === 0
      ? 'by place and length alone'
      : `by ${named.length > 1 ? `${named.slice(0, -1).join(', ')} and ${named.at(-1)!}` : named[0]!}`;
  return `Put together ${by} (${Math.round(unit.confidence * 100)} % sure).`;
}
