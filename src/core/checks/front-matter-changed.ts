// front-matter-changed: a field that should be the source's and is not, or that is and should not be.
import { definePairCheck, type DraftFix, type Found, type PairContext } from './check.js';
import { changedFields, type ChangeKind, type FieldChange } from './support/changedFields.js';
import { replacedValue } from './support/fieldEdits.js';
import { restoredField } from './support/fields.js';
import { fieldSpan, valueOrKey } from './support/fieldSpan.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'front-matter-changed',
  severity: 'warning',
  yieldsTo: ['issue-number-mismatch'],
  messages: {
    changed: 'The field “{field}” is “{found}”; in the source it is “{expected}”.',
    tag: 'The entry “{found}” of “{field}” is “{expected}” in the source.',
    language: 'The field “{field}” says “{found}”, but this text is in “{expected}”.',
    foreignAddress: 'The field “{field}” has “{part}”, the source’s language, in “{found}”.',
    copied: 'The field “{field}” is the source’s, “{found}”: each language should have its own.',
  },
  *run(context): Generator<Found<ChangeKind>> {
    if (context.target.faults.length > 0 || context.source.faults.length > 0) return;
    for (const change of changedFields(context)) {
      const { kind, field, source, data, severity } = change;
      const shown = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, quoted(value)]));
      const fixes = fixOf(change, context);
      const entry = kind === 'tag' ? fixes[0]?.edits[0]?.span : undefined;
      yield {
        message: kind,
        data: { field: field.path, ...shown },
        span: entry ?? valueOrKey(field),
        source: fieldSpan(source),
        subject: data['found'] ?? field.path,
        severity,
        fixes,
      };
    }
  },
});

function fixOf({ fix, field, source, data, value, isSafe }: FieldChange, context: PairContext): DraftFix[] {
  const from = data['part'] !== undefined || value === undefined ? undefined : data['found'];
  const edit =
    fix === 'restore'
      ? restoredField(context, source, field)
      : value === undefined
        ? undefined
        : replacedValue(context.target, field, from, value);
  const title = fix === 'restore' ? `Restore “${field.path}” from the source` : `Change it to “${quoted(value ?? '')}”`;
  return edit ? [{ title, edits: [edit], preferred: true, safe: isSafe }] : [];
}
