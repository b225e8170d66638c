// Links that were meant as such and are none, or not the ones that were meant: mistyped brackets.
import { groupBy } from '../../grouped.js';
import type { Block, Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import { isReadable } from '../../parse/limits.js';
import { slice, type Span } from '../../text/span.js';
import type { PostContext } from '../check.js';
import { looksLikeAddress, repairedAddress } from './addresses.js';
import { oncePer } from './memo.js';
import { hidden, proseOf } from './mask.js';
import { plainByBlock } from './perRow.js';

/** What is wrong with a link's brackets. */
export type BrokenLinkKind =
  | 'spaceBetween'
  | 'wordsBetween'
  | 'closedEarly'
  | 'swapped'
  | 'unclosed'
  | 'spaceInAddress'
  | 'spaceAround'
  | 'fullWidth'
  | 'doubledParentheses'
  | 'doubledBracket'
  | 'unopened'
  | 'noWords'
  | 'leftoverLink'
  | 'leftover';

/** A link with mistyped brackets. */
export interface BrokenLink {
  readonly kind: BrokenLinkKind;
  readonly span: Span;
  readonly block: Block;
  /** The address that was meant; undefined where none is left. */
  readonly url: string | undefined;
  /** What makes it a link; none where that cannot be told. */
  readonly edits: readonly Edit[];
  /** Whether only one repair makes sense. */
  readonly isSure: boolean;
  /** Whether Markdown reads a link there all the same. */
  readonly isLink: boolean;
}

/** All links with mistyped brackets, in the order in which they stand. */
export const brokenLinks = oncePer((context: PostContext): readonly BrokenLink[] =>
  inBlocks(context)
    .flatMap(({ row: block, value }) => value.map((one) => ({ ...one, block })))
    .sort((a, b) => a.span.start - b.span.start),
);

/** The same by their blocks: where they are asked for at each block or link, a list of all would take time with the square of them. */
export const brokenLinksByBlock = oncePer((context: PostContext): ReadonlyMap<Block, readonly BrokenLink[]> =>
  groupBy(brokenLinks(context), ({ block }) => block),
);

/** What was found in a block, which is no plain data itself. */
type InBlock = Omit<BrokenLink, 'block'>;

const inBlocks = plainByBlock((block, { target }): readonly InBlock[] =>
  block.kind !== 'code' && block.kind !== 'html' && isReadable(slice(target.text, block.span))
    ? [...inProse(target, block), ...inLinks(target, block)]
    : [],
);

interface Pattern {
  readonly kind: BrokenLinkKind;
  /** Groups: `words`, `url`. */
  readonly regex: RegExp;
  /** The link as it was meant; undefined if the match is none after all. */
  readonly repair: (words: string, url: string) => string | undefined;
  readonly isSure: boolean;
}

const link = (words: string, url: string): string => `[${words}](${repairedAddress(url)})`;
const words = String.raw`(?<words>[^\[\]\u0000\n][^\[\]\u0000]{0,200}?)`;

/** An address that nobody closed ends where plain ASCII does, at the latest: letters of other scripts go on with the text. */
const asciiAddress = String.raw`[!#$%&*+,\-./0-9:;=?@A-Z^_a-z|~]+`;

/** Tried in this order; what one has taken the next does not see. */
const patterns: readonly Pattern[] = [
  {
    kind: 'fullWidth',
    regex: new RegExp(
      String.raw`(?:［${words}］|(?<half>\[)(?<words2>[^\[\]\u0000\n]{1,200})\])[ \t]?[（(](?<url>[^\s（）()\u0000]+)[）)]`,
      'gu',
    ),
    repair: link,
    isSure: true,
  },
  {
    kind: 'spaceBetween',
    regex: new RegExp(
      String.raw`\[${words}\][ \t]+\([ \t]*(?<url>[^\s()\u0000]+(?:\([^\s()\u0000]*\)[^\s()\u0000]*)?)[ \t]*\)`,
      'gu',
    ),
    repair: (w, url) => (isMark(w) ? undefined : link(w, url)),
    isSure: true,
  },
  {
    kind: 'swapped',
    regex:
      /\((?<words>[^()\[\]\u0000\n]{1,200}(?:\([^()\[\]\u0000\n]{1,100}\)[^()\[\]\u0000\n]{0,100})?)\)\[(?<url>[^\s\[\]\u0000]+)\]/gu,
    repair: link,
    isSure: true,
  },
  {
    kind: 'spaceInAddress',
    regex: new RegExp(String.raw`\[${words}\]\((?<url>[^\s()\u0000]*[ \t]+[^\s()\u0000]+)\)`, 'gu'),
    repair: (w, url) => link(w, url.replace(/\s+/g, '')),
    isSure: false,
  },
  {
    kind: 'unclosed',
    regex: new RegExp(String.raw`\[${words}\]\((?=(?<url>${asciiAddress}))\k<url>(?![()])`, 'gu'),
    repair: (w, url) => unclosed(w, url),
    isSure: true,
  },
  {
    kind: 'wordsBetween',
    regex:
      /\[(?<words>[^\[\]\u0000\n]{1,80})\](?<between>[ \t]+[\p{L}\p{M}’'-]+(?:[ \t]+[\p{L}\p{M}’'-]+)?[ \t]*)\((?<url>[^\s()\u0000]+)\)/gu,
    repair: (w, url) => (isMark(w) ? undefined : link(w, url)),
    isSure: false,
  },
  {
    kind: 'closedEarly',
    regex: /\[(?<words>[^\[\]\u0000\n]{2,80})\](?<between>[^\[\]()\u0000\n]{1,60})\]\((?<url>[^\s()\u0000]+)\)/gu,
    repair: (w, url) => (isMark(w) ? undefined : link(w, url)),
    isSure: false,
  },
];

