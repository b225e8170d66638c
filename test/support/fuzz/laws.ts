// What holds of two posts whatever stands in them, from reading to mending.
import assert from 'node:assert/strict';
import type { Unit } from '../../../src/core/align/alignment.js';
import { carriedProblems } from '../../../src/core/checks/carried.js';
import type { PairContext } from '../../../src/core/checks/check.js';
import { fixSafely, insertMissing } from '../../../src/core/checks/fixAll.js';
import {
  checkPair,
  checkPost,
  contextAfter,
  internalId,
  pairContext,
  postContext,
} from '../../../src/core/checks/run.js';
import type { Identify } from '../../../src/core/language/identify.js';
import type { Issue } from '../../../src/core/model.js';
import { describePost } from '../../../src/core/pair/facts.js';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Fix, Problem } from '../../../src/core/problem.js';
import { applyEdits, type Edit } from '../../../src/core/text/edit.js';
import type { Span } from '../../../src/core/text/span.js';
import { buildPanel } from '../../../src/core/view/buildPanel.js';
import { rowsOf } from '../../../src/core/view/panelState.js';
import { plainIssue } from '../../unit/support/plainIssue.js';
import { assertWellFormed } from '../../unit/support/wellFormed.js';

/** Of this many of a pair's problems the fixes are tried. */
const mostTried = 12;

/**
 * Asserts all of it of a source and a translation, and of each state of the translation as it is edited; throws at the
 * first that does not hold.
 *
 * @param typed the translation behind each edit, one after the other
 */
export function assertLaws(source: string, target: string, typed: readonly string[], identify: Identify): void {
  const [one, other] = [parseIssue(source), parseIssue(target)];
  for (const issue of [one, other]) assertWellFormed(issue);
  pairPosts([
    describePost('_posts/2026-03-01-letter.md', one, identify),
    describePost('_posts/fr/2026-03-01-lettre.md', other, identify),
  ]);
  const contextOf = (issue: Issue): PairContext => pairContext(one, issue, { source: 'en', target: 'fr', identify });
  const context = contextOf(other);
  assertProblems(checkPost(postContext(one, { targetLocale: 'en', identify })), source, source);
  let state: State = { text: target, context, problems: checkPair(context) };
  assertState(state, source);
  for (const text of typed) {
    state = edited(state, text, source, contextOf);
    assertState(state, source);
  }
  assertShown(state.context, state.problems);
  assertMended(state, source, contextOf);
}

/** A translation as it stands between two edits. */
interface State {
  readonly text: string;
  readonly context: PairContext;
  readonly problems: readonly Problem[];
}

function assertState({ text, context, problems }: State, source: string): void {
  assertCovered(context);
  assertProblems(problems, text, source);
  for (const { fixes } of problems.slice(0, mostTried)) for (const fix of fixes) assertFix(fix, text);
}

/** The state behind an edit, by the shortcuts, which must come to what the long way says. */
function edited(
  { text: before, context, problems }: State,
  text: string,
  source: string,
  contextOf: (target: Issue) => PairContext,
): State {
  const again = parseIssue(text, context.target);
  const fresh = parseIssue(text);
  assertWellFormed(fresh);
  assert.deepEqual(plainIssue(again), plainIssue(fresh), 'read again, it is what it is read afresh');
  assertCovered(contextAfter(context, context.source, again));
  for (const { span } of carriedProblems(problems, { before, after: text }, { before: source, after: source }))
    assertIn(text, span);
  const after = contextOf(again);
  const found = checkPair(after);
  assert.deepEqual(
    plainProblems(found),
    plainProblems(checkPair(contextOf(fresh))),
    'checked again, it is what it is checked afresh',
  );
  return { text, context: after, problems: found };
}

/** What mends everything leaves a text that is read, and cuts no character in two. */
function assertMended(
  { text, context, problems }: State,
  source: string,
  contextOf: (target: Issue) => PairContext,
): void {
  const problemsOf = (other: string): readonly Problem[] =>
    other === text ? problems : checkPair(contextOf(parseIssue(other, context.target)));
  for (const mend of [fixSafely, insertMissing]) {
    const mended = mend(text, problemsOf).text;
    if (mended === text) continue;
    const fresh = parseIssue(mended);
    assertWellFormed(fresh);
    assert.deepEqual(
      plainIssue(parseIssue(mended, context.target)),
      plainIssue(fresh),
      'mended, it is read again as it is read afresh',
    );
    if (![text, source].some((one) => lone.test(one))) assert.ok(!lone.test(mended), 'mending cut no character in two');
  }
}

/** As hast-util-to-html writes them. */
const elements = /<\/?[a-z][^\s<>"]*(?:\s+[^\s=<>"]+(?:="[^"]*")?)*\s*\/?>/gi;
const running = /^<(?:script|iframe|object|embed|style|link|meta|base)\b|\son\w+=/i;
/** Half of a character. */
const lone = /\p{Surrogate}/u;

/** Every block of both issues stands in exactly one unit. */
function assertCovered({ alignment: { units }, source, target }: PairContext): void {
  const numbers = (side: (unit: Unit) => Unit['source']): number[] =>
    units.flatMap((unit) => side(unit).map(({ index }) => index)).sort((a, b) => a - b);
  assert.deepEqual(
    numbers((unit) => unit.source),
    [...source.blocks.keys()],
  );
  assert.deepEqual(
    numbers((unit) => unit.target),
    [...target.blocks.keys()],
  );
}

function assertProblems(problems: readonly Problem[], target: string, source: string): void {
  for (const { check, message, span, source: from, fixes } of problems) {
    assert.notEqual(check, internalId, message);
    assertIn(target, span);
    if (from) assertIn(source, from);
    for (const { edits } of fixes) for (const edit of edits) assertIn(target, edit.span);
    assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1);
  }
}

function assertIn({ length }: string, { start, end }: Span): void {
  assert.ok(0 <= start && start <= end && end <= length, `${start} to ${end} of ${length}`);
}

/** Nothing is changed outside the edits' places, and what undoes them brings back the same text. */
function assertFix({ title, edits }: Fix, text: string): void {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const mended = applyEdits(text, edits);
  const back: Edit[] = [];
  let [at, moved] = [0, 0];
  for (const { span, newText } of sorted) {
    assert.ok(span.start >= at, `${title}: edits overlap`);
    const start = span.start + moved;
    assert.equal(mended.slice(at + moved, start), text.slice(at, span.start), title);
    back.push({ span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) });
    at = span.end;
    moved += newText.length - (span.end - span.start);
  }
  assert.equal(applyEdits(mended, back), text, title);
}

/** Every row can be drawn, and nothing of it runs. */
function assertShown({ alignment }: PairContext, problems: readonly Problem[]): void {
  const image = (address: string): string => address;
  const rows = rowsOf(
    buildPanel({
      alignment,
      problems,
      sourceImage: image,
      targetImage: image,
      translations: [],
      issue: { number: 1, title: '' },
      source: { id: 's', label: 's', locale: 'en' },
      target: { id: 't', label: 't', locale: 'fr' },
    }).state,
  );
  assert.ok(rows.length > 0 || alignment.units.length === 0);
  for (const row of rows)
    for (const html of htmlIn(row))
      assert.deepEqual(html.match(elements)?.filter((tag) => running.test(tag.replace(/"[^"]*"/g, ''))) ?? [], []);
}

/** All that a row puts into the page as it is. */
function htmlIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
    name === 'html' && typeof one === 'string' ? [one] : htmlIn(one),
  );
}

function plainProblems(problems: readonly Problem[]): unknown {
  return JSON.parse(JSON.stringify(problems));
}
