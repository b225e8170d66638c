// Looking at a pair unit by unit, or at a text block by block; again only at what an edit may have changed.
import type { Unit } from '../../align/alignment.js';
import type { Block } from '../../model.js';
import { areAlike, type Ends } from '../../text/ends.js';
import { moved } from '../../text/remember.js';
import type { PairContext, PostContext } from '../check.js';
import { oncePer } from './memo.js';

/** What else than the row itself a look hangs on. */
export interface Depends<Context> {
  /** Facts of the whole text or pair, compared by `Object.is`: if one of them changes, all rows are looked at. */
  readonly about?: (context: Context) => readonly unknown[];
  /** A fact for each row, by its place: if it changes, that row is looked at. */
  readonly each?: (context: Context) => readonly unknown[];
  /** How many rows before and behind its own it looks at. */
  readonly reach?: number;
}

/** What was found at one row. */
export interface Seen<Row, Value> {
  readonly row: Row;
  readonly index: number;
  readonly value: Value;
}

/**
 * What `look` finds in the units of a pair, in their order. A unit in which it found nothing is not looked at again by the
 * next run (see `CheckMemory`), as long as the unit is what it was: its blocks with what they cover, its kind and state,
 * and whether it is sure. On what else the look hangs, `depends` must say; not the locales, the rules, the definitions of
 * references and what else `CheckMemory` compares, and not the vocabulary. It may also say `lookAgain` of a unit. What it
 * finds may name places: it is found anew each time.
 */
export function perUnit<Value>(
  look: (unit: Unit, context: PairContext, index: number) => readonly Value[],
  depends: Depends<PairContext> = {},
): (context: PairContext) => readonly Value[] {
  const seen = perRow(
    ({ alignment }) => alignment.units,
    ({ recall }) => recall?.units,
    orNothing(look),
    depends,
    false,
  );
  return oncePer((context) => seen(context).flatMap(({ value }) => value));
}

/** The same for the blocks of the text that is checked. Where there is a source, a block's unit is part of what it is. */
export function perBlock<Value>(
  look: (block: Block, context: PostContext, index: number) => readonly Value[],
  depends: Depends<PostContext> = {},
): (context: PostContext) => readonly Value[] {
  const seen = perRow(
    ({ target }) => target.blocks,
    ({ recall }) => recall?.blocks,
    orNothing(look),
    depends,
    false,
  );
  return oncePer((context) => seen(context).flatMap(({ value }) => value));
}

/**
 * As `perBlock`, for plain data all of whose spans count in the text that is checked: what was found in a block is kept as
 * well, and moves with it.
 */
export function plainPerBlock<Value>(
  look: (block: Block, context: PostContext, index: number) => readonly Value[],
  depends: Depends<PostContext> = {},
): (context: PostContext) => readonly Value[] {
  const seen = plainByBlock(look, depends);
  return oncePer((context) => seen(context).flatMap(({ value }) => value));
}

/** As `plainPerBlock`, with the block that each was found in. */
export function plainByBlock<Value>(
  look: (block: Block, context: PostContext, index: number) => readonly Value[],
  depends: Depends<PostContext> = {},
): (context: PostContext) => readonly Seen<Block, readonly Value[]>[] {
  const inBlock = orNothing(look);
  const seen = keptPerBlock((block, context, index) => {
    const values = inBlock(block, context, index);
    return values && { at: block.span.start, values };
  }, depends);
  return oncePer((context) =>
    seen(context).map(({ row, index, value: { at, values } }) => ({
      row,
      index,
      value: row.span.start === at ? values : moved(values, row.span.start - at),
    })),
  );
}

/** As `perUnit`, for one value of a unit, undefined for nothing, that is kept as well: it names no blocks, and no places but such as count from a block's beginning. */
export function keptPerUnit<Value>(
  look: (unit: Unit, context: PairContext, index: number) => Value | undefined,
  depends: Depends<PairContext> = {},
): (context: PairContext) => readonly Seen<Unit, Value>[] {
  return perRow(
    ({ alignment }) => alignment.units,
    ({ recall }) => recall?.units,
    look,
    depends,
    true,
  );
}

