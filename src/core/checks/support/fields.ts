// Fields of the source's front matter that the translation's does not have, and how to copy them.
import { groupBy } from '../../grouped.js';
import type { Field, FrontMatter, Issue } from '../../model.js';
import { field } from '../../parse/field.js';
import { writeScalar } from '../../parse/scalar.js';
import type { Edit } from '../../text/edit.js';
import type { DraftFix, PairContext } from '../check.js';
import {
  isAddressField,
  isEmptyField,
  isLanguageField,
  isNamedBy,
  isSameField,
  isSilentField,
  pathsAbove,
} from './fieldKinds.js';
import { oncePer } from './memo.js';
import { lineEnd } from './words.js';

/** A field that has something to say in the source and nothing in the translation. */
export interface MissingField {
  /** The source's. */
  readonly field: Field;
  /** The translation's, if it is there and empty. */
  readonly emptyOne: Field | undefined;
}

/** The missing and the empty fields, in the source's order; of a mapping that is missing as a whole, only the mapping. */
export function missingFields(source: FrontMatter, target: FrontMatter): MissingField[] {
  const found: MissingField[] = [];
  const paths = new Set<string>();
  for (const one of source.fields) {
    if (isSilentField(one) || isEmptyField(one, source)) continue;
    if (pathsAbove(one.path).some((above) => paths.has(above))) continue;
    const counterpart = field(target, one.path);
    if (counterpart && !isEmptyField(counterpart, target)) continue;
    found.push({ field: one, emptyOne: counterpart });
    paths.add(one.path);
  }
  return found;
}

/** Copies the field; that of the language gets the translation's. Where each text has its own, there is nothing to copy. */
export function fieldFix(context: PairContext, { field: one, emptyOne }: MissingField): DraftFix[] {
  const { source, target, targetLocale } = context;
  if (!target.frontMatter || source.frontMatter?.format !== target.frontMatter.format || isAddressField(one.path))
    return [];
  const value = isLanguageField(one.path)
    ? targetLocale && writeScalar(targetLocale, '', target.frontMatter.format)
    : rawValue(source, source.frontMatter, one);
  if (value === undefined) return [];
  const edit = emptyOne ? fill(target, target.frontMatter, emptyOne, value) : insert(context, one, value);
  if (!edit) return [];
  const safe = isSameField(one.path) || isLanguageField(one.path) || isNamedBy(context.rules.fields.same, one.path);
  return [{ title: `Copy “${one.path}” from the source`, edits: [edit], preferred: true, safe }];
}

/** The source's value in the place of the translation's; undefined where it cannot be lifted out or put in. */
export function restoredField({ source, target }: PairContext, from: Field, to: Field): Edit | undefined {
  const value = rawValue(source, source.frontMatter!, from);
  if (
    source.frontMatter!.format !== target.frontMatter!.format ||
    value === '' ||
    ((value.includes('\n') || /^\s/.test(value)) && isInFlow(target, target.frontMatter!, to))
  )
    return undefined;
  const end = trimmedEnd(target, endOf(target.frontMatter!, to));
  return { span: { start: to.valueSpan.start, end }, newText: value.replace(/\r\n?|\n/g, target.newline) };
}

/** All of the source's front matter, with the translation's language. */
export function wholeFrontMatterFix({ source, target, targetLocale }: PairContext): DraftFix {
  const { frontMatter } = source;
  let copy = source.text.slice(frontMatter!.span.start, frontMatter!.span.end);
  const languageField = frontMatter!.fields.find(({ path }) => isLanguageField(path));
  if (languageField && targetLocale) {
    const { start, end } = languageField.valueSpan;
    copy =
      source.text.slice(frontMatter!.span.start, start) +
      writeScalar(targetLocale, '', frontMatter!.format) +
      source.text.slice(end, frontMatter!.span.end);
  }
  const at = target.text.startsWith('\ufeff') ? 1 : 0;
  const newText = `${copy.replace(/\r\n?|\n/g, target.newline)}${target.newline.repeat(2)}`;
  return {
    title: 'Copy the source’s front matter',
    edits: [{ span: { start: at, end: at }, newText }],
    preferred: true,
  };
}

