// Where a comment that marks something as intended goes, and how it is taken away again.
import type { Block, Directive, DirectivePlace, Issue } from '../model.js';
import { isDirective, placeOf, writtenSubject } from '../parse/directives.js';
import { parseIssue } from '../parse/issue.js';
import { applyEdits, type Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** What a comment is to say. */
export interface Order {
  readonly kind: 'ignore' | 'ignore-file' | 'source';
  /** Empty where it is about none. */
  readonly check: string;
  readonly subject?: string | undefined;
}

/** To be sure of a place the text is read again around it; of longer ones that would be felt. In characters. */
const longest = 300_000;

/**
 * The edit that marks a problem at `span` as intended: a comment at the end of its block, or above its field. The text
 * reads as before: same blocks, same fields. Undefined if there is no such place.
 */
export function ignoreHere(issue: Issue, span: Span, check: string, subject: string | undefined): Edit | undefined {
  const place = placeOf(span, issue);
  const wanted: Order = { kind: 'ignore', check, subject };
  if (place.in === 'front matter')
    return firstThatHolds(issue, wanted, place, inFrontMatter(issue, place.field, wanted));
  const block = place.block === undefined ? undefined : issue.blocks[place.block];
  return firstThatHolds(issue, wanted, place, block ? behindBlock(issue, block, wanted) : atTop(issue, wanted));
}

/** The edit that marks all of a check's problems in a file as intended: a comment at the top. */
export function ignoreInFile(issue: Issue, check: string): Edit | undefined {
  const wanted: Order = { kind: 'ignore-file', check };
  return firstThatHolds(issue, wanted, undefined, [...inHead(issue, wanted), ...atTop(issue, wanted)]);
}

/** The edit that names at a block what it translates, by the fingerprints of the source's blocks. Undefined if there is no place for it. */
export function sourceMark(issue: Issue, block: Block, fingerprints: readonly string[]): Edit | undefined {
  const wanted: Order = { kind: 'source', check: '', subject: fingerprints.join(' ') };
  const there = issue.directives.find(
    ({ kind, place }) => kind === 'source' && place.in === 'body' && place.block === block.index,
  );
  if (there) return { span: there.span, newText: htmlComment(wanted) };
  return firstThatHolds(issue, wanted, { in: 'body', block: block.index }, behindBlock(issue, block, wanted));
}

/** The edit that names for the whole file what it translates. Undefined if there is no place for it. */
export function sourceMarkOfFile(issue: Issue, fingerprints: readonly string[]): Edit | undefined {
  const wanted: Order = { kind: 'source', check: '', subject: fingerprints.join(' ') };
  const there = issue.directives.find(
    ({ kind, place }) => kind === 'source' && (place.in === 'front matter' || place.block === undefined),
  );
  if (there)
    return { span: there.span, newText: there.place.in === 'body' ? htmlComment(wanted) : yamlComment(wanted) };
  return firstThatHolds(issue, wanted, undefined, [...inHead(issue, wanted), ...atTop(issue, wanted)]);
}

/** The edit that takes a directive away, and the line that it had for itself. */
export function removal(issue: Issue, { span }: Directive): Edit {
  const { text, lines } = issue;
  const [first, last] = [lines.positionAt(span.start).line, lines.positionAt(span.end).line];
  const before = text.slice(lines.startOf(first), span.start);
  const behind = text.slice(span.end, lines.startOf(last + 1));
  if (!/^[\s>]*$/.test(before) || behind.trim() !== '') {
    const blanks = /(?<![ \t])[ \t]*$/.exec(before)![0].length;
    return { span: { start: span.start - blanks, end: span.end }, newText: '' };
  }
  const isBlank = (line: number): boolean => /^[\s>]*$/.test(text.slice(lines.startOf(line), lines.startOf(line + 1)));
  // Of two blank lines around it one goes, unless none is left that parts its neighbours.
  if (text[span.start] === '#' || !isBlank(last + 1)) return { span: lineSpan(issue, first, last), newText: '' };
  if (first === 0) return { span: lineSpan(issue, 0, Math.min(last + 1, lines.count - 1)), newText: '' };
  return { span: lineSpan(issue, isBlank(first - 1) && first > 1 ? first - 1 : first, last), newText: '' };
}

/** Whole lines with a line break of theirs: the one behind or, at the end of the text, the one before. A byte order mark stays. */
function lineSpan({ text, lines }: Issue, first: number, last: number): Span {
  const start = lines.startOf(first);
  if (last + 1 < lines.count || first === 0)
    return { start: start === 0 && text.startsWith('\ufeff') ? 1 : start, end: lines.startOf(last + 1) };
  return { start: endOfLine(text, lines.startOf(first - 1)), end: text.length };
}

function firstThatHolds(
  issue: Issue,
  order: Order,
  place: DirectivePlace | undefined,
  candidates: readonly Edit[],
): Edit | undefined {
  if (issue.text.length > longest) return undefined;
  const before = shape(issue);
  return candidates.find((edit) => {
    // An editor asks at each key for what it may offer: all of a text at a stretch would be felt there.
    const after = parseIssue(applyEdits(issue.text, [edit]), issue);
    const own = after.directives.find(
      ({ span }) => span.start >= edit.span.start && span.end <= edit.span.start + edit.newText.length,
    );
    const isUnderstood =
      own?.kind === order.kind &&
      own.check === order.check &&
      (place === undefined || JSON.stringify(own.place) === JSON.stringify(place));
    return isUnderstood && after.directives.length === issue.directives.length + 1 && shape(after) === before;
  });
}

/** All of an issue that readers and checks see, without places. */
function shape(issue: Issue): string {
  return JSON.stringify([
    issue.blocks.map(({ kind, depth, text, links, images, code, comments }) => [
      kind,
      depth,
      text,
      links.map(({ key, text: words }) => [key, words]),
      images.map(({ key, alt }) => [key, alt]),
      code,
      comments,
    ]),
    issue.sections,
    issue.definitions.map(({ label, url }) => [label, url]),
    issue.frontMatter?.fields.map(({ path, value }) => [path, value]),
    issue.faults.map(({ message }) => message),
  ]);
}

/** At the end of the block's last line, where Markdown allows it; else on a line of its own. */
function behindBlock(issue: Issue, block: Block, order: Order): Edit[] {
  const isRunningText =
    block.nodes[0]?.type === 'paragraph' || (block.nodes[0] !== undefined && !flow.has(block.nodes[0].type));
  const inline = atEndOfText(issue, block, order);
  return isRunningText ? [inline, ...onOwnLine(issue, block, order)] : onOwnLine(issue, block, order);
}

const flow: ReadonlySet<string> = new Set(['heading', 'code', 'table', 'html']);

function atEndOfText({ text }: Issue, { span }: Block, order: Order): Edit {
  // Backslashes at the end of a line make the line break only there.
  const breaks = /(?<!\\)\\*$/.exec(text.slice(span.start, span.end))![0].length;
  let at = breaks > 0 ? span.end - breaks : span.end;
  for (;;) {
    const next = /^[ \t]*(<!--(?:(?!-->).)*-->)/.exec(text.slice(at, at + 600));
    if (!next || !isDirective(next[1]!)) break;
    at += next[0].length;
  }
  return inserted(at, ` ${htmlComment(order)}`);
}

/** Indented or quoted as the block is, with a blank line before it where there is one behind it, and where that makes no tight list a loose one. */
function onOwnLine(issue: Issue, block: Block, order: Order): Edit[] {
  const { text, newline } = issue;
  const lineStart = text.lastIndexOf('\n', block.span.start - 1) + 1;
  const lead = text.slice(lineStart, block.span.start).replace(/[^\s>]/g, ' ');
  const isIndentedCode = block.kind === 'code' && !/^(?:`{3}|~{3})/.test(text.slice(block.span.start));
  const prefix = isIndentedCode ? lead.replace(/(?: {4}|\t)$/, '') : lead;
  const comment = newline + prefix + htmlComment(order);
  const at = behindAttributes(text, endOfLine(text, block.span.end));
  const parted = inserted(at, newline + prefix.trimEnd() + comment);
  const isTight = block.kind !== 'table' && (/^\s+$/.test(prefix) || /^\r?\n[^\r\n]*\S/.test(text.slice(at, at + 500)));
  return isTight ? [inserted(at, comment), parted] : [parted, inserted(at, comment)];
}

/** Behind kramdown's attribute lists on the lines right below, which would lose what they belong to. */
function behindAttributes(text: string, lineEnd: number): number {
  const below = /^(?:\r?\n[ \t>]*\{:[^\n]*\}[ \t]*(?=\r?\n|$))+/.exec(text.slice(lineEnd, lineEnd + 1000));
  return lineEnd + (below?.[0].length ?? 0);
}

/** Above the line of `field`, or of the one that it lies in; of no field, at the end of the front matter. */
function inFrontMatter(issue: Issue, field: string | undefined, order: Order): Edit[] {
  const { text, newline, frontMatter } = issue;
  if (!frontMatter) return [];
  const { fields, contentSpan } = frontMatter;
  if (field === undefined) return [inserted(contentSpan.end, newline + yamlComment(order))];
  const key = fields.find(({ path }) => path === field)!.keySpan;
  const lineStart = text.lastIndexOf('\n', key.start - 1) + 1;
  const indent = text.slice(lineStart, key.start);
  return indent.trim() === '' ? [inserted(lineStart, indent + yamlComment(order) + newline)] : [];
}

function inHead({ text, newline, frontMatter }: Issue, order: Order): Edit[] {
  if (!frontMatter) return [];
  const firstLineEnd = endOfLine(text, frontMatter.span.start);
  return [
    inserted(firstLineEnd, newline + yamlComment(order)),
    inserted(frontMatter.span.end, newline + newline + htmlComment(order)),
  ];
}

function atTop({ text, newline, frontMatter }: Issue, order: Order): Edit[] {
  if (frontMatter) return [inserted(frontMatter.span.end, newline + newline + htmlComment(order))];
  return [inserted(text.startsWith('\ufeff') ? 1 : 0, htmlComment(order) + newline + newline)];
}

function inserted(at: number, newText: string): Edit {
  return { span: { start: at, end: at }, newText };
}

function htmlComment(order: Order): string {
  return `<!-- ${words(order)} -->`;
}

function yamlComment(order: Order): string {
  return `# ${words(order)}`;
}

function words({ kind, check, subject = '' }: Order): string {
  return ['facing-pages:', kind, check, kind === 'source' ? subject : writtenSubject(subject)]
    .filter((word) => word !== '')
    .join(' ');
}

/** Where the line that `offset` is on ends, before its line break. */
function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}
