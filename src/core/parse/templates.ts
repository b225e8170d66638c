// What a site's template adds to a post and Markdown must not see: Liquid tags, and HTML that only wraps.
import { fenceBehind } from './fence.js';

const comment = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g;
/** Nothing but tags. Jekyll runs them before Markdown, so the line is never part of a paragraph. */
const tagLine = /^[ \t]*(?:\{%(?:[^%]|%(?!\}))*%\}[ \t]*)+$/;
/** An opening or closing tag alone. CommonMark would take all lines up to the next blank one for HTML; kramdown does not. */
const wrapperLine = /^[ \t]*<\/?(?:div|section|article|aside|center|figure|details|main|header|footer|p|span|blockquote)(?:\s[^<>]*)?>[ \t]*$/i;

/**
 * The text with comments of Liquid, lines of nothing but its tags, and lines of nothing but a wrapping HTML tag blanked
 * out: replaced by as many spaces, so that offsets and lines stay. Code in fences stays as it is.
 */
export function blankTemplates(text: string): string {
  if (!text.includes('{%') && !text.includes('<')) return text;
  const blank = (found: string): string => found.replace(/[^\r\n]/g, ' ');
  let fence: string | undefined;
  return text
    .replace(comment, blank)
    .split('\n')
    .map((line) => {
      const inside = fence !== undefined;
      fence = fenceBehind(line.trimEnd(), fence);
      const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
      return !inside && (tagLine.test(bare) || wrapperLine.test(bare)) ? blank(line) : line;
    })
    .join('\n');
}
