// Blocks that run into one another because a blank line, or a sign that Markdown knows, is missing.
import type { Nodes } from 'mdast';
import type { Block, Issue } from '../../model.js';
import type { Edit } from '../../text/edit.js';
import { slice, type Span } from '../../text/span.js';
import { proseOf } from './mask.js';
import { lookAgain, perBlock } from './perRow.js';

export type SwallowedKind = 'underlined' | 'list' | 'fence' | 'comment' | 'indented';

/** What one text shows by itself. */
export interface Swallowed {
  readonly kind: SwallowedKind;
  readonly span: Span;
  readonly block: Block;
  readonly edits: readonly Edit[];
}

/** All of a post, block by block. What is never closed is looked for behind the last one. */
export const swallowedIn = perBlock(
  (block, context): readonly Swallowed[] => {
    const { target } = context;
    if (block.index === target.blocks.length - 1) lookAgain(context);
    return [
      ...underlined(target, block),
      ...lists(target, block),
      ...unclosed(target, block),
      ...indented(target, block),
    ];
  },
  { reach: 1 },
);

/** Whether a text ends as sentences do. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？…؟।۔:：;；]["'”’»」』)）\]*_]*\s*$/u.test(text);
}

/** A paragraph right above a rule, `---`, is a heading to Markdown. */
function underlined({ text, newline }: Issue, block: Block): Swallowed[] {
  if (block.kind !== 'heading' || text[block.span.start] === '#') return [];
  const match = /\r?\n[ \t]{0,3}-{3,}[ \t]*$/.exec(slice(text, block.span).slice(-120));
  if (!match) return [];
  const ruleAt = block.span.end - match[0].trimStart().length;
  const words = text.slice(block.span.start, ruleAt).trim();
  if (!/[\r\n]/.test(words) && (words.length < 60 || !endsSentence(words))) return [];
  return [
    {
      kind: 'underlined',
      span: { start: ruleAt, end: block.span.end },
      block,
      edits: [{ span: { start: ruleAt, end: ruleAt }, newText: newline }],
    },
  ];
}

const sign = /^([•●◦▪‣・][ \t\u3000]*|[-*+](?=\p{L})|(\d{1,3})[.)](?:[ \t]+|(?=\p{L})))/u;

interface Line extends Span {
  readonly text: string;
}

/** Lines that begin like a list’s, in a paragraph that Markdown runs together. */
function lists(issue: Issue, block: Block): Swallowed[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  const prose = proseOf(issue, block, 'keep links');
  if (!prose.includes('\n')) return [];
  const lines = linesOf(prose, block.span.start);
  const found: Swallowed[] = [];
  for (let first = block.kind === 'list-item' ? 1 : 0; first < lines.length; first++) {
    let after = first;
    while (after < lines.length && isItem(lines, first, after)) after++;
    if (after - first < 2) continue;
    const items = lines.slice(first, after);
    const breaks = items.slice(0, -1).some(({ text }) => /(?: {2}|\\|<br ?\/?>)\r?$/.test(text));
    if (!breaks)
      found.push({
        kind: 'list',
        span: { start: items[0]!.start, end: items.at(-1)!.end },
        block,
        edits: block.kind === 'list-item' ? [] : listEdits(issue, items, first > 0, after < lines.length),
      });
    first = after;
  }
  return found;
}

function linesOf(prose: string, start: number): Line[] {
  const lines: Line[] = [];
  for (const match of prose.matchAll(/[^\n]+/g)) {
    const lead = /^[ \t]*/.exec(match[0])![0].length;
    const text = match[0].slice(lead).replace(/\r$/, '');
    lines.push({ start: start + match.index + lead, end: start + match.index + lead + text.trimEnd().length, text });
  }
  return lines;
}

/** Whether line `at` goes on with the list that line `first` begins: the same sign, or the next number. */
function isItem(lines: readonly Line[], first: number, at: number): boolean {
  const [begin, own] = [sign.exec(lines[first]!.text), sign.exec(lines[at]!.text)];
  if (!begin || !own) return false;
  if (begin[2] === undefined) return own[2] === undefined && begin[0][0] === own[0][0];
  return own[2] !== undefined && Number(own[2]) === Number(begin[2]) + at - first;
}

function listEdits({ newline }: Issue, items: readonly Line[], hasTextBefore: boolean, hasTextBehind: boolean): Edit[] {
  const edits = items.map(({ start, text }, i): Edit => {
    const match = sign.exec(text)!;
    const lead = i === 0 && hasTextBefore ? newline : '';
    return {
      span: { start, end: start + match[0].length },
      newText: `${lead}${match[2] === undefined ? '-' : match[0].trimEnd()} `,
    };
  });
  const end = items.at(-1)!.end;
  return hasTextBehind ? [...edits, { span: { start: end, end }, newText: newline }] : edits;
}

/** Code and comments that are opened and never closed take all that follows. */
function unclosed(issue: Issue, block: Block): Swallowed[] {
  if (block.index !== issue.blocks.length - 1) return [];
  const last = block.nodes.at(-1);
  const text = issue.text.slice(block.span.start);
  if (block.kind === 'code' && last?.type === 'code') {
    const fence = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== undefined && !new RegExp(`\\n[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*\\r?\\n?\\s*$`).test(text))
      return [
        { kind: 'fence', span: { start: block.span.start, end: block.span.start + fence.length }, block, edits: [] },
      ];
  }
  const open = text.lastIndexOf('<!--');
  if (
    open < 0 ||
    text.includes('-->', open) ||
    block.kind === 'code' ||
    (block.span.start + open < block.span.end && block.code.some((code) => code.includes('<!--')))
  )
    return [];
  return [
    { kind: 'comment', span: { start: block.span.start + open, end: block.span.start + open + 4 }, block, edits: [] },
  ];
}

/** Prose that is indented by four spaces, which makes it code. */
function indented(issue: Issue, block: Block): Swallowed[] {
  if (block.kind !== 'code' || /^[`~]{3}/.test(issue.text.slice(block.span.start, block.span.start + 3))) return [];
  const node = block.nodes[0] as Nodes | undefined;
  if (node?.type !== 'code' || !isProse(node.value)) return [];
  const lineStart = issue.lines.startOf(issue.lines.positionAt(block.span.start).line);
  const written = issue.text.slice(lineStart, block.span.end);
  const edits = Array.from(written.matchAll(/^(?: {4,}|[ ]{0,3}\t)[ \t]*/gm), (match): Edit => ({
    span: { start: lineStart + match.index, end: lineStart + match.index + match[0].length },
    newText: '',
  }));
  return [
    {
      kind: 'indented',
      span: block.span,
      block,
      edits: /\S/.test(issue.text.slice(lineStart, block.span.start)) ? [] : edits,
    },
  ];
}

/** Sentences, not commands: words and a stop, or links and emphasis among words; nothing that programs are made of. */
function isProse(code: string): boolean {
  if (/[{}=<>|$\\]|;\s*$|\(\)|\/\/|^[ \t]*[#%>]/m.test(code.replace(/\]\([^()\s]*\)/g, ']'))) return false;
  const words = code.match(/\p{L}{2,}/gu)?.length ?? 0;
  const letters = code.match(/[\p{L}\s]/gu)?.length ?? 0;
  return (
    letters > code.length * 0.75 &&
    (words >= 8 || /\p{Script=Han}{8}|[\p{Script=Hiragana}\p{Script=Katakana}]{8}/u.test(code)) &&
    endsSentence(code)
  );
}
