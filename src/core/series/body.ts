// The body of a series' next issue: what recurs in most of the last ones, in its order, with room between.
import { addTo } from '../grouped.js';
import { isTag, piecesOf, tagValues, withTagValues, type Piece } from './pieces.js';
import { fill, type Occasion } from './marks.js';
import type { Draft, Member } from './frontMatter.js';
import { commonest, isUsual, usualOf } from './usual.js';

/** A piece that recurs, as one issue has it. */
interface Recurring extends Piece {
  /** By what it is told from others in its issue: its key, and which of several equal ones it is. */
  readonly name: string;
}

/** The body for the issue `next`, which goes right behind the front matter; line breaks as `\n`. @param members newest first */
export function nextBody(members: readonly Member[], next: Occasion): Draft {
  const issues = members.map(({ issue, occasion }) =>
    named(
      piecesOf(issue, occasion).map((piece) =>
        isTag(piece) ? { ...piece, key: withTagValues(piece.key, () => '') } : piece,
      ),
    ),
  );
  const recurs = recurringNames(issues);
  const values = usualTagValues(issues);
  const first = new Map<string, { readonly piece: Recurring; readonly issue: readonly Recurring[] }>();
  for (const issue of issues)
    for (const piece of issue) if (!first.has(piece.name)) first.set(piece.name, { piece, issue });
  const order = withoutUnused(orderOf(issues, recurs).map((name) => first.get(name)!.piece)).map(({ name }) => name);

  const out: string[] = [];
  let blankLine: number | undefined;
  let before: string | undefined;
  const room = (tight: boolean): void => {
    if (out.length === 0 || !tight) while (out.at(-1) !== '') out.push('');
    blankLine ??= out.length;
    out.push('', '');
  };
  for (const name of order) {
    const { piece, issue } = first.get(name)!;
    const hole = holeBefore(issues, recurs, before, name);
    const isNext =
      before === undefined
        ? issue[0]?.name === name
        : issue[issue.findIndex((one) => one.name === name) - 1]?.name === before;
    if (hole) room(isHeadingOf(first.get(before ?? '')?.piece) && hole.gap.length === 0);
    out.push(
      ...gapOf(piece, isNext, out, before === undefined),
      fill(isTag(piece) ? withTagValues(piece.text, (i) => values.get(name)?.[i] ?? '') : piece.text, next),
    );
    before = name;
  }
  const last = holeBefore(issues, recurs, before, undefined);
  if (last || order.length === 0) room(isHeadingOf(first.get(before ?? '')?.piece) && last?.gap.length === 0);
  const lines = out.flatMap((part) => part.split('\n'));
  const upTo = out.slice(0, blankLine).join('\n').length + (blankLine === 0 ? 0 : 1);
  const text = `${lines.join('\n').trimEnd()}\n`;
  if (blankLine === undefined) return { text, blank: undefined };
  return {
    text: text.length < upTo + 1 ? `${text.trimEnd()}\n\n` : text,
    blank: Math.min(upTo, text.trimEnd().length + 2),
  };
}

function isHeadingOf(piece: Piece | undefined): boolean {
  return piece?.isHeading ?? false;
}

function named(pieces: readonly Piece[]): Recurring[] {
  const counts = new Map<string, number>();
  return pieces.map((piece) => {
    const count = (counts.get(piece.key) ?? 0) + 1;
    counts.set(piece.key, count);
    return { ...piece, name: `${count} ${piece.key}` };
  });
}

/** What most issues have, and as often as most of those: a word under every picture is none of the skeleton. */
function recurringNames(issues: readonly (readonly Recurring[])[]): ReadonlySet<string> {
  const counts = new Map<string, number[]>();
  for (const issue of issues) {
    const own = new Map<string, number>();
    for (const { key } of issue) own.set(key, (own.get(key) ?? 0) + 1);
    for (const [key, count] of own) addTo(counts, key, count);
  }
  const found = new Set<string>();
  const headings = new Set(
    issues.length === 1 ? issues[0]!.filter(({ isHeading }) => isHeading).map(({ key }) => key) : [],
  );
  for (const [key, times] of counts) {
    if (headings.has(key)) found.add(`1 ${key}`);
    if (!isUsual(times.length, issues.length)) continue;
    const [usual, same] = commonest(times);
    if (same * 5 < times.length * 3) continue;
    for (let i = 1; i <= usual!; i++)
      if (isUsual(times.filter((count) => count >= i).length, issues.length)) found.add(`${i} ${key}`);
  }
  return found;
}

/** The values of tags that are the same in most issues; of all others, none. */
function usualTagValues(issues: readonly (readonly Recurring[])[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[][]>();
  for (const issue of issues)
    for (const piece of issue) if (isTag(piece)) addTo(all, piece.name, tagValues(piece.text));
  return new Map(
    [...all].map(([name, lists]) => [
      name,
      lists[0]!.map((_value, i) => usualOf(lists.map((list) => list[i] ?? '')) ?? ''),
    ]),
  );
}

/** All that recurs, in the order of the issue that has most of it; what it lacks stands behind what precedes it elsewhere. */
function orderOf(issues: readonly (readonly Recurring[])[], recurs: ReadonlySet<string>): string[] {
  const lists = issues.map((issue) => issue.filter(({ name }) => recurs.has(name)).map(({ name }) => name));
  const order = [
    ...(lists.reduce<readonly string[] | undefined>(
      (most, one) => (most && most.length >= one.length ? most : one),
      undefined,
    ) ?? []),
  ];
  for (const list of lists) {
    list.forEach((name, i) => {
      if (!order.includes(name)) order.splice(i === 0 ? 0 : order.indexOf(list[i - 1]!) + 1, 0, name);
    });
  }
  return order;
}

const definition = /^ {0,3}\[([^\]]+)\]:/;

/** Without definitions that nothing of the rest refers to: what is linked for some weeks is no skeleton. */
function withoutUnused(pieces: readonly Recurring[]): Recurring[] {
  const text = pieces
    .filter((piece) => !definition.test(piece.text))
    .map((piece) => piece.text.toLowerCase())
    .join('\n')
    .replace(/\s+/g, ' ');
  return pieces.filter((piece) => {
    const label = definition.exec(piece.text)?.[1];
    return label === undefined || text.includes(`[${label.toLowerCase()}]`);
  });
}

/** What most issues have between two pieces that is their own: the first of it, in the newest. */
function holeBefore(
  issues: readonly (readonly Recurring[])[],
  recurs: ReadonlySet<string>,
  before: string | undefined,
  name: string | undefined,
): Piece | undefined {
  const holes = issues.flatMap((issue) => {
    const from = before === undefined ? 0 : issue.findIndex((piece) => piece.name === before) + 1;
    if (before !== undefined && from === 0) return [];
    let end = from;
    while (end < issue.length && !recurs.has(issue[end]!.name)) end++;
    return [issue.slice(from, end).find((piece) => piece.isSeen)];
  });
  const filled = holes.filter((piece) => piece !== undefined);
  return name === undefined && before === undefined
    ? filled[0]
    : filled.length * 2 > holes.length
      ? filled[0]
      : undefined;
}

/** The space above a piece, in the form that its issue has it: rules and spacers, and a blank line where others were dropped. */
function gapOf(piece: Recurring, isNext: boolean, out: readonly string[], isFirst: boolean): string[] {
  if (isFirst && out.length === 0) return [...piece.gap];
  const gap = isNext || piece.gap.includes('') ? [...piece.gap] : ['', ...piece.gap];
  let blanks = 0;
  while (gap[blanks] === '' && out[out.length - 1 - blanks] === '') blanks++;
  return gap.slice(blanks);
}