function inProse(issue: Issue, block: Block): InBlock[] {
  let prose = proseOf(issue, block, 'hide links');
  const found: InBlock[] = [];
  for (const { kind, regex, repair, isSure } of patterns) {
    prose = prose.replace(regex, (match, ...rest) => {
      const groups = rest.at(-1) as Record<string, string | undefined>;
      const at = rest.at(-3) as number;
      const text = groups['words'] ?? groups['words2']!;
      const url = groups['url']!;
      const isNarrow = kind === 'fullWidth' && !/[［］（）]/u.test(match);
      const repaired =
        looksLikeAddress(url.replace(/\s+/g, '')) && !isNarrow
          ? repair(text + (groups['between'] ?? '').trimEnd(), url)
          : undefined;
      if (repaired === undefined) return match;
      const start = block.span.start + at;
      const span = { start, end: start + match.length };
      if (/^\{[{%]/.test(issue.text.slice(span.end, span.end + 2))) return match; // a template goes on with the address
      found.push({
        kind,
        span,
        url: addressIn(repaired),
        edits: [{ span, newText: repaired }],
        isSure: isSure || isSplitScheme(url),
        isLink: false,
      });
      return hidden.repeat(match.length);
    });
  }
  return [...found, ...leftovers(prose, block)];
}

/** What stands right behind `](` where a template writes the address, or some of it: `{% link … %}`, `https://…/{{ release.tag }}`. */
const madeAddress = new RegExp(String.raw`^[^\s()${hidden}]*${hidden}`);

/** What stands right behind `](`: an address with its closing bracket. */
const closedAddress = /^([^\s()\u0000]+)\)/;
const wordBefore = /(?<![^\s\[\]()（）、，。：；“”«»"\u0000])[^\s\[\]()（）、，。：；“”«»"\u0000]+$/u;

/** `](` that belongs to no link: one whose first bracket was lost, or the rest of one that was taken out. */
function leftovers(prose: string, block: Block): InBlock[] {
  return Array.from(prose.matchAll(/\]\(/g), ({ index }): InBlock | undefined => {
    if (prose[index - 1] === hidden || madeAddress.test(prose.slice(index + 2, index + 600))) return undefined; // a template's
    const start = block.span.start + index;
    const word = wordBefore.exec(prose.slice(Math.max(0, index - 60), index))?.[0];
    const [closed, url = ''] = closedAddress.exec(prose.slice(index + 2, index + 600)) ?? [];
    if (word === undefined || closed === undefined || !looksLikeAddress(url)) {
      return {
        kind: 'leftover',
        span: { start, end: start + 2 },
        url: undefined,
        edits: [],
        isSure: false,
        isLink: false,
      };
    }
    const open = start - word.length;
    const edits = [{ span: { start: open, end: open }, newText: '[' }];
    return {
      kind: 'unopened',
      span: { start: open, end: start + 2 + closed.length },
      url: repairedAddress(url),
      edits,
      isSure: false,
      isLink: false,
    };
  }).flatMap((found) => found ?? []);
}

/** What Markdown does read as a link, but not as the one that was meant. */
function inLinks(issue: Issue, block: Block): InBlock[] {
  const found: InBlock[] = [];
  const prose = proseOf(issue, block, 'hide links');
  const shown = new Set(
    block.links.filter(({ span }) => !issue.text.startsWith('[](', span.start)).map(({ key }) => key),
  );
  for (const one of block.links) {
    if (one.form !== 'inline' || !one.urlSpan) continue;
    const written = issue.text.slice(one.urlSpan.start, one.urlSpan.end);
    if (/^\(.*\)$/s.test(written) && looksLikeAddress(written.slice(1, -1))) {
      found.push({
        kind: 'doubledParentheses',
        span: one.span,
        url: written.slice(1, -1),
        edits: [{ span: one.urlSpan, newText: written.slice(1, -1) }],
        isSure: true,
        isLink: true,
      });
    } else if (/\]\([ \t]+$/.test(issue.text.slice(one.textSpan.end, one.urlSpan.start)) && looksLikeAddress(written)) {
      const open = issue.text.lastIndexOf('(', one.urlSpan.start - 1) + 1;
      found.push({
        kind: 'spaceAround',
        span: { start: open - 2, end: one.urlSpan.start },
        url: one.url,
        edits: [{ span: { start: open, end: one.urlSpan.start }, newText: '' }],
        isSure: false,
        isLink: true,
      });
    }
    if (issue.text.slice(one.span.start, one.span.end).startsWith('[](') && one.url !== '' && !isForPlugin(one.url)) {
      const isTwice = shown.has(one.key);
      found.push({
        kind: isTwice ? 'leftoverLink' : 'noWords',
        span: one.span,
        url: one.url,
        edits: isTwice ? [{ span: withSpace(issue.text, one.span), newText: '' }] : [],
        isSure: isTwice,
        isLink: true,
      });
    }
    if (opensTwice(prose, one.span.start - block.span.start, one.span.end - block.span.start)) {
      const start = one.span.start - 1;
      found.push({
        kind: 'doubledBracket',
        span: { start, end: one.span.end },
        url: one.url,
        edits: [{ span: { start, end: start + 1 }, newText: '' }],
        isSure: true,
        isLink: true,
      });
    }
  }
  return found;
}

/** `[](codepen://boats)`: no browser knows such a scheme; a plugin of the site makes something of it. */
function isForPlugin(url: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\//i.test(url) && !/^(?:https?|ftp):/i.test(url);
}

/** The span, with the space before it where another one follows. */
function withSpace(text: string, { start, end }: Span): Span {
  return { start: text[start - 1] === ' ' && /\s/.test(text[end] ?? ' ') ? start - 1 : start, end };
}

/** Whether a `[` stands right before the link that nothing behind it closes. */
function opensTwice(prose: string, start: number, end: number): boolean {
  if (prose[start - 1] !== '[' || prose[start - 2] === '\\') return false;
  let depth = 1;
  for (const character of prose.slice(end)) {
    if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return false;
  }
  return true;
}

/** `1`, `^1`, `x`: marks of footnotes, tasks and lists of references, not words of a link. */
function isMark(text: string): boolean {
  return /^(?:\^.*|[\d\W]*|x)$/iu.test(text.trim()) && !/\p{L}{2}/u.test(text);
}

function isSplitScheme(url: string): boolean {
  return /^\s*[a-z]+:\/{0,2}\s+\S+$/i.test(url);
}

function unclosed(text: string, url: string): string | undefined {
  let end = url.length;
  while (end > 0 && '.,;:!?*_~'.includes(url[end - 1]!)) end--;
  return `${link(text, url.slice(0, end))}${url.slice(end)}`;
}

function addressIn(repaired: string): string {
  return repairedAddress(/\]\((.*)\)/s.exec(repaired)![1]!);
}
