// What pairing knows of a post, made up for tests of what follows from it.
import type { PostFacts } from '../../../src/core/pair/pairing.js';

/** A post at `path` of which nothing else is known but what `more` says; `fields` are its front matter's. */
export function postFacts(
  path: string,
  { fields = {}, ...more }: Partial<PostFacts> & { readonly fields?: Readonly<Record<string, string>> } = {},
): PostFacts {
  return {
    path,
    locale: 'en',
    localeFrom: 'title',
    title: '',
    number: undefined,
    date: undefined,
    isNewsletter: true,
    reference: undefined,
    links: [],
    page: { permalink: undefined, headings: [], anchors: [], fields },
    ...more,
  };
}
