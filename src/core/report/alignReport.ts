// An alignment as plain data to print: `schemas/align.schema.json`.
import type { Alignment, Evidence, Unit, UnitState } from '../align/alignment.js';
import { explainUnit } from '../align/explain.js';
import type { Block, BlockKind, Issue } from '../model.js';
import { reportLines, type ReportedLines } from './place.js';
import type { ReportedPost } from './pairsReport.js';

export interface AlignReport {
  readonly version: 1;
  readonly source: ReportedPost;
  readonly target: ReportedPost;
  readonly units: readonly ReportedUnit[];
}

export interface ReportedUnit {
  readonly kind: BlockKind | 'front-matter';
  readonly state: UnitState;
  readonly confidence: number;
  readonly source: readonly ReportedLines[];
  readonly target: readonly ReportedLines[];
  /** What ties the two sides, weightiest first; only where it was asked for. */
  readonly evidence?: readonly Evidence[];
}

/**
 * An alignment as a report; the front matter, which every post has at most once, is its first unit.
 *
 * @param explain whether each unit says what tied its two sides
 */
export function alignReport(
  alignment: Alignment,
  source: ReportedPost,
  target: ReportedPost,
  explain = false,
): AlignReport {
  const units = alignment.units.map((unit): ReportedUnit => ({
    kind: unit.kind,
    state: unit.state,
    confidence: Math.round(unit.confidence * 1000) / 1000,
    source: blockLines(alignment.source, unit.source),
    target: blockLines(alignment.target, unit.target),
    ...(explain ? { evidence: evidenceOf(alignment, unit) } : {}),
  }));
  const frontMatter = frontMatterUnit(alignment).map((unit): ReportedUnit =>
    explain ? { ...unit, evidence: [] } : unit,
  );
  return { version: 1, source, target, units: [...frontMatter, ...units] };
}

function evidenceOf(alignment: Alignment, unit: Unit): Evidence[] {
  return explainUnit(alignment, unit).map(({ kind, detail, weight }) => ({
    kind,
    detail,
    weight: Math.round(weight * 1000) / 1000,
  }));
}

function blockLines(issue: Issue, blocks: readonly Block[]): ReportedLines[] {
  return blocks.map((block) => reportLines(issue.lines, block.span));
}

function frontMatterUnit({ source, target }: Alignment): ReportedUnit[] {
  const lines = (issue: Issue): ReportedLines[] =>
    issue.frontMatter ? [reportLines(issue.lines, issue.frontMatter.span)] : [];
  const [ofSource, ofTarget] = [lines(source), lines(target)];
  if (ofSource.length + ofTarget.length === 0) return [];
  const state = ofTarget.length === 0 ? 'missing' : ofSource.length === 0 ? 'added' : 'translated';
  return [{ kind: 'front-matter', state, confidence: 1, source: ofSource, target: ofTarget }];
}
