// french-spacing: the spaces that French sets before ; : ! ? » and behind «.
import { languageOf } from '../language/locale.js';
import { definePostCheck } from './check.js';
import { findFrenchSpacing } from './support/frenchSpacing.js';
import { slipsOrHabit, sourceTextOf } from './support/proseBlocks.js';

export default definePostCheck({
  id: 'french-spacing',
  severity: 'hint',
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block', 'stray-markup'],
  messages: {
    missing: 'French sets a no-break space here.',
    allMissing: 'In {count} places a no-break space is missing before ; : ! ? » or behind «; this is the first.',
  },
  *run(context) {
    const { target, targetLocale } = context;
    if (targetLocale === undefined || languageOf(targetLocale) !== 'fr') return;
    const { missing } = findFrenchSpacing(target, targetLocale, (block) => sourceTextOf(context, block));
    yield* slipsOrHabit(missing, 'missing', 'allMissing', { title: 'Put a no-break space', safe: true });
  },
});
