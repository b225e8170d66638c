// What the panel's commands do to the selected row.
import assert from 'node:assert/strict';
import type { PageAction, ProblemState, RowState } from '../../../src/protocol/messages.js';
import type { Actions } from '../../../src/webview/actions.js';
import { rowCommands } from '../../../src/webview/rowCommands.js';

const fix = { title: 'fix', preferred: true };
const problem = (id: string, check: string, fixes = [fix]): ProblemState => ({
  id,
  check,
  severity: 'warning',
  message: 'm',
  canBeIntended: true,
  fixes,
});

function row(key: string, change: Partial<RowState> = {}): RowState {
  const cell = { html: '', lines: [] };
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

/** What a command does with `rows`, the first of which is selected: what is called, with what. */
function did(command: PageAction, rows: readonly RowState[]): unknown[] {
  const calls: unknown[] = [];
  const actions = new Proxy({} as Actions, {
    get:
      (_, name) =>
      (...with_: unknown[]) =>
        void calls.push([name, ...with_]),
  });
  const commands = rowCommands({
    actions,
    selected: () => rows[0],
    isHead: ({ kind }) => kind === 'heading',
    goToNext(wanted) {
      const next = rows.slice(1).find(wanted);
      if (next) calls.push(['go', next.key]);
      return next !== undefined;
    },
    send: (message) => void calls.push(message),
    say: (words) => void calls.push(words),
    focusSearch: () => void calls.push('search'),
  });
  commands[command]();
  return calls;
}

describe('the panel’s commands', () => {
  const rows = [
    row('here', {
      problems: [problem('link', 'link-missing'), problem('order', 'order-changed'), problem('stale', 'stale-unit')],
      stale: { summary: '', difference: [], problem: 'stale' },
    }),
    row('todo', { state: 'missing' }),
    row('changed', { stale: { summary: '', difference: [], problem: 'x' } }),
    row('head', { kind: 'heading' }),
  ];
  const cases: readonly (readonly [PageAction, unknown])[] = [
    ['nextToDo', ['go', 'todo']],
    ['nextChanged', ['go', 'changed']],
    ['nextSection', ['go', 'head']],
    ['nextProblem', 'There is no other row with a problem.'],
    ['edit', ['edit', 'here', false]],
    ['copySource', ['edit', 'here', true]],
    ['fix', ['applyFix', 'link', 0]],
    ['move', ['applyFix', 'order', 0]],
    ['markUpToDate', ['applyFix', 'stale', 0]],
    ['fixRow', { type: 'fixRow', key: 'here' }],
    ['intend', ['intend', 'link']],
    ['reveal', ['reveal', 'here', 'target', true]],
    ['revealSource', ['reveal', 'here', 'source', true]],
    ['search', 'search'],
  ];
  for (const [command, expected] of cases)
    it(`${command} does its work`, () => assert.deepEqual(did(command, rows), [expected]));
  for (const command of ['fix', 'move', 'markUpToDate', 'intend'] as const) {
    it(`${command} says so where there is nothing to do`, () =>
      assert.equal(typeof did(command, [row('plain')])[0], 'string'));
  }
  it('do nothing without a row', () => assert.deepEqual(did('edit', []), []));
});
