// What is sent after a change is what changed, and leads to the same state.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PanelState, RowState } from '../../../src/protocol/messages.js';
import { applyPatch, nothingSent, patchTo } from '../../../src/protocol/patch.js';

function row(key: string, html = key): RowState {
  return {
    key,
    kind: 'paragraph',
    state: 'translated',
    why: '',
    opensItem: false,
    source: { html, lines: [] },
    target: { html, lines: [] },
    placeables: [],
    canWrite: true,
    problems: [],
    ignored: [],
    insert: undefined,
  };
}

const text = { id: 'x', label: 'x.md', locale: 'fr', name: 'Français', dir: 'ltr' } as const;
const progress = { done: 0, of: 0, percent: 100 };

function stateOf(...sections: readonly (readonly [RowState | undefined, readonly RowState[]])[]): PanelState {
  return {
    issue: { number: 1, title: 't' },
    source: text,
    target: text,
    translations: [],
    progress,
    counts: { error: 0, warning: 0, information: 0, hint: 0 },
    sections: sections.map(([head, rows], i) => ({ key: `section ${i}`, head, rows, progress })),
  };
}

const before = stateOf([undefined, [row('a')]], [row('B'), [row('b'), row('c')]]);
const { sent } = patchTo(before, nothingSent);

/** States in which the same few rows stand in changing sections and say changing things, each of them once. */
const anyState = fc
  .shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'])
  .chain((keys) =>
    fc.tuple(
      fc.constant(keys),
      fc.array(fc.constantFrom('', 'new'), { minLength: 6, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      fc.nat(2),
    ),
  )
  .map(([keys, html, isHead, done]): PanelState => {
    const sections: { key: string; head: RowState | undefined; rows: RowState[]; progress: typeof progress }[] = [];
    keys.forEach((key, i) => {
      const one = row(key, html[i]);
      if (isHead[i] || sections.length === 0)
        sections.push({
          key: isHead[i] ? key : 'section 0',
          head: isHead[i] ? one : undefined,
          rows: [],
          progress: { ...progress, done },
        });
      if (!isHead[i]) sections.at(-1)!.rows.push(one);
    });
    return { ...before, sections };
  });

describe('a patch', () => {
  it('is the whole state for a page that has nothing', () => {
    const { patch } = patchTo(before, nothingSent);
    assert.deepEqual(
      patch.changed.map(({ key }) => key),
      ['a', 'B', 'b', 'c'],
    );
    assert.deepEqual(applyPatch(undefined, patch), before);
  });

  it('has only the rows that changed', () => {
    const after = stateOf([undefined, [row('a')]], [row('B'), [row('b', 'new'), row('c')]]);
    const { patch } = patchTo(after, sent);
    assert.deepEqual(
      patch.changed.map(({ key }) => key),
      ['b'],
    );
    const applied = applyPatch(before, patch);
    assert.deepEqual(applied, after);
    assert.equal(applied.sections[1]!.rows[1], before.sections[1]!.rows[1]);
    assert.equal(applied.sections[1]!.head, before.sections[1]!.head);
    assert.equal(applied.sections[0], before.sections[0]);
  });

  it('has no rows for those that moved or went', () => {
    const after = stateOf([row('B'), [row('c'), row('a')]]);
    const { patch, sent: now } = patchTo(after, sent);
    assert.deepEqual(patch.changed, []);
    assert.deepEqual(applyPatch(before, patch), after);
    assert.deepEqual([...now.rows.keys()], ['B', 'c', 'a']);
    // What went comes back as something new.
    assert.deepEqual(
      patchTo(before, now).patch.changed.map(({ key }) => key),
      ['b'],
    );
  });

  it('names neither sections nor rows where one row says something else', () => {
    const { patch } = patchTo(stateOf([undefined, [row('a')]], [row('B'), [row('b', 'new'), row('c')]]), sent);
    assert.equal(patch.order, undefined);
    assert.deepEqual(patch.sections, [{ key: 'section 1', progress }]);
  });

  it('has the section whose progress alone changed', () => {
    const [first, second] = before.sections;
    const after = { ...before, sections: [{ ...first!, progress: { done: 1, of: 1, percent: 100 } }, second!] };
    const { patch } = patchTo(after, sent);
    assert.deepEqual(
      patch.sections.map(({ key }) => key),
      ['section 0'],
    );
    assert.deepEqual(applyPatch(before, patch), after);
  });

  it('leads to the same state as sending all of it, whatever came before', () => {
    fc.assert(
      fc.property(fc.array(anyState, { minLength: 2, maxLength: 6 }), (states) => {
        let [page, known]: [PanelState | undefined, typeof sent] = [undefined, nothingSent];
        for (const state of states) {
          const next = patchTo(state, known);
          page = applyPatch(page, JSON.parse(JSON.stringify(next.patch)) as typeof next.patch);
          known = next.sent;
          assert.deepEqual(JSON.parse(JSON.stringify(page)), JSON.parse(JSON.stringify(state)));
        }
      }),
    );
  });

  it('is refused by a page that has nothing, even where no row changed', () => {
    assert.throws(() => applyPatch(undefined, patchTo(before, sent).patch), /Nothing was ever sent/);
  });

  it('names the row that a page was never sent', () => {
    assert.throws(
      () => applyPatch(stateOf(), patchTo(stateOf([row('B'), [row('c'), row('a')]]), sent).patch),
      /row B /,
    );
    assert.throws(
      () => applyPatch(stateOf(), patchTo({ ...before, sections: [...before.sections].reverse() }, sent).patch),
      /section section 1 /,
    );
  });
});
