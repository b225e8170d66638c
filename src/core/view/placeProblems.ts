// Which row a problem is shown in.
import type { Unit, UnitIndex } from '../align/alignment.js';
import { addTo } from '../grouped.js';
import type { Issue } from '../model.js';
import type { Problem } from '../problem.js';
import type { Span } from '../text/span.js';

/** Where problems belong: to a unit, to a field of the front matter by its path, or to the file. */
export interface PlacedProblems {
  readonly ofUnit: ReadonlyMap<Unit, readonly Problem[]>;
  readonly ofField: ReadonlyMap<string, readonly Problem[]>;
  readonly ofFile: readonly Problem[];
}

/**
 * Places `problems`, whose spans count in the files as they are. What is missing is shown where the source has it,
 * all else where the translation has it.
 */
export function placeProblems(
  problems: readonly Problem[],
  units: UnitIndex,
  source: Issue,
  target: Issue,
): PlacedProblems {
  const ofUnit = new Map<Unit, Problem[]>();
  const ofField = new Map<string, Problem[]>();
  const ofFile: Problem[] = [];
  for (const problem of problems) {
    const targetAt = repaired(target, problem.span);
    const sourceAt = problem.source && repaired(source, problem.source);
    const inSource = sourceAt && unitAt(units.ofSource, source, sourceAt);
    const inTarget = unitAt(units.ofTarget, target, targetAt);
    const unit = inSource && inSource.target.length === 0 ? inSource : (inTarget ?? inSource);
    const field = (sourceAt && fieldAt(source, sourceAt)) ?? fieldAt(target, targetAt);
    if (wholeFile.has(problem.check)) ofFile.push(problem);
    else if (field !== undefined) addTo(ofField, field, problem);
    else if (unit) addTo(ofUnit, unit, problem);
    else ofFile.push(problem);
  }
  return { ofUnit, ofField, ofFile };
}

/** These stand at some place because an editor wants one, and concern all of the file. */
const wholeFile = new Set([
  'encoding-damage',
  'source-not-found',
  'ambiguous-source',
  'front-matter-invalid',
  'internal',
]);

/** A span of the file as it is, in the text that was parsed. */
export function repaired(issue: Issue, span: Span): Span {
  return issue.damage ? { start: issue.damage.toRepaired(span.start), end: issue.damage.toRepaired(span.end) } : span;
}

/** The unit of the block that `span` begins in or touches. */
function unitAt(units: readonly Unit[], { blocks }: Issue, span: Span): Unit | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.span.end < span.start) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low];
  return block && block.span.start <= Math.max(span.start, span.end - 1) ? units[low] : undefined;
}

/** Path of the outermost field whose key or value `span` begins in. */
function fieldAt({ frontMatter }: Issue, span: Span): string | undefined {
  const found = frontMatter?.fields.find(
    ({ keySpan, valueSpan }) => keySpan.start <= span.start && span.start <= Math.max(keySpan.end, valueSpan.end),
  );
  return found?.path;
}
