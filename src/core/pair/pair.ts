// Many posts to pairs: which text translates which.
import { addTo } from '../grouped.js';
import { languageName, languageOf, sameLanguage } from '../language/locale.js';
import { areCopies, withBegunTranslations } from './copies.js';
import { postsAboutOthers } from './aboutOthers.js';
import { bareName, dateIn, folderApartFromLocale, ownFolder } from './names.js';
import type { PairedIssue, PairedPost, Pairing, PostFacts } from './pairing.js';
import { chooseSourceLocale } from './sourceLocale.js';
import { spreadNewsletters } from './spread.js';
import { translatedPosts } from './translatedPosts.js';

/** How to pair; `sourceLocale` overrides what would be worked out. */
export interface PairOptions {
  readonly sourceLocale?: string | undefined;
}

/**
 * Says what translates what. Each translation goes to the source that most evidence speaks for: links and pictures in
 * common, rare ones above all, then reference, name, number and date, or that both are the only posts of a day. What
 * nothing tells to be a newsletter's issue, no word and no habit, is skipped. In time linear in the number of links.
 */
export function pairPosts(all: readonly PostFacts[], options: PairOptions = {}): Pairing {
  const sourceLocale = options.sourceLocale || chooseSourceLocale(spreadNewsletters(all));
  const posts = withBegunTranslations(all, sourceLocale);
  const sources = posts.filter((post) => sameLanguage(post.locale, sourceLocale));
  const candidates = candidateIndex(sources, posts);
  const translations = new Map<PostFacts, PairedPost[]>(sources.map((source) => [source, []]));
  const lone: { readonly post: PostFacts; readonly rivals: readonly PostFacts[] }[] = [];
  for (const post of posts) {
    if (translations.has(post)) continue;
    const best = bestSource(post, candidates);
    if ('source' in best)
      translations.get(best.source)!.push({ post, reasons: best.reasons, confidence: best.confidence });
    else lone.push({ post, rivals: best.rivals });
  }
  const groups = [...translations].map(([source, found]): PairedIssue => ({
    source,
    translations: found.sort(byPath),
  }));
  const isTranslatedPost = translatedPosts(groups);
  const isAboutOthers = postsAboutOthers(all);
  const isIssue = (group: PairedIssue): boolean =>
    (saysIssue(group) || isTranslatedPost(group.source)) && !isAboutOthers(group.source);
  const isLoneIssue = (post: PostFacts): boolean => post.isNewsletter && !isAboutOthers(post);
  const skipped = groups
    .filter((group) => !isIssue(group))
    .flatMap((group) => [group.source, ...group.translations.map(({ post }) => post)]);
  return {
    sourceLocale,
    issues: groups
      .filter(isIssue)
      .sort((a, b) => compare(a.source.date ?? '', b.source.date ?? '') || compare(a.source.path, b.source.path)),
    unpaired: lone
      .filter(({ post }) => isLoneIssue(post))
      .map(({ post, rivals }) => ({ post, rivals, reason: whyUnpaired(post, sourceLocale, rivals) }))
      .sort(byPath),
    skipped: [...skipped, ...lone.map(({ post }) => post).filter((post) => !isLoneIssue(post))],
  };
}

/** What one language's post says of being a newsletter holds for the others. */
function saysIssue({ source, translations }: PairedIssue): boolean {
  return source.isNewsletter || translations.some(({ post }) => post.isNewsletter);
}

function byPath(a: { readonly post: PostFacts }, b: { readonly post: PostFacts }): number {
  return compare(a.post.path, b.post.path);
}

/** The pair that a path is part of: its source, and the translation unless the path is the source's. */
export function issueOf(
  pairing: Pairing,
  path: string,
): { issue: PairedIssue; translation: PairedPost | undefined } | undefined {
  for (const issue of pairing.issues) {
    if (issue.source.path === path) return { issue, translation: undefined };
    const translation = issue.translations.find(({ post }) => post.path === path);
    if (translation) return { issue, translation };
  }
  return undefined;
}

