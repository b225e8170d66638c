// Plants a defect in a pair, and judges what the checks say afterwards against what they said before.
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { describePost } from '../../../src/core/pair/facts.js';
import type { Block } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Problem, Severity } from '../../../src/core/problem.js';
import { defaultRules, type ProjectRules } from '../../../src/core/project/rules.js';
import type { Site } from '../../../src/core/site/site.js';
import { applyEdits, type Edit } from '../../../src/core/text/edit.js';
import { overlaps, type Span } from '../../../src/core/text/span.js';
import type { Random } from '../planted/random.js';
import { writerFor } from '../planted/words.js';
import type { DefectBed, DefectKind } from './defect.js';
import type { LevelPair } from './pair.js';
import { ordinaryWords, rawOf } from './places.js';

/** A pair with a defect in it. */
export interface PlantedDefect {
  readonly pair: LevelPair;
  readonly kind: DefectKind;
  readonly target: string;
  readonly edits: readonly Edit[];
  readonly surroundings: Surroundings;
  /** Where the defect is, in the changed target and in the source. */
  readonly places: readonly Span[];
  readonly source: Span | undefined;
}

/** What the checks say of a planted defect. */
export interface DefectJudgement {
  /** The problem that names it. */
  readonly found: Problem | undefined;
  /** What else is said that was not said before. */
  readonly others: readonly Problem[];
}

/** What surrounds a pair. */
export interface Surroundings {
  readonly rules?: ProjectRules;
  readonly site?: Site;
  readonly severity?: Readonly<Record<string, Severity>>;
}

/** The problems of a pair's source with a target text. */
export function problemsOf(
  pair: LevelPair,
  target: string,
  { severity = {}, ...surroundings }: Surroundings = {},
): readonly Problem[] {
  const context = pairContext(pair.source, parseIssue(target), {
    source: pair.locales.source,
    target: pair.locales.target,
    identify: pair.identify,
    ...surroundings,
  });
  return checkPair(context, { severity });
}

/**
 * Plants one defect of a kind; undefined where the text has no place for it.
 *
 * @param pairs all pairs there are, of which others can lend a text
 * @param before what is said of the pair as it is
 */
export function plantDefect(
  pair: LevelPair,
  kind: DefectKind,
  pairs: readonly LevelPair[],
  before: readonly Problem[],
  random: Random,
): PlantedDefect | undefined {
  const planting = kind.plant(bedOf(pair, pairs, before, random));
  if (!planting) return undefined;
  const { edits, place, source, rules, site, severity } = planting;
  const target = applyEdits(pair.target.text, edits);
  if (target === pair.target.text && !site) return undefined;
  const surroundings = {
    ...(rules ? { rules: { ...defaultRules, ...rules } } : {}),
    ...(site ? { site: { ...loneSite(pair), ...site } } : {}),
    ...(severity ? { severity } : {}),
  };
  const places = [...edits.map((edit) => spanAfter(edit, edits)), ...(place ? [moved(place, edits)] : [])];
  return { pair, kind, target, edits, surroundings, places, source };
}

/** What is said before and after the defect, all else being equal. */
export function judgePlanted(planted: PlantedDefect, before: readonly Problem[]): DefectJudgement {
  const { pair, target, surroundings } = planted;
  const isText = target !== pair.target.text;
  const own =
    isText && (surroundings.rules ?? surroundings.site ?? surroundings.severity)
      ? problemsOf(pair, pair.target.text, surroundings)
      : before;
  return judgeDefect(planted, own, problemsOf(pair, target, surroundings));
}

/** A site of which nothing is known but the post. */
function loneSite({ name, target }: LevelPair): Site {
  return {
    post: describePost(`${name}.md`, target, () => undefined),
    rivals: [],
    twins: [],
    hasOwnAnchors: false,
    localized: () => undefined,
    anchorsOf: () => undefined,
    renderingsOf: () => [],
    siblingsIn: () => [],
  };
}

/** Text that is handed to a template is no running text. */
const template = /^\w+="|\{%/m;

