// What, by its path alone, may be the same issue in another language: asked before any file is read.
import { sameLanguage } from '../language/locale.js';
import { bareName, dateIn, localeInFileName, localeInFolder, numberInFileName } from './names.js';
import { pairPosts } from './pair.js';
import type { Pairing, PostFacts } from './pairing.js';

/** Answers of another path whether both are named alike, or have the same number or date in their name. */
export function namesakesOf(path: string): (other: string) => boolean {
  const own = marksOf(path);
  return (other) => {
    if (other === path) return false;
    const marks = marksOf(other);
    return own.some((mark, i) => mark !== undefined && mark !== '' && mark === marks[i]);
  };
}

function marksOf(path: string): readonly (string | number | undefined)[] {
  return [bareName(path), numberInFileName(path), dateIn(path)];
}

/**
 * Pairs a post with its namesakes, as all the posts of its tree would have it; undefined where only these can tell: if
 * nothing says which language is translated from, and the one that was found is not plainly it.
 *
 * @param sourceLocale what the settings say
 */
export function pairNamesakes(posts: readonly PostFacts[], sourceLocale: string | undefined): Pairing | undefined {
  const pairing = pairPosts(posts, { sourceLocale });
  if (sourceLocale !== undefined) return pairing;
  const isPlain =
    sameLanguage(pairing.sourceLocale, 'en') &&
    pairing.issues.every(
      ({ source, translations }) => !isTagged(source) || translations.every(({ post }) => isTagged(post)),
    );
  return isPlain ? pairing : undefined;
}

/** Sources seldom say their language in their name. */
function isTagged({ path }: PostFacts): boolean {
  return localeInFileName(path) !== undefined || localeInFolder(path) !== undefined;
}
