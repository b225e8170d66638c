// emoji-changed: an emoji of the source that the translation lost or put another for.
import { slice } from '../text/span.js';
import { definePairCheck, type DraftFix, type PairContext } from './check.js';
import { compareEmoji, type PlacedEmoji } from './support/compareEmoji.js';
import { lastLine } from './support/words.js';

export default definePairCheck({
  id: 'emoji-changed',
  severity: 'information',
  messages: {
    missing: '{emoji} is missing; the source has it here.',
    changed: 'The source has {emoji} here; the translation has {own}.',
    all: 'None of the source’s {count} emoji is in the translation. The first is {emoji}.',
  },
  *run(context) {
    const { missing, changed, isWithoutAny } = compareEmoji(context);
    const [first] = missing;
    if (isWithoutAny && first) {
      yield {
        message: 'all',
        data: { count: missing.length, emoji: first.source.text },
        severity: 'hint',
        span: lastLine(context.target, first.unit.target.at(-1)!),
        source: first.source.span,
      };
      return;
    }
    for (const { source, target } of changed) {
      yield {
        message: 'changed',
        data: { emoji: source.text, own: target.text },
        subject: source.text,
        span: target.span,
        source: source.span,
        fixes: [{ title: `Put ${source.text}`, edits: [{ span: target.span, newText: source.text }], preferred: true }],
      };
    }
    for (const { source, unit } of missing) {
      const last = unit.target.at(-1)!;
      yield {
        message: 'missing',
        data: { emoji: source.text },
        subject: source.text,
        span: lastLine(context.target, last),
        source: source.span,
        fixes: fixesOf(context, source, unit.target[0]!, last),
      };
    }
  },
});

/** Where it opens or ends the block in the source: there, with the space that it has in the source. */
function fixesOf(
  { source, target }: PairContext,
  emoji: PlacedEmoji,
  first: PlacedEmoji['block'],
  last: PlacedEmoji['block'],
): DraftFix[] {
  const behind = slice(source.text, { start: emoji.span.end, end: emoji.block.span.end });
  const before = slice(source.text, { start: emoji.block.span.start, end: emoji.span.start });
  if (first !== last) return [];
  const [start, end] = [/^.?/u.exec(slice(target.text, last.span))![0], slice(target.text, last.span).slice(-1)];
  if (behind.trim() === '' && /[\p{L}\p{M}\p{N}.!?…。！？]/u.test(end))
    return [
      insertion(
        `Put ${emoji.text} at the end`,
        last.span.end,
        `${before.trim() === '' ? '' : gapIn(/(?<!\s)\s*$/.exec(before)![0])}${emoji.text}`,
      ),
    ];
  if (before === '' && last.kind === 'paragraph' && /[\p{L}\p{N}]/u.test(start))
    return [
      insertion(
        `Put ${emoji.text} at the beginning`,
        last.span.start,
        `${emoji.text}${gapIn(/^\s*/.exec(behind)![0])}`,
      ),
    ];
  return [];
}

function insertion(title: string, at: number, newText: string): DraftFix {
  return { title, edits: [{ span: { start: at, end: at }, newText }], preferred: true };
}

function gapIn(space: string): string {
  return space === '' ? '' : ' ';
}
