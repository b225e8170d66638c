// Where a new translation goes: as the tree's other files of its language are placed and named.
import { sameLanguage } from '../language/locale.js';
import { newestFirst } from '../newestFirst.js';
import type { Pairing, PostFacts } from '../pair/pairing.js';
import { markTags, writeTag } from './localeTag.js';
import { insertTag, learnPattern, type Example, type Wanted } from './pattern.js';

const tagMark = '\u0003';

/** Another issue's source and its translation. */
export interface Sibling {
  readonly source: PostFacts;
  readonly target: PostFacts;
}

/** The translations of other issues than `source`, newest first: those into `locale`, and those into other languages. */
export function siblingsOf(
  pairing: Pairing,
  source: PostFacts,
  locale: string,
): { readonly own: readonly Sibling[]; readonly others: readonly Sibling[] } {
  const issues = [...pairing.issues].sort((a, b) => newestFirst(a.source, b.source));
  const all = issues.flatMap((issue) =>
    issue.translations.map(({ post }): Sibling => ({ source: issue.source, target: post })),
  );
  const isOther = (one: Sibling): boolean => one.source.path !== source.path;
  return {
    own: all.filter((one) => one.target.locale === locale && isOther(one)),
    others: all.filter((one) => one.target.locale !== undefined && one.target.locale !== locale), // this issue's too
  };
}

/** What is to be placed. */
export interface Placing {
  readonly source: PostFacts;
  /** BCP 47. */
  readonly locale: string;
  readonly pairing: Pairing;
  /** `2026-03-08`. */
  readonly today: string;
}

/** The path of the new translation, as pairing names files; never the path of a post that is there already. */
export function placeTranslation(placing: Placing): string {
  const { source, locale, pairing } = placing;
  const { own, others } = siblingsOf(pairing, source, locale);
  const taken = new Set(
    pairing.issues.flatMap((issue) => [issue.source.path, ...issue.translations.map(({ post }) => post.path)]),
  );
  const learnt = [likeSiblings(own, 'own', placing), likeSiblings(others, 'none', placing)];
  return learnt.find((path) => path !== undefined && !taken.has(path)) ?? besideSource(placing);
}

interface Parts {
  /** With a slash at its end, or empty. */
  readonly folder: string;
  readonly stem: string;
  readonly suffix: string;
}

function partsOf(path: string): Parts {
  const at = path.lastIndexOf('/') + 1;
  const suffix = /(?<!\s)(?:\s*\.(?:md|markdown|mdown|mkd))+\s*$/i.exec(path)?.[0] ?? '';
  return { folder: path.slice(0, at), stem: path.slice(at, path.length - suffix.length), suffix };
}

function likeSiblings(
  siblings: readonly Sibling[],
  words: Wanted['words'],
  { source, locale, today }: Placing,
): string | undefined {
  if (siblings.length === 0) return undefined;
  const from = partsOf(source.path);
  const examples = (part: keyof Parts): Example[] =>
    siblings.map((one) => ({
      source: partsOf(one.source.path)[part],
      target: partsOf(one.target.path)[part],
      locale: one.target.locale!,
      number: one.source.number,
    }));
  const wanted = (part: keyof Parts): Wanted => ({ source: from[part], locale, number: source.number, today, words });
  const folder = learnFolder(examples('folder'), wanted('folder'));
  const stem = learnPattern(examples('stem'), wanted('stem')) ?? insertTag(examples('stem'), wanted('stem'));
  if (folder === undefined || stem === undefined) return undefined;
  return folder + stem + (words === 'own' ? usualSuffix(siblings) : from.suffix);
}

/** Folders have words of their own, like `i18n/fr/blog`: the same folder's translations tell where they are. */
function learnFolder(examples: readonly Example[], wanted: Wanted): string | undefined {
  const same = examples.filter(({ source }) => source === wanted.source);
  if (wanted.words === 'own' && same[0]) return same[0].target;
  const tagged = same.flatMap(({ target, locale }) => {
    const { text, tag } = markTags(target, locale, tagMark);
    return tag ? [text.replaceAll(tagMark, writeTag(wanted.locale, tag))] : [];
  });
  return (
    tagged[0] ??
    learnPattern(examples, { ...wanted, number: undefined }) ??
    (wanted.words === 'own' ? examples[0]?.target : undefined)
  );
}

/** The suffix that most have; `.md .md` is a slip. */
function usualSuffix(siblings: readonly Sibling[]): string {
  const counts = new Map<string, number>();
  for (const { target } of siblings) {
    const suffix = /\.[^.]*$/.exec(partsOf(target.path).suffix)?.[0].trim() ?? '';
    counts.set(suffix, (counts.get(suffix) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** Where no other translation shows the way: the language's tag in the place of the source's, else behind the name. */
function besideSource({ source, locale }: Placing): string {
  const { folder, stem, suffix } = partsOf(source.path);
  const exchanged = exchangeTag(stem, source.locale, locale);
  if (exchanged !== undefined && exchanged !== stem) return folder + exchanged + suffix;
  const otherFolder = folder
    .split('/')
    .map((part) => (isTag(part, source.locale) ? exchangeTag(part, source.locale, locale)! : part))
    .join('/');
  return otherFolder === folder ? `${folder}${stem}.${locale}${suffix}` : otherFolder + stem + suffix;
}

function isTag(text: string, locale: string | undefined): boolean {
  return locale !== undefined && markTags(text, locale, '').text === '' && text !== '';
}

/** `text` with the tag of one language in the place of another's: in brackets, or closing it; undefined if there is none. */
export function exchangeTag(text: string, from: string | undefined, to: string): string | undefined {
  if (from === undefined || sameLanguage(from, to)) return undefined;
  const { text: marked, tag } = markTags(text, from, tagMark);
  return tag && /[[(【［]\s*\u0003\s*[\])】］]|(?:^|[-_.])\u0003$/u.test(marked)
    ? marked.replaceAll(tagMark, writeTag(to, tag))
    : undefined;
}
