/**
 * The text with comments of Liquid, lines of nothing but its tags, and lines of nothing but a wrapping HTML tag blanked
 * out: replaced by as many spaces, so that offsets and lines stay. Code in fences stays as it is.
 */
export declare function blankTemplates(text: string): string;
