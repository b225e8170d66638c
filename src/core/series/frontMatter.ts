// The front matter of a series' next issue: the last one's fields, with what most issues have in them.
import { isLanguageField, isPictureField, isSameField } from '../checks/support/fieldKinds.js';
import type { Field, FrontMatterFormat, Issue } from '../model.js';
import { valueText } from '../parse/field.js';
import { applyEdits, type Edit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import { writeScalar } from '../parse/scalar.js';
import { fill, hasMark, mark, type Occasion } from './marks.js';
import { isUsual, usualHead, usualOf } from './usual.js';

/** An issue of the series that was read. */
export interface Member {
  readonly issue: Issue;
  readonly occasion: Occasion;
}

/** Text that is to be written on. */
export interface Draft {
  readonly text: string;
  /** Offset (UTF-16) in `text` of the first place that somebody has to fill in; undefined if there is none. */
  readonly blank: number | undefined;
}

/** The front matter for the issue `next`, with its `---` or `+++`; empty if the last issue has none. @param members newest first */
export function nextFrontMatter(members: readonly Member[], next: Occasion): Draft {
  const [last] = members;
  if (!last?.issue.frontMatter) return { text: '', blank: undefined };
  const { issue } = last;
  const { frontMatter } = issue;
  const dropped = unusualLines(members);
  const edits: { readonly edit: Edit; readonly isBlank: boolean; readonly at: number }[] = [];
  for (const one of frontMatter!.fields) {
    if (
      one.value === undefined ||
      dropped.some((span) => span.start <= one.keySpan.start && one.keySpan.start < span.end)
    )
      continue;
    const found = valueOf(one, members, next);
    const edit = found && editOf(issue, one, found.raw);
    if (edit) edits.push({ edit, isBlank: found.isBlank, at: found.at });
  }
  const all = [...edits.map(({ edit }) => edit), ...dropped.map((span): Edit => ({ span, newText: '' }))].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const text = applyEdits(issue.text, all);
  const firstBlank = edits.filter(({ isBlank }) => isBlank).sort((a, b) => a.edit.span.start - b.edit.span.start)[0];
  const shift = (until: number): number =>
    all
      .filter(({ span }) => span.start < until)
      .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const end = frontMatter!.span.end + shift(frontMatter!.span.end);
  const start = frontMatter!.span.start;
  return {
    text: text.slice(start, end).replace(/(?<!\s)([^\S\n]*)\n\s*\n(---|\+{3})$/, '$1\n$2'),
    blank: firstBlank && firstBlank.edit.span.start + shift(firstBlank.edit.span.start) + firstBlank.at - start,
  };
}

interface Value {
  /** As it is written. */
  readonly raw: string;
  readonly isBlank: boolean;
  /** Where in `raw` one writes on. */
  readonly at: number;
}

/** What a field is to say; undefined if that is what it says. */
function valueOf(one: Field, members: readonly Member[], next: Occasion): Value | undefined {
  const { issue } = members[0]!;
  const { format } = issue.frontMatter!;
  const raw = slice(issue.text, one.valueSpan);
  const values = members.flatMap((member) => {
    const found = member.issue.frontMatter?.fields.find(({ path }) => path === one.path);
    return found ? [mark(valueText(found.value), member.occasion, 'name')] : [];
  });
  const now = values[0]!;
  const isTitle = /^(?:title|subject)$/i.test(one.path);
  if (Array.isArray(one.value)) return listOf(one, members, raw);
  const usual =
    values.length > 1 ? usualOf(values) : (hasMark(now) || isOfSeries(one.path)) && !isTitle ? now : undefined;
  if (usual !== undefined) {
    const text = fill(usual, next);
    return text === valueText(one.value)
      ? undefined
      : { raw: rewritten(raw, valueText(one.value), text, format), isBlank: false, at: 0 };
  }
  if (now === '') return undefined;
  const kept = fill(isTitle ? headOfTitle(values) : headOfProse(values), next);
  const quote = format === 'toml' ? '"' : (/^["']/.exec(raw)?.[0] ?? '');
  if (kept === '') return { raw: quote + quote, isBlank: true, at: quote === '' ? 1 : quote.length };
  const written = writeScalar(kept, quote === '' && !kept.endsWith(' ') ? '' : quote || '"', format);
  return { raw: written, isBlank: true, at: written.length - (/["']$/.test(written) ? 1 : 0) };
}

/** What one issue alone shows to be its newsletter's, not its own. */
function isOfSeries(path: string): boolean {
  return (isSameField(path) && !isPictureField(path)) || isLanguageField(path) || /^authors?$/i.test(path);
}

/** What titles begin with; where they differ in that, all up to the number, and the language's tag behind it, in the newest. */
function headOfTitle(values: readonly string[]): string {
  const head = usualHead(values);
  if (head.includes('\u0001n')) return head;
  return /^.*?\u0001n[^\u0002]*\u0002(?:\s*[[(][A-Za-z-]{2,7}[\])])?(?:\s*[:：–—-]\s*)?/u.exec(values[0]!)?.[0] ?? head;
}

/** What other values begin with: several words, or a part of an address. One word is chance. */
function headOfProse(values: readonly string[]): string {
  const head = usualHead(values);
  return hasMark(head) || /\p{L}\P{L}+\p{L}.*\P{L}\p{L}/u.test(head) ? head : '';
}

/** Text in the form that the value had: a time behind the date is kept as it stands. */
function rewritten(raw: string, was: string, now: string, format: FrontMatterFormat): string {
  return raw === was ? now : writeScalar(now, raw, format);
}

/** The entries of a list that are usual. */
function listOf(one: Field, members: readonly Member[], raw: string): Value | undefined {
  const lists = members
    .map((member) => member.issue.frontMatter?.fields.find(({ path }) => path === one.path)?.value)
    .filter((value) => Array.isArray(value));
  const own = (one.value as unknown[]).map(valueText);
  if (members.length < 2 || (one.value as unknown[]).some((entry) => typeof entry === 'object')) return undefined;
  const kept = own.filter((entry) =>
    isUsual(lists.filter((list) => list.map(valueText).includes(entry)).length, lists.length),
  );
  if (kept.length === own.length) return undefined;
  if (raw.startsWith('['))
    return {
      raw: `[${kept.map((entry) => writeScalar(entry, '', members[0]!.issue.frontMatter!.format)).join(', ')}]`,
      isBlank: kept.length === 0,
      at: 1,
    };
  const lines = raw.split('\n').filter((line) =>
    kept.includes(
      line
        .trim()
        .replace(/^-\s*/, '')
        .replace(/^(["'])(.*)\1$/, '$2'),
    ),
  );
  const ending = raw.slice(raw.trimEnd().length); // a list of lines goes up to the next field
  return { raw: (lines.join('\n').trim() || '[]') + ending, isBlank: kept.length === 0, at: 0 };
}

function editOf({ text }: Issue, { keySpan, valueSpan }: Field, raw: string): Edit {
  if (raw !== '') return { span: valueSpan, newText: raw };
  // With a space for whoever writes on: "title:New" would be no field.
  return { span: { start: text.indexOf(':', keySpan.end) + 1, end: valueSpan.end }, newText: ' ' };
}

/** Fields that most issues do not have, and comments, each with all of its lines. In TOML a field's lines may be followed by a table's name: there all stay. */
function unusualLines(members: readonly Member[]): Span[] {
  const { issue } = members[0]!;
  const { text, frontMatter } = issue;
  if (frontMatter!.format === 'toml') return [];
  const top = frontMatter!.fields.filter(({ path }) => !path.includes('.'));
  const { start, end } = frontMatter!.contentSpan;
  const lineOf = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const fields = top.flatMap(({ path, keySpan }, i): Span[] => {
    const having = members.filter((member) =>
      member.issue.frontMatter?.fields.some((other) => other.path === path),
    ).length;
    const next = top[i + 1];
    return having * 2 > members.length || having === members.length
      ? []
      : [{ start: lineOf(keySpan.start), end: next ? lineOf(next.keySpan.start) : end + 1 }];
  });
  const comments = Array.from(text.slice(start, end).matchAll(/^#.*\n?/gm), ({ index, 0: line }): Span => ({
    start: start + index,
    end: start + index + line.length,
  })).filter(
    (span) =>
      !isUsual(
        members.filter((member) =>
          member.issue.text.slice(0, member.issue.frontMatter?.span.end ?? 0).includes(slice(text, span).trim()),
        ).length,
        members.length,
      ) && !fields.some((field) => field.start <= span.start && span.end <= field.end),
  );
  return [...fields, ...comments];
}
