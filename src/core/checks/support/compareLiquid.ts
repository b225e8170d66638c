// The Liquid of source and translation, matched: what was lost, renamed or got other values.
import type { Unit } from '../../align/alignment.js';
import { groupBy } from '../../grouped.js';
import type { PairContext } from '../check.js';
import { isSamePageLocalised, namesLocale } from './addresses.js';
import { isComparable } from './comparable.js';
import { liquidOf, type Liquid } from './liquid.js';

export interface LostLiquid {
  readonly source: Liquid;
  /** How often it was lost; the first is told. */
  readonly times: number;
  /** Whether the translation does without it everywhere, so that it seems to be left out on purpose. */
  readonly isNowhere: boolean;
}

export interface ChangedLiquid {
  readonly source: Liquid;
  readonly target: Liquid;
  /** The parameter whose value is another; undefined if the name itself is. */
  readonly parameter: string | undefined;
}

export interface LiquidComparison {
  readonly lost: readonly LostLiquid[];
  readonly changed: readonly ChangedLiquid[];
}

/** Compares the Liquid of a pair: first within units, then anywhere. */
export function compareLiquid(context: PairContext): LiquidComparison {
  const sources = new Set(liquidOf(context.source));
  const all = liquidOf(context.target);
  const targets = new Set(all);
  const matched: [Liquid, Liquid][] = [];
  const named: Place = (one) => `${keyOf(one, context)}\0${shownBy(one)}`;
  const inUnit =
    (place: Place): Place =>
    (one, units) =>
      `${place(one, units)}\0${unitOf(one, units)?.source[0]?.index ?? ''}`;
  const alike: Place = (one) => keyOf(one, context);
  for (const place of [inUnit(named), named, inUnit(alike), alike]) match(sources, targets, matched, place, context);

  const changed: ChangedLiquid[] = matched.flatMap(([source, target]) => {
    const parameter = differingParameter(source, target, context);
    return parameter === undefined ? [] : [{ source, target, parameter }];
  });
  for (const source of sources) {
    const renamed = isExpected(source, context)
      ? [...targets].find((target) => isRenamed(source, target, context))
      : undefined;
    if (!renamed) continue;
    if (!isLocalised(source, renamed, context.targetLocale))
      changed.push({ source, target: renamed, parameter: undefined });
    sources.delete(source);
    targets.delete(renamed);
  }
  const rest = new Map<Liquid['kind'], string>();
  const restFor = (kind: Liquid['kind']): string => {
    if (!rest.has(kind)) rest.set(kind, bareText(withoutLiquid(context.target.text, all), kind));
    return rest.get(kind)!;
  };
  /** Whether it is there in a form that is no Liquid: with spaces between the signs, wide ones or one too few. Another check says so. */
  const isDamaged = ({ raw, kind }: Liquid): boolean => restFor(kind).includes(bareText(raw, kind).replace(/%$/, ''));
  const kept = new Set(all.map((one) => keyOf(one, context)));
  const byKey = groupBy(
    [...sources].filter((source) => isExpected(source, context) && !isDamaged(source)),
    (source) => keyOf(source, context),
  );
  const lost = [...byKey].flatMap(([key, ones]): LostLiquid[] => {
    const isNowhere = !kept.has(key) && ones.length > 1;
    return isNowhere
      ? [{ source: ones[0]!, times: ones.length, isNowhere }]
      : ones.map((source) => ({ source, times: 1, isNowhere: false }));
  });
  return { lost, changed };
}

/** The file or the like that a tag shows: what tells it from others of its name. */
function shownBy({ parameters }: Liquid): string {
  return parameters.find(({ name }) => /^(?:src|file|id|value)$/.test(name))?.value ?? '';
}

type Place = (one: Liquid, units: readonly Unit[]) => string;

function match(
  sources: Set<Liquid>,
  targets: Set<Liquid>,
  matched: [Liquid, Liquid][],
  place: Place,
  { units }: PairContext,
): void {
  const byPlace = groupBy(targets, (target) => place(target, units.ofTarget));
  for (const there of byPlace.values()) there.reverse();
  for (const source of sources) {
    const target = byPlace.get(place(source, units.ofSource))?.pop();
    if (!target) continue;
    matched.push([source, target]);
    sources.delete(source);
    targets.delete(target);
  }
}

