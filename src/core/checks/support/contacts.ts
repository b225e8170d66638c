// Mail addresses and handles (`@name`) of both sides of a unit, and what became of those of the source.
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue } from '../../model.js';
import { isReadable } from '../../parse/limits.js';
import { commonEnds } from '../../text/ends.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { isComparable } from './comparable.js';
import { hidden, proseOf } from './mask.js';
import { keptPerUnit } from './perRow.js';

/** A mail address or a handle, as it stands in the text. */
export interface Contact {
  readonly kind: 'mail' | 'handle';
  readonly text: string;
  readonly span: Span;
}

/** `typo`: one or two letters differ. `other`: another one stands in its place. `lost`: nothing does. */
export interface ChangedContact {
  readonly change: 'typo' | 'other' | 'lost';
  readonly source: Contact;
  readonly target: Contact | undefined;
  readonly unit: Unit;
}

/** ASCII only: letters of other scripts may stand right before and behind. Bounded, so that long runs take no time. */
const mail =
  /(?<![A-Za-z0-9._%+@-])[A-Za-z0-9_%+](?:[A-Za-z0-9._%+-]{0,63})[@＠](?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?![A-Za-z0-9-])/g;
const handle = /(?<![A-Za-z0-9._%+/@＠-])[@＠][A-Za-z_][A-Za-z0-9_]{2,30}(?![A-Za-z0-9_@＠]|[./-][A-Za-z0-9])/g;

/** The mail addresses and handles of the source that its comparable units do not have as they are. */
export function changedContacts(context: PairContext): ChangedContact[] {
  const units = withContacts(context);
  if (!units.some(({ row: unit, value }) => value.inSource && isComparable(unit))) return [];
  const everywhere = new Set(
    units
      .flatMap(({ row: unit }) => unit.target.flatMap((block) => contactsIn(block, context.target)))
      .map(({ text }) => normal(text)),
  );
  return units
    .filter(({ row: unit, value }) => isComparable(unit) && unit.target.length > 0 && value.inSource)
    .flatMap(({ row: unit }) => {
      const known = new Set(
        unit.source.flatMap((block) => contactsIn(block, context.source)).map(({ text }) => normal(text)),
      );
      const free = unit.target
        .flatMap((block) => contactsIn(block, context.target))
        .filter(({ text }) => !known.has(normal(text)));
      const wanted = unit.source.flatMap((block) =>
        contactsIn(block, context.source).map((source) => ({ source, isLink: isInLink(source, block) })),
      );
      const seen = new Set<string>();
      return wanted
        .filter(({ source: { text } }) => !everywhere.has(normal(text)) && seen.size < seen.add(normal(text)).size)
        .flatMap(({ source, isLink }): ChangedContact[] => {
          const candidates = free.filter(({ kind }) => kind === source.kind);
          if (unit.target.some((block) => slice(context.target.text, block.span).includes(source.text))) return []; // in code, say
          const near =
            candidates.find(({ text }) => isNear(normal(text), normal(source.text))) ?? cutOff(source, unit, context);
          const target = near ?? (candidates.length === 1 ? candidates[0] : undefined);
          if (target && free.includes(target)) free.splice(free.indexOf(target), 1);
          // What else stands on a link, or that the link is gone, is for the checks of links to say.
          return isLink && !near ? [] : [{ change: near ? 'typo' : target ? 'other' : 'lost', source, target, unit }];
        });
    });
}

function isInLink({ span }: Contact, { links }: Block): boolean {
  return links.some((link) => link.span.start <= span.start && span.end <= link.span.end);
}

/** `name@example` of `name@example.org`. */
function cutOff({ kind, text }: Contact, unit: Unit, { target }: PairContext): Contact | undefined {
  const start = kind === 'mail' ? text.slice(0, text.indexOf('@') + 1) : undefined;
  for (const block of start === undefined ? [] : unit.target) {
    const at = slice(target.text, block.span).indexOf(start!);
    const end =
      at < 0
        ? undefined
        : /^[\w.%+-]*@[\w-]*(?:\.[\w-]+)*/.exec(target.text.slice(block.span.start + at, block.span.end))?.[0].length;
    if (end !== undefined)
      return {
        kind,
        text: slice(target.text, { start: block.span.start + at, end: block.span.start + at + end }),
        span: { start: block.span.start + at, end: block.span.start + at + end },
      };
  }
  return undefined;
}

/** The units that have any, and whether their source has. */
const withContacts = keptPerUnit((unit, { source, target }) => {
  const inSource = unit.source.some((block) => contactsIn(block, source).length > 0);
  return inSource || unit.target.some((block) => contactsIn(block, target).length > 0) ? { inSource } : undefined;
});

function contactsIn(block: Block, issue: Issue): Contact[] {
  if (block.kind === 'code' || block.kind === 'html' || !isReadable(slice(issue.text, block.span))) return [];
  let prose = proseOf(issue, block, 'keep links');
  for (const { form, urlSpan } of block.links)
    if (urlSpan && form !== 'autolink') prose = blanked(prose, urlSpan, block.span.start);
  for (const { span } of block.images) prose = blanked(prose, span, block.span.start);
  const found: Contact[] = [];
  const take = (kind: Contact['kind'], pattern: RegExp): void => {
    prose = prose.replace(pattern, (text, at: number) => {
      const start = block.span.start + at;
      found.push({ kind, text, span: { start, end: start + text.length } });
      return hidden.repeat(text.length);
    });
  };
  take('mail', mail);
  take('handle', handle);
  return found.sort((a, b) => a.span.start - b.span.start);
}

function blanked(prose: string, { start, end }: Span, from: number): string {
  if (start < from || end - from > prose.length) return prose; // in the definition of a reference
  return prose.slice(0, start - from) + hidden.repeat(end - start) + prose.slice(end - from);
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const mostEdits = 2;
const shortestTypo = 5;

/** Whether two texts differ in one or two letters next to each other, as when two were exchanged. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < shortestTypo || Math.abs(a.length - b.length) > mostEdits) return false;
  const { front, back } = commonEnds(a, b);
  return Math.max(a.length, b.length) - front - back <= mostEdits;
}