interface CandidateIndex {
  readonly sources: readonly PostFacts[];
  readonly byLink: ReadonlyMap<string, readonly number[]>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
  readonly byReference: ReadonlyMap<string, readonly number[]>;
  readonly byNumber: ReadonlyMap<string, readonly number[]>;
  /** By folder and day, where that is named. */
  readonly byDay: ReadonlyMap<string, readonly number[]>;
  /** How many posts of a language a folder has for a day. */
  readonly ofDay: ReadonlyMap<string, number>;
  /** The more sources have a link, the less it says. */
  weightOf(link: string): number;
}

function candidateIndex(sources: readonly PostFacts[], posts: readonly PostFacts[]): CandidateIndex {
  const byLink = indexBy(sources, (source) => source.links);
  const total = Math.max(posts.length, 2);
  return {
    sources,
    byLink,
    byName: indexBy(sources, (source) => [bareName(source.path)]),
    byReference: indexBy(sources, (source) => (source.reference ? [source.reference] : [])),
    byNumber: indexBy(sources, (source) => (source.number === undefined ? [] : [String(source.number)])),
    byDay: indexBy(sources, (source) => [dayOf(source)].filter((day) => day !== undefined)),
    ofDay: countsOfDays(posts),
    // A link that one source has names it, however few sources there are.
    weightOf: (link) => Math.log(1 + total / (byLink.get(link)?.length ?? 1) ** 2),
  };
}

