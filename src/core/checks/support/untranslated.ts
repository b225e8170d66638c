// Units whose target is still the source's text, and how sure that is.
import type { Unit } from '../../align/alignment.js';
import { comparedWords, type ComparedWord } from '../../align/blockWords.js';
import { judgedWords } from '../../align/untranslated.js';
import { isWrittenIn, scriptOf } from '../../language/script.js';
import type { Block } from '../../model.js';
import type { Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { keptEntries } from './listsKept.js';
import { keepsTitles } from './titlesKept.js';
import { perUnit } from './perRow.js';
import { sourceSpan } from './words.js';
import { isCredit, isNameOfWork } from './works.js';

/**
 * `work`: the source's words, but they look like the name of an article, a talk or a tool. `likely`: a title that is hardly a name.
 * `throughout`: a title, as all titles of the issue are, or an entry, as all of its list are. `doubtful`: as likely as not a name; it counts as translated.
 */
export type Certainty = 'sure' | 'work' | 'likely' | 'throughout' | 'doubtful';

/** A unit that was not translated, or perhaps not. */
export interface UntranslatedUnit {
  readonly span: Span;
  readonly source: Span;
  readonly text: string;
  readonly certainty: Certainty;
}

/** The units that are still in the source's words: headings and titles, or all the rest. Code has no language. */
export function untranslatedUnits(context: PairContext, which: 'titles' | 'text'): UntranslatedUnit[] {
  return inSourceWords(context).flatMap((unit) => {
    if (isTitle(unit) !== (which === 'titles')) return [];
    const [first, last] = [unit.target[0]!, unit.target.at(-1)!];
    const certainty = certaintyOf(unit, context);
    if (certainty === undefined) return [];
    const source = sourceSpan(context.source, unit.source[0]!.index, unit.source.at(-1)!.index);
    return {
      span: { start: first.span.start, end: last.span.end },
      source,
      text: unit.target.map((block) => block.text).join(' '),
      certainty,
    };
  });
}

const inSourceWords = perUnit((unit, context) => {
  const isWhole = unit.target.length > 0 && unit.source.length > 0 && unit.kind !== 'code';
  return isWhole && (unit.state === 'untranslated' || unit.inDoubt || isForeignHeading(unit, context)) ? [unit] : [];
});

/** What counts as translated is reported as a hint at most; what counts as still to be done is never passed over. */
function certaintyOf(unit: Unit, context: PairContext): Certainty | undefined {
  if (unit.state !== 'untranslated') return unit.inDoubt || isForeignHeading(unit, context) ? 'doubtful' : undefined;
  const words = wordsIn(unit.target);
  const isOneWord = words.length === 1;
  if (isForeignHeading(unit, context)) return 'sure';
  if (unit.kind === 'list-item' && keptEntries(context).has(unit)) return 'throughout';
  if (!isOneWord && isTitleOfWork(unit, context)) return 'work';
  if (unit.kind === 'title' && keepsTitles(context)) return 'throughout';
  if (isOneWord) return 'sure';
  return isTitle(unit) && ordinaryWords(words, context) < leastOrdinary ? 'likely' : 'sure';
}

function isTitleOfWork(unit: Unit, context: PairContext): boolean {
  if (unit.kind === 'title') return isNameOfWork(unit.source, context);
  return unit.target.every(
    (block) =>
      isCredit(block) || (block.kind === 'list-item' && (isLinkedTitle(block) || isNumberedChange.test(block.text))),
  );
}

/** `#1234 Fix the hinge (ada)`: a change by its number, as release notes list them, in the words of whoever made it. */
const isNumberedChange = /^\\?[#!]\d{1,7}\b:?\s+\S/;

/** From this share of its text on, an entry of a list is a link, with an author's name perhaps. */
const linkedShare = 0.6;
const fewestLinked = 3;

/** Whether an entry of a list is a link to an article or a talk, whose title it says. */
function isLinkedTitle({ text, links }: Block): boolean {
  const [link, ...more] = links;
  return (
    link !== undefined &&
    more.length === 0 &&
    !link.url.startsWith('#') &&
    link.text.length >= linkedShare * text.length &&
    comparedWords(link.text).length >= fewestLinked
  );
}

/** A name can have one word that is an ordinary one as well: “TensorFlow Quantum”. */
const leastOrdinary = 2;

/** How many different ones of the words are ordinary ones of the source's language. */
export function ordinaryWords(words: readonly ComparedWord[], { vocabulary }: PairContext): number {
  return new Set(words.map(({ lower }) => lower).filter((word) => vocabulary.isOrdinary(word))).size;
}

/** A heading that kept the source's words although the translation is written in another script: no cognate. */
function isForeignHeading({ kind, source, target }: Unit, { targetLocale }: PairContext): boolean {
  // Whoever gave it the source's anchor has been there, and meant it so.
  if (target.some(({ anchor }) => anchor !== undefined) && source.every(({ anchor }) => anchor === undefined))
    return false;
  if (kind !== 'heading' || targetLocale === undefined || keyOf(source) === '' || keyOf(source) !== keyOf(target))
    return false;
  const found = scriptOf(target.map((block) => block.text).join(' '));
  return found !== undefined && !isWrittenIn(targetLocale, found.script);
}

function isTitle({ kind }: Unit): boolean {
  return kind === 'heading' || kind === 'title';
}

/** Words with letters. */
function wordsIn(blocks: readonly Block[]): ComparedWord[] {
  return blocks.flatMap(judgedWords).filter((word) => word.hasLetter);
}

function keyOf(blocks: readonly Block[]): string {
  return wordsIn(blocks)
    .map((word) => word.folded)
    .join(' ');
}
