// heading-level-changed: one heading's level departs from how the translation renders the source's levels.
import type { Block, Issue } from '../model.js';
import { definePairCheck, type DraftFix } from './check.js';
import { countsOf, oneToOne, usual } from './support/comparable.js';
import { quoted } from './support/words.js';

/** So many other headings must show the pattern, and so great a part of them must follow it. */
const fewest = 2;
const share = 0.75;

export default definePairCheck({
  id: 'heading-level-changed',
  severity: 'information',
  messages: {
    changed:
      'This heading is of level {level}; the source’s is of level {sourceLevel}, which is level {expected} elsewhere in this translation.',
    same: 'This heading is of level {level}; the source’s is of level {expected}.',
  },
  *run(context) {
    const headings = oneToOne(context).filter(
      ({ source, target }) => source.kind === 'heading' && target.kind === 'heading',
    );
    const shifts = countsOf(headings.map(({ source, target }) => target.depth - source.depth));
    const levels = [1, 2, 3, 4, 5, 6].map((level) =>
      countsOf(headings.filter(({ source }) => source.depth === level).map(({ target }) => target.depth)),
    );
    for (const { source, target } of headings) {
      const ofLevel = levels[source.depth - 1]!;
      if (ofLevel.get(target.depth)! > 1) continue; // two headings that depart alike are meant so
      const shift = usual(shifts, fewest, share, target.depth - source.depth);
      const others = [...ofLevel.values()].reduce((sum, count) => sum + count, -1);
      const shifted = others < fewest && shift !== undefined ? source.depth + shift : undefined;
      // The source's own level is no slip where nothing shows another one for it: whoever makes sections of titles may leave what is above them.
      const isOwn = target.depth === source.depth && shifted !== undefined && !ofLevel.has(shifted);
      const expected = usual(ofLevel, fewest, share, target.depth) ?? (isOwn ? undefined : shifted);
      if (expected === undefined || expected === target.depth || expected < 1 || expected > 6) continue;
      yield {
        message: expected === source.depth ? 'same' : 'changed',
        data: { level: target.depth, sourceLevel: source.depth, expected },
        span: target.span,
        source: source.span,
        subject: quoted(target.text, 40),
        fixes: levelFix(context.target, target, expected),
      };
    }
  },
});

/** Only of headings that are written with number signs. */
function levelFix({ text }: Issue, { span }: Block, level: number): DraftFix[] {
  const signs = /^#{1,6}/.exec(text.slice(span.start, span.start + 7))?.[0];
  if (signs === undefined) return [];
  return [
    {
      title: `Make it level ${level}`,
      edits: [{ span: { start: span.start, end: span.start + signs.length }, newText: '#'.repeat(level) }],
      preferred: true,
    },
  ];
}
