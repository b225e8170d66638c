// Fields of a front matter that was read, and their texts. Apart from reading it, which takes a parser.
import type { Field, FrontMatter } from '../model.js';

/** A field by its path, e.g. `image.thumb`; the first if there are several. */
export function field(frontMatter: FrontMatter | undefined, path: string): Field | undefined {
  if (!frontMatter) return undefined;
  let byPath = known.get(frontMatter);
  if (!byPath) {
    // Backwards, so that the first of several stays.
    byPath = new Map(frontMatter.fields.toReversed().map((one) => [one.path, one]));
    known.set(frontMatter, byPath);
  }
  return byPath.get(path);
}

const known = new WeakMap<FrontMatter, ReadonlyMap<string, Field>>();

/** The text of a field, trimmed; the empty string if it has none. Numbers, booleans and lists of them are written out. */
export function fieldText(frontMatter: FrontMatter | undefined, path: string): string {
  return valueText(field(frontMatter, path)?.value);
}

/** A value as text, trimmed. Numbers, booleans and lists of them are written out; the empty string for all else. */
export function valueText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(valueText).filter(Boolean).join(' ') : '';
}
