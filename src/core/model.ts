// The nouns of the core: an issue and what it consists of.
import type { RootContent } from 'mdast';
import type { DamagedEncoding } from './parse/encoding.js';
import type { Identity } from './text/identity.js';
import type { LineIndex, Span } from './text/span.js';

/** What a block is to its reader. A `title` names an item without being a Markdown heading, e.g. `***Title***`. */
export type BlockKind =
  'heading' | 'title' | 'paragraph' | 'list-item' | 'image' | 'caption' | 'code' | 'table' | 'html';

/** A link as it stands in the text, of whatever form. */
export interface Link {
  /** `[words](url)`, `[words][label]`, `<url>`, a bare `https://…`, or `<a href>`. */
  readonly form: 'inline' | 'reference' | 'autolink' | 'bare' | 'html';
  /** All of it, brackets included. */
  readonly span: Span;
  /** The words that show as the link. */
  readonly textSpan: Span;
  readonly text: string;
  /** Where the address goes; of a reference without a definition in this file, the empty string. */
  readonly url: string;
  /** Where the address stands: in the link, or in the definition of its reference. */
  readonly urlSpan: Span | undefined;
  /** The label of a reference, normalised; e.g. `zp potentiam`. */
  readonly label: string | undefined;
  /** What is compared: two links with one key lead to one page. See `linkKey`. */
  readonly key: string;
}

/** A picture, Markdown's `![alt](url)` or an `<img>`. */
export interface Image {
  readonly span: Span;
  readonly alt: string;
  readonly url: string;
  readonly urlSpan: Span | undefined;
  /** The label of a reference, normalised. */
  readonly label: string | undefined;
  /** What is compared: two images with one key are one picture. See `imageKey`. */
  readonly key: string;
}

/** The smallest part that stands level with its counterpart: a heading, a paragraph, a list item, a picture… */
export interface Block {
  /** Its place among the blocks of the issue, from 0. */
  readonly index: number;
  readonly kind: BlockKind;
  /** From its first character to its last, markup included; whole lines, but for what they are indented by. */
  readonly span: Span;
  /** Level of a heading, 1 to 6; of a list item, how deep it lies, from 1; else 0. */
  readonly depth: number;
  /** The number that an item of a numbered list is written with: 3 of `3. Ferries`. What is shown is counted anew. */
  readonly ordinal?: number;
  /** The anchor that a heading sets itself: `harbour` of `## Le port {#harbour}`. */
  readonly anchor?: string;
  /** As a reader sees it: no markup, no addresses. */
  readonly text: string;
  readonly links: readonly Link[];
  readonly images: readonly Image[];
  /** Code between backticks, or the content of a code block. */
  readonly code: readonly string[];
  /** Text of the HTML comments right behind the block, but for directives; translators keep the source there. */
  readonly comments: readonly string[];
  /** The Markdown nodes that the block was made of; their offsets count from `nodeOffset`. */
  readonly nodes: readonly RootContent[];
  readonly nodeOffset: number;
  /**
   * One and the same for a block and for what it is after an edit elsewhere: at another place, and all else alike. What is
   * worked out of a block alone, with places that count from its beginning, can be remembered by this. See `oncePerBlock`.
   */
  readonly identity: Identity;
}

/** One story: a title with all that belongs to it, a list item with its paragraphs, or what stands before the first title. */
export interface Item {
  /** First and last of its blocks, as indexes into `Issue.blocks`, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Index of the block that names it, if one does. */
  readonly title: number | undefined;
}

/** A heading's part of the issue; the first one may have no heading. */
export interface Section {
  readonly first: number;
  readonly last: number;
  readonly heading: number | undefined;
  readonly items: readonly Item[];
}

/** A field of the front matter; of a nested one, `path` is e.g. `image.thumb`. */
export interface Field {
  readonly path: string;
  /** As YAML or TOML reads it; undefined for a mapping, whose fields stand in the list themselves. */
  readonly value: unknown;
  readonly keySpan: Span;
  /** Quotation marks included; empty, behind YAML's colon, if there is no value. */
  readonly valueSpan: Span;
}

/** What front matter is written in. */
export type FrontMatterFormat = 'yaml' | 'toml';

/** The front matter of a post. */
export interface FrontMatter {
  readonly format: FrontMatterFormat;
  /** From the opening to the closing `---` or `+++`, both included. */
  readonly span: Span;
  /** What stands between them. */
  readonly contentSpan: Span;
  readonly fields: readonly Field[];
}

/** Something that the parser could not read as it was meant. */
export interface ParseFault {
  readonly span: Span;
  readonly message: string;
}

/** `[label]: url`, where the label is normalised. */
export interface Definition {
  readonly label: string;
  readonly url: string;
  readonly span: Span;
}

/** Where a directive stands: in the front matter above a field, or at its end; or at the end of a block, or before all of them. */
export type DirectivePlace =
  | { readonly in: 'front matter'; readonly field: string | undefined }
  | { readonly in: 'body'; readonly block: number | undefined };

/** A comment that speaks to the checks, e.g. `<!-- facing-pages: ignore link-missing example.org -->`. */
export interface Directive {
  /** `source` says what was translated here; `unclear`: the comment is meant for us and cannot be understood. */
  readonly kind: 'ignore' | 'ignore-file' | 'source' | 'unclear';
  /** A check's id, if there is such a check; empty if the comment is about none. */
  readonly check: string;
  /** Which of several problems at the place is meant; all of them if undefined. Of `source`, fingerprints with spaces between. */
  readonly subject: string | undefined;
  /** From the first to the last character of the comment. */
  readonly span: Span;
  readonly place: DirectivePlace;
}

/** A newsletter issue, or any other Markdown post, read. All spans count in `text`. */
export interface Issue {
  /** The text that was parsed: the file's own, or the repaired one where `damage` says so. */
  readonly text: string;
  readonly lines: LineIndex;
  /** The line break to use for what is inserted: the one that the text uses most. */
  readonly newline: '\n' | '\r\n';
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly definitions: readonly Definition[];
  /** In the order in which they stand. They are no text, and no block's `comments` have them. */
  readonly directives: readonly Directive[];
  readonly faults: readonly ParseFault[];
  /** Why the text is too large for an issue, see `whyTooLarge`: then only the front matter was read, and there are no blocks. */
  readonly tooLarge: string | undefined;
  /** Set if the file's text is damaged; `text` is then the repaired one, and this leads back to the file's. */
  readonly damage: DamagedEncoding | undefined;
}
