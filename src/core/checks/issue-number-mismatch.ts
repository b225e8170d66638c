// issue-number-mismatch: the issue's number is not the same everywhere.
import type { Span } from '../text/span.js';
import { definePostCheck, type DraftFix, type Found, type PostContext } from './check.js';
import { asPair } from './support/asPair.js';
import { issueNumbers, type IssueNumber, type NumberPlace } from './support/issueNumbers.js';
import { firstLine, quoted } from './support/words.js';

type Message = 'source' | 'within' | 'file';

const names: Readonly<Record<NumberPlace, string>> = {
  title: 'title',
  heading: 'first heading',
  field: 'front matter',
  picture: 'picture',
  file: 'file’s name',
};

export default definePostCheck({
  id: 'issue-number-mismatch',
  severity: 'warning',
  messages: {
    source: 'The {place} says number {found}; the source is number {expected}.',
    within: 'The {place} says number {found}; the {other} says {expected}.',
    file: 'The file’s name says number {found}; the {other} says {expected}.',
  },
  *run(context): Generator<Found<Message>> {
    const { target, site } = context;
    const own = issueNumbers(target, site?.post.path);
    const [source] = sourceNumbers(context);
    if (own.length === 0 || hasOwnNumbers(context)) return;
    // All places agree on another number than the source's: perhaps a numbering of the translators' own.
    const isOwn = source !== undefined && own.length > 1 && own.every(({ number }) => number === own[0]!.number);
    const expected = source ?? witness(own);
    if (expected === undefined) return;
    for (const one of isOwn ? own.slice(0, 1) : own) {
      if (one.number === expected.number || isSourcesPicture(one, context)) continue;
      const data = {
        place: names[one.place],
        found: one.number,
        expected: expected.number,
        other: names[expected.place],
      };
      const message = one.place === 'file' ? 'file' : source ? 'source' : 'within';
      yield {
        message,
        data,
        span: one.span ?? placeOf(own, context),
        source: source?.span,
        subject: String(one.number),
        severity: isOwn || one.place === 'file' || !source ? 'information' : 'warning',
        fixes: isOwn ? [] : fixOf(one, expected),
      };
    }
  },
});

function sourceNumbers(context: PostContext): readonly IssueNumber[] {
  const pair = asPair(context);
  return pair ? issueNumbers(pair.source, undefined) : [];
}

/** The number that most places say; undefined if all agree. Of as many, the surest is right. */
function witness(own: readonly IssueNumber[]): IssueNumber | undefined {
  const votes = (number: number): number => own.filter((one) => one.number === number).length;
  if (own.every(({ number }) => number === own[0]!.number)) return undefined;
  return own.reduce((best, one) => (votes(one.number) > votes(best.number) ? one : best));
}

/** Whether this language's issues are numbered in another way than the source's. */
function hasOwnNumbers({ site, targetLocale }: PostContext): boolean {
  const siblings = targetLocale === undefined ? [] : (site?.siblingsIn(targetLocale) ?? []);
  const differing = siblings.filter(
    ({ source, target }) =>
      source.number !== undefined && target.number !== undefined && source.number !== target.number,
  ).length;
  return differing > 1 && differing * 3 > siblings.length;
}

/** A picture that the source has as well is the source's to mend. */
function isSourcesPicture({ place, text }: IssueNumber, context: PostContext): boolean {
  return place === 'picture' && sourceNumbers(context).some((one) => one.place === 'picture' && one.text === text);
}

function placeOf(own: readonly IssueNumber[], { target }: PostContext): Span {
  return own.find(({ span }) => span)?.span ?? firstLine(target);
}

function fixOf({ place, span, text, number }: IssueNumber, expected: IssueNumber): DraftFix[] {
  if (!span || place === 'file' || span.end - span.start > 4) return [];
  const what = place === 'field' ? text : names[place];
  return [
    {
      title: `Change ${number} to ${expected.number} in the ${quoted(what)}`,
      edits: [{ span, newText: String(expected.number) }],
      preferred: true,
    },
  ];
}
