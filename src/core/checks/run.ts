// The engine: runs the checks over a post or a pair and makes problems of what they find.
import { alignIssues } from '../align/align.js';
import { indexUnits } from '../align/alignment.js';
import { learnVocabulary } from '../align/vocabulary.js';
import type { Block, Issue } from '../model.js';
import { severities, type Fix, type Problem, type Severity } from '../problem.js';
import type { DamagedEncoding } from '../parse/encoding.js';
import { overlaps, type Span } from '../text/span.js';
import type { Check, DraftFix, Found, PairContext, PostContext } from './check.js';
import { defaultRules, type ProjectRules } from '../project/rules.js';
import type { Site } from '../site/site.js';
import { checks as allChecks } from './index.js';

/** How the engine is to run. */
export interface CheckOptions {
  /** By a check's id: the severity to report it with, whatever it says itself, or not to run it at all. */
  readonly severity?: Readonly<Record<string, Severity | 'off'>>;
  /** The checks to run; all that there are unless given. */
  readonly checks?: readonly Check[];
}

/** What surrounds a post, as far as it is known. */
export interface PostSurroundings {
  /** What the project has laid down; the defaults unless given. */
  readonly rules?: ProjectRules | undefined;
  readonly site?: Site | undefined;
}

/** The locales of a pair, BCP 47, and what surrounds it, as far as they are known. */
export interface PairSurroundings extends PostSurroundings {
  readonly source?: string | undefined;
  readonly target?: string | undefined;
}

/** A single post, its locale (BCP 47), and what surrounds it. */
export interface PostAlone extends PostSurroundings {
  readonly targetLocale?: string | undefined;
  readonly sourceMissing?: boolean;
}

/** The `check` of a problem that says that a check itself failed. */
export const internalId = 'internal';

/** Where the page of a check is. */
export function docsUrl(checkId: string): string {
  return `https://github.com/facing-pages/facing-pages/blob/main/docs/checks/${checkId}.md`;
}

/** What the checks of a post without a source look at. */
export function postContext(target: Issue, { targetLocale, sourceMissing = false, rules = defaultRules, site }: PostAlone = {}): PostContext {
  return { target, targetLocale, sourceMissing, rules, site };
}

/** What the checks of a pair look at: aligns the two issues. */
export function pairContext(source: Issue, target: Issue, { rules = defaultRules, site, ...locales }: PairSurroundings = {}): PairContext {
  const alignment = alignIssues(source, target);
  const translated = alignment.units.filter((unit) => (unit.state === 'translated' || unit.state === 'moved') && textOf(unit.source) !== textOf(unit.target));
  return {
    source,
    target,
    sourceLocale: locales.source,
    targetLocale: locales.target,
    sourceMissing: false,
    rules,
    site,
    alignment,
    units: indexUnits(alignment.units),
    vocabulary: learnVocabulary(source, translated.flatMap((unit) => unit.target)),
  };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join(' ');
}

/** The problems of one post alone, in the order in which they stand in it. */
export function checkPost(context: PostContext, options: CheckOptions = {}): Problem[] {
  const run = runner(context.target.damage, undefined, options);
  const toRun = checksToRun(options);
  return inOrder(yielding(toRun.flatMap((check) => (check.needs === 'post' ? run(check, () => check.run(context)) : [])), toRun));
}

/** The problems of a translation: what its source shows, and what it shows by itself; in the order in which they stand in it. */
export function checkPair(context: PairContext, options: CheckOptions = {}): Problem[] {
  const run = runner(context.target.damage, context.source.damage, options);
  const toRun = checksToRun(options);
  return inOrder(yielding(toRun.flatMap((check) => run(check, () => check.run(context))), toRun));
}

function checksToRun({ checks = allChecks, severity = {} }: CheckOptions): Check[] {
  return checks.filter(({ id, isOffByDefault }) => (isOffByDefault ? severity[id] !== undefined : true) && severity[id] !== 'off');
}

/** The problems without those whose cause another one tells. */
function yielding(problems: readonly Problem[], checks: readonly Check[]): Problem[] {
  const before = new Map(checks.map(({ id, yieldsTo = [] }) => [id, new Set(yieldsTo)]));
  return problems.filter(({ check, span }) => !problems.some((other) => before.get(check)?.has(other.check) && overlaps(other.span, span)));
}

type Runner = (check: Check, find: () => Iterable<Found<string>>) => Problem[];

/** Runs one check so that its failure is a problem too, and the others go on. */
function runner(target: DamagedEncoding | undefined, source: DamagedEncoding | undefined, options: CheckOptions): Runner {
  const inTarget = mapping(target);
  const inSource = mapping(source);
  return (check, find) => {
    try {
      return Array.from(find(), (found): Problem => ({
        check: check.id,
        severity: severityOf(check, found, options),
        message: filled(check.messages[found.message] ?? found.message, found.data ?? {}),
        span: inTarget(found.span),
        source: found.source && inSource(found.source),
        fixes: (found.fixes ?? []).map((fix) => finished(fix, inTarget)),
      }));
    } catch (error) {
      return [failure(check.id, error)];
    }
  };
}

/** A level that is set for a check moves what it finds sure; what it finds doubtful never becomes graver than it was by this. */
function severityOf(check: Check, found: Found<string>, options: CheckOptions): Severity {
  const own = found.severity ?? check.severity;
  const set = options.severity?.[check.id];
  if (set === undefined || set === 'off') return own;
  const isDoubtful = severities.indexOf(own) > severities.indexOf(check.severity);
  return isDoubtful && severities.indexOf(set) < severities.indexOf(own) ? own : set;
}

function failure(checkId: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    check: internalId,
    severity: 'information',
    message: `The check “${checkId}” failed and was left out: ${reason}. Please report this.`,
    span: { start: 0, end: 0 },
    source: undefined,
    fixes: [],
  };
}

/** From a place in the text that was parsed to the place in the file. */
function mapping(damage: DamagedEncoding | undefined): (span: Span) => Span {
  return damage ? ({ start, end }) => ({ start: damage.toDamaged(start), end: damage.toDamaged(end) }) : (span) => span;
}

function finished(fix: DraftFix, inFile: (span: Span) => Span): Fix {
  const edits = fix.ofFile ? fix.edits : fix.edits.map(({ span, newText }) => ({ span: inFile(span), newText }));
  return { title: fix.title, edits, safe: fix.safe ?? false, preferred: fix.preferred ?? false };
}

function filled(message: string, data: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(data[name] ?? placeholder));
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.span.start - b.span.start || a.span.end - b.span.end || severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.check.localeCompare(b.check),
  );
}
