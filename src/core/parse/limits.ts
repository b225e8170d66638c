// What is too much to be read as Markdown: it would take minutes, or overflow the stack of whoever walks the tree.
import type { Nodes, Root } from 'mdast';

/** So many lines without a heading or two paragraphs in sequence are nothing that a person reads. */
const mostLines = 100_000;
/**
 * Signs that may be markup, between two blank lines; the parser's time grows with their square: so many can take some
 * seconds. Fewer are no bound, real posts have lists of thousands of addresses with such signs in them.
 */
const mostSigns = 10_000;
const sign = /[*_[\]`<!~]/g;
/** From each sign that closes emphasis it looks back to those that opened some: of real posts none has more open at once than 620. */
const mostOpen = 1_000;
const emphasis = /\*+|_+/g;
/** Each of these makes the parser look through all that follows. */
const costlySign = /<[!?]/g;
const costOfCostly = 20;
/** A heading's underline makes it put all of the stretch in order again. */
const underline = /^[ \t]*(?:=+|-+)[ \t]*$/gm;
const costOfUnderline = 5;
/** Quotes and list items that open on one line, and nodes inside one another. */
const deepest = 100;
const deepLine = new RegExp(`^(?:[ \\t]*(?:>|(?:[-*+]|\\d{1,9}[.)])(?=[ \\t]))){${deepest}}`, 'm');

/** Whether `markdown` can be parsed in time about linear in its length. */
export function isReadable(markdown: string): boolean {
  if (markdown.trim() === '' || deepLine.test(markdown)) return false;
  if (markdown.length < mostOpen) return true;
  if (markdown.length > mostLines && (markdown.match(/\n/g)?.length ?? 0) > mostLines) return false;
  return markdown
    .split(/\n[ \t\r]*\n/)
    .every((stretch) => !(hasMuchEmphasis(stretch) || (stretch.length >= mostSigns && signsIn(stretch) >= mostSigns)));
}

/** Whether more emphasis begins than ends: stars and underscores count each for themselves, those that can do both not at all. */
function hasMuchEmphasis(text: string): boolean {
  if (text.length < mostOpen) return false;
  const open = { '*': 0, _: 0 };
  for (const { 0: run, index } of text.matchAll(emphasis)) {
    const [before, behind] = [text[index - 1] ?? ' ', text[index + run.length] ?? ' '];
    const [begins, ends] = [!blank.test(behind) && !word.test(before), !blank.test(before) && !word.test(behind)];
    const kind = run[0] as '*' | '_';
    if (begins && !ends && ++open[kind] > mostOpen) return true;
    if (ends && !begins && open[kind] > 0) open[kind]--;
  }
  return false;
}

const blank = /\s/;
const word = /[\p{L}\p{N}]/u;

function signsIn(text: string): number {
  return (
    (text.match(sign)?.length ?? 0) +
    costOfCostly * (text.match(costlySign)?.length ?? 0) +
    costOfUnderline * (text.match(underline)?.length ?? 0)
  );
}

/** The tree, or one of plain text if its nodes lie too deep inside one another. */
export function readableTree(root: Root, markdown: string): Root {
  let level: readonly Nodes[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return plainTree(markdown);
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return root;
}

/** All of `markdown` as one paragraph without markup. */
export function plainTree(markdown: string): Root {
  const value = markdown.trim();
  const offset = markdown.length - markdown.trimStart().length;
  const point = (at: number): { line: number; column: number; offset: number } => ({
    line: 1,
    column: at + 1,
    offset: at,
  });
  const position = { start: point(offset), end: point(offset + value.length) };
  return {
    type: 'root',
    children: value === '' ? [] : [{ type: 'paragraph', position, children: [{ type: 'text', value, position }] }],
  };
}
