// What the other posts of a site tell about one: its pages by address, and how they say what recurs.

/** How a heading of the source is rendered in a locale's issues. */
export interface Rendering {
  readonly text: string;
  /** In how many other issues. */
  readonly issues: number;
}

/** Questions about the site as a whole. Every answer may be “not known”: not all of the site need be at hand. */
export interface Site {
  /** The address of the page in `locale` that `url` leads to in another language; undefined if there is none or the page is not of this site. */
  localized(url: string, locale: string): string | undefined;
  /** The anchors of the page at `url`, without `#`; undefined if that page is not known. */
  anchorsOf(url: string): ReadonlySet<string> | undefined;
  /** How other issues in `locale` render a heading of the source, the most usual first. */
  renderingsOf(heading: string, locale: string): readonly Rendering[];
}
