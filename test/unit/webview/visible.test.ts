// Which rows show, and what of a page's memory is believed.
import assert from 'node:assert/strict';
import type { PanelState, ProblemState, RowState, SectionState } from '../../../src/protocol/messages.js';
import { readKept } from '../../../src/webview/kept.js';
import { countByFilter, foldForSearch, visibleRows, visibleSections } from '../../../src/webview/visible.js';

const problem = (severity: ProblemState['severity']): ProblemState => ({
  id: severity,
  check: 'c',
  severity,
  message: 'm',
  canBeIntended: true,
  fixes: [],
});

function row(key: string, change: Partial<RowState> = {}): RowState {
  const cell = { html: `<p>${key}</p>`, lines: [] };
  return {
    key,
    kind: 'paragraph',
    state: 'translated',
    why: '',
    opensItem: false,
    source: cell,
    target: cell,
    placeables: [],
    canWrite: true,
    problems: [],
    ignored: [],
    insert: undefined,
    ...change,
  };
}

function section(key: string, head: RowState | undefined, rows: RowState[]): SectionState {
  return { key, head, rows, progress: { done: 0, of: 0, percent: 100 } };
}

const text = { id: 'x', label: 'x.md', locale: 'fr', name: 'Français', dir: 'ltr' } as const;
const state: PanelState = {
  issue: { number: 1, title: 't' },
  source: text,
  target: text,
  translations: [],
  progress: { done: 0, of: 0, percent: 100 },
  counts: { error: 0, warning: 1, information: 0, hint: 1 },
  sections: [
    section('front', undefined, [row('intro')]),
    section('one', row('One'), [row('étude', { state: 'missing' }), row('hinted', { problems: [problem('hint')] })]),
    section('two', row('Two'), [
      row('wrong', { problems: [problem('warning')] }),
      row('late', { state: 'untranslated' }),
      row('stale', { stale: { summary: 's', difference: [], problem: 'x' } }),
    ]),
  ],
};

const textOf = ({ key }: RowState): string => foldForSearch(key);
const shown = (...[filter, search, folded]: [Parameters<typeof visibleSections>[1], string?, string[]?]): string[] =>
  visibleRows(visibleSections(state, filter, search ?? '', new Set(folded), textOf)).map(({ key }) => key);

describe('rows that show', () => {
  it('are all of them, in order', () =>
    assert.deepEqual(shown('all'), ['intro', 'One', 'étude', 'hinted', 'Two', 'wrong', 'late', 'stale']));
  it('to do, under their headings', () => assert.deepEqual(shown('todo'), ['One', 'étude', 'Two', 'late']));
  it('with problems, hints not counted', () => assert.deepEqual(shown('problems'), ['Two', 'wrong']));
  it('whose source has changed', () => assert.deepEqual(shown('changed'), ['Two', 'stale']));
  it('without those of folded sections', () =>
    assert.deepEqual(shown('all', '', ['one']), ['intro', 'One', 'Two', 'wrong', 'late', 'stale']));
  it('that say what is searched for, whatever case and accents, folded or not', () =>
    assert.deepEqual(shown('all', ' ETUDE', ['one']), ['One', 'étude']));
  it('none, if nothing says it', () => assert.deepEqual(shown('all', 'xyz'), []));
  it('are counted by filter', () =>
    assert.deepEqual(countByFilter(state), { all: 8, todo: 2, problems: 1, changed: 1 }));
});

describe('what a page remembers', () => {
  const kept = {
    translation: 'file:///x.md',
    folded: ['one'],
    filter: 'todo',
    search: 'x',
    anchor: { key: 'a', top: 3 },
    drafts: [['x s1', 'was', 'text']],
  } as const;
  it('is read back', () => assert.deepEqual(readKept(structuredClone(kept)), kept));
  it('is not believed where it is not ours', () => {
    assert.equal(readKept(undefined), undefined);
    assert.equal(readKept({ translation: 1 }), undefined);
    assert.deepEqual(
      readKept({
        translation: 'x',
        folded: [1, 'a'],
        filter: 'none',
        search: 7,
        anchor: { key: 1 },
        drafts: [['a', 1]],
      }),
      { translation: 'x', folded: ['a'], filter: 'all', search: '', anchor: undefined, drafts: [] },
    );
  });
});
