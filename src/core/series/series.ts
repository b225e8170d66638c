// Series: which issues of a tree follow one another.
import { newestFirst } from '../newestFirst.js';
import type { Pairing, PostFacts } from '../pair/pairing.js';
import { stemOf } from '../pair/names.js';
import { mark, withoutMarks, type Occasion } from './marks.js';

/** Issues of one newsletter in one language, newest first. */
export type Series = readonly PostFacts[];

/** The series of a tree, that with the newest issue first. Translations are in none: they follow their sources. */
export function seriesOf({ issues, unpaired }: Pairing): Series[] {
  const posts = [...issues.map(({ source }) => source), ...unpaired.map(({ post }) => post)].sort(newestFirst);
  const series: { readonly keys: Set<string>; readonly posts: PostFacts[] }[] = [];
  for (const post of posts) {
    const keys = keysOf(post);
    const same = series.find((one) => keys.some((key) => one.keys.has(key)));
    if (same) {
      same.posts.push(post);
      for (const key of keys) same.keys.add(key);
    } else series.push({ keys: new Set(keys), posts: [post] });
  }
  return series.map((one) => one.posts);
}

/** The series of a post, or of what it translates; undefined if it is in none. */
export function seriesAt(pairing: Pairing, path: string): Series | undefined {
  const source =
    pairing.issues.find(
      (issue) => issue.source.path === path || issue.translations.some(({ post }) => post.path === path),
    )?.source.path ?? path;
  return seriesOf(pairing).find((series) => series.some((post) => post.path === source));
}

/** The texts that are written as the one at `path` is: the others of its series, of a translation those in its language, newest first. */
export function alikeOf(pairing: Pairing, path: string): readonly PostFacts[] {
  const own = pairing.issues
    .flatMap(({ translations }) => translations.map(({ post }) => post))
    .find((post) => post.path === path);
  if (!own) return (seriesAt(pairing, path) ?? []).filter((post) => post.path !== path);
  // A tree may hold several newsletters.
  const series = new Set(seriesAt(pairing, path)?.map((post) => post.path));
  const same = pairing.issues
    .filter(({ source }) => series.has(source.path))
    .flatMap(({ source, translations }) =>
      translations
        .filter(({ post }) => post.locale === own.locale && post.path !== path)
        .map(({ post }) => ({ post, source })),
    );
  return same.sort((a, b) => newestFirst(a.source, b.source)).map(({ post }) => post);
}

/** Two issues with one of these in common are of one series. */
function keysOf(post: PostFacts): string[] {
  const folder = mark(post.path.slice(0, post.path.lastIndexOf('/') + 1), post, 'name');
  const place = `${post.locale ?? ''} ${folder}`;
  const title = mark(post.title, post, 'name');
  const untilNumber = /^[^\u0001]*\u0001n/.exec(title)?.[0];
  const masthead = untilNumber !== undefined && /\p{L}/u.test(untilNumber.slice(0, -2)) ? untilNumber : undefined;
  const stem = mark(stemOf(post.path), post, 'name');
  const { type, layout, category, categories, tags } = post.page.fields;
  const kind = [type, layout, category, categories, tags].map((value) => value ?? '').join('|');
  return [
    ...(masthead === undefined ? [] : [`title ${place} ${masthead}`]),
    ...(/\p{L}/u.test(withoutMarks(stem)) && stem.includes('\u0001') ? [`name ${place} ${stem}`] : []),
    ...(masthead === undefined && kind.length > 4 ? [`kind ${place} ${kind}`] : []),
  ];
}

/** What is known of a post's issue. */
export function occasionOf({ number, date, locale }: PostFacts): Occasion {
  return { number, date, locale };
}