function unitOf({ block }: Liquid, units: readonly Unit[]): Unit | undefined {
  return block && units[block.index];
}

/** What makes two the same in two languages: `en/note.html` and `note.html` are `fr/note.html`. */
function keyOf({ kind, name, head }: Liquid, { sourceLocale, targetLocale }: PairContext): string {
  const languages = [sourceLocale, targetLocale].flatMap((locale) =>
    locale ? [locale.split('-')[0]!.replace(/[^a-z]/gi, '')] : [],
  );
  const neutral =
    languages.length === 0
      ? head
      : head
          .replace(new RegExp(`(^|[/._-])(?:${languages.join('|')})(?:[-_][a-z]{2,4})?(?=[/._-]|$)`, 'gi'), '')
          .replace(/^[/._-]+/, '');
  return `${kind} ${name} ${neutral.toLowerCase()}`;
}

/** Whether the block that it belongs to is there in the translation. Of a variable only those matter that something shows. */
function isExpected(source: Liquid, { units }: PairContext): boolean {
  const unit = unitOf(source, units.ofSource);
  return unit === undefined || isComparable(unit);
}

/** In the same unit, of the same kind, and the only one there that the source has not. */
function isRenamed(source: Liquid, target: Liquid, { units, targetLocale }: PairContext): boolean {
  if (source.kind !== target.kind || source.isInBlock !== target.isInBlock) return false;
  if (unitOf(source, units.ofSource) !== unitOf(target, units.ofTarget)) return false;
  if (isLocalised(source, target, targetLocale)) return true;
  if (source.kind === 'output')
    return /[^\0-\x7f]/.test(target.name) || source.name.split('.')[0] === target.name.split('.')[0];
  return (
    source.name === target.name ||
    (source.parameters.length === target.parameters.length && source.head === target.head) ||
    /[^\0-\x7f]/.test(target.name)
  );
}

function withoutLiquid(text: string, found: readonly Liquid[]): string {
  let [rest, at] = ['', 0];
  for (const { start, end } of found) {
    rest += `${text.slice(at, start)}\n`;
    at = end;
  }
  return rest + text.slice(at);
}

/** What is left of a text when nothing counts that a slip of the hand changes in Liquid of a kind; nothing of a text that cannot have any. */
function bareText(text: string, kind: Liquid['kind']): string {
  return /[{}]|%/.test(text)
    ? text
        .normalize('NFKC')
        .replace(/[“”„]/g, '"')
        .replace(kind === 'tag' ? /[\s{}]+/g : /\s+/g, '')
    : '';
}

/** Its own page, or its own variable, in this language: `fr/note.html`, `{{ site.note-fr }}`. */
function isLocalised(source: Liquid, target: Liquid, locale: string | undefined): boolean {
  if (source.kind === 'output') return namesLocale(target.name, locale) && !namesLocale(source.name, locale);
  return target.name === source.name && namesLocale(target.head, locale);
}

/** Values that are no prose: the same in every language. */
const technicalName = /^(?:src|url|href|link|\w+link|id|class|width|height|file|path|v|issues|date|type|style)$/i;
const proseName = /^(?:alt|caption|title|label|text|summary|description|attr|aria-.*)$/i;
const technicalValue = /^(?=.*[\d/_])[\w\-.:/#,%&?=+@~]+$/;

function differingParameter(source: Liquid, target: Liquid, context: PairContext): string | undefined {
  return source.parameters.find(({ name, value }) => {
    const own = target.parameters.find((one) => one.name === name);
    if (!own) return target.parameters.length > 0 || source.name !== 'assign';
    if (
      own.value === value ||
      proseName.test(name) ||
      !(technicalName.test(name) ? /^\S+$/ : technicalValue).test(value)
    )
      return false;
    if (/^[\d,\s]+$/.test(value) && /^[\d,\s]+$/.test(own.value) && value.includes(',')) return false; // lists of references follow the text
    if (namesLocale(own.value, context.targetLocale) && !namesLocale(value, context.targetLocale)) return false;
    return !isSamePageLocalised(own.value, value, context);
  })?.name;
}
