// Which language a text is in.

/** A language and how sure it is, 0 to 1. */
export interface Language {
  readonly locale: string;
  readonly confidence: number;
}
