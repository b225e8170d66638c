// The rows of units: both texts as readers see them, what is wrong on the very words, and what answers to what.
import type { Alignment, Unit } from '../align/alignment.js';
import { insertable } from '../checks/fixAll.js';
import type { Block, Issue } from '../model.js';
import type { Problem } from '../problem.js';
import { oncePerBlock } from '../text/remember.js';
import { overlaps, type Span } from '../text/span.js';
import { blockRenderer, type BlockRenderer } from './html.js';
import { hash, KeyMaker } from './keys.js';
import type { Mark, RenderedPlaceable } from './marks.js';
import type { CellState, Lines, ProblemState, RowState } from './panelState.js';
import { pairPlaceables } from './placeables.js';
import { repaired } from './placeProblems.js';
import type { RenderCache } from './renderCache.js';
import type { MadeRow, RowMemory } from './rowMemory.js';
import type { StaleUnit } from '../stale/staleUnits.js';
import type { ImageAddress } from './safeTree.js';
import { staleCheck } from '../stale/standing.js';
import { staleRow } from './staleRow.js';
import { whyTogether } from './why.js';

/** What rows are made of besides the problems. */
export interface RowInput {
  readonly alignment: Alignment;
  /** Where the pictures of each text are loaded from. */
  readonly sourceImage: ImageAddress;
  readonly targetImage: ImageAddress;
  /** The units whose source has changed since. */
  readonly stale?: readonly StaleUnit[];
  /** What was rendered of these two texts before. */
  readonly caches?: { readonly source: RenderCache; readonly target: RenderCache; readonly rows?: RowMemory };
}

/** A row's problems, and those that somebody marked as intended. */
export interface RowProblems {
  readonly open: readonly Problem[];
  readonly ignored: readonly Problem[];
}

/**
 * Makes the function that turns units into rows; to be called with the units in their order.
 *
 * @param problemsOf the problems that a unit's row shows
 * @param show what the page is told of them, one for each
 */
export function rowMaker(
  { alignment, sourceImage, targetImage, stale = [], caches }: RowInput,
  problemsOf: (unit: Unit) => RowProblems,
  show: (problems: readonly Problem[]) => ProblemState[],
): (unit: Unit) => MadeRow {
  const { source, target } = alignment;
  const renderSource = blockRenderer(source, sourceImage, caches?.source);
  const renderTarget = blockRenderer(target, targetImage, caches?.target);
  const openers = new Set([...itemStarts(source)].map((index) => source.blocks[index]));
  const targetOpeners = new Set([...itemStarts(target)].map((index) => target.blocks[index]));
  const staleOf = new Map(stale.map((one) => [one.unit, one]));
  caches?.rows?.begin();
  const keys = new KeyMaker();
  let before = '';
  return (unit) => {
    // An added row is named after the one above it, so that its key lasts while one types in it.
    const [first, second] = unit.source;
    const key = !first
      ? keys.key('a', before)
      : second
        ? keys.key('s', unit.source.map((block) => raw(source, block)).join('\n'))
        : keys.keyOf('s', hashOfBlock(first, source));
    before = unit.source.length > 0 ? key : before;
    const { open: found, ignored } = problemsOf(unit);
    const problems = show(found);
    const insert =
      unit.target.length === 0
        ? problems.find(({ check, fixes }) => insertable.test(check) && fixes.length > 0)?.id
        : undefined;
    const opensItem =
      unit.source.some((block) => openers.has(block)) ||
      (unit.source.length === 0 && unit.target.some((block) => targetOpeners.has(block)));
    const places = found.map((problem, i) => ({
      ...problems[i]!,
      target: repaired(target, problem.span),
      source: problem.source && repaired(source, problem.source),
      hasFix: problem.fixes.length > 0,
    }));
    const lag = staleRow(staleOf.get(unit), problems);
    const cannotWrite = whyNotWrite(unit, target);
    const make = (): MadeRow => {
      const marksOfSource = marksIn(lag ? places.filter(({ check }) => check !== staleCheck) : places, 'source');
      const left = cellOf(unit.source, source, renderSource, (block) => [
        ...marksOfSource(block),
        ...(lag?.marksOf(source, block) ?? []),
      ]);
      const right = cellOf(unit.target, target, renderTarget, marksIn(places, 'target'));
      const row: RowState = {
        key,
        kind: unit.kind,
        state: unit.state,
        why: whyTogether(alignment, unit),
        opensItem,
        source: left.cell,
        target: right.cell,
        // Where all is missing, nothing of it is lost by itself.
        placeables: pairPlaceables(left.placeables, right.placeables, unit.state === 'missing' ? [] : places),
        canWrite: cannotWrite === undefined,
        ...(cannotWrite !== undefined && { cannotWrite }),
        problems,
        ignored: ignored.map(({ message }) => message),
        insert,
        ...(lag && { stale: lag.state }),
      };
      return { row, placeables: left.placeables };
    };
    const stands = `${unit.kind} ${unit.state} ${Math.round(unit.confidence * 100)} ${opensItem} ${cannotWrite ?? ''}`;
    // Most rows have nothing else to say.
    const about =
      problems.length === 0 && ignored.length === 0 && !lag
        ? stands
        : JSON.stringify([
            stands,
            problems,
            ignored.map(({ message }) => message),
            lag?.state,
            placesWithin(places, unit),
          ]);
    return caches?.rows
      ? caches.rows.row(key, unit, about, (blocks) => linesOf(blocks, blocks === unit.source ? source : target), make)
      : make();
  };
}

