// The pages of a site by their addresses, and their addresses by other pages'.
import { addTo } from '../grouped.js';
import { sameLanguage, toLocale } from '../language/locale.js';
import type { PostFacts } from '../pair/pairing.js';
import { addressOf, pathKey, type Address } from './address.js';
import { counterpartOf, pageNames } from './names.js';

/** Answers where addresses lead to, and how the address of another page would be written. */
export interface Pages {
  /** The post that `url` leads to; undefined if it is none of these, or if it cannot be told which. */
  pageAt(url: string, isKey?: boolean): PostFacts | undefined;
  /** Whether `url` is one of the site's own, be its page known or not. */
  isOwn(url: string): boolean;
  /** The address of `to`, written as `url`, which leads to `from`, is; without query and fragment. */
  addressLike(url: string, from: PostFacts, to: PostFacts): string | undefined;
  /** The page in `locale` whose permalink differs from that of `post` in its language alone. */
  twinOf(post: PostFacts, locale: string): PostFacts | undefined;
}

/** So many posts tell which hosts are the site's own. */
const sampleSize = 500;
const fewestPages = 2;
/** From this share of a host's addresses on that are posts, the host is the site's. */
const ownShare = 0.25;

/** @param siteUrls addresses of the site's own pages, e.g. `https://example.org/{lang}/*` */
export function indexPages(posts: readonly PostFacts[], siteUrls: readonly string[]): Pages {
  const byPermalink = new Map<string, PostFacts | undefined>();
  const byName = new Map<string, PostFacts[]>();
  for (const post of posts) {
    if (post.page.permalink !== undefined) {
      const key = pathKey(post.page.permalink);
      byPermalink.set(key, byPermalink.has(key) ? undefined : post); // an address that two have tells nothing
    } else for (const name of new Set(pageNames(post))) addTo(byName, name.normalize('NFC'), post);
  }
  let learnt: ReadonlySet<string> | undefined;
  const hosts = (): ReadonlySet<string> =>
    (learnt ??= ownHosts(posts, siteUrls, (address) => onSite(address) !== undefined));
  const bases = siteUrls
    .map((url) => addressOf(url.replace(/(?:\{lang\}|\*).*/, '')).path.replace(/\/$/, ''))
    .filter(Boolean);

  const onSite = ({ path }: Address): PostFacts | undefined => {
    const key = pathKey(path);
    const base = bases.find((one) => key.startsWith(`${one}/`));
    return found(key) ?? (base === undefined ? undefined : found(key.slice(base.length)));
  };
  const found = (key: string): PostFacts | undefined => {
    if (byPermalink.has(key)) return byPermalink.get(key);
    const segments = key.split('/').filter(Boolean);
    const named = byName.get(segments.pop() ?? '') ?? [];
    const fitting = named.filter((post) =>
      segments.every((segment) => counterpartOf(segment, post, post) !== undefined),
    );
    return fitting.length === 1 ? fitting[0] : undefined;
  };
  const pages: Pages = {
    isOwn(url) {
      const { host, path } = addressOf(url);
      return host === undefined ? path.startsWith('/') : hosts().has(host);
    },
    pageAt(url, isKey = false) {
      const address = addressOf(url, isKey);
      if (!address.path.startsWith('/') || (address.host !== undefined && !hosts().has(address.host))) return undefined;
      return onSite(address);
    },
    addressLike(url, from, to) {
      const address = addressOf(url);
      const path = pathLike(address.path, from, to);
      const made = path === undefined ? undefined : address.prefix + path;
      return made !== undefined && pages.pageAt(made) === to ? made : undefined;
    },
    twinOf(post, locale) {
      const segments = post.page.permalink === undefined ? [] : pathKey(post.page.permalink).split('/');
      const at = segments.findIndex((segment) => sameLanguage(toLocale(segment), post.locale));
      const language = locale.split('-')[0]!;
      const others =
        at < 0
          ? []
          : [locale, locale.toLowerCase(), language].map((tag) => byPermalink.get(segments.with(at, tag).join('/')));
      return others.find((other) => other !== undefined && sameLanguage(other.locale, locale));
    },
  };
  return pages;
}

function pathLike(path: string, from: PostFacts, to: PostFacts): string | undefined {
  if (from.page.permalink !== undefined) {
    const base = pathKey(path).endsWith(pathKey(from.page.permalink))
      ? pathKey(path).slice(0, -pathKey(from.page.permalink).length)
      : '';
    return to.page.permalink && base + to.page.permalink;
  }
  const ending = /(?:\.html?\/*|(?<!\/)\/*)$/.exec(path)![0];
  const segments = path.slice(0, path.length - ending.length).split('/');
  const name = pathKey(segments.pop()!);
  const manner = pageNames(from).findIndex((one) => one.normalize('NFC') === name); // -1 names nothing
  if (to.page.permalink !== undefined) return to.page.permalink;
  const folders = segments.map((segment) => (segment === '' ? '' : counterpartOf(segment, from, to)));
  const own = pageNames(to)[manner];
  return own === undefined || folders.includes(undefined) ? undefined : [...folders, encodeURI(own)].join('/') + ending;
}

/** The hosts whose addresses are posts often enough, and those that were laid down. */
function ownHosts(
  posts: readonly PostFacts[],
  siteUrls: readonly string[],
  leadsToPost: (address: Address) => boolean,
): Set<string> {
  const seen = new Map<string, Map<string, boolean>>();
  const step = Math.max(1, Math.ceil(posts.length / sampleSize));
  for (let i = 0; i < posts.length; i += step) {
    for (const key of posts[i]!.links) {
      if (key.startsWith('/') || key.startsWith('image ') || key.startsWith('thumb ')) continue;
      const address = addressOf(key, true);
      if (address.host === undefined || address.path === '') continue;
      const pages = seen.get(address.host) ?? new Map<string, boolean>();
      seen.set(address.host, pages);
      if (!pages.has(address.path)) pages.set(address.path, leadsToPost(address));
    }
  }
  const own = new Set(siteUrls.flatMap((url) => addressOf(url).host ?? []));
  for (const [host, pages] of seen) {
    const known = [...pages.values()].filter(Boolean).length;
    if (known >= fewestPages && known >= ownShare * pages.size) own.add(host);
  }
  return own;
}
