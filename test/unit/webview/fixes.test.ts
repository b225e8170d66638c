// Which fix a key or a menu takes.
import assert from 'node:assert/strict';
import type { ProblemState, RowState } from '../../../src/protocol/messages.js';
import {
  countFixes,
  firstFix,
  firstIntendable,
  moveFix,
  preferredFix,
  upToDateFix,
} from '../../../src/webview/fixes.js';

function problem(
  id: string,
  check: string,
  preferred: readonly boolean[],
  change: Partial<ProblemState> = {},
): ProblemState {
  return {
    id,
    check,
    severity: 'warning',
    message: 'm',
    canBeIntended: true,
    fixes: preferred.map((one, i) => ({ title: `${i}`, preferred: one })),
    ...change,
  };
}

function row(problems: readonly ProblemState[], change: Partial<RowState> = {}): RowState {
  const cell = { html: '', lines: [] };
  return {
    key: 'a',
    kind: 'paragraph',
    state: 'translated',
    why: '',
    opensItem: false,
    source: cell,
    target: cell,
    placeables: [],
    canWrite: true,
    problems,
    ignored: [],
    insert: undefined,
    ...change,
  };
}

describe('the fix that is taken', () => {
  const none = problem('none', 'number-changed', []);
  const link = problem('link', 'link-missing', [false, true]);
  const order = problem('order', 'order-changed', [true]);
  const stale = problem('stale', 'stale-unit', [false]);
  const hint = problem('hint', 'doubled-spaces', [true], { severity: 'hint' });

  it('is the preferred one, else the first', () => {
    assert.deepEqual(
      [preferredFix(link), preferredFix(stale), preferredFix(none)],
      [{ problem: 'link', fix: 1 }, { problem: 'stale', fix: 0 }, undefined],
    );
  });
  it('is of the first problem that has one', () =>
    assert.deepEqual(firstFix(row([none, link, order])), { problem: 'link', fix: 1 }));
  it('moves what stands elsewhere', () => {
    assert.deepEqual(moveFix(row([link, order])), { problem: 'order', fix: 0 });
    assert.equal(moveFix(row([link])), undefined);
  });
  it('marks as up to date what the source changed', () => {
    assert.deepEqual(upToDateFix(row([link, stale], { stale: { summary: 's', difference: [], problem: 'stale' } })), {
      problem: 'stale',
      fix: 0,
    });
    assert.equal(upToDateFix(row([link, stale])), undefined);
  });
  it('can be several at once, hints not among them', () => assert.equal(countFixes(row([none, link, order, hint])), 2));
  it('is none for what is intended: the first that may be', () => {
    assert.equal(firstIntendable(row([problem('never', 'internal', [], { canBeIntended: false }), link])), 'link');
    assert.equal(firstIntendable(row([])), undefined);
  });
});