/** Where problems stand in a unit, counted from its beginning on either side, and how its blocks lie to each other. */
function placesWithin(places: readonly PlacedProblem[], { source, target }: Unit): unknown {
  if (places.length === 0) return undefined;
  const [s, t] = [source[0]?.span.start ?? 0, target[0]?.span.start ?? 0];
  return [
    places.map((one) => [
      one.source && one.source.start - s,
      one.source && one.source.end - s,
      one.target.start - t,
      one.target.end - t,
    ]),
    source.map(({ span }) => span.start - s),
    target.map(({ span }) => span.start - t),
  ];
}

function linesOf(blocks: readonly Block[], { lines }: Issue): Lines[] {
  return blocks.map(({ span }) => [
    lines.positionAt(span.start).line,
    lines.positionAt(Math.max(span.start, span.end - 1)).line,
  ]);
}

/** Only what is one stretch of the text can be written anew as one. @returns why a unit cannot; undefined if it can */
function whyNotWrite({ source, target: blocks }: Unit, target: Issue): string | undefined {
  if (target.damage) return 'The file’s encoding is damaged. Mend that first: the row at the top does it.';
  if (blocks.length === 0) return source.length > 0 ? undefined : 'Nothing stands here.';
  if (blocks.every(({ index }, i) => index === blocks[0]!.index + i)) return undefined;
  const lines = blocks.map(({ span }) => target.lines.positionAt(span.start).line + 1);
  return `Its translation is cut in two by other text. Write it in the file, at the lines ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)!}.`;
}

interface PlacedProblem extends ProblemState {
  readonly source: Span | undefined;
  readonly target: Span;
}

/** The words that problems are about, block by block; what concerns a whole block shows by its state. */
function marksIn(problems: readonly PlacedProblem[], side: 'source' | 'target'): (block: Block) => Mark[] {
  return (block) =>
    problems.flatMap(({ id, severity, message, [side]: span }) => {
      const isPart =
        span &&
        span.start < span.end &&
        overlaps(span, block.span) &&
        (span.start > block.span.start || span.end < block.span.end);
      return isPart ? [{ problem: id, severity, message, span }] : [];
    });
}

function* itemStarts({ sections }: Issue): Iterable<number> {
  for (const { items } of sections) for (const { first } of items) yield first;
}

function cellOf(
  blocks: readonly Block[],
  issue: Issue,
  render: BlockRenderer,
  marksOf: (block: Block) => Mark[],
): { cell: CellState; placeables: RenderedPlaceable[] } {
  const rendered = blocks.map((block) => render(block, marksOf(block)));
  return {
    cell: {
      html: rendered.map(({ html }) => html).join(''),
      lines: linesOf(blocks, issue),
    },
    placeables: rendered.flatMap(({ placeables }) => placeables),
  };
}

const hashOfBlock = oncePerBlock((block: Block, issue: Issue) => hash(raw(issue, block)));

function raw({ text }: Issue, { span }: Block): string {
  return text.slice(span.start, span.end);
}
