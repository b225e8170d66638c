// The front matter of a new translation: the source's, with language, addresses and title as this language's other issues have them.
import { isAddressField, isLanguageField, isProseField } from '../checks/support/fieldKinds.js';
import { toLocale } from '../language/locale.js';
import type { Field, Issue } from '../model.js';
import { field, fieldText } from '../parse/field.js';
import type { PostFacts } from '../pair/pairing.js';
import type { FieldRules } from '../project/rules.js';
import type { Edit } from '../text/edit.js';
import { slice } from '../text/span.js';
import { exchangeTag, siblingsOf, type Placing, type Sibling } from './place.js';
import { learnPattern, type Example } from './pattern.js';
import { writeScalar } from '../parse/scalar.js';
import { adaptTitle } from './title.js';

/** What is known of the new translation. */
export interface Adapting extends Placing {
  readonly fields: FieldRules;
  /** Who translates, by name; undefined if that is not known. */
  readonly author: string | undefined;
}

const authorField = /^author$/i;

/** The edits of `source`'s front matter that make it the translation's; those of a body are not among them. */
export function adaptFrontMatter(source: Issue, adapting: Adapting): Edit[] {
  const { frontMatter } = source;
  if (!frontMatter) return [];
  const siblings = siblingsOf(adapting.pairing, adapting.source, adapting.locale);
  const edits = frontMatter.fields.flatMap((one): Edit[] => {
    const was = fieldText(frontMatter, one.path);
    const raw = slice(source.text, one.valueSpan);
    if (was === '' || typeof one.value === 'object' || /^[|>]/.test(raw)) return [];
    const now = valueFor(one, was, siblings.own, siblings.others, adapting);
    if (now === '' && frontMatter.format === 'yaml')
      return [{ span: { start: source.text.indexOf(':', one.keySpan.end) + 1, end: one.valueSpan.end }, newText: '' }];
    return now === was ? [] : [{ span: one.valueSpan, newText: writeScalar(now, raw, frontMatter.format) }];
  });
  const language = siblings.own.map(({ target }) => languageFieldOf(target)).find(Boolean);
  const lacksIt = !frontMatter.fields.some(({ path }) => isLanguageField(path));
  const usual = siblings.own.filter(({ target }) => languageFieldOf(target)).length * 2 > siblings.own.length;
  return lacksIt && usual && language
    ? [...edits, addLanguage(source, language, adapting.locale, siblings.own)]
    : edits;
}

/** The edit that says in which language a post is, at the end of its front matter or in one of its own. */
export function addLanguage(
  { text, frontMatter, newline }: Issue,
  name: string,
  locale: string,
  own: readonly Sibling[],
): Edit {
  if (frontMatter?.format === 'toml') {
    // Behind its first line: at the end it would belong to the last table.
    const at = text.indexOf('\n', frontMatter.span.start) + 1;
    return {
      span: { start: at, end: at },
      newText: `${name} = ${writeScalar(languageValue(name, locale, own), '', 'toml')}${newline}`,
    };
  }
  const line = `${name}: ${writeScalar(languageValue(name, locale, own), '')}`;
  if (!frontMatter)
    return { span: { start: 0, end: 0 }, newText: `---${newline}${line}${newline}---${newline}${newline}` };
  const end = text.slice(0, frontMatter.contentSpan.end).trimEnd().length;
  return { span: { start: end, end }, newText: newline + line };
}

function languageFieldOf({ page }: PostFacts): string | undefined {
  return Object.keys(page.fields).find(isLanguageField);
}

function languageValue(path: string, locale: string, own: readonly Sibling[]): string {
  return (
    own
      .map(({ target }) => target.page.fields[path])
      .find((value) => value !== undefined && toLocale(value) === locale) ?? locale
  );
}

/** The examples in which both texts have the field. */
function examplesOf(siblings: readonly Sibling[], path: string): Example[] {
  return siblings.flatMap(({ source, target }) => {
    const [from, to] = [source.page.fields[path], target.page.fields[path]];
    return from === undefined || to === undefined
      ? []
      : [{ source: from, target: to, locale: target.locale!, number: source.number }];
  });
}

function valueFor(
  { path }: Field,
  was: string,
  own: readonly Sibling[],
  others: readonly Sibling[],
  adapting: Adapting,
): string {
  const { source, locale, today } = adapting;
  if (isLanguageField(path)) return languageValue(path, locale, own);
  if (/^title$/i.test(path)) return adaptTitle(was, source.number, locale, own, others);
  const examples = examplesOf(own, path);
  const known = examples.length > 0 ? examples : examplesOf(others, path);
  if (authorField.test(path)) return isMostlySame(known) ? was : authorFor(adapting);
  if (examples.length > 0) {
    if (isMostlySame(examples)) return was;
    const alike = examples.find((one) => one.source === was)?.target;
    if (alike !== undefined || isProseField(path, adapting.fields)) return alike ?? was;
    return learnPattern(examples, { source: was, locale, number: source.number, today, words: 'own' }) ?? was;
  }
  if (!isAddressField(path)) return was;
  if (known.length > 0)
    return learnPattern(known, { source: was, locale, number: source.number, today, words: 'none' }) ?? was;
  return was
    .split('/')
    .map((part, i, parts) => (parts.length > 1 ? (exchangeTag(part, source.locale, locale) ?? part) : part))
    .join('/');
}

function isMostlySame(examples: readonly Example[]): boolean {
  return examples.filter(({ source, target }) => source === target).length * 2 >= examples.length;
}

/** Sites know their authors by a short name: of a person's own it is used where the tree has it, or has such names. */
function authorFor({ author, pairing }: Adapting): string {
  if (author === undefined) return '';
  const known = pairing.issues
    .flatMap((issue) => [issue.source, ...issue.translations.map(({ post }) => post)])
    .flatMap(({ page }) => page.fields['author'] ?? []);
  const bare = (name: string): string =>
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  const same = known.find((name) => bare(name) === bare(author));
  return same ?? (known.some((name) => name.includes(' ')) ? author : '');
}

/** Whether a post's front matter has a field for its language. */
export function saysLanguage(issue: Issue): boolean {
  return (
    issue.frontMatter?.fields.some(({ path }) => isLanguageField(path) && field(issue.frontMatter, path)?.value) ??
    false
  );
}
