// Front matter: the block of YAML or TOML at the head of a post, its fields and where they stand.
import matter from 'gray-matter';
import { isMap, isScalar, parseDocument, visit as visitYaml, type Document, type Node, type Pair } from 'yaml';
import type { Field, FrontMatter, FrontMatterFormat, ParseFault } from '../model.js';
import { reasonOf } from '../reasonOf.js';
import type { Span } from '../text/span.js';
import { readToml } from './tomlFields.js';
import { joinUnindentedQuotes } from './unindentedQuotes.js';
import { hasManyAliases, whyUnread } from './yamlLimits.js';

export interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter | undefined;
  readonly faults: readonly ParseFault[];
  /** Offset of the first character behind the front matter. */
  readonly bodyStart: number;
}

interface Writing {
  readonly format: FrontMatterFormat;
  readonly fence: string;
  readonly opening: RegExp;
  readonly closing: RegExp;
  /** What begins with the fence and is front matter though it is never closed. */
  readonly unclosed: RegExp;
}

const writings: readonly Writing[] = [
  {
    format: 'yaml',
    fence: '---',
    opening: /^---(?!-)[^\n]*\r?\n/,
    closing: /\r?\n---[ \t]*(?=\r?\n|$)/g,
    unclosed: /^---[^\n]*\n\s*[\w-]+[ \t]*:/,
  },
  {
    format: 'toml',
    fence: '+++',
    opening: /^\+{3}[ \t]*\r?\n(?=\s*(?:[#[]|["'\w-][^=\n]{0,100}=|\+{3}))/,
    closing: /\r?\n\+{3}[ \t]*(?=\r?\n|$)/g,
    unclosed: /^\+{3}[ \t]*\r?\n\s*[\w-]+[ \t]*=/,
  },
];

/**
 * Reads the front matter at the head of `text`, which may begin with a byte order mark. Never throws and never
 * executes anything: `---js` and the like become a fault.
 */
export function parseFrontMatter(text: string): ParsedFrontMatter {
  const opened = text.startsWith('\ufeff') ? 1 : 0;
  const none = { frontMatter: undefined, faults: [], bodyStart: opened };
  const writing = writings.find(({ opening }) => opening.test(text.slice(opened, opened + 200)));
  if (!writing) return none;

  const { format, fence } = writing;
  const closing = new RegExp(writing.closing);
  closing.lastIndex = opened + fence.length;
  const closed = closing.exec(text);
  const firstLine = { start: opened, end: text.indexOf('\n', opened) };
  if (!closed) {
    // A rule at the head of a post is no front matter, unless what follows looks like it.
    if (!writing.unclosed.test(text.slice(opened))) return none;
    const message = `The front matter that opens here is never closed: a line “${fence}” is missing.`;
    return { ...none, faults: [{ span: firstLine, message }] };
  }
  const span = { start: opened, end: closed.index + closed[0].length };
  const behindFence = format === 'yaml' ? matter.language(text.slice(opened)).raw.length : 0;
  const contentSpan = { start: opened + fence.length + behindFence, end: closed.index };
  const unread = whyUnread(text.slice(contentSpan.start, contentSpan.end));
  if (unread !== undefined)
    return {
      frontMatter: { format, span, contentSpan, fields: [] },
      faults: [{ span: firstLine, message: `The front matter ${unread}` }],
      bodyStart: span.end,
    };
  const read =
    format === 'yaml'
      ? readFields(text.slice(span.start, span.end), contentSpan, firstLine)
      : readToml(text.slice(contentSpan.start, contentSpan.end), contentSpan.start);
  return { frontMatter: { format, span, contentSpan, fields: read.fields }, faults: read.faults, bodyStart: span.end };
}

function readFields(block: string, content: Span, firstLine: Span): { fields: Field[]; faults: ParseFault[] } {
  let fields: Field[] = [];
  let faults: ParseFault[] = [];
  const yaml = (source: string): object => {
    // With Windows line endings gray-matter leaves half of the last one, which YAML would take for text.
    const document = readYaml(source.replace(/\r$/, ''));
    const read = fieldsOf(document, content.start);
    fields = read.fields;
    faults = [...faultsOf(document, content.start), ...read.faults];
    return {};
  };
  const refuse = (): never => {
    throw new Error('front matter written as a program is not run');
  };
  try {
    // Options are always given: without them gray-matter keeps a cache in which a failure turns into a success.
    matter(block, { engines: { yaml, javascript: refuse, coffee: refuse } });
  } catch (error) {
    const message = `The front matter cannot be read: ${reasonOf(error)}.`;
    faults = [...faults, { span: firstLine, message }];
  }
  return { fields, faults };
}

/** Reads as sites do: a quoted value may go on in the first column. */
function readYaml(source: string): Document {
  const options = { logLevel: 'silent', prettyErrors: false } as const;
  const document = parseDocument(source, options);
  const joined = joinUnindentedQuotes(source, document);
  const again = joined === undefined ? undefined : parseDocument(joined, options);
  return again?.errors.length === 0 ? again : document;
}

/** Where YAML stumbles. Of a quotation mark that is never closed it tells the end of the text: the mark itself is to be seen. */
function faultsOf(document: Document, offset: number): ParseFault[] {
  const quotedUpTo = new Map<number, number>();
  if (document.errors.some(({ code }) => code === 'MISSING_CHAR')) {
    visitYaml(document, {
      Scalar(_key, { type, range }) {
        if (range && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) quotedUpTo.set(range[1], range[0]);
      },
    });
  }
  return document.errors.map(({ code, pos, message }) => {
    const mark = code === 'MISSING_CHAR' ? quotedUpTo.get(pos[0]) : undefined;
    const [start, end] = mark !== undefined && mark < pos[0] ? [mark, pos[0]] : [pos[0], Math.max(pos[1], pos[0] + 1)];
    return { span: { start: offset + start, end: offset + end }, message: invalidYaml(message) };
  });
}

function invalidYaml(reason: string): string {
  return `The front matter is not valid YAML: ${reason}`;
}

function fieldsOf(document: Document, offset: number): { fields: Field[]; faults: ParseFault[] } {
  const fields: Field[] = [];
  const faults: ParseFault[] = [];
  const followsAliases = !hasManyAliases(document);
  const visit = (node: unknown, prefix: string): void => {
    if (!isMap(node)) return;
    for (const pair of node.items) {
      const found = fieldOf(pair, prefix, document, offset, followsAliases);
      if (!found) continue;
      fields.push(found.field);
      if (found.unreadable !== undefined)
        faults.push({ span: found.field.valueSpan, message: invalidYaml(found.unreadable) });
      visit(pair.value, `${found.field.path}.`);
    }
  };
  visit(document.contents, '');
  return { fields, faults };
}

/** A field, and why its value cannot be read, if it cannot: an alias of nothing, or of so much that it is an attack. */
function fieldOf(
  { key, value }: Pair,
  prefix: string,
  document: Document,
  offset: number,
  followsAliases: boolean,
): { field: Field; unreadable: string | undefined } | undefined {
  if (!isScalar(key) || !key.range) return undefined;
  const keySpan = { start: offset + key.range[0], end: offset + key.range[1] };
  const node = value as Node | null;
  const behind = keySpan.end + 1;
  const valueSpan =
    node?.range && node.range[1] > node.range[0]
      ? { start: offset + node.range[0], end: offset + node.range[1] }
      : { start: behind, end: behind };
  let [plain, unreadable]: [unknown, string | undefined] = [undefined, undefined];
  try {
    if (!followsAliases && !isScalar(node) && !isMap(node)) throw new Error('it has too many aliases');
    if (!isMap(node)) plain = node?.toJS(document, { maxAliasCount: 100 }) ?? null;
  } catch (error) {
    [plain, unreadable] = [null, reasonOf(error)];
  }
  return { field: { path: prefix + String(key.value), value: plain, keySpan, valueSpan }, unreadable };
}
