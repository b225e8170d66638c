// Which units lag behind their source, as plain data to print: `schemas/stale.schema.json`.
import type { Block } from '../model.js';
import type { StaleUnit, StaleKind } from '../stale/staleUnits.js';
import { indexLines, type LineIndex } from '../text/span.js';
import { reportLines, type ReportedLines } from './place.js';

export interface StaleReport {
  readonly version: 1;
  /** How many translations were looked at. */
  readonly files: number;
  /** Translations that were never committed, and carry no mark: nobody can tell what they were made from. */
  readonly unknown: readonly string[];
  readonly units: readonly ReportedStale[];
}

export interface ReportedStale {
  readonly path: string;
  readonly lines: readonly ReportedLines[];
  readonly source: { readonly path: string; readonly lines: readonly ReportedLines[] };
  readonly kind: StaleKind;
  /** Of the commit that changed the source last; null if it is not committed, or not known. */
  readonly date: string | null;
  readonly since: StaleUnit['since'];
  readonly changes: readonly ReportedChange[];
}

/** Words of the source: as the translator had them, and as they are. Null where there were none, or are none. */
export interface ReportedChange {
  readonly before: string | null;
  readonly after: string | null;
}

/** A translation that was looked at. */
export interface StaleFile {
  readonly path: string;
  readonly text: string;
  readonly source: { readonly path: string; readonly text: string };
  readonly isKnown: boolean;
  readonly units: readonly StaleUnit[];
}

/** @param files their units' spans count in the texts, which are not damaged */
export function staleReport(files: readonly StaleFile[]): StaleReport {
  return {
    version: 1,
    files: files.length,
    unknown: files.filter(({ isKnown }) => !isKnown).map(({ path }) => path),
    units: files.flatMap(({ path, text, source, units }) => {
      if (units.length === 0) return [];
      const [lines, sourceLines] = [indexLines(text), indexLines(source.text)];
      return units.map((unit) => ({
        path,
        lines: linesOf(lines, unit.unit.target),
        source: {
          path: source.path,
          lines: linesOf(
            sourceLines,
            unit.blocks.map(({ block }) => block),
          ),
        },
        kind: unit.kind,
        date: unit.date ?? null,
        since: unit.since,
        changes: changesOf(unit),
      }));
    }),
  };
}

function linesOf(lines: LineIndex, blocks: readonly Block[]): ReportedLines[] {
  return blocks.map(({ span }) => reportLines(lines, span));
}

function changesOf({ blocks, kind }: StaleUnit): ReportedChange[] {
  return blocks.flatMap(({ block: { text }, before, changes }): ReportedChange[] => {
    if (changes.length === 0) return kind === 'markup' ? [] : [{ before: before ?? null, after: text }];
    return changes
      .filter(({ isTypo }) => kind !== 'changed' || !isTypo)
      .map((change) => ({
        before: before!.slice(change.before.start, change.before.end) || null,
        after: text.slice(change.after.start, change.after.end) || null,
      }));
  });
}
