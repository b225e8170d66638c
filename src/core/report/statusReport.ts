// How far every issue is in every language, as plain data to print: `schemas/status.schema.json`.
import { newestFirst } from '../newestFirst.js';
import type { Pairing, PostFacts } from '../pair/pairing.js';
import { severities, type Problem, type Severity } from '../problem.js';
import { splitStale } from '../stale/standing.js';
import type { Progress } from '../view/panelState.js';

export interface StatusReport {
  readonly version: 1;
  readonly sourceLocale: string;
  /** Every locale that something is translated into, sorted. */
  readonly locales: readonly string[];
  /** Newest first. */
  readonly issues: readonly StatusIssue[];
  /** Posts that translate nothing that is there. */
  readonly unpaired: readonly { readonly path: string; readonly locale: string | null; readonly reason: string }[];
}

export interface StatusIssue {
  readonly number: number | null;
  readonly title: string;
  readonly date: string | null;
  readonly source: string;
  readonly translations: readonly StatusTranslation[];
}

export interface StatusTranslation {
  readonly path: string;
  /** Null if it could not be told. */
  readonly locale: string | null;
  /** Units translated, of those that the source has. */
  readonly progress: Progress;
  /** Without those that say that the source has changed: these are counted apart. */
  readonly problems: Readonly<Record<Severity, number>>;
  /** Units whose source has changed since; null if nothing is known of it. Only where it was asked for. */
  readonly stale?: number | null;
}

/** What is known of a translation besides its facts. */
export interface Standing {
  readonly progress: Progress;
  readonly problems: readonly Problem[];
  /** Whether it is known what has changed in the source since; undefined where nobody asked. */
  readonly knowsStale?: boolean | undefined;
}

/** The status of all issues of a pairing. @param standingOf asked for each translation by its path */
export function statusReport(pairing: Pairing, standingOf: (path: string) => Standing | undefined): StatusReport {
  const issues = pairing.issues.map(({ source, translations }): StatusIssue => ({
    number: source.number ?? null,
    title: source.title,
    date: source.date ?? null,
    source: source.path,
    translations: translations
      .flatMap(({ post }) => {
        const standing = standingOf(post.path);
        return standing ? [{ path: post.path, locale: post.locale ?? null, ...figures(standing) }] : [];
      })
      .sort((a, b) => compare(a.locale ?? '', b.locale ?? '') || compare(a.path, b.path)),
  }));
  issues.sort((a, b) => newestFirst(a, b) || compare(a.source, b.source));
  return {
    version: 1,
    sourceLocale: pairing.sourceLocale,
    locales: [...new Set(issues.flatMap((issue) => issue.translations.flatMap(({ locale }) => locale ?? [])))].sort(
      compare,
    ),
    issues,
    unpaired: pairing.unpaired.map(({ post, reason }) => ({ path: post.path, locale: localeOf(post), reason })),
  };
}

function localeOf({ locale }: PostFacts): string | null {
  return locale ?? null;
}

function figures({
  progress,
  problems,
  knowsStale,
}: Standing): Pick<StatusTranslation, 'progress' | 'problems' | 'stale'> {
  const { stale, others } = splitStale(problems);
  return {
    progress,
    problems: countBySeverity(others),
    ...(knowsStale !== undefined && { stale: knowsStale ? stale : null }),
  };
}

function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  return Object.fromEntries(severities.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
