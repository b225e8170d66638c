// The nouns of the translation memory: what was translated before, and where it stands.
import type { BlockKind } from '../model.js';
import { newestFirst } from '../newestFirst.js';

/** Nobody looks for a longer text again, and comparing it takes too long. In UTF-16 code units. */
export const longestSegment = 2000;

/** Where an earlier translation stands. */
export interface Origin {
  /** Of the translation's file, as pairing names it. */
  readonly path: string;
  /** First line of the translation's block, from 0. */
  readonly line: number;
  /** The number; undefined if it could not be told. */
  readonly number: number | undefined;
  /** `2026-03-08`, of the source; undefined if it could not be told. */
  readonly date: string | undefined;
  /** BCP 47, only of a translation into the same language as of another region: `pt` where one writes in `pt-BR`. */
  readonly region?: string | undefined;
}

/** A segment, a block or a sentence of one, with its translation. Both are Markdown without the marks of heading or list. */
export interface Segment {
  readonly kind: BlockKind | 'sentence';
  readonly source: string;
  readonly target: string;
  readonly origin: Origin;
}

/** An earlier translation of the same or a similar segment. */
export interface Match {
  /** 100: the very same Markdown; 99: the same words; less: see `similarity`. */
  readonly percent: number;
  /** The segment as it was translated then. */
  readonly source: string;
  readonly target: string;
  /** Everywhere that this source has this translation; of the memory's own region first, then the newest. */
  readonly origins: readonly Origin[];
}

/** What is of the memory's own region first, then the newest. */
export function byNearness(a: Origin, b: Origin): number {
  return Number(a.region !== undefined) - Number(b.region !== undefined) || newestFirst(a, b);
}
