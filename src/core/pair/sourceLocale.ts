// Which language is translated from, worked out from the posts themselves.
import { languageOf } from '../language/locale.js';
import type { PostFacts } from './pairing.js';

/** Elsewhere than in English a newsletter begins only if it has this many times as many issues there. */
const clearMajority = 3;

/**
 * The locale that most issues are in (where none is called so, most dated posts; where none is dated, most posts);
 * English unless another one has clearly more, because a tree of English issues often lacks some that one busy translator did.
 *
 * @returns a language without region; `en` if no post says anything
 */
export function chooseSourceLocale(posts: readonly PostFacts[]): string {
  const likely =
    [posts.filter(({ isNewsletter }) => isNewsletter), posts.filter(({ date }) => date !== undefined), posts].find(
      ({ length }) => length > 0,
    ) ?? [];
  const counts = new Map<string, number>();
  for (const { locale } of likely) {
    if (locale) counts.set(languageOf(locale), (counts.get(languageOf(locale)) ?? 0) + 1);
  }
  const english = counts.get('en') ?? 0;
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!most || most[0] === 'en') return 'en';
  return english === 0 || most[1] > english * clearMajority + 2 ? most[0] : 'en';
}
