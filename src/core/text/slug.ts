// The anchor that sites make of a heading.

/** As GitHub makes them, Hugo, and Jekyll, whose kramdown reads GitHub's Markdown; the same as the package github-slugger. */
export function githubSlug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
