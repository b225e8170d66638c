// Where what is written about the checks is.

/** Where the page of a check is. */
export function docsUrl(checkId: string): string {
  return `https://github.com/facing-pages/facing-pages/blob/main/docs/checks/${checkId}.md`;
}
