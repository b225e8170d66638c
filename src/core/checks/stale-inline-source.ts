// stale-inline-source: the source that is kept in a comment is not today's source.
import { slice } from '../text/span.js';
import { definePairCheck } from './check.js';
import { staleSources } from './support/keptSource.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'stale-inline-source',
  severity: 'information',
  messages: {
    changed: 'Since the source was copied into this comment it has changed in {places}: “{kept}” is “{today}” today.',
    removed: 'Since the source was copied into this comment it has changed in {places}: “{kept}” is gone today.',
    added: 'Since the source was copied into this comment it has changed in {places}: “{today}” is new.',
  },
  *run(context) {
    for (const { span, source, kept, today, changes } of staleSources(context)) {
      const text = slice(context.source.text, source.span).replace(/\r\n?|\n/g, context.target.newline);
      yield {
        message: kept === '' ? 'added' : today === '' ? 'removed' : 'changed',
        data: { ...shownDifference(kept, today), places: changes > 1 ? `${changes} places` : 'one place' },
        span,
        source: source.span,
        fixes:
          text.includes('-->') || text.includes('--!>')
            ? []
            : [{ title: 'Keep today’s source instead', edits: [{ span, newText: text }], preferred: true }],
      };
    }
  },
});

/** Long stretches begin where they differ. */
function shownDifference(kept: string, today: string): { kept: string; today: string } {
  let same = 0;
  while (same < Math.min(kept.length, today.length) && kept[same] === today[same]) same++;
  const from = kept.length > 60 || today.length > 60 ? Math.max(0, same - 20) : 0;
  const cut = (text: string): string => quoted((from > 0 ? '…' : '') + text.slice(from));
  return { kept: cut(kept), today: cut(today) };
}
