// Fields of the front matter that should be the source's and are not, or that are and should not be.
import { sameLanguage, toLocale } from '../../language/locale.js';
import type { Field } from '../../model.js';
import { proseOf } from '../../pair/facts.js';
import { field } from '../../parse/field.js';
import type { Severity } from '../../problem.js';
import type { PairContext } from '../check.js';
import { isAddressField, isLanguageField, isNamedBy, isPictureField, isReferenceField } from './fieldKinds.js';
import { changedTags } from './changedTags.js';
import {
  addressPart,
  areUsuallyDifferent,
  entriesOf,
  foreignPart,
  habitOf,
  isMadeForLocale,
  usualEnding,
} from './fieldValues.js';

/** `changed`: is not the source's; `copied`: is; the others say why it cannot be right. */
export type ChangeKind = 'changed' | 'tag' | 'language' | 'foreignAddress' | 'copied';

export interface FieldChange {
  readonly kind: ChangeKind;
  readonly field: Field;
  readonly source: Field;
  readonly data: Readonly<Record<string, string>>;
  readonly severity: Severity;
  /** What it should say, if that is known; undefined for the source's value. */
  readonly value: string | undefined;
  readonly fix: 'restore' | 'replace' | undefined;
  readonly isSafe: boolean;
}

type Pair = {
  readonly field: Field;
  readonly source: Field;
  readonly from: readonly string[];
  readonly to: readonly string[];
};

/** The fields that both have and that do not compare as they should, in the translation's order. */
export function changedFields(context: PairContext): FieldChange[] {
  return (context.target.frontMatter?.fields ?? []).flatMap((one): FieldChange[] => {
    const source = field(context.source.frontMatter, one.path);
    const [from, to] = [
      entriesOf(context.source.frontMatter, one.path),
      entriesOf(context.target.frontMatter, one.path),
    ];
    if (!source || !from || !to || from.join('').trim() === '' || to.join('').trim() === '') return [];
    const pair = { field: one, source, from, to };
    if (isNamedBy(context.rules.fields.same, one.path)) return [...notTheSame(pair)];
    if (isNamedBy(context.rules.fields.different, one.path))
      return [...foreign(pair, context), ...copied(pair, context, true)].slice(0, 1);
    if (isLanguageField(one.path)) return wrongLanguage(pair, context);
    if (isAddressField(one.path)) return [...foreign(pair, context), ...copied(pair, context, false)].slice(0, 1);
    if (/^(?:tags?|categor(?:y|ies))$/i.test(one.path)) return slips(pair, context);
    return unusual(pair, context);
  });
}

function notTheSame({ from, to, ...rest }: Pair): FieldChange[] {
  if (from.join('\n') === to.join('\n')) return [];
  return [
    {
      ...rest,
      kind: 'changed',
      data: { found: to.join(', '), expected: from.join(', ') },
      severity: 'warning',
      value: undefined,
      fix: 'restore',
      isSafe: true,
    },
  ];
}

/** What sites need to be the same, unless this language does it in a way of its own. */
function unusual({ from, to, ...rest }: Pair, context: PairContext): FieldChange[] {
  const { path } = rest.field;
  const [found, expected] = [to.join(', '), from.join(', ')];
  const isReference = isReferenceField(path);
  const isPicture = isPictureField(path);
  if (found === expected || !(isReference || isPicture || /^(?:layout|type)$/i.test(path))) return [];
  const habit = habitOf(context, path, to.join(' '));
  if (habit.alike > 0 || areUsuallyDifferent(habit) || (!isReference && isMadeForLocale(found, context.targetLocale)))
    return [];
  if (isPicture && baseName(found) === baseName(expected)) return [];
  return [
    {
      ...rest,
      kind: 'changed',
      data: { found, expected },
      severity: isReference ? 'warning' : 'information',
      value: undefined,
      fix: 'restore',
      isSafe: false,
    },
  ];
}

function baseName(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1).replace(/[?#].*/, '');
}

function slips({ from, to, ...rest }: Pair, context: PairContext): FieldChange[] {
  if (habitOf(context, rest.field.path, to.join(' ')).alike > 0) return [];
  return changedTags(from, to).map(({ found, expected }) => ({
    ...rest,
    kind: 'tag',
    data: { found, expected },
    severity: 'information',
    value: expected,
    fix: 'replace',
    isSafe: false,
  }));
}

/** Front matter that was copied with the source's language, or says another one than the text is in. */
function wrongLanguage({ from, to, ...rest }: Pair, context: PairContext): FieldChange[] {
  const [found, own, expected] = [to[0]!, toLocale(to[0]!), localeOfText(context)];
  if (own === undefined || expected === undefined || sameLanguage(own, expected)) return [];
  const isCopied = sameLanguage(own, context.sourceLocale) || found === from[0];
  return [
    {
      ...rest,
      kind: 'language',
      data: { found, expected },
      severity: isCopied ? 'warning' : 'information',
      value: expected,
      fix: 'replace',
      isSafe: isCopied,
    },
  ];
}

/** The translation's locale. Where it is said to be in the source's language, by that very field, the text tells. */
function localeOfText({ target, targetLocale, sourceLocale, identify }: PairContext): string | undefined {
  if (!sameLanguage(targetLocale, sourceLocale)) return targetLocale;
  const found = identify?.(proseOf(target));
  return found?.confidence === 1 ? found.locale : undefined;
}

/** An address in the source's language: `/en/news/7/` in a French file. */
function foreign({ from, to, ...rest }: Pair, context: PairContext): FieldChange[] {
  const { path } = rest.field;
  const at = to.length === 1 ? foreignPart(from[0]!, to[0]!, context) : undefined;
  if (at === undefined) return [];
  const parts = to[0]!.split('/');
  const value = parts.with(at, addressPart(context, path, at, parts[at]!)).join('/');
  return [
    {
      ...rest,
      kind: 'foreignAddress',
      data: { found: to[0]!, part: parts[at]! },
      severity: 'warning',
      value,
      fix: 'replace',
      isSafe: false,
    },
  ];
}

/** What names one text and is the source's: two pages would go by one name. */
function copied({ from, to, ...rest }: Pair, context: PairContext, isRule: boolean): FieldChange[] {
  const { path } = rest.field;
  if (to.length > 1 || from[0] !== to[0] || /[:{]/.test(to[0]!)) return [];
  const twin = valueOfTwin(path, to[0]!, context);
  if (!isRule && twin === undefined && !areUsuallyDifferent(habitOf(context, path, to[0]!))) return [];
  const ending = usualEnding(context, path);
  const value = ending === undefined ? twin : to[0]! + ending;
  return [
    {
      ...rest,
      kind: 'copied',
      data: { found: to[0]! },
      severity: 'warning',
      value,
      fix: value === undefined ? undefined : 'replace',
      isSafe: false,
    },
  ];
}

/** What the translation has in another field that names the text and that is the same in the source: there it was changed. */
function valueOfTwin(path: string, value: string, { source, target }: PairContext): string | undefined {
  const twins = (source.frontMatter?.fields ?? []).filter(
    (one) => one.path !== path && isAddressField(one.path) && one.value === value,
  );
  return twins
    .map((one) => field(target.frontMatter, one.path)?.value)
    .find((one) => typeof one === 'string' && one !== value && one !== '') as string | undefined;
}
