// The engine: runs the checks over a post or a pair and makes problems of what they find.
import { alignIssues } from '../align/align.js';
import { indexUnits } from '../align/alignment.js';
import { learnVocabulary } from '../align/vocabulary.js';
import type { Identify } from '../language/identify.js';
import type { Block, Issue } from '../model.js';
import { directivesFor, isIgnoredInFile, type FileIgnore, type Ignorable } from '../ignore/cover.js';
import { severities, type Problem } from '../problem.js';
import { overlaps } from '../text/span.js';
import { nearest } from '../text/nearest.js';
import type { Check, Found, IgnoresContext, PairContext, PostContext } from './check.js';
import { defaultRules, type ProjectRules } from '../project/rules.js';
import type { Site } from '../site/site.js';
import type { PairPast } from '../stale/past.js';
import { staleUnits } from '../stale/staleUnits.js';
import type { Recurring } from '../start/recurring.js';
import { checks as allChecks } from './index.js';
import { failure, problemsFrom, type Candidate, type SeverityOverrides } from './support/problems.js';

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

/** What surrounds a post, as far as it is known. */
export interface PostSurroundings {
  /** What the project has laid down; the defaults unless given. */
  readonly rules?: ProjectRules | undefined;
  readonly site?: Site | undefined;
  /** The language detector; without it nothing is said of languages that cannot be told otherwise. */
  readonly identify?: Identify | undefined;
}

/** The locales of a pair, BCP 47, and what surrounds it, as far as they are known. */
export interface PairSurroundings extends PostSurroundings {
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  /** What the committed states of the two say; without it only marks in the translation tell what has changed since. */
  readonly past?: PairPast | undefined;
  /** See `PairContext.known`. */
  readonly known?: Recurring | undefined;
}

/** A single post, its locale (BCP 47), and what surrounds it. */
export interface PostAlone extends PostSurroundings {
  readonly targetLocale?: string | undefined;
  readonly sourceMissing?: boolean;
}

/** Where the page of a check is. */
export function docsUrl(checkId: string): string {
  return `https://github.com/facing-pages/facing-pages/blob/main/docs/checks/${checkId}.md`;
}

/** What the checks of a post without a source look at. */
export function postContext(target: Issue, { targetLocale, sourceMissing = false, rules = defaultRules, site, identify }: PostAlone = {}): PostContext {
  return { target, targetLocale, sourceMissing, rules, site, identify };
}

/** What the checks of a pair look at: aligns the two issues. */
export function pairContext(source: Issue, target: Issue, { rules = defaultRules, site, identify, past, known, ...locales }: PairSurroundings = {}): PairContext {
  const alignment = alignIssues(source, target);
  // The source's text may stand beside its translation.
  const ofSource = new Set(source.blocks.map(({ text }) => text));
  const translated = alignment.units.filter((unit) => (unit.state === 'translated' || unit.state === 'moved') && textOf(unit.source) !== textOf(unit.target));
  return {
    source,
    target,
    sourceLocale: locales.source,
    targetLocale: locales.target,
    sourceMissing: false,
    rules,
    site,
    identify,
    alignment,
    units: indexUnits(alignment.units),
    vocabulary: learnVocabulary(source, translated.flatMap((unit) => unit.target).filter(({ text }) => !ofSource.has(text))),
    stale: staleUnits(alignment, past),
    known,
  };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join(' ');
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
  return checked(context, undefined, options, (check) => (check.needs === 'post' ? check.run(context) : undefined));
}

/** As `checkPair`, with what is ignored apart. */
export function checkPairAll(context: PairContext, options: CheckOptions = {}): Checked {
  return checked(context, context.source, options, (check) => (check.needs === 'ignores' ? undefined : check.run(context)));
}

/** @param find what a check finds; undefined if it cannot run here */
function checked({ target }: PostContext, source: Issue | undefined, options: CheckOptions, find: (check: Check) => Iterable<Found<string>> | undefined): Checked {
  const { severity = {}, ignored: ofFile = [] } = options;
  const toRun = checksToRun(options);
  const ran = new Set<string>();
  /** Runs one check so that its failure is a problem too, and the others go on. */
  const run = (check: Check, found: (check: Check) => Iterable<Found<string>> | undefined): Candidate[] => {
    try {
      const its = found(check);
      const candidates = its ? problemsFrom(check, its, target, source, severity) : [];
      if (its) ran.add(check.id);
      return candidates;
    } catch (error) {
      return [failure(check.id, error)];
    }
  };
  const all = toRun.flatMap((check) => run(check, find));
  const unneeded = ignoresContext(target, all, ran, options);
  const told = [...yielding(all, toRun), ...toRun.flatMap((check) => run(check, () => (check.needs === 'ignores' ? check.run(unneeded) : undefined)))];
  const isIgnored = (one: Candidate): boolean => directivesFor(ignorable(one), target).length > 0 || isIgnoredInFile(ignorable(one), ofFile);
  return {
    problems: inOrder(told.filter((one) => !isIgnored(one)).map(({ problem }) => problem)),
    ignored: inOrder(told.filter(isIgnored).map(({ problem }) => problem)),
  };
}

function checksToRun({ checks = allChecks, severity = {} }: CheckOptions): Check[] {
  return checks.filter(({ id, isOffByDefault }) => (isOffByDefault ? severity[id] !== undefined : true) && severity[id] !== 'off');
}

function ignorable({ problem: { check, subject }, span }: Candidate): Ignorable {
  return { check, subject, span };
}

/** A comment is of use as long as its problem is found, even if another problem tells the cause for now. */
function ignoresContext(target: Issue, found: readonly Candidate[], ran: ReadonlySet<string>, { checks = allChecks }: CheckOptions): IgnoresContext {
  const used = new Set(target.directives.length === 0 ? [] : found.flatMap((one) => directivesFor(ignorable(one), target)));
  const known = [...new Set([...allChecks, ...checks].map(({ id }) => id))];
  return {
    target,
    unused: target.directives.filter((directive) => ran.has(directive.check) && !used.has(directive)),
    unknown: target.directives.flatMap((directive) => (directive.kind === 'unclear' || directive.kind === 'source' || known.includes(directive.check) ? [] : [{ directive, nearest: nearest(directive.check, known) }])),
  };
}

/** The problems without those whose cause another one tells. */
function yielding(found: readonly Candidate[], checks: readonly Check[]): Candidate[] {
  const byCheck = new Map<string, Candidate[]>();
  for (const one of found) {
    const others = byCheck.get(one.problem.check);
    if (others) others.push(one);
    else byCheck.set(one.problem.check, [one]);
  }
  const causes = new Map(checks.map(({ id, yieldsTo = [] }) => [id, yieldsTo.flatMap((cause) => byCheck.get(cause) ?? [])]));
  return found.filter(({ problem }) => !causes.get(problem.check)?.some((other) => overlaps(other.problem.span, problem.span)));
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.check.localeCompare(b.check),
  );
}
