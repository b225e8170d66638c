// What a newsletter's front matter usually has: its fields, their values, the entries of its lists.
import { isProseField } from '../checks/support/fieldKinds.js';
import type { FieldRules } from '../project/rules.js';
import { writeScalar } from '../parse/scalar.js';
import { slice } from '../text/span.js';
import type { Member } from './frontMatter.js';
import { fill, hasMark, mark, withoutMarks, type Occasion } from './marks.js';

/** A field as issues have it. */
export interface FieldHabit {
  /** E.g. `image.thumb`. */
  readonly path: string;
  /** How many issues have it. */
  readonly times: number;
  /** What it says as YAML, or the entries of its lists, the commonest first; none of prose. */
  readonly values: readonly { readonly yaml: string; readonly times: number }[];
  readonly isList: boolean;
}

const mostValues = 30;
const longestValue = 100;

/**
 * The fields of `members`, in the order of the one that has most of them; dates and numbers in their values are those
 * of `own`, the issue that is written.
 */
export function fieldHabits(members: readonly Member[], own: Occasion, rules: FieldRules): FieldHabit[] {
  const found = new Map<string, { times: number; isList: boolean; values: Map<string, number> }>();
  const fieldsOf = ({ issue }: Member): number => issue.frontMatter?.fields.length ?? 0;
  for (const member of [...members].sort((a, b) => fieldsOf(b) - fieldsOf(a))) {
    for (const { path, value, valueSpan } of member.issue.frontMatter?.fields ?? []) {
      const habit = found.get(path) ?? { times: 0, isList: false, values: new Map<string, number>() };
      found.set(path, habit);
      habit.times++;
      habit.isList ||= Array.isArray(value);
      if (isProseField(path, rules) || value === undefined) continue;
      const written = Array.isArray(value)
        ? value.flatMap((entry: unknown) => entryOf(entry))
        : [slice(member.issue.text, valueSpan)];
      for (const yaml of new Set(written.map((one) => mark(one.trim(), member.occasion, 'name')))) {
        if (yaml !== '' && yaml.length <= longestValue && !yaml.includes('\n'))
          habit.values.set(yaml, (habit.values.get(yaml) ?? 0) + 1);
      }
    }
  }
  return [...found].map(([path, { times, isList, values }]) => ({ path, times, isList, values: filled(values, own) }));
}

function entryOf(entry: unknown): string[] {
  if (typeof entry === 'string') return [writeScalar(entry, '')];
  return typeof entry === 'number' || typeof entry === 'boolean' ? [String(entry)] : [];
}

/** What is another issue's own is left out: a value that only its number or date could make this one's. */
function filled(values: ReadonlyMap<string, number>, own: Occasion): FieldHabit['values'] {
  return [...values]
    .filter(([yaml, times]) => !hasMark(yaml) || (times > 1 && fill(yaml, own) !== withoutMarks(yaml)))
    .map(([yaml, times]) => ({ yaml: fill(yaml, own), times }))
    .sort((a, b) => b.times - a.times)
    .slice(0, mostValues);
}
