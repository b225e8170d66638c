// Many posts' facts and their pairing to a site that can be asked about each of them.
import { sameLanguage } from '../language/locale.js';
import type { PairedIssue, Pairing, PostFacts } from '../pair/pairing.js';
import { addressOf, fragmentOf } from './address.js';
import { anchorKey, slugsOf } from './anchors.js';
import { othersOf, renderingsIn, type Renderings } from './headings.js';
import { indexPages, type Pages } from './pages.js';
import type { Sibling, Site } from './site.js';

/** A site that can be asked for any of its posts. */
export interface SiteIndex {
  /** Undefined for a post that is not of this site. */
  around(path: string): Site | undefined;
}

/** An issue with its texts as they are now. */
interface Group {
  readonly source: PostFacts;
  readonly translations: readonly PostFacts[];
}

/** With fewer links to anchors than this, nothing is known of how the site makes them. */
const fewestAnchors = 5;
/** From this share of them on that the usual generators make, the site has one of these. Translated headings break links: only the source's count. */
const usualShare = 0.7;
const sampleSize = 500;

/**
 * A site from its posts. Costs next to nothing by itself: what a question needs is worked out when it is first asked.
 *
 * @param siteUrls see `ProjectRules.siteUrls`
 * @param latest facts that are newer than those by which the posts were paired
 */
export function buildSite(
  pairing: Pairing,
  siteUrls: readonly string[] = [],
  latest: (path: string) => PostFacts | undefined = () => undefined,
): SiteIndex {
  const now = (post: PostFacts): PostFacts => latest(post.path) ?? post;
  const parts = lazily(() => partsOf(pairing, now));
  const pages = lazily(() => indexPages([...parts().posts.values()], siteUrls));
  const hasOwnAnchors = lazily(() =>
    makesOwnAnchors(
      [...parts().posts.values()].filter(({ locale }) => sameLanguage(locale, pairing.sourceLocale)),
      pages(),
    ),
  );
  const siblings = perKey((locale: string): Sibling[] =>
    parts().groups.flatMap(({ source, translations }) =>
      translations
        .filter((target) => target.locale === locale)
        .slice(0, 1)
        .map((target) => ({ source, target })),
    ),
  );
  const renderings = perKey((locale: string): Renderings => renderingsIn(siblings(locale)));

  const around = (path: string): Site | undefined => {
    const post = parts().posts.get(path);
    if (!post) return undefined;
    const group = parts().groupOf.get(path);
    return {
      post,
      rivals: pairing.unpaired.find((one) => one.post.path === path)?.rivals ?? [],
      twins:
        group && group.source !== post
          ? group.translations.filter((other) => other !== post && other.locale === post.locale)
          : [],
      localized: (url, locale) => localized(url, locale, pages(), parts().groupOf),
      anchorsOf(url) {
        const page = pages().pageAt(url);
        return page && !hasOwnAnchors() ? new Set(page.page.anchors) : undefined;
      },
      get hasOwnAnchors() {
        return hasOwnAnchors();
      },
      renderingsOf: (heading, locale) => othersOf(renderings(locale), heading, group?.source),
      siblingsIn: (locale) => siblings(locale).filter(({ source }) => source !== group?.source),
    };
  };
  return { around };
}

interface Parts {
  readonly posts: ReadonlyMap<string, PostFacts>;
  readonly groups: readonly Group[];
  readonly groupOf: ReadonlyMap<string, Group>;
}

function partsOf(pairing: Pairing, now: (post: PostFacts) => PostFacts): Parts {
  const posts = new Map<string, PostFacts>();
  const groupOf = new Map<string, Group>();
  const add = (post: PostFacts): PostFacts => {
    const current = now(post);
    posts.set(post.path, current);
    return current;
  };
  const groups = pairing.issues.map((issue: PairedIssue): Group => {
    const group = { source: add(issue.source), translations: issue.translations.map(({ post }) => add(post)) };
    for (const { path } of [group.source, ...group.translations]) groupOf.set(path, group);
    return group;
  });
  for (const { post } of pairing.unpaired) add(post);
  for (const post of pairing.skipped) add(post);
  return { posts, groups, groupOf };
}

function localized(url: string, locale: string, pages: Pages, groupOf: ReadonlyMap<string, Group>): string | undefined {
  const page = pages.pageAt(url);
  if (!page || sameLanguage(page.locale, locale)) return undefined;
  const group = groupOf.get(page.path);
  const versions = group
    ? [group.source, ...group.translations].filter((post) => sameLanguage(post.locale, locale))
    : [];
  const other = versions.find((post) => post.locale === locale) ?? versions[0] ?? pages.twinOf(page, locale);
  const address = other && pages.addressLike(url, page, other);
  return address && address + tailLike(addressOf(url).tail, page, other);
}

/** The fragment in the other language's page: the same, if that has it, else that of the heading at the same place, else none. */
function tailLike(tail: string, from: PostFacts, to: PostFacts): string {
  const anchor = anchorKey(fragmentOf(tail));
  if (anchor === '' || to.page.anchors.includes(anchor)) return tail;
  const [own, other] = [from.page.headings, to.page.headings];
  const at = own.length === other.length ? own.findIndex(({ text }) => slugsOf(text).includes(anchor)) : -1;
  const made = at < 0 ? undefined : slugsOf(other[at]!.text)[0];
  const query = tail.slice(0, tail.indexOf('#'));
  return made !== undefined && to.page.anchors.includes(anchorKey(made)) ? `${query}#${made}` : query;
}

function makesOwnAnchors(posts: readonly PostFacts[], pages: Pages): boolean {
  let [all, usual] = [0, 0];
  const step = Math.max(1, Math.ceil(posts.length / sampleSize));
  for (let i = 0; i < posts.length; i += step) {
    for (const key of posts[i]!.links) {
      const fragment = fragmentOf(key);
      const page = fragment === '' ? undefined : key.startsWith('#') ? posts[i] : pages.pageAt(key, true);
      if (!page || !sameLanguage(page.locale, posts[i]!.locale)) continue;
      all++;
      if (page.page.anchors.includes(anchorKey(fragment))) usual++;
    }
  }
  return all >= fewestAnchors && usual < usualShare * all;
}

function lazily<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: compute() }).value;
}

function perKey<Value>(compute: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
