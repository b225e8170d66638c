// french-spacing: the spaces that French sets before ; : ! ? » and behind «.
import { definePostCheck } from './check.js';
import { findFrenchSpacing } from './support/frenchSpacing.js';
import { slipsOrHabit } from './support/proseBlocks.js';

export default definePostCheck({
  id: 'french-spacing',
  severity: 'hint',
  yieldsTo: [
    'untranslated-text',
    'untranslated-title',
    'leftover-source',
    'wrong-language',
    'duplicate-block',
    'stray-markup',
  ],
  messages: {
    missing: 'French sets a no-break space here.',
    allMissing: 'In {count} places a no-break space is missing before ; : ! ? » or behind «; this is the first.',
  },
  *run(context) {
    yield* slipsOrHabit(findFrenchSpacing(context).missing, 'missing', 'allMissing', {
      title: 'Put a no-break space',
      safe: true,
    });
  },
});
