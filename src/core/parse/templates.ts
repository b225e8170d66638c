// What a site's template adds to a post and Markdown must not see: Liquid tags, and HTML that only wraps.
import { fenceBehind } from './fence.js';

/** One tag. None stands inside another, so that looking for tags takes time linear in the text. */
export const liquidTag = /\{%(?:(?!\{%|%\}).)*%\}/;

const commentTag = /\{%-?\s*(comment|endcomment)\s*-?%\}/g;
/** Nothing but tags. Jekyll runs them before Markdown, so the line is never part of a paragraph. */
const tagLine = new RegExp(String.raw`^[ \t]*(?:${liquidTag.source}[ \t]*)+$`);
/** An opening or closing tag alone. CommonMark would take all lines up to the next blank one for HTML; kramdown does not. */
const wrapperLine = /^[ \t]*<\/?(?:div|section|article|aside|center|figure|details|main|header|footer|p|span|blockquote)(?:\s[^<>]*)?>[ \t]*$/i;

/**
 * The text with comments of Liquid, lines of nothing but its tags, and lines of nothing but a wrapping HTML tag blanked
 * out: replaced by as many spaces, so that offsets and lines stay. Code in fences stays as it is.
 */
export function blankTemplates(text: string): string {
  if (!text.includes('{%') && !text.includes('<')) return text;
  let fence: string | undefined;
  return withoutComments(text)
    .split('\n')
    .map((line) => {
      const inside = fence !== undefined;
      fence = fenceBehind(line.trimEnd(), fence);
      const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
      return !inside && (tagLine.test(bare) || wrapperLine.test(bare)) ? blank(line) : line;
    })
    .join('\n');
}

/** Blanks `{% comment %} … {% endcomment %}`; one that is never closed stays. */
function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  let opened: number | undefined;
  for (const { index, 0: tag, 1: name } of text.matchAll(commentTag)) {
    if (name === 'comment') opened ??= index;
    else if (opened !== undefined) {
      const end = index + tag.length;
      out += text.slice(at, opened) + blank(text.slice(opened, end));
      at = end;
      opened = undefined;
    }
  }
  return out + text.slice(at);
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
