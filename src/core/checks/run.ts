// The engine: runs the checks over a post or a pair and makes problems of what they find.
import { groupBy } from '../grouped.js';
import type { Issue } from '../model.js';
import { directivesFor, isIgnoredInFile, type FileIgnore, type Ignorable } from '../ignore/cover.js';
import { severities, type Problem } from '../problem.js';
import { finished, inTurns, type Steps } from '../steps.js';
import { overlaps } from '../text/span.js';
import { nearest } from '../text/nearest.js';
import type { Check, Found, IgnoresContext, PairContext, PostContext } from './check.js';
import { checks as allChecks } from './index.js';
import { failure, problemsFrom, type Candidate, type SeverityOverrides } from './support/problems.js';

export {
  contextAfter,
  pairContext,
  pairContextInTurns,
  postContext,
  type PairSurroundings,
  type PostAlone,
  type PostSurroundings,
} from './context.js';
export { docsUrl } from './support/docsUrl.js';
export { CheckMemory } from './support/memory.js';
export { internalId } from './support/problems.js';

/** How the engine is to run. */
export interface CheckOptions {
  /** By a check's id: the severity to report it with, whatever it says itself, or not to run it at all. */
  readonly severity?: SeverityOverrides;
  /** What the project's settings ignore in this post. */
  readonly ignored?: readonly FileIgnore[];
  /** The checks to run; all that there are unless given. */
  readonly checks?: readonly Check[];
}

/** What the checks say of a post, each list in the order in which it stands in it. */
export interface Checked {
  readonly problems: Problem[];
  /** What somebody has marked as intended. */
  readonly ignored: Problem[];
}

/** The problems of one post alone, in the order in which they stand in it. */
export function checkPost(context: PostContext, options: CheckOptions = {}): Problem[] {
  return checkPostAll(context, options).problems;
}

/** The problems of a translation: what its source shows, and what it shows by itself; in the order in which they stand in it. */
export function checkPair(context: PairContext, options: CheckOptions = {}): Problem[] {
  return checkPairAll(context, options).problems;
}

/** As `checkPost`, with what is ignored apart. */
export function checkPostAll(context: PostContext, options: CheckOptions = {}): Checked {
  return finished(checking(context, undefined, options, ofPost(context)));
}

/** As `checkPair`, with what is ignored apart. */
export function checkPairAll(context: PairContext, options: CheckOptions = {}): Checked {
  return finished(checking(context, context.source, options, ofPair(context)));
}

/** As `checkPostAll`, with a pause between any two checks in which others get their turn. */
export function checkPostInTurns(
  context: PostContext,
  options: CheckOptions,
  pause: () => Promise<void>,
): Promise<Checked> {
  return inTurns(checking(context, undefined, options, ofPost(context)), pause);
}

/** As `checkPairAll`, with a pause between any two checks in which others get their turn. */
export function checkPairInTurns(
  context: PairContext,
  options: CheckOptions,
  pause: () => Promise<void>,
): Promise<Checked> {
  return inTurns(checking(context, context.source, options, ofPair(context)), pause);
}

/** What a check finds; undefined if it cannot run there. */
type Find = (check: Check) => Iterable<Found<string>> | undefined;

function ofPost(context: PostContext): Find {
  return (check) => (check.needs === 'post' ? check.run(context) : undefined);
}

function ofPair(context: PairContext): Find {
  return (check) => (check.needs === 'ignores' ? undefined : check.run(context));
}

/** Runs the checks, one at each step. Of a text that was not read, or beside one, nothing can be told: everything would be missing. */
function* checking(
  { target, recall }: PostContext,
  source: Issue | undefined,
  options: CheckOptions,
  find: Find,
): Steps<Checked> {
  if (target.tooLarge !== undefined || source?.tooLarge !== undefined) return { problems: [], ignored: [] };
  const { severity = {}, ignored: ofFile = [] } = options;
  const toRun = checksToRun(options);
  const ran = new Set<string>();
  /** Runs one check so that its failure is a problem too, and the others go on. */
  const run = (check: Check, found: Find): Candidate[] => {
    try {
      const its = found(check);
      const candidates = its ? problemsFrom(check, its, target, source, severity) : [];
      if (its) ran.add(check.id);
      return candidates;
    } catch (error) {
      return [failure(check.id, error)];
    }
  };
  const all: Candidate[] = [];
  for (const check of toRun) {
    all.push(...run(check, find));
    yield;
  }
  recall?.keep();
  const unneeded = ignoresContext(target, all, ran, options);
  const told = [
    ...yielding(all, toRun),
    ...toRun.flatMap((check) => run(check, () => (check.needs === 'ignores' ? check.run(unneeded) : undefined))),
  ];
  const isIgnored = (one: Candidate): boolean =>
    directivesFor(ignorable(one), target).length > 0 || isIgnoredInFile(ignorable(one), ofFile);
  return {
    problems: inOrder(told.filter((one) => !isIgnored(one)).map(({ problem }) => problem)),
    ignored: inOrder(told.filter(isIgnored).map(({ problem }) => problem)),
  };
}

function checksToRun({ checks = allChecks, severity = {} }: CheckOptions): Check[] {
  return checks.filter(
    ({ id, isOffByDefault }) => (isOffByDefault ? severity[id] !== undefined : true) && severity[id] !== 'off',
  );
}

function ignorable({ problem: { check, subject }, span }: Candidate): Ignorable {
  return { check, subject, span };
}

/** A comment is of use as long as its problem is found, even if another problem tells the cause for now. */
function ignoresContext(
  target: Issue,
  found: readonly Candidate[],
  ran: ReadonlySet<string>,
  { checks = allChecks }: CheckOptions,
): IgnoresContext {
  const used = new Set(
    target.directives.length === 0 ? [] : found.flatMap((one) => directivesFor(ignorable(one), target)),
  );
  const known = [...new Set([...allChecks, ...checks].map(({ id }) => id))];
  return {
    target,
    unused: target.directives.filter((directive) => ran.has(directive.check) && !used.has(directive)),
    unknown: target.directives.flatMap((directive) =>
      directive.kind === 'unclear' || directive.kind === 'source' || known.includes(directive.check)
        ? []
        : [{ directive, nearest: nearest(directive.check, known) }],
    ),
  };
}

/** The problems without those whose cause another one tells. */
function yielding(found: readonly Candidate[], checks: readonly Check[]): Candidate[] {
  const byCheck = groupBy(found, ({ problem }) => problem.check);
  const causes = new Map(
    checks.map(({ id, yieldsTo = [] }) => [id, yieldsTo.flatMap((cause) => byCheck.get(cause) ?? [])]),
  );
  return found.filter(
    ({ problem }) => !causes.get(problem.check)?.some((other) => overlaps(other.problem.span, problem.span)),
  );
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.span.start - b.span.start ||
      a.span.end - b.span.end ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      a.check.localeCompare(b.check),
  );
}
