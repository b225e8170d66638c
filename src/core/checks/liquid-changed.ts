// liquid-changed: a Liquid tag or output of the source, or a shortcode of Hugo, is lost, renamed, or has other values.
import { slice, type Span } from '../text/span.js';
import { definePairCheck, type DraftFix, type Found, type PairContext } from './check.js';
import { compareLiquid, type ChangedLiquid, type LostLiquid } from './support/compareLiquid.js';
import type { Liquid } from './support/liquid.js';
import { firstLine, lastLine, lineAt, quoted } from './support/words.js';

type MessageId = 'lost' | 'lostEverywhere' | 'renamed' | 'value';

export default definePairCheck({
  id: 'liquid-changed',
  severity: 'warning',
  yieldsTo: ['stray-markup'],
  messages: {
    lost: 'The source has “{tag}” here, which is missing.',
    lostEverywhere: 'The source has “{tag}” here, which is missing in all of the translation ({times} times).',
    renamed: 'This is “{tag}” in the source; the site knows its names in one language only.',
    value: 'In the source “{name}” of this tag is “{value}”.',
  },
  *run(context): Generator<Found<MessageId>> {
    const { lost, changed } = compareLiquid(context);
    for (const one of changed) yield* changedLiquid(one, context);
    for (const one of lost) if (isMissed(one.source, context.target.text)) yield lostLiquid(one, context);
  },
});

function* changedLiquid(
  { source, target, parameter }: ChangedLiquid,
  { source: issue }: PairContext,
): Generator<Found<MessageId>> {
  const places = {
    span: { start: target.start, end: target.end },
    source: { start: source.start, end: source.end },
    subject: quoted(target.raw),
  };
  const written = slice(issue.text, places.source);
  if (parameter === undefined) {
    yield {
      message: 'renamed',
      data: { tag: quoted(source.raw) },
      ...places,
      fixes: [{ title: 'Restore the source’s tag', edits: [{ span: places.span, newText: written }], preferred: true }],
    };
    return;
  }
  const [value, own] = [source, target].map(
    ({ parameters }) => parameters.find(({ name }) => name === parameter)?.value,
  ) as [string, string | undefined];
  const at =
    own === undefined || own === ''
      ? -1
      : target.raw.indexOf(own, target.raw.indexOf(parameter === 'value' ? '=' : parameter));
  const span = at < 0 ? places.span : { start: target.start + at, end: target.start + at + own!.length };
  const fixes: DraftFix[] =
    at < 0 ? [] : [{ title: `Write “${quoted(value, 30)}”`, edits: [{ span, newText: value }], preferred: true }];
  yield {
    message: 'value',
    data: { name: parameter, value: quoted(value) },
    ...places,
    span,
    severity: 'information',
    fixes,
  };
}

function lostLiquid({ source, times, isNowhere }: LostLiquid, context: PairContext): Found<MessageId> {
  const { span, insert } = placeFor(source, context);
  return {
    message: isNowhere ? 'lostEverywhere' : 'lost',
    data: { tag: quoted(source.raw), times },
    span,
    source: { start: source.start, end: source.end },
    subject: quoted(source.raw),
    // What only shows something may have been left out, or written out, on purpose.
    ...(isNowhere || source.kind === 'output' || isShown(source) || /^(?:include|assign)/.test(source.name)
      ? { severity: 'information' as const }
      : {}),
    fixes: insert && times === 1 ? [{ title: 'Insert it', edits: [insert], preferred: true }] : [],
  };
}

/** A shortcode that stands alone; the end of one that encloses text is missed by the site. */
function isShown({ raw, name }: Liquid): boolean {
  return raw.startsWith('{{') && !name.startsWith('/');
}

/** A variable that nothing shows is not missed: neither in the text nor in an address, nor handed to another tag. */
function isMissed({ name, head }: Liquid, text: string): boolean {
  const isUsed = (pattern: RegExp): boolean => [...text.matchAll(pattern)].some(([, used]) => used === head);
  return (
    name !== 'assign' ||
    isUsed(/\{\{-?\s{0,9}([\w-]+)/g) ||
    isUsed(/(?<=\{%(?:(?!\{%|%\})[^\n]){0,500}=\s{0,9})([A-Za-z_][\w-]*)/g)
  );
}

/** Where in the translation it should stand, and what puts it there. */
function placeFor(
  source: Liquid,
  { source: issue, target, units }: PairContext,
): { span: Span; insert: { span: Span; newText: string } | undefined } {
  const at = (offset: number): Span => ({ start: offset, end: offset });
  const block = source.block && units.ofSource[source.block.index]?.target.at(-1);
  const line = lineAt(issue, source.start);
  const isAlone = /^(?:\{%[^{}]*%\}\s*)+$/.test(slice(issue.text, line));
  const nl = target.newline;
  if (!block) {
    const first = target.blocks[0];
    return {
      span: first ? lineAt(target, first.span.start) : firstLine(target),
      insert: first && isAlone ? { span: at(first.span.start), newText: source.raw + nl + nl } : undefined,
    };
  }
  if (isAlone && !source.isInBlock)
    return { span: lastLine(target, block), insert: { span: at(block.span.end), newText: nl + nl + source.raw } };
  const isLast = source.block !== undefined && issue.text.slice(source.end, source.block.span.end).trim() === '';
  return {
    span: lastLine(target, block),
    insert:
      isLast && !/^(?:image|code|html|table)$/.test(block.kind)
        ? { span: at(block.span.end), newText: ` ${source.raw}` }
        : undefined,
  };
}
