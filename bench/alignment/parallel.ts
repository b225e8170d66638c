// Pairs whose translators keep every block: each must align to its counterpart. And the pairs that differ, with what differs.
import { diffArrays } from 'diff';
import { alignIssues } from '../../src/core/align/align.js';
import type { Alignment, Unit } from '../../src/core/align/alignment.js';
import type { Block, Issue } from '../../src/core/model.js';
import { parseIssue } from '../../src/core/parse/issue.js';
import type { FilePair } from '../../test/support/realPairs.js';

/** Prints how many pairs have the same kinds of block in the same order, how many of those align block to block, and all that differ. */
export function benchParallel(pairs: readonly FilePair[]): void {
  const aligned = pairs.map(({ name, source, target }) => ({
    name,
    alignment: alignIssues(parseIssue(source), parseIssue(target)),
  }));
  const same = aligned.filter(({ alignment }) => kindsOf(alignment.source).join() === kindsOf(alignment.target).join());
  const different = aligned.filter((one) => !same.includes(one));
  const wrong = same
    .map(({ name, alignment }) => ({ name, units: alignment.units.filter((unit) => !isCounterpart(unit)) }))
    .filter(({ units }) => units.length > 0);
  const blocks = same.reduce((sum, { alignment }) => sum + alignment.source.blocks.length, 0);
  const right = same.reduce((sum, { alignment }) => sum + alignment.units.filter(isCounterpart).length, 0);
  console.log(`${pairs.length} pairs; the kinds of block are the same in ${same.length} of them, ${blocks} blocks.`);
  console.log(
    `Of those, ${right} blocks align to their counterpart and nothing else; ${same.length - wrong.length} pairs are wholly right.`,
  );
  for (const { name, units } of wrong)
    for (const unit of units)
      console.log(`  ${name}: ${describe(same.find((one) => one.name === name)!.alignment, unit)}`);
  console.log(`\n${different.length} pairs differ in their kinds of block:`);
  for (const { name, alignment } of different) {
    console.log(`  ${name}: ${differences(alignment).join('; ')}`);
    for (const unit of alignment.units.filter((one) => !isEven(one))) console.log(`    ${describe(alignment, unit)}`);
  }
}

function kindsOf(issue: Issue): string[] {
  return issue.blocks.map(({ kind }) => kind);
}

function isCounterpart({ source, target }: Unit): boolean {
  return source.length === 1 && target.length === 1 && source[0]!.index === target[0]!.index;
}

/** One block by one of its kind, in its place: nothing that an eye need look at. */
function isEven({ source, target, state }: Unit): boolean {
  return source.length === 1 && target.length === 1 && source[0]!.kind === target[0]!.kind && state !== 'moved';
}

/** Where the sequences of kinds part, by lines from 1. */
function differences({ source, target }: Alignment): string[] {
  let [s, t] = [0, 0];
  return diffArrays(kindsOf(source), kindsOf(target)).flatMap(({ added, removed, value }) => {
    const [issue, at] = added ? [target, t] : [source, s];
    if (!added) s += value.length;
    if (!removed) t += value.length;
    return added || removed
      ? [`${added ? 'target has' : 'source has'} ${value.join(', ')} (line ${lineOf(issue, issue.blocks[at]!)})`]
      : [];
  });
}

function describe({ source, target }: Alignment, unit: Unit): string {
  const side = (issue: Issue, blocks: readonly Block[]): string =>
    blocks.length === 0 ? '–' : blocks.map((block) => `${block.kind} ${lineOf(issue, block)}`).join(' + ');
  return `${side(source, unit.source)} = ${side(target, unit.target)}, ${unit.state}, ${unit.confidence.toFixed(2)}`;
}

function lineOf(issue: Issue, block: Block): number {
  return issue.lines.positionAt(block.span.start).line + 1;
}
