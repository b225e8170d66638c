// What translates what, as plain data to print: `schemas/pairs.schema.json`.
import type { Pairing, PostFacts } from '../pair/pairing.js';

export interface PairsReport {
  readonly version: 1;
  readonly issues: readonly {
    readonly source: ReportedPost & { readonly number: number | null };
    readonly translations: readonly (ReportedPost & {
      readonly confidence: number;
      readonly reasons: readonly string[];
    })[];
  }[];
  readonly unpaired: readonly (ReportedPost & { readonly reason: string })[];
  readonly skipped: number;
}

export interface ReportedPost {
  readonly path: string;
  /** Null if it could not be told. */
  readonly locale: string | null;
}

/** A pairing as a report; `alsoSkipped` counts files that were passed over before pairing. */
export function pairsReport(pairing: Pairing, alsoSkipped = 0): PairsReport {
  const post = ({ path, locale }: PostFacts): ReportedPost => ({ path, locale: locale ?? null });
  return {
    version: 1,
    issues: pairing.issues.map(({ source, translations }) => ({
      source: { ...post(source), number: source.number ?? null },
      translations: translations.map(({ post: translation, confidence, reasons }) => ({
        ...post(translation),
        confidence: Math.round(confidence * 1000) / 1000,
        reasons,
      })),
    })),
    unpaired: pairing.unpaired.map(({ post: unpaired, reason }) => ({ ...post(unpaired), reason })),
    skipped: pairing.skipped.length + alsoSkipped,
  };
}
