// What a site's template adds to a post and Markdown must not see: Liquid tags, and HTML that only wraps.
import { fenceBehind } from './fence.js';

/** One tag, and no shortcode of Hugo, `{{% name %}}`. None stands inside another, so that looking for tags takes time linear in the text. */
export const liquidTag = /(?<!\{)\{%(?:(?!\{%|%\}).)*%\}/;

const commentTag = /\{%-?\s*(comment|endcomment)\s*-?%\}/g;
/** Nothing but tags. Jekyll runs them before Markdown, so the line is never part of a paragraph. */
const tagLine = new RegExp(String.raw`^[ \t]*(?:${liquidTag.source}[ \t]*)+$`);
/** The tags around code that Jekyll itself sets in colour. */
const codeTag = /^[ \t]*\{%-?[ \t]*(highlight|endhighlight)\b(?:(?!\{%|%\}).)*%\}[ \t]*$/;
/** An opening or closing tag alone. CommonMark would take all lines up to the next blank one for HTML; kramdown does not. */
const wrapperLine =
  /^[ \t]*<\/?(?:div|section|article|aside|center|figure|details|main|header|footer|p|span|blockquote)(?:\s[^<>]*)?>[ \t]*$/i;

/** Kramdown's `<p markdown="1">Words</p>` on one line: its words are Markdown. */
const markdownLine =
  /^([ \t]*<)(p|div|section|aside|figcaption|td|blockquote)(\s(?:[^<>]*\s)?markdown=["']?(?:1|block|span)["']?(?:\s[^<>]*)?>.*<\/)\2(?=>[ \t]*$)/i;

/** Stands for a sign of Liquid in an address. A letter to Markdown, and one that no address has. */
export const addressFiller = '\u02d0';

/** Liquid in the place of a link's address. What is captured stands before it and is Liquid. */
const addressed =
  /(\]\([ \t]*[^\s()<>{}]*|^ {0,3}\[[^[\]\n]+\]:[ \t]*[^\s<>{}]*)((?:\{%(?:(?!\{%|%\}).){1,300}%\}|\{\{(?:(?!\{\{|\}\}).){1,300}\}\})+)/g;

/**
 * The text with comments of Liquid, lines of nothing but its tags, and lines of nothing but a wrapping HTML tag blanked
 * out: replaced by as many spaces, so that offsets and lines stay. Code in fences stays as it is; the tags of
 * `{% highlight %} … {% endhighlight %}` become fences. In the address of a link, `[words]({% link a.md %})`, signs that
 * no address has become `addressFiller`, and the tags of a line such as `<p markdown="1">Words</p>` such as stand inside
 * of paragraphs.
 */
export function blankTemplates(text: string): string {
  if (!text.includes('{%') && !text.includes('{{') && !text.includes('<')) return text;
  let fence: string | undefined;
  const lines = withoutComments(text).split('\n');
  const lastEnd = lines.findLastIndex((line) => codeTag.exec(line.trimEnd())?.[1] === 'endhighlight');
  let highlighted = false;
  return lines
    .map((line, i) => {
      const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
      const code = fence === undefined || highlighted ? codeTag.exec(bare)?.[1] : undefined;
      if (code === (highlighted ? 'endhighlight' : 'highlight') && i <= lastEnd) {
        highlighted = !highlighted;
        fence = highlighted ? codeFence : undefined;
        return fenced(line);
      }
      const inside = fence !== undefined;
      if (!highlighted) fence = fenceBehind(line.trimEnd(), fence);
      if (inside) return line;
      return tagLine.test(bare) || wrapperLine.test(bare) ? blank(line) : withPlainAddresses(withInlineTags(line));
    })
    .join('\n');
}

/** Code has backticks more often than these. No tag is shorter. */
const codeFence = '~~~~~~';

/** A fence in the place of a line's tag, as long as the line was. */
function fenced(line: string): string {
  const indent = /^[ \t]*/.exec(line)![0];
  return indent + codeFence + blank(line.slice(indent.length + codeFence.length));
}

/** A line of kramdown's with its tags renamed to such as stand inside of paragraphs. */
function withInlineTags(line: string): string {
  return line.replace(
    markdownLine,
    (_line, before: string, tag: string, between: string) =>
      before + 'x'.repeat(tag.length) + between + 'x'.repeat(tag.length),
  );
}

/** A line with `addressFiller` for the Liquid in its addresses; what is an address is told by `](` before it, or a label. */
export function withPlainAddresses(line: string): string {
  return line.includes('{')
    ? line.replace(
        addressed,
        (_match, before: string, liquid: string) => before + liquid.replace(/[^\w./-]/g, addressFiller),
      )
    : line;
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
