// Fields of the source's front matter that the translation's does not have, and how to copy them.
import type { Field, FrontMatter, Issue } from '../../model.js';
import { field } from '../../parse/frontMatter.js';
import type { Edit } from '../../text/edit.js';
import type { DraftFix, PairContext } from '../check.js';
import { isAddressField, isEmptyField, isLanguageField, isNamedBy, isSameField, isSilentField } from './fieldKinds.js';
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
  for (const one of source.fields) {
    if (isSilentField(one) || isEmptyField(one, source)) continue;
    if (found.some((other) => one.path.startsWith(`${other.field.path}.`))) continue;
    const counterpart = field(target, one.path);
    if (!counterpart || isEmptyField(counterpart, target)) found.push({ field: one, emptyOne: counterpart });
  }
  return found;
}

/** Copies the field; that of the language gets the translation's. Where each text has its own, there is nothing to copy. */
export function fieldFix(context: PairContext, { field: one, emptyOne }: MissingField): DraftFix[] {
  const { source, target, targetLocale } = context;
  if (!target.frontMatter || !source.frontMatter || isAddressField(one.path)) return [];
  const value = isLanguageField(one.path) ? targetLocale : rawValue(source, source.frontMatter, one);
  if (value === undefined) return [];
  const edit = emptyOne ? fill(target, target.frontMatter, emptyOne, value) : insert(context, one, value);
  if (!edit) return [];
  const safe = isSameField(one.path) || isLanguageField(one.path) || isNamedBy(context.rules.fields.same, one.path);
  return [{ title: `Copy “${one.path}” from the source`, edits: [edit], preferred: true, safe }];
}

/** The source's value in the place of the translation's; undefined where it cannot be lifted out or put in. */
export function restoredField({ source, target }: PairContext, from: Field, to: Field): Edit | undefined {
  const value = rawValue(source, source.frontMatter!, from);
  if (value === '' || ((value.includes('\n') || /^\s/.test(value)) && isInFlow(target, target.frontMatter!, to))) return undefined;
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
    copy = source.text.slice(frontMatter!.span.start, start) + targetLocale + source.text.slice(end, frontMatter!.span.end);
  }
  const at = target.text.startsWith('\ufeff') ? 1 : 0;
  const newText = `${copy.replace(/\r\n?|\n/g, target.newline)}${target.newline.repeat(2)}`;
  return { title: 'Copy the source’s front matter', edits: [{ span: { start: at, end: at }, newText }], preferred: true };
}

/** What stands behind the colon, nested lines included, without comments behind it; undefined if it cannot be lifted out. */
function rawValue(source: Issue, frontMatter: FrontMatter, one: Field): string {
  const end = endOf(frontMatter, one);
  return source.text.slice(one.keySpan.end, end).replace(/^[ \t]*:[ \t]*/, '').trimEnd();
}

function endOf(frontMatter: FrontMatter, one: Field): number {
  const nested = frontMatter.fields.filter(({ path }) => path === one.path || path.startsWith(`${one.path}.`));
  return Math.max(...nested.map((each) => Math.max(each.keySpan.end + 1, each.valueSpan.end)));
}

function fill(target: Issue, frontMatter: FrontMatter, empty: Field, value: string): Edit | undefined {
  const { start, end } = empty.valueSpan;
  if (value.includes('\n') && isInFlow(target, frontMatter, empty)) return undefined;
  const spaced = start === end && target.text[start - 1] === ':' ? ` ${value}` : value;
  return { span: { start, end }, newText: spaced.replace(/^ (?=\r?\n)/, '').replace(/\r\n?|\n/g, target.newline) };
}

/** Behind the nearest field before it in the source that the translation has, else before the nearest behind it. */
function insert({ source, target }: PairContext, one: Field, value: string): Edit | undefined {
  const frontMatter = target.frontMatter!;
  const parent = one.path.split('.').slice(0, -1).join('.');
  const isSibling = ({ path }: Field): boolean => path.split('.').slice(0, -1).join('.') === parent;
  const siblings = source.frontMatter!.fields.filter(isSibling);
  const at = siblings.indexOf(one);
  const inTarget = (candidate: Field): Field | undefined => field(frontMatter, candidate.path);
  const before = siblings.slice(0, at).reverse().map(inTarget).find(Boolean);
  const behind = siblings.slice(at + 1).map(inTarget).find(Boolean) ?? frontMatter.fields.find(isSibling);
  const neighbour = before ?? behind;
  if (neighbour && isInFlow(target, frontMatter, neighbour)) return undefined;
  if (!neighbour && parent !== '') return undefined;

  const key = source.text.slice(one.keySpan.start, one.keySpan.end);
  const tight = /^\r?\n/.test(value) ? '' : ' ';
  const line = `${neighbour ? indentOf(target, neighbour) : ''}${key}:${tight}${value}`.replace(/\r\n?|\n/g, target.newline);
  if (before) {
    const end = lineEnd(target, target.lines.positionAt(trimmedEnd(target, endOf(frontMatter, before))).line);
    return { span: { start: end, end }, newText: target.newline + line };
  }
  const start = behind ? target.lines.startOf(target.lines.positionAt(behind.keySpan.start).line) : target.lines.startOf(target.lines.positionAt(frontMatter.span.start).line + 1);
  return { span: { start, end: start }, newText: line + target.newline };
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
