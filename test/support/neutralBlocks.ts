// Blocks that know nothing of this project's parser: what gold alignments and every aligner's output are measured in.
import type { LineRange } from './planted/pair.js';

/** A block of a post, told by its lines alone. */
export interface NeutralBlock extends LineRange {
  readonly kind: 'heading' | 'image' | 'list' | 'title' | 'paragraph';
  /** Its lines in one, markup included. */
  readonly text: string;
}

const spacer = /^\\+$/;
const rule = /^(?:[-*_]\s*){3,}$/;
const definition = /^\s{0,3}\[[^\]]+\]:\s/;
const heading = /^#{1,6}(?:\s|$)/;
const image = /^!\[[^\]]*\]\([^)]*\)\s*$/;
const bullet = /^(?:[-*+]|\d+[.)])\s/;
const title = /^(?:\*{2,3}|_{2,3}).+(?:\*{2,3}|_{2,3})$/;
const longestTitle = 240;

/**
 * Cuts a post into blocks: a heading or a picture is a line; a list item, and a paragraph, goes on to the next blank
 * line, spacer, rule, definition, Liquid tag, heading, picture or bullet. Front matter and comments are none.
 */
export function neutralBlocks(text: string): NeutralBlock[] {
  const blocks: NeutralBlock[] = [];
  let open: { kind: NeutralBlock['kind']; first: number; last: number; text: string } | undefined;
  const close = (): void => {
    if (open) blocks.push(open);
    open = undefined;
  };
  visibleLines(text).forEach((line, n) => {
    const words = line.trim();
    if (words === '' || spacer.test(words) || rule.test(words) || definition.test(line) || words.startsWith('{%'))
      close();
    else if (heading.test(words) || image.test(words)) {
      close();
      blocks.push({ kind: words.startsWith('#') ? 'heading' : 'image', first: n, last: n, text: words });
    } else if (bullet.test(words)) {
      close();
      open = { kind: 'list', first: n, last: n, text: words };
    } else if (open) open = { ...open, last: n, text: `${open.text} ${words}` };
    else
      open = {
        kind: title.test(words) && words.length < longestTitle ? 'title' : 'paragraph',
        first: n,
        last: n,
        text: words,
      };
  });
  close();
  return blocks;
}

/** The lines, those of front matter and comments blank. */
function visibleLines(text: string): string[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines[0]?.trim() === '---') {
    const end = lines.findIndex((line, i) => i > 0 && line.trim() === '---');
    lines.fill('', 0, Math.max(0, end) + 1);
  }
  return lines
    .join('\n')
    .replace(/<!--[^]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .split('\n');
}
