// What pairing knows of a post and what it says of many.

/** A heading as other posts' checks know it. */
export interface HeadingFacts {
  readonly depth: number;
  readonly text: string;
}

/** What a site makes of a post, as far as the post itself tells. */
export interface PageFacts {
  /** The address that its front matter gives it, e.g. `/fr/news/12/`. */
  readonly permalink: string | undefined;
  readonly headings: readonly HeadingFacts[];
  /** See `anchorsIn`. */
  readonly anchors: readonly string[];
  /** The short values of its front matter by path, e.g. `layout`, `image.thumb`; lists joined by spaces. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A post as pairing sees it: small, plain, and enough to keep for thousands of files. */
export interface PostFacts {
  /** As the caller names it, with `/`; pairing looks at its folders and its name. */
  readonly path: string;
  /** BCP 47, from front matter, name, folder or text, in this order; undefined if none tells. */
  readonly locale: string | undefined;
  /** What told the locale. */
  readonly localeFrom: 'front matter' | 'title' | 'file name' | 'folder' | 'text' | undefined;
  /** What title, name or folder say instead, where front matter, title or the text itself was believed. */
  readonly otherLocale?: string;
  readonly title: string;
  /** The issue's number, from its title, name or picture. */
  readonly number: number | undefined;
  /** `2023-01-11`, from name or front matter. */
  readonly date: string | undefined;
  /** Whether something says that this is an issue of a newsletter. */
  readonly isNewsletter: boolean;
  /** Front matter that names the text whatever its language: `ref`, `translation_id`… */
  readonly reference: string | undefined;
  /** Keys of links and pictures, each once: the fingerprint. */
  readonly links: readonly string[];
  readonly page: PageFacts;
}

/** A translation and why it is taken for one. */
export interface PairedPost {
  readonly post: PostFacts;
  /** In words, weightiest first: “20 of 24 links are the source's”. */
  readonly reasons: readonly string[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** One issue in its languages. */
export interface PairedIssue {
  readonly source: PostFacts;
  readonly translations: readonly PairedPost[];
}

/** An issue's text that belongs to nothing. */
export interface UnpairedPost {
  readonly post: PostFacts;
  readonly reason: string;
  /** Sources that it may translate, where it cannot be told which. */
  readonly rivals: readonly PostFacts[];
}

/** What translates what among many files. */
export interface Pairing {
  /** BCP 47 of the language that is translated from. */
  readonly sourceLocale: string;
  readonly issues: readonly PairedIssue[];
  readonly unpaired: readonly UnpairedPost[];
  /** Posts that are no newsletter issues. */
  readonly skipped: readonly PostFacts[];
}
