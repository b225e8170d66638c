// Checks a post, beside its source where it has one, while others get their turn.
import type { PairContext, PostContext } from '../core/checks/check.js';
import { carriedProblems } from '../core/checks/carried.js';
import {
  checkPair,
  CheckMemory,
  checkPairInTurns,
  checkPost,
  checkPostInTurns,
  contextAfter,
  pairContext,
  pairContextInTurns,
  postContext,
  type CheckOptions,
  type PairSurroundings,
} from '../core/checks/run.js';
import type { Identify } from '../core/language/identify.js';
import type { Issue } from '../core/model.js';
import { parseIssue } from '../core/parse/issue.js';
import type { Problem } from '../core/problem.js';
import type { Site } from '../core/site/site.js';
import type { PairPast } from '../core/stale/past.js';
import type { Recurring } from '../core/start/recurring.js';
import { openDocument } from './documents.js';
import type { Review, ReviewedText } from './panel/model.js';
import type { Place } from './pool.js';
import type { Post } from './posts.js';
import type { Settings } from './projectSettings.js';
import { Turn } from './timing.js';

/** A post and what the checks say of it. Spans of problems count in `post.text`, their `source` in `source.text`. */
export interface CheckedPost {
  readonly place: Place;
  readonly post: Post;
  readonly problems: readonly Problem[];
  /** What somebody has marked as intended. */
  readonly ignored: readonly Problem[];
  /** Only of a translation whose source was found. */
  readonly source: Post | undefined;
  readonly past: PairPast | undefined;
  readonly review: Review | undefined;
}

/** What a check looks at. */
export interface Found {
  readonly place: Place;
  readonly post: Post;
  readonly source: Post | undefined;
  /** As far as it was read by now. */
  readonly past: PairPast | undefined;
  readonly site: Site | undefined;
  readonly settings: Settings;
  /** Only where there are two languages to tell apart. */
  readonly identify: Identify | undefined;
}

export { CheckMemory };

/** Checks another state of the same post's text against the same source. */
export type Checker = (text: string) => readonly Problem[];

/** Thrown where a text was edited while it was checked: nobody needs what would come of it. */
export class Outdated extends Error {}

/** Checks a post; others get their turn meanwhile. @throws {Outdated} if one of the texts is edited before the end */
export async function check(found: Found, memory = new CheckMemory()): Promise<CheckedPost> {
  const { place, post, source, past } = found;
  const turn = new Turn();
  const pause = async (): Promise<void> => {
    await turn.pause();
    if (wasEdited(post) || (source && wasEdited(source))) throw new Outdated();
  };
  const context = source && (await pairContextInTurns(source.issue, post.issue, surroundingsOf(found, memory), pause));
  if (!context) {
    const alone = await checkPostInTurns(aloneOf(found, post.issue, memory), optionsOf(found), pause);
    return { place, post, ...alone, source: undefined, past, review: undefined };
  }
  const checked = await checkPairInTurns(context, optionsOf(found), pause);
  return { place, post, ...checked, source, past, review: { ...textsOf(place, post, source), context, ...checked } };
}

/** Whether a post's document says something else by now; what was read from the disk waits for its file to be read again. */
function wasEdited({ uri, version }: Post): boolean {
  return version !== undefined && (openDocument(uri)?.version ?? version) !== version;
}

function textsOf(place: Place, post: Post, source: Post): Pick<Review, 'source' | 'target'> {
  return { source: reviewed(source, place.issue?.source.locale), target: reviewed(post, place.facts.locale) };
}

function optionsOf({ place, post, settings }: Found): CheckOptions {
  return { severity: settings.severityIn(place.facts.locale), ignored: settings.ignoredAt(post.uri) };
}

/** For trying other states of the text that was found. @param memory of the last check; left as it is @param known see `PairContext.known` */
export function checkerOf(found: Found, memory: CheckMemory | undefined, known?: Recurring): Checker {
  const own = memory?.copy();
  return (text) => {
    const target = parseIssue(text, found.post.issue);
    const pair = pairOf(found, target, own, known);
    return pair ? checkPair(pair, optionsOf(found)) : checkPost(aloneOf(found, target, own), optionsOf(found));
  };
}

/**
 * What a pair's last check says of its texts as they stand now: its problems where they are now, without their fixes' edits.
 * @param pair its post and source as they were checked, and their review
 */
export function sketched(
  checked: CheckedPost,
  pair: { readonly source: Post; readonly review: Review },
  post: Post,
  source: Post,
): CheckedPost {
  const { review } = pair;
  const texts = [
    { before: checked.post.text, after: post.text },
    { before: pair.source.text, after: source.text },
  ] as const;
  const carried = {
    problems: carriedProblems(review.problems, ...texts),
    ignored: carriedProblems(review.ignored, ...texts),
  };
  const context = contextAfter(review.context, source.issue, post.issue);
  return {
    ...checked,
    post,
    source,
    ...carried,
    review: {
      source: reviewed(source, review.source.locale),
      target: reviewed(post, review.target.locale),
      context,
      ...carried,
    },
  };
}

/** What the checks look at with `target` in the place of the post that was found; undefined if that has no source. */
function pairOf(
  found: Found,
  target: Issue,
  memory: CheckMemory | undefined,
  known?: Recurring,
): PairContext | undefined {
  return found.source && pairContext(found.source.issue, target, { ...surroundingsOf(found, memory), known });
}

function surroundingsOf(
  { place, past, site, settings: { rules }, identify }: Found,
  memory: CheckMemory | undefined,
): PairSurroundings {
  return { source: place.issue?.source.locale, target: place.facts.locale, site, rules, identify, past, memory };
}

function aloneOf(
  { place, site, settings: { rules } }: Found,
  target: Issue,
  memory: CheckMemory | undefined,
): PostContext {
  return postContext(target, {
    targetLocale: place.facts.locale,
    sourceMissing: place.sourceMissing,
    site,
    rules,
    memory,
  });
}

function reviewed({ uri, version, issue }: Post, locale: string | undefined): ReviewedText {
  return { uri, version, issue, locale };
}
