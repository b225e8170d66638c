// french-no-break-spaces: ordinary spaces before ; : ! ? » and behind «, at which a line can break.
import { definePostCheck } from './check.js';
import { findFrenchSpacing } from './support/frenchSpacing.js';
import { slipsOrHabit } from './support/proseBlocks.js';

export default definePostCheck({
  id: 'french-no-break-spaces',
  severity: 'hint',
  isOffByDefault: true,
  yieldsTo: ['untranslated-text', 'untranslated-title', 'leftover-source', 'wrong-language', 'duplicate-block'],
  messages: {
    ordinary: 'An ordinary space stands here, at which a line can break; French sets a no-break space.',
    allOrdinary:
      'In {count} places an ordinary space stands where French sets a no-break space: a line can break there. This is the first.',
  },
  *run(context) {
    // Who types ordinary spaces types them everywhere.
    yield* slipsOrHabit(
      findFrenchSpacing(context).ordinary,
      'ordinary',
      'allOrdinary',
      { title: 'Put a no-break space', safe: true },
      2,
    );
  },
});
