// What the other posts of a site tell about one: its pages by address, and how they say what recurs.
import type { PostFacts } from '../pair/pairing.js';

/** How a heading of the source is rendered in a locale's issues. */
export interface Rendering {
  readonly text: string;
  /** In how many other issues. */
  readonly issues: number;
}

/** The two texts of another issue. */
export interface Sibling {
  readonly source: PostFacts;
  readonly target: PostFacts;
}

/**
 * Questions about the site as a whole, asked for one of its posts. Every answer may be “not known”: not all of the
 * site need be at hand.
 */
export interface Site {
  /** The post for which the questions are asked. */
  readonly post: PostFacts;
  /** Sources that it may translate, where it cannot be told which. */
  readonly rivals: readonly PostFacts[];
  /** Other translations of its source into its language. */
  readonly twins: readonly PostFacts[];
  /** The address of the page in `locale` that `url` leads to in another language; undefined if there is none or the page is not of this site. */
  localized(url: string, locale: string): string | undefined;
  /** The anchors of the page at `url`, as `anchorKey` makes them; undefined if that page, or how the site makes anchors, is not known. */
  anchorsOf(url: string): ReadonlySet<string> | undefined;
  /** Whether links within the site lead to anchors that none of the usual generators makes. */
  readonly hasOwnAnchors: boolean;
  /** How other issues in `locale` render a heading of the source, the most usual first. */
  renderingsOf(heading: string, locale: string): readonly Rendering[];
  /** Other issues that were translated into `locale`. */
  siblingsIn(locale: string): readonly Sibling[];
}
