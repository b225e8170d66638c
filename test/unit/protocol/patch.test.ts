// What is sent after a change is what changed, and leads to the same state.
import assert from 'node:assert/strict';
import type { PanelState, RowState } from '../../../src/protocol/messages.js';
import { applyPatch, patchTo } from '../../../src/protocol/patch.js';

function row(key: string, html = key): RowState {
  return { key, kind: 'paragraph', state: 'translated', why: '', opensItem: false, source: { html, lines: [] }, target: { html, lines: [] }, placeables: [], canWrite: true, problems: [], ignored: [], insert: undefined };
}

const text = { id: 'x', label: 'x.md', locale: 'fr', name: 'Français', dir: 'ltr' } as const;
const progress = { done: 0, of: 0, percent: 100 };

function stateOf(...sections: readonly (readonly [RowState | undefined, readonly RowState[]])[]): PanelState {
  return {
    issue: { number: 1, title: 't' }, source: text, target: text, translations: [], progress, counts: { error: 0, warning: 0, information: 0, hint: 0 },
    sections: sections.map(([head, rows], i) => ({ key: `section ${i}`, head, rows, progress })),
  };
}

const before = stateOf([undefined, [row('a')]], [row('B'), [row('b'), row('c')]]);
const { sent } = patchTo(before, new Map());

describe('a patch', () => {
  it('is the whole state for a page that has nothing', () => {
    const { patch } = patchTo(before, new Map());
    assert.deepEqual(patch.changed.map(({ key }) => key), ['a', 'B', 'b', 'c']);
    assert.deepEqual(applyPatch(undefined, patch), before);
  });

  it('has only the rows that changed', () => {
    const after = stateOf([undefined, [row('a')]], [row('B'), [row('b', 'new'), row('c')]]);
    const { patch } = patchTo(after, sent);
    assert.deepEqual(patch.changed.map(({ key }) => key), ['b']);
    const applied = applyPatch(before, patch);
    assert.deepEqual(applied, after);
    assert.equal(applied.sections[1]!.rows[1], before.sections[1]!.rows[1]);
    assert.equal(applied.sections[1]!.head, before.sections[1]!.head);
  });

  it('has no rows for those that moved or went', () => {
    const after = stateOf([row('B'), [row('c'), row('a')]]);
    const { patch, sent: now } = patchTo(after, sent);
    assert.deepEqual(patch.changed, []);
    assert.deepEqual(applyPatch(before, patch), after);
    assert.deepEqual([...now.keys()], ['B', 'c', 'a']);
    // What went comes back as something new.
    assert.deepEqual(patchTo(before, now).patch.changed.map(({ key }) => key), ['b']);
  });

  it('names the row that a page was never sent', () => {
    assert.throws(() => applyPatch(undefined, patchTo(before, sent).patch), /row a /);
  });
});
