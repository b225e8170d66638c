// french-spacing: the spaces that French sets before ; : ! ? » and behind «.
import { languageOf } from '../language/locale.js';
import { definePostCheck } from './check.js';
import { findFrenchSpacing } from './support/frenchSpacing.js';
import { slipsOrHabit, sourceTextOf } from './support/proseBlocks.js';

export default definePostCheck({
  id: 'french-spacing',
  severity: 'hint',
  messages: {
    missing: 'French sets a no-break space here.',
    allMissing: 'In {count} places a no-break space is missing before ; : ! ? » or behind «; this is the first.',
    ordinary: 'An ordinary space stands here, at which a line can break; French sets a no-break space.',
    allOrdinary: 'In {count} places an ordinary space stands where French sets a no-break space: a line can break there. This is the first.',
  },
  *run(context) {
    const { target, targetLocale } = context;
    if (targetLocale === undefined || languageOf(targetLocale) !== 'fr') return;
    const found = findFrenchSpacing(target, targetLocale, (block) => sourceTextOf(context, block));
    yield* slipsOrHabit(found.missing, 'missing', 'allMissing', { title: 'Put a no-break space', safe: true });
    // Who types ordinary spaces types them everywhere.
    yield* slipsOrHabit(found.ordinary, 'ordinary', 'allOrdinary', { title: 'Put a no-break space', safe: true }, 2);
  },
});
