// What the memory offers for a unit: earlier translations of its text as a whole, and of its sentences.
import type { Unit } from '../align/alignment.js';
import type { Issue } from '../model.js';
import { normaliseLabel } from '../parse/markdown.js';
import { sentencesOf } from '../text/sentences.js';
import { adapt } from './adapt.js';
import { innerMarkdown, plainText } from './inner.js';
import { longestSegment, type Match, type Origin } from './segment.js';
import type { TranslationMemory } from './translationMemory.js';
import { changesBetween } from '../stale/difference.js';

/** An earlier translation, ready to be put in. */
export interface Offer {
  readonly percent: number;
  /** Markdown, with the numbers and addresses of the source as it is now. */
  readonly text: string;
  /** Which sentence of the source it translates, from 0; undefined if all of the block. */
  readonly sentence: number | undefined;
  /** Newest first. */
  readonly origins: readonly Origin[];
  /** Numbers and addresses that were replaced. */
  readonly changes: readonly { readonly from: string; readonly to: string }[];
  /** The source as it was translated then, as a reader sees it, cut where it differs from the one of now. */
  readonly then: readonly { readonly text: string; readonly differs: boolean }[];
}

/** One sentence of several has to be more alike, or it is not worth choosing it. */
const leastOfSentence = 70;

/** Texts that the offers depend on. */
export interface Texts {
  readonly source: Issue;
  readonly target: Issue;
}

/**
 * Earlier translations for a unit of one source block, for the whole block first; none for other units.
 *
 * @param path of the translation, as pairing names it: what the unit itself says is not offered
 */
export function offersFor(memory: TranslationMemory, { source, target }: Texts, unit: Unit, path: string): Offer[] {
  const [block] = unit.source;
  if (!block || unit.source.length > 1) return [];
  const own = unit.target[0];
  const not = own && { path, line: target.lines.positionAt(own.span.start).line };
  const markdown = innerMarkdown(source, block);
  if (markdown.length > longestSegment) return [];
  const known = labelsIn(source, target);
  const offer = (match: Match, of: string, sentence: number | undefined): Offer => {
    const { text, changes } = adapt(match, of);
    return {
      percent: match.percent,
      text: withoutUnknownLabels(text, known),
      sentence,
      origins: match.origins,
      changes,
      then: differing(match.source, of),
    };
  };
  const whole = memory
    .find({ source: markdown, kind: block.kind, not })
    .map((match) => offer(match, markdown, undefined));
  const sentences = sentencesOf(markdown);
  if (sentences.length < 2) return whole;
  const parts = sentences.flatMap(({ text }, i) =>
    memory
      .find({ source: text, kind: 'sentence', not })
      .filter(({ percent }) => percent >= leastOfSentence)
      .map((match) => offer(match, text, i)),
  );
  return [
    ...whole.filter(({ text, percent }) => !parts.some((part) => part.text === text && part.percent > percent)),
    ...parts,
  ];
}

/** What was translated then, cut into what the source of now says too and what it does not. */
function differing(then: string, now: string): Offer['then'] {
  const [before, after] = [plainText(then), plainText(now)];
  const parts: { text: string; differs: boolean }[] = [];
  let at = 0;
  const cut = (end: number, differs: boolean): void => {
    if (end > at) parts.push({ text: before.slice(at, end), differs });
    at = Math.max(at, end);
  };
  for (const change of changesBetween(before, after)) {
    cut(change.before.start, false);
    cut(change.before.end, true);
  }
  cut(before.length, false);
  return parts;
}

/** Labels of references that lead somewhere: those that are defined, or that the source uses. */
function labelsIn(source: Issue, target: Issue): ReadonlySet<string> {
  const used = source.blocks.flatMap(({ links }) => links.flatMap(({ label }) => label ?? []));
  return new Set([
    ...used,
    ...source.definitions.map(({ label }) => label),
    ...target.definitions.map(({ label }) => label),
  ]);
}

/** A reference that leads nowhere here is no link: its words stay. */
function withoutUnknownLabels(markdown: string, known: ReadonlySet<string>): string {
  return markdown.replace(/(?<!!)\[([^[\]\n]+)\]\[([^[\]\n]*)\]/g, (reference, words: string, label: string) =>
    known.has(normaliseLabel(label || words)) ? reference : words,
  );
}