function indexBy(
  sources: readonly PostFacts[],
  keysOf: (source: PostFacts) => readonly string[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  sources.forEach((source, i) => {
    for (const key of keysOf(source)) addTo(groups, key, i);
  });
  return groups;
}

/** A post's folder and the day that its name says. Languages that have folders of their own may have news of their own of a day. */
function dayOf({ path, locale }: PostFacts): string | undefined {
  const name = path.lastIndexOf('/') + 1;
  const date = locale === undefined ? undefined : dateIn(path.slice(name));
  return date && `${path.slice(0, name)} ${date}`;
}

function ofLanguage(day: string, { locale }: PostFacts): string {
  return `${languageOf(locale!)} ${day}`;
}

function countsOfDays(posts: readonly PostFacts[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts) {
    const day = dayOf(post);
    if (day !== undefined) counts.set(ofLanguage(day, post), (counts.get(ofLanguage(day, post)) ?? 0) + 1);
  }
  return counts;
}

/** The source that is of a post's day and in its folder, if each of the two is the only one there in its language, and the post says its own. */
function soleOfDay(post: PostFacts, { byDay, ofDay }: CandidateIndex): number | undefined {
  const day = post.localeFrom === 'text' ? undefined : dayOf(post);
  const there = day === undefined ? [] : (byDay.get(day) ?? []);
  return there.length === 1 && ofDay.get(ofLanguage(day!, post)) === 1 ? there[0] : undefined;
}

interface Best {
  readonly source: PostFacts;
  readonly reasons: string[];
  readonly confidence: number;
}

/** With fewer links than this, that none is shared says little. */
const fewLinks = 5;
const leastScore = 3;
/** A post whose language nothing tells may well be no translation: a programme, a list of links. */
const leastScoreUntold = 5;
const leastLead = 0.7;

/** From this many links in common on, it is enough that one of the two has few others: a translation that has just begun. */
const telling = 3;

/** One link in common is chance as often as not: something else has to speak for the pair as well. */
const lonely = 0.4;

/** How much of their links two posts share, 0 to 1. */
function overlapOf(weight: number, count: number, own: number, source: number): number {
  const [less, more] = [Math.max(1e-9, Math.min(own, source)), Math.max(1e-9, own, source)];
  if (count >= telling) return weight / less;
  return (weight / Math.sqrt(less * more)) * (count === 1 ? lonely : 1);
}

/** The source that most speaks for; else those, if any, of which each might be it. */
function bestSource(post: PostFacts, index: CandidateIndex): Best | { readonly rivals: readonly PostFacts[] } {
  const shared = new Map<number, { weight: number; count: number }>();
  let ownWeight = 0;
  for (const link of post.links) {
    const weight = index.weightOf(link);
    ownWeight += weight;
    for (const i of index.byLink.get(link) ?? []) {
      const entry = shared.get(i) ?? { weight: 0, count: 0 };
      shared.set(i, { weight: entry.weight + weight, count: entry.count + 1 });
    }
  }
  const sole = soleOfDay(post, index);
  const candidates = new Set([
    ...shared.keys(),
    ...(sole === undefined ? [] : [sole]),
    ...(index.byName.get(bareName(post.path)) ?? []),
    ...(index.byReference.get(post.reference ?? '') ?? []),
    ...(post.number !== undefined ? (index.byNumber.get(String(post.number)) ?? []) : []),
  ]);
  const scored = [...candidates].map((i) => {
    const source = index.sources[i]!;
    const sourceWeight = source.links.reduce((sum, link) => sum + index.weightOf(link), 0);
    const { weight, count } = shared.get(i) ?? { weight: 0, count: 0 };
    return judge(post, source, overlapOf(weight, count, ownWeight, sourceWeight), count, i === sole);
  });
  scored.sort((a, b) => b.score - a.score);
  const [first] = scored;
  if (!first || first.score < (post.locale === undefined ? leastScoreUntold : leastScore)) return { rivals: [] };
  const rivals = scored.filter(({ score }) => first.score - score < leastLead);
  if (!rivals.every(({ source }) => source === first.source || areCopies(source, first.source)))
    return { rivals: rivals.map(({ source }) => source) };
  const best = nearest(rivals, post);
  return { source: best.source, reasons: best.reasons, confidence: 1 - Math.exp(-best.score / 2) };
}

/** Of several copies the one whose folder is nearest to the translation's; of equally near ones the one with the shortest name: `letter copy.md` is one of `letter.md`. */
function nearest<T extends { readonly source: PostFacts }>(rivals: readonly T[], post: PostFacts): T {
  const folders = post.path.split('/');
  const distance = ({ source }: T): number => {
    const others = source.path.split('/');
    let common = 0;
    while (common < Math.min(folders.length, others.length) - 1 && folders[common] === others[common]) common++;
    return folders.length + others.length - 2 * common;
  };
  const name = ({ source }: T): number => source.path.length;
  return rivals.reduce((near, rival) =>
    (distance(rival) - distance(near) || name(rival) - name(near)) < 0 ? rival : near,
  );
}

function judge(
  post: PostFacts,
  source: PostFacts,
  overlap: number,
  count: number,
  isSole: boolean,
): { source: PostFacts; score: number; reasons: string[] } {
  const reasons: string[] = [];
  let score = 0;
  if (overlap > 0) {
    score += 7 * overlap;
    reasons.push(
      post.links.length === 1
        ? 'its one link or picture is the source’s'
        : `${count} of its ${post.links.length} links and pictures are the source’s`,
    );
  }
  const strangers = overlap < 0.05 && post.links.length >= fewLinks && source.links.length >= fewLinks;
  if (strangers) score -= 2;
  if (post.reference !== undefined && post.reference === source.reference) {
    score += 5;
    reasons.push(`both are marked “${post.reference}”`);
  }
  if (bareName(post.path) === bareName(source.path)) {
    score += 4;
    reasons.push('both files are named alike');
    if (folderApartFromLocale(post.path) === folderApartFromLocale(source.path)) {
      score += 1.5;
      reasons.push('both stand at the same place in their languages’ folders');
    }
    if (ownFolder(post.path) !== undefined && ownFolder(post.path) === ownFolder(source.path)) {
      score += 3;
      reasons.push('both stand in one folder that is this issue’s own');
    }
  }
  if (post.number !== undefined && source.number !== undefined) {
    if (post.number === source.number) {
      score += 2.5;
      reasons.push(`both are number ${post.number}`);
    } else score -= 2;
  }
  if (post.date !== undefined && post.date === source.date) {
    score += 1;
    reasons.push(`both are of ${post.date}`);
  }
  if (isSole) {
    score += 2.5;
    reasons.push('each is the folder’s only one of that day in its language');
  }
  return { source, score, reasons };
}

function whyUnpaired(post: PostFacts, sourceLocale: string, rivals: readonly PostFacts[]): string {
  const name = languageName(sourceLocale);
  if (rivals.length > 0) return `It may translate ${rivals.map(({ path }) => path).join(' or ')}: nothing tells which.`;
  if (post.locale === undefined) return 'Its language cannot be told, and no source has its links.';
  const which = post.number === undefined ? 'issue' : `issue ${post.number}`;
  return `No ${name} ${which} found that it translates.`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