/** As `keptPerUnit`, block by block. */
export function keptPerBlock<Value>(
  look: (block: Block, context: PostContext, index: number) => Value | undefined,
  depends: Depends<PostContext> = {},
): (context: PostContext) => readonly Seen<Block, Value>[] {
  return perRow(
    ({ target }) => target.blocks,
    ({ recall }) => recall?.blocks,
    look,
    depends,
    true,
  );
}

/** To be said by a look where its answer hangs on more than it has declared: that row is looked at again by the next run. */
export function lookAgain({ recall }: PostContext): void {
  if (recall) recall.asked++;
}

function orNothing<Row, Context, Value>(
  look: (row: Row, context: Context, index: number) => readonly Value[],
): (row: Row, context: Context, index: number) => readonly Value[] | undefined {
  return (row, context, index) => {
    const found = look(row, context, index);
    return found.length > 0 ? found : undefined;
  };
}

/** What is remembered of one look at all rows. */
interface Answer<Value> {
  readonly about: readonly unknown[];
  readonly each: readonly unknown[];
  readonly rows: number;
  /** The rows that the next run cannot pass over, ascending. */
  readonly open: readonly Open<Value>[];
}

interface Open<Value> {
  readonly index: number;
  /** Undefined where it has to be looked at again. */
  readonly value: Value | undefined;
}

let places = 0;

function perRow<Context extends PostContext, Row, Value>(
  rowsOf: (context: Context) => readonly Row[],
  endsIn: (context: Context) => Ends | undefined,
  look: (row: Row, context: Context, index: number) => Value | undefined,
  { about, each, reach = 0 }: Depends<Context>,
  isKept: boolean,
): (context: Context) => readonly Seen<Row, Value>[] {
  const place = places++;
  return oncePer((context: Context): readonly Seen<Row, Value>[] => {
    const rows = rowsOf(context);
    const { recall } = context;
    const seen: Seen<Row, Value>[] = [];
    if (!recall) {
      for (const [index, row] of rows.entries()) {
        const value = look(row, context, index);
        if (value !== undefined) seen.push({ row, index, value });
      }
      return seen;
    }
    const facts = { about: about?.(context) ?? none, each: each?.(context) ?? none };
    const before = recall.before[place] as Answer<Value> | undefined;
    const ends = endsIn(context);
    const open: Open<Value>[] = [];
    for (const { index, value: known } of before && ends && areAlike(before.about, facts.about)
      ? openRows(before, ends, rows.length, facts.each, reach)
      : all<Value>(rows.length)) {
      const { asked } = recall;
      const value = known ?? look(rows[index]!, context, index);
      if (value !== undefined) seen.push({ row: rows[index]!, index, value });
      if (value !== undefined || recall.asked > asked)
        open.push({ index, value: isKept && recall.asked === asked ? value : undefined });
    }
    recall.now[place] = { ...facts, rows: rows.length, open } satisfies Answer<Value>;
    return seen;
  });
}

const none: readonly never[] = [];

function* all<Value>(count: number): Generator<Open<Value>> {
  for (let index = 0; index < count; index++) yield { index, value: undefined };
}

/** The rows that cannot be passed over, ascending, with what is known of them. */
function* openRows<Value>(
  before: Answer<Value>,
  { front, back }: Ends,
  count: number,
  each: readonly unknown[],
  reach: number,
): Generator<Open<Value>> {
  const shift = count - before.rows;
  const [from, to] = [Math.max(0, front - reach), Math.min(count, count - back + reach)];
  const { open } = before;
  let next = 0;
  // Rows whose own fact has changed are few, and have to be looked for among all.
  const stretch = function* (start: number, end: number, by: number): Generator<Open<Value>> {
    while (next < open.length && open[next]!.index + by < start) next++;
    if (each.length === 0) {
      for (; next < open.length && open[next]!.index + by < end; next++)
        yield { index: open[next]!.index + by, value: open[next]!.value };
      return;
    }
    for (let index = start; index < end; index++) {
      const known = open[next]?.index === index - by ? open[next++]!.value : undefined;
      const isOpen = next > 0 && open[next - 1]!.index === index - by;
      const isSame = Object.is(each[index], before.each[index - by]);
      if (isOpen || !isSame) yield { index, value: isSame ? known : undefined };
    }
  };
  yield* stretch(0, from, 0);
  for (let index = from; index < to; index++) yield { index, value: undefined };
  yield* stretch(to, count, shift);
}
