// invisible-characters: characters that nobody sees and that searches, links and screen readers stumble over.
import { definePostCheck, type Found } from './check.js';
import { findInvisible, type Invisible } from './support/invisible.js';

export default definePostCheck({
  id: 'invisible-characters',
  severity: 'information',
  yieldsTo: ['encoding-damage', 'url-damaged', 'link-changed'],
  messages: {
    invisible: 'An invisible character stands here: {name}.',
    habit: 'In {count} places an invisible character stands: {name}. This is the first.',
    bidi: 'An invisible character here turns the direction of writing and is not ended in this paragraph: {name}.',
  },
  *run(context) {
    const all = findInvisible(context);
    for (const code of new Set(all.map((one) => one.code))) {
      const some = all.filter((one) => one.code === code);
      // A few are slips; many came with the text from somewhere, and are one thing to mend.
      for (const group of some.length >= habit ? [some] : some.map((one) => [one])) yield problemOf(group);
    }
  },
});

/** From this many on, one problem tells of all. */
const habit = 10;

function problemOf(group: readonly Invisible[]): Found<'invisible' | 'habit' | 'bidi'> {
  const { kind, name, code, span, newText } = group[0]!;
  const title = newText === '' ? 'Remove' : 'Put a space for';
  return {
    message: group.length > 1 ? 'habit' : kind,
    data: { name: `${name}, ${code}`, count: group.length },
    subject: code,
    ...(code === 'U+00AD' ? { severity: 'hint' as const } : {}),
    span,
    fixes: [
      {
        title: group.length > 1 ? `${title} all ${group.length}` : `${title} it`,
        edits: group.map((one) => ({ span: one.span, newText: one.newText })),
        safe: group.every(({ isSafe }) => isSafe),
        preferred: true,
      },
    ],
  };
}
