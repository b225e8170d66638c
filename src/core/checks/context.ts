// What the checks look at: a post alone, or a translation beside its source; and what becomes of that by an edit.
import { aligning, alignIssues } from '../align/align.js';
import { indexUnits, type Alignment } from '../align/alignment.js';
import { realign } from '../align/realign.js';
import { learnVocabulary } from '../align/vocabulary.js';
import type { Identify } from '../language/identify.js';
import type { Block, Issue } from '../model.js';
import { defaultRules, type ProjectRules } from '../project/rules.js';
import type { Site } from '../site/site.js';
import { alignKnown } from '../start/alignKnown.js';
import type { Recurring } from '../start/recurring.js';
import type { PairPast } from '../stale/past.js';
import { finished, inTurns, type Steps } from '../steps.js';
import { staleUnits, type StaleUnit } from '../stale/staleUnits.js';
import type { PairContext, PostContext } from './check.js';
import type { CheckMemory } from './support/memory.js';

/** What surrounds a post, as far as it is known. */
export interface PostSurroundings {
  /** What the project has laid down; the defaults unless given. */
  readonly rules?: ProjectRules | undefined;
  readonly site?: Site | undefined;
  /** The language detector; without it nothing is said of languages that cannot be told otherwise. */
  readonly identify?: Identify | undefined;
  /** What the checks of this very text, or pair, remember from one run to the next. */
  readonly memory?: CheckMemory | undefined;
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

/** What the checks of a post without a source look at. */
export function postContext(
  target: Issue,
  { targetLocale, sourceMissing = false, rules = defaultRules, site, identify, memory }: PostAlone = {},
): PostContext {
  const context = { target, targetLocale, sourceMissing, rules, site, identify };
  return memory ? { ...context, recall: memory.begin(context) } : context;
}

/** What the checks of a pair look at: aligns the two issues. */
export function pairContext(source: Issue, target: Issue, surroundings: PairSurroundings = {}): PairContext {
  return finished(pairing(source, target, surroundings));
}

/** As `pairContext`, with pauses in which others get their turn. */
export function pairContextInTurns(
  source: Issue,
  target: Issue,
  surroundings: PairSurroundings,
  pause: () => Promise<void>,
): Promise<PairContext> {
  return inTurns(pairing(source, target, surroundings), pause);
}

function* pairing(
  source: Issue,
  target: Issue,
  { rules = defaultRules, site, identify, past, known, memory, ...locales }: PairSurroundings,
): Steps<PairContext> {
  const alignment = known ? alignKnown(source, target, known) : yield* aligning(source, target, memory?.alignment);
  yield;
  // The source's text may stand beside its translation.
  const ofSource = new Set(source.blocks.map(({ text }) => text));
  const translated = alignment.units.filter(
    (unit) => (unit.state === 'translated' || unit.state === 'moved') && textOf(unit.source) !== textOf(unit.target),
  );
  const context: PairContext = {
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
    vocabulary: learnVocabulary(
      source,
      translated.flatMap((unit) => unit.target).filter(({ text }) => !ofSource.has(text)),
    ),
    stale: staleUnits(alignment, past, { sourceLocale: locales.source }),
    known,
  };
  return memory ? remembering(context, memory) : context;
}

/** The context with what the last run remembers; its vocabulary notes that it is asked. */
function remembering(context: PairContext, memory: CheckMemory): PairContext {
  const recall = memory.begin(context);
  const isOrdinary = (word: string): boolean => {
    recall.asked++;
    return context.vocabulary.isOrdinary(word);
  };
  return { ...context, recall, vocabulary: { isOrdinary } };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join(' ');
}

/**
 * What `before` becomes by an edit of one of its texts, as far as that can be told at once: as long as blocks are edited
 * inside, each stays in its unit, and what was learnt of the words holds. Texts of another shape are aligned anew.
 */
export function contextAfter(before: PairContext, source: Issue, target: Issue): PairContext {
  const kept = realign(before.alignment, source, target, before.vocabulary);
  const alignment = kept ?? alignIssues(source, target);
  return {
    ...before,
    recall: undefined,
    source,
    target,
    alignment,
    units: indexUnits(alignment.units),
    stale: kept ? staleAfter(before, kept) : [],
  };
}

/** Units that lagged behind still do, unless their source was edited, or nobody can tell. */
function staleAfter({ alignment: { units }, stale }: PairContext, now: Alignment): StaleUnit[] {
  const places = new Map(units.map((unit, i) => [unit, i]));
  return stale.flatMap((one): StaleUnit[] => {
    const unit = now.units[places.get(one.unit) ?? -1];
    const isSame = one.blocks.every(({ block }) => now.source.blocks[block.index]?.identity === block.identity);
    return unit && isSame
      ? [
          {
            ...one,
            unit,
            blocks: one.blocks.map((changed) => ({ ...changed, block: now.source.blocks[changed.block.index]! })),
          },
        ]
      : [];
  });
}
