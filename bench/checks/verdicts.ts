// Verdicts that somebody gave after reading: which problems of the corpora are real.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { indexLines } from '../../src/core/text/span.js';
import type { Problem } from '../../src/core/problem.js';
import type { Job } from './tree.js';

export const verdictNames = ['real', 'arguable', 'false'] as const;
export type VerdictName = (typeof verdictNames)[number];

/** One line of the file: a problem by its place, and what it was found to be. */
export interface Verdict {
  readonly file: string;
  readonly check: string;
  readonly line: number;
  /** Line of the source; undefined if the problem shows none. */
  readonly sourceLine: number | undefined;
  /** What of the place it is about; empty where that is plain. */
  readonly subject: string;
  readonly verdict: VerdictName;
  readonly why: string;
}

/** Where a problem is, in lines from 1, and what it is about: what a verdict is found again by. */
export interface ProblemPlace {
  readonly file: string;
  readonly check: string;
  readonly line: number;
  readonly sourceLine: number | undefined;
  readonly subject: string;
}

const file = fileURLToPath(new URL('verdicts.tsv', import.meta.url));

/** The verdicts of the repository. */
export function readVerdicts(): Verdict[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.map((text, i): Verdict => {
    const [name = '', check = '', line = '', sourceLine = '', subject = '', verdict = '', why = ''] = text.split('\t');
    if (!verdictNames.includes(verdict as VerdictName))
      throw new Error(`verdicts.tsv, entry ${i + 1}: “${verdict}” is no verdict`);
    return {
      file: name,
      check,
      line: Number(line),
      sourceLine: sourceLine === '-' ? undefined : Number(sourceLine),
      subject: subject === '-' ? '' : subject,
      verdict: verdict as VerdictName,
      why,
    };
  });
}

/** The place of a problem of a job. */
export function placeOf(folder: string, { post, source }: Job, problem: Problem): ProblemPlace {
  const lineAt = (text: string, offset: number): number => indexLines(text).positionAt(offset).line + 1;
  return {
    file: `${folder}/${post.path}`,
    check: problem.check,
    line: lineAt(post.text, problem.span.start),
    sourceLine: problem.source && source ? lineAt(source.text, problem.source.start) : undefined,
    subject: (problem.subject ?? '').replace(/\s+/g, ' ').slice(0, 80),
  };
}

/** The line of the file for a place that has no verdict yet. */
export function rowOf({ file, check, line, sourceLine, subject }: ProblemPlace): string {
  return [file, check, line, sourceLine ?? '-', subject || '-'].join('\t');
}

/**
 * The verdict on a problem: that of the same check and subject on the same line of the source, or else of the target,
 * so that it is found again when a check shows another stretch of the line.
 */
export function verdictOn(verdicts: readonly Verdict[], place: ProblemPlace): Verdict | undefined {
  const same = verdicts.filter(
    (one) => one.file === place.file && one.check === place.check && one.subject === place.subject,
  );
  return (
    same.find((one) => one.sourceLine === place.sourceLine && one.line === place.line) ??
    same.find((one) => one.sourceLine !== undefined && one.sourceLine === place.sourceLine) ??
    same.find((one) => one.line === place.line)
  );
}
