// Adds a term to the glossary in a project's settings file, as a person would: comments and layout stay.
import { findNodeAtLocation, getNodeValue, parseTree, type Node } from 'jsonc-parser';
import { editedSettings, type SetValue } from '../project/editSettings.js';
import { toLocale } from '../language/locale.js';
import { readProjectSettings } from '../project/readSettings.js';
import { forLocale } from './terms.js';

/** What the glossary is to say. */
export interface TermToAdd {
  /** As the source writes it. */
  readonly term: string;
  /** BCP 47, of the translation. */
  readonly locale: string;
  /** The same as the term: it is to stay as it is, in every language. */
  readonly rendering: string;
}

/**
 * The text of the settings file with the term in its glossary: a new entry, or one more rendering of the entry there is.
 *
 * @param text undefined if there is no such file yet
 * @returns undefined if the file cannot be read well enough to be changed
 */
export function withTerm(text: string | undefined, { term, locale, rendering }: TermToAdd): string | undefined {
  const isKept = term === rendering;
  const after = editedSettings(text, (before, set) => changed(before, { term, locale, rendering }, set));
  const added =
    after === undefined
      ? undefined
      : readProjectSettings(after).settings.rules.glossary.find(
          (entry) => entry.term === term || same(entry.term, term),
        );
  return added && (isKept ? added.keep : forLocale(added.translations, locale).includes(rendering)) ? after : undefined;
}

function changed(before: string, { term, locale, rendering }: TermToAdd, set: SetValue): string {
  const list = findNodeAtLocation(parseTree(before, [], { allowTrailingComma: true })!, ['glossary']);
  const entries = list?.type === 'array' ? list.children! : [];
  const at = entries.findIndex((entry) => same(findNodeAtLocation(entry, ['term'])?.value, term));
  const isKept = term === rendering;
  if (at < 0) {
    const last = entries.at(-1);
    if (last && list)
      return behind(
        before,
        last,
        list,
        isKept
          ? `{ "term": ${JSON.stringify(term)}, "keep": true }`
          : `{ "term": ${JSON.stringify(term)}, "translations": { ${JSON.stringify(locale)}: [${JSON.stringify(rendering)}] } }`,
      );
    return set(
      before,
      ['glossary'],
      [isKept ? { term, keep: true } : { term, translations: { [locale]: [rendering] } }],
    );
  }
  if (isKept) return set(before, ['glossary', at, 'keep'], true);
  const translations =
    (getNodeValue(entries[at]!) as { readonly translations?: Readonly<Record<string, unknown>> }).translations ?? {};
  const key = Object.keys(translations).find((one) => toLocale(one) === locale) ?? locale;
  const known = [translations[key] ?? []].flat();
  return known.includes(rendering) ? before : set(before, ['glossary', at, 'translations', key], [...known, rendering]);
}

/** Puts an entry behind the last one of a list: on a line of its own, if that one is, and behind the comments that follow it. */
function behind(text: string, last: Node, list: Node, entry: string): string {
  const end = last.offset + last.length;
  const closing = list.offset + list.length - 1;
  const tail = text.slice(end, closing);
  const hasComma = /^(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*\n)*,/.test(tail);
  const indent = /(\r?\n[ \t]*)$/.exec(text.slice(0, last.offset))?.[1];
  if (indent === undefined || !tail.includes('\n'))
    return `${text.slice(0, end)}, ${entry}${hasComma ? tail.replace(',', '') : tail}${text.slice(closing)}`;
  const kept = tail.trimEnd();
  return `${text.slice(0, end)}${hasComma ? '' : ','}${kept}${indent}${entry}${tail.slice(kept.length)}${text.slice(closing)}`;
}

function same(a: unknown, b: string): boolean {
  return typeof a === 'string' && a.trim().toLowerCase() === b.trim().toLowerCase();
}
