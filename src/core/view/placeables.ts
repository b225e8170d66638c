// The placeables of a row, numbered across both columns, so that pointing at one shows its counterpart.
import type { RenderedPlaceable } from './marks.js';
import type { PlaceableState } from './panelState.js';
import { overlaps, type Span } from '../text/span.js';

/** A problem of the row, as far as it concerns placeables. */
export interface PlaceableProblem {
  readonly id: string;
  readonly check: string;
  /** Where the source has what it is about, in the source's text. */
  readonly source: Span | undefined;
  readonly hasFix: boolean;
}

/**
 * Pairs the placeables of a row's two cells: the same link, picture, code or number, in order; and a link or picture
 * that is the only one left on both sides, whatever it leads to. Numbers count from 1, in the source's order, what
 * only the translation has behind.
 */
export function pairPlaceables(
  source: readonly RenderedPlaceable[],
  target: readonly RenderedPlaceable[],
  problems: readonly PlaceableProblem[],
): PlaceableState[] {
  const free = new Set(target.keys());
  const counterparts = source.map((one) =>
    take(free, (i) => target[i]!.kind === one.kind && target[i]!.key === one.key),
  );
  for (const kind of ['link', 'image'] as const) {
    const [only, ...others] = source.flatMap((one, i) =>
      one.kind === kind && counterparts[i] === undefined ? [i] : [],
    );
    const left = [...free].filter((i) => target[i]!.kind === kind);
    if (only === undefined || others.length > 0 || left.length !== 1) continue;
    counterparts[only] = take(free, (i) => i === left[0]);
  }
  const paired = source.map((one, i) => ({
    kind: one.kind,
    label: one.label,
    source: i,
    target: counterparts[i],
    problem: counterparts[i] === undefined ? problemOf(one, problems) : undefined,
  }));
  const added = [...free].map((i) => ({
    kind: target[i]!.kind,
    label: target[i]!.label,
    source: undefined,
    target: i,
    problem: undefined,
  }));
  return [...paired, ...added].map((one, i) => ({ number: i + 1, ...one }));
}

function take(from: Set<number>, wanted: (index: number) => boolean): number | undefined {
  for (const index of from) {
    if (!wanted(index)) continue;
    from.delete(index);
    return index;
  }
  return undefined;
}

/** The problem that says that a placeable is not there, and can bring it back. What no problem is made of may be meant so. */
function problemOf({ kind, span }: RenderedPlaceable, problems: readonly PlaceableProblem[]): string | undefined {
  // Where a picture stands within HTML is not known; that it is gone is.
  const isMeant = ({ check, source }: PlaceableProblem): boolean =>
    span ? source !== undefined && overlaps(source, span) : kind === 'image' && check === 'image-missing';
  return problems.find((problem) => problem.hasFix && isMeant(problem))?.id;
}
