// The translation memory of one locale, and of its language's other regions: what was translated before, found again by the words of its source.
import { newestFirst } from '../newestFirst.js';
import { oneLine } from './inner.js';
import { byNearness, type Match, type Origin, type Segment } from './segment.js';
import { Lexicon, similarity, type Tokens } from './similarity.js';

/** What is looked for. */
export interface Query {
  /** Markdown, as `Segment.source` has it. */
  readonly source: string;
  readonly kind: Segment['kind'];
  /** A place that is not to be answered: the one that is being written. */
  readonly not?: { readonly path: string; readonly line: number } | undefined;
}

/** What is less alike, in per cent, is of no help. */
export const leastPercent = 50;
const mostMatches = 5;
/** A text that was left as it is says something only if another issue leaves it so too. */
const fewestUnchanged = 2;

interface Entry {
  readonly source: string;
  readonly tokens: Tokens;
  /** By target. */
  readonly renderings: Map<string, Rendering>;
}

interface Rendering {
  readonly target: string;
  readonly kinds: Set<Segment['kind']>;
  readonly origins: Origin[];
}

/** Holds the segments of many pairs; a pair can be put in, replaced and taken out at any time. */
export class TranslationMemory {
  private readonly lexicon = new Lexicon();
  private readonly entries = new Map<string, Entry>();
  private readonly byWord = new Map<number, Set<Entry>>();
  private readonly ofPair = new Map<string, readonly Segment[]>();

  /** How many different segments of sources there are. */
  get size(): number {
    return this.entries.size;
  }

  has(path: string): boolean {
    return this.ofPair.has(path);
  }

  /** Takes in the segments of a pair, in place of those that it had. @param path of the translation, as in `Origin` */
  set(path: string, segments: readonly Segment[]): void {
    this.delete(path);
    this.ofPair.set(path, segments);
    for (const { source, target, kind, origin } of segments) {
      const entry = this.entries.get(source) ?? this.add(source);
      const rendering = entry.renderings.get(target) ?? { target, kinds: new Set(), origins: [] };
      entry.renderings.set(target, rendering);
      rendering.kinds.add(kind);
      rendering.origins.push(origin);
    }
  }

  /** Forgets the segments of a pair. */
  delete(path: string): void {
    for (const { source, target } of this.ofPair.get(path) ?? []) {
      const entry = this.entries.get(source);
      const rendering = entry?.renderings.get(target);
      if (!entry || !rendering) continue; // stood in the pair twice
      const others = rendering.origins.filter((origin) => origin.path !== path);
      rendering.origins.splice(0, Infinity, ...others);
      if (others.length === 0) entry.renderings.delete(target);
      if (entry.renderings.size === 0) this.remove(entry);
    }
    this.ofPair.delete(path);
  }

  /** Earlier translations of the same or a similar segment: the most alike first, of equals those of the very region, then the most usual, then the newest. */
  find({ source, kind, not }: Query): Match[] {
    const wanted = oneLine(source);
    const found: (Match & { readonly sameKind: boolean })[] = [];
    const tokens = this.lexicon.tokensOf(wanted);
    for (const entry of this.candidates(tokens, wanted)) {
      const percent =
        entry.source === wanted
          ? 100
          : Math.min(99, Math.floor(100 * similarity(tokens, entry.tokens, this.lexicon, leastPercent / 100)));
      if (percent < leastPercent) continue;
      for (const { target, kinds, origins } of entry.renderings.values()) {
        const elsewhere = origins.filter(({ path, line }) => path !== not?.path || line !== not.line).sort(byNearness);
        if (elsewhere.length === 0 || (target === entry.source && issuesOf(elsewhere) < fewestUnchanged)) continue;
        found.push({ percent, source: entry.source, target, origins: elsewhere, sameKind: kinds.has(kind) });
      }
    }
    found.sort(
      (a, b) =>
        b.percent - a.percent ||
        regionOf(a) - regionOf(b) ||
        Number(b.sameKind) - Number(a.sameKind) ||
        issuesOf(b.origins) - issuesOf(a.origins) ||
        newestFirst(a.origins[0]!, b.origins[0]!),
    );
    const distinct = found.filter(({ target }, i) => found.findIndex((other) => other.target === target) === i);
    return distinct
      .slice(0, mostMatches)
      .map(({ percent, source: of, target, origins }) => ({ percent, source: of, target, origins }));
  }

  /**
   * The entries that can be alike enough: they have at least one of the rarest words that together weigh more than may
   * differ (prefix filtering; Chaudhuri, Ganti and Kaushik 2006, “A primitive operator for similarity joins”).
   */
  private candidates({ words, weight }: Tokens, source: string): Set<Entry> {
    const same = this.entries.get(source);
    const candidates = new Set<Entry>(same ? [same] : []);
    const rarest = [...new Set(words)].sort((a, b) => this.frequency(a) - this.frequency(b));
    const times = new Map<number, number>();
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
    let looked = 0;
    for (const word of rarest) {
      if (looked > weight * (1 - leastPercent / 100)) break;
      for (const entry of this.byWord.get(word) ?? []) candidates.add(entry);
      looked += times.get(word)! * this.lexicon.weightOf(word);
    }
    return candidates;
  }

  private frequency(word: number): number {
    return this.byWord.get(word)?.size ?? 0;
  }

  private add(source: string): Entry {
    const entry: Entry = { source, tokens: this.lexicon.tokensOf(source), renderings: new Map() };
    this.entries.set(source, entry);
    for (const word of entry.tokens.words) {
      const entries = this.byWord.get(word);
      if (entries) entries.add(entry);
      else this.byWord.set(word, new Set([entry]));
    }
    return entry;
  }

  private remove(entry: Entry): void {
    this.entries.delete(entry.source);
    for (const word of entry.tokens.words) {
      const entries = this.byWord.get(word);
      entries?.delete(entry);
      if (entries?.size === 0) this.byWord.delete(word);
    }
  }
}

/** 0 for a match that the memory's own region has, 1 for others. */
function regionOf({ origins }: Match): number {
  return Number(origins[0]?.region !== undefined);
}

function issuesOf(origins: readonly Origin[]): number {
  return new Set(origins.map(({ path }) => path)).size;
}