/** What stands behind the field's name and sign, nested lines included, without comments behind it; undefined if it cannot be lifted out. */
function rawValue(source: Issue, frontMatter: FrontMatter, one: Field): string {
  const end = endOf(frontMatter, one);
  return source.text
    .slice(one.keySpan.end, end)
    .replace(/^[ \t]*[:=][ \t]*/, '')
    .trimEnd();
}

function endOf(frontMatter: FrontMatter, one: Field): number {
  return endsIn(frontMatter).get(one.path)!;
}

/** Where the fields of each path end, with all below them. */
const endsIn = oncePer((frontMatter: FrontMatter): ReadonlyMap<string, number> => {
  const ends = new Map<string, number>();
  for (const { path, keySpan, valueSpan } of frontMatter.fields) {
    const end = Math.max(keySpan.end + 1, valueSpan.end);
    for (const above of [...pathsAbove(path), path]) ends.set(above, Math.max(ends.get(above) ?? 0, end));
  }
  return ends;
});

function fill(target: Issue, frontMatter: FrontMatter, empty: Field, value: string): Edit | undefined {
  const { start, end } = empty.valueSpan;
  if (value.includes('\n') && isInFlow(target, frontMatter, empty)) return undefined;
  const spaced = start === end && target.text[start - 1] === ':' ? ` ${value}` : value;
  return { span: { start, end }, newText: spaced.replace(/^ (?=\r?\n)/, '').replace(/\r\n?|\n/g, target.newline) };
}

/** Behind the nearest field before it in the source that the translation has, else before the nearest behind it. */
function insert({ source, target }: PairContext, one: Field, value: string): Edit | undefined {
  const frontMatter = target.frontMatter!;
  const parent = parentOf(one.path);
  const siblings = siblingsIn(source.frontMatter!).get(parent)!;
  const at = siblings.indexOf(one);
  const isInTarget = ({ path }: Field): boolean => field(frontMatter, path) !== undefined;
  const twinOf = (sibling: Field | undefined): Field | undefined => sibling && field(frontMatter, sibling.path);
  const before = twinOf(siblings.slice(0, at).findLast(isInTarget));
  const behind = twinOf(siblings.slice(at + 1).find(isInTarget)) ?? siblingsIn(frontMatter).get(parent)?.[0];
  const neighbour = before ?? behind;
  if (neighbour && isInFlow(target, frontMatter, neighbour)) return undefined;
  if (!neighbour && parent !== '') return undefined;

  const key = source.text.slice(one.keySpan.start, one.keySpan.end);
  const sign = frontMatter.format === 'toml' ? ' = ' : /^\r?\n/.test(value) ? ':' : ': ';
  const line = `${neighbour ? indentOf(target, neighbour) : ''}${key}${sign}${value}`.replace(
    /\r\n?|\n/g,
    target.newline,
  );
  if (before) {
    const end = lineEnd(target, target.lines.positionAt(trimmedEnd(target, endOf(frontMatter, before))).line);
    return { span: { start: end, end }, newText: target.newline + line };
  }
  const start = behind
    ? target.lines.startOf(target.lines.positionAt(behind.keySpan.start).line)
    : target.lines.startOf(target.lines.positionAt(frontMatter.span.start).line + 1);
  return { span: { start, end: start }, newText: line + target.newline };
}

/** The fields that lie directly below each path; at the top level it is the empty string. */
const siblingsIn = oncePer(({ fields }: FrontMatter): ReadonlyMap<string, readonly Field[]> =>
  groupBy(fields, ({ path }) => parentOf(path)),
);

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}

/** The value of a block scalar ends on the line behind its last. */
function trimmedEnd(target: Issue, end: number): number {
  let at = end;
  while (at > 0 && /[\r\n]/.test(target.text[at - 1]!)) at--;
  return at;
}

/** Whether a field stands inside `{ … }`, where a line cannot be put beside it. */
function isInFlow(target: Issue, frontMatter: FrontMatter, one: Field): boolean {
  const line = target.lines.startOf(target.lines.positionAt(one.keySpan.start).line);
  return target.text.slice(Math.max(line, frontMatter.contentSpan.start), one.keySpan.start).trim() !== '';
}

function indentOf(target: Issue, one: Field): string {
  return target.text.slice(target.lines.startOf(target.lines.positionAt(one.keySpan.start).line), one.keySpan.start);
}
