// What a row shows of a source that has changed since it was translated.
import type { Block, Issue } from '../model.js';
import type { Span } from '../text/span.js';
import { writtenSpan } from '../stale/places.js';
import { staleCheck } from '../stale/standing.js';
import type { Change } from '../stale/difference.js';
import type { ChangedBlock, StaleUnit } from '../stale/staleUnits.js';
import type { ChangeMark } from './marks.js';
import type { ChangedWords, ProblemState, StaleState } from './panelState.js';

/** What a stale row has besides the others. */
export interface StaleRow {
  readonly state: StaleState;
  /** The new words of a block of the source. */
  marksOf(source: Issue, block: Block): ChangeMark[];
}

/** Undefined for a row that is not stale. */
export function staleRow(stale: StaleUnit | undefined, problems: readonly ProblemState[]): StaleRow | undefined {
  const problem = problems.find(({ check }) => check === staleCheck);
  if (!stale || !problem) return undefined;
  return {
    state: { summary: problem.message, difference: stale.blocks.flatMap(differenceOf), problem: problem.id },
    marksOf: (source, block) =>
      stale.blocks
        .filter((one) => one.block === block)
        .flatMap(({ changes }) =>
          changes.flatMap(({ after }) => {
            const span = after.start < after.end ? writtenSpan(source, block, after) : undefined;
            return span ? [{ problem: undefined, span }] : [];
          }),
        ),
  };
}

/** Both texts of a block in one: what they share, and in its places what either has alone. Blocks end in a line break. */
function differenceOf({ block: { text }, before, changes }: ChangedBlock): ChangedWords[] {
  const words = (kind: ChangedWords['kind'], from: string, { start, end }: Span): ChangedWords[] =>
    start < end ? [{ kind, text: from.slice(start, end) }] : [];
  /** Where nothing stands instead, the words bring the space that parted them. */
  const gone = ({ before: span, after }: Change): ChangedWords[] =>
    words('removed', before ?? '', span).map(({ kind, text: old }) => ({
      kind,
      text: after.start < after.end ? old : after.start > 0 ? ` ${old}` : `${old} `,
    }));
  const end: ChangedWords = { kind: 'same', text: '\n' };
  if (before === undefined) return [];
  if (changes.length === 0) return [{ kind: 'removed', text: before }, { kind: 'added', text }, end];
  let at = 0;
  const parts = changes.flatMap((change) => {
    const same = words('same', text, { start: at, end: change.after.start });
    at = change.after.end;
    return [...same, ...gone(change), ...words('added', text, change.after)];
  });
  return [...parts, ...words('same', text, { start: at, end: text.length }), end];
}
