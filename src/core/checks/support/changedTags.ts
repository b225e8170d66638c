// Tags and categories that are the source's but for a slip of the hand; translated ones are no slips.
import { likeness } from './addresses.js';

/** A tag as the translation has it, and what the source has. */
export interface ChangedTag {
  readonly found: string;
  readonly expected: string;
}

/** What makes a tag an identifier that nobody translates: `nlp_newsletter`, `issue-7`. */
const identifier = /^(?=.*[_\d-])[\w./-]+$/;
const nearlyAlike = 0.85;

export function changedTags(source: readonly string[], target: readonly string[]): ChangedTag[] {
  const missing = source.filter((tag) => !target.includes(tag));
  const unknown = target.filter((tag) => !source.includes(tag));
  return missing.flatMap((expected) => {
    const found = unknown.find((tag) => isSlip(tag, expected));
    return found === undefined ? [] : [{ found, expected }];
  });
}

function isSlip(found: string, expected: string): boolean {
  const bare = (tag: string): string => tag.toLowerCase().replace(/[\s_-]+/g, '');
  if (bare(found) === bare(expected)) return true;
  return (
    identifier.test(expected) && digitsOf(found) === digitsOf(expected) && likeness(found, expected) >= nearlyAlike
  );
}

/** `issue-7` and `issue-8` are two tags. */
function digitsOf(tag: string): string {
  return tag.replace(/\D+/g, ' ').trim();
}