function bedOf(pair: LevelPair, pairs: readonly LevelPair[], before: readonly Problem[], random: Random): DefectBed {
  const touches = (span: Span, other: Span | undefined): boolean => other !== undefined && overlaps(span, other);
  const clean = pair.couples.filter(
    ({ source, target }) =>
      (source.text !== target.text || source.text === '') &&
      !template.test(rawOf(pair.target, target)) &&
      !before.some((one) => touches(target.span, one.span) || touches(source.span, one.source)),
  );
  const siblings = pairs.filter(
    (other) =>
      other.group === pair.group &&
      other.locales.target !== pair.locales.target &&
      other.source.text === pair.source.text,
  );
  const lenders = pairs.filter(
    (other) =>
      other.newsletter === pair.newsletter &&
      other.locales.target === pair.locales.target &&
      other.group !== pair.group,
  );
  return {
    ...pair,
    clean,
    random,
    get writer() {
      return writerFor(pair.source.text, pair.target.text, random);
    },
    inOtherLocale({ index }) {
      const found = siblings.flatMap((other) =>
        other.couples
          .filter(({ source, target }) => source.index === index && source.text !== target.text)
          .map(({ target }) => rawOf(other.target, target)),
      );
      return found.length === 0 ? undefined : random.pick(found);
    },
    ofOtherIssue() {
      const fits = (other: LevelPair): string[] =>
        other.couples
          .filter(
            ({ source, target }) =>
              target.kind === 'paragraph' &&
              target.depth === 0 &&
              isInSection(other, target) &&
              source.text !== target.text &&
              target.links.length === 0 &&
              ordinaryWords(source.text) > 8,
          )
          .map(({ target }) => rawOf(other.target, target))
          .filter((text) => !/\[|\{|^[>*_]|<|\*\*$/.test(text) && !pair.target.text.includes(text));
      const found = lenders.length === 0 ? [] : fits(random.pick(lenders));
      return found.length === 0 ? undefined : random.pick(found);
    },
  };
}

/** Below a heading: what opens an issue says much the same each time. */
function isInSection({ target }: LevelPair, { index }: Block): boolean {
  return target.sections.some(({ heading, first, last }) => heading !== undefined && first <= index && index <= last);
}

/** Where an edit's new text stands after all of them. */
function spanAfter(edit: Edit, all: readonly Edit[]): Span {
  const start =
    edit.span.start +
    all
      .filter(({ span }) => span.end <= edit.span.start && span !== edit.span)
      .reduce((sum, one) => sum + one.newText.length - (one.span.end - one.span.start), 0);
  return { start, end: start + edit.newText.length };
}

/** A span of the text before the edits as one of the text after them. */
function moved(place: Span, edits: readonly Edit[]): Span {
  const shift = (offset: number): number =>
    edits
      .filter(({ span }) => span.end <= offset)
      .reduce((at, { span, newText }) => at + newText.length - (span.end - span.start), offset);
  const start = shift(place.start);
  return { start, end: Math.max(start, shift(place.end)) };
}

/** Judges the problems of a planted text. One problem is the one that finds the defect, all other new ones are too many. */
function judgeDefect(planted: PlantedDefect, before: readonly Problem[], after: readonly Problem[]): DefectJudgement {
  const isHere = (problem: Problem): boolean =>
    planted.places.some((place) => overlaps(place, problem.span)) ||
    (planted.source !== undefined && problem.source !== undefined && overlaps(planted.source, problem.source));
  const fresh = newProblems(planted, before, after, isHere);
  const finders = fresh.filter((problem) => planted.kind.foundBy.includes(problem.check) && isHere(problem));
  const found = [...finders].sort(
    (a, b) => planted.kind.foundBy.indexOf(a.check) - planted.kind.foundBy.indexOf(b.check),
  )[0];
  const isExpected = (problem: Problem): boolean =>
    problem === found || (isHere(problem) && (planted.kind.besides?.includes(problem.check) ?? false));
  return { found, others: fresh.filter((problem) => !isExpected(problem)) };
}

/**
 * Problems that were not said before. Those that are said alike come first; then what a check says otherwise than before
 * at the same place, e.g. with another count, is the same as well.
 */
function newProblems(
  { edits }: PlantedDefect,
  before: readonly Problem[],
  after: readonly Problem[],
  isHere: (problem: Problem) => boolean,
): Problem[] {
  const old = [...before];
  const take = (same: (problem: Problem) => boolean): boolean => {
    const at = old.findIndex(same);
    if (at >= 0) old.splice(at, 1);
    return at >= 0;
  };
  // Of those that are said alike, the ones that are not where the defect is are the old ones.
  const elsewhereFirst = [...after].sort((a, b) => Number(isHere(a)) - Number(isHere(b)));
  const unlike = elsewhereFirst.filter(
    (one) =>
      !take(
        (other) =>
          other.check === one.check && other.message === one.message && other.source?.start === one.source?.start,
      ),
  );
  return unlike.filter(
    (one) => !take((other) => other.check === one.check && moved(other.span, edits).start === one.span.start),
  );
}
