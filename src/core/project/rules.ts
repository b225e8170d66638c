// What a project has laid down for its texts: what the checks and fixes look up besides the texts themselves.

/** How source text that a fix puts into a translation is marked as still to be translated. */
export const insertStyles = ['plain', 'quoted', 'comment'] as const;
export type InsertStyle = (typeof insertStyles)[number];

/** An entry of the glossary. */
export interface GlossaryTerm {
  /** As the source writes it. */
  readonly term: string;
  /** Stays as it is in every language: a name, an acronym. */
  readonly keep: boolean;
  /** By locale (BCP 47) how it may be rendered, the preferred one first. */
  readonly translations: Readonly<Record<string, readonly string[]>>;
  /** By locale how it must not be rendered. */
  readonly avoid: Readonly<Record<string, readonly string[]>>;
  /** For people. */
  readonly note: string | undefined;
}

/** Which front matter fields are what. A name is a field's path, e.g. `image.thumb`; `image.*` is all below. */
export interface FieldRules {
  /** Prose that is to be translated. */
  readonly prose: readonly string[];
  /** The same in every language. */
  readonly same: readonly string[];
  /** Never the same as in the source. */
  readonly different: readonly string[];
}

export interface ProjectRules {
  readonly glossary: readonly GlossaryTerm[];
  /** Besides what is known of common site generators; empty lists where nothing was laid down. */
  readonly fields: FieldRules;
  /** Addresses of the site's own pages with `{lang}` where the language stands, e.g. `https://example.org/{lang}/*`. */
  readonly siteUrls: readonly string[];
  readonly insert: InsertStyle;
  /** Whether a translation keeps fingerprints of the source that it was made from, so that units that lag behind can be named without a history. */
  readonly sourceMarks: boolean;
}

/** What holds where nothing was laid down. */
export const defaultRules: ProjectRules = {
  glossary: [],
  fields: { prose: [], same: [], different: [] },
  siteUrls: [],
  insert: 'plain',
  sourceMarks: false,
};
