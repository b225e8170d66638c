// The engine: severities, messages, places in damaged files, order, checks that fail.
import assert from 'node:assert/strict';
import { definePostCheck, type Check, type PostContext } from '../../../src/core/checks/check.js';
import ignoreUnused from '../../../src/core/checks/ignore-unused.js';
import {
  checkPair,
  checkPost,
  checkPostAll,
  docsUrl,
  internalId,
  pairContext,
  postContext,
} from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { applyEdits } from '../../../src/core/text/edit.js';

const damaged = 'Des √©l√®ves ont pr√©par√© la f√™te.\n';

describe('checkPost', () => {
  it('adds id and severity and fills in the message', () => {
    const [problem] = checkPost(post('Texte.'), { checks: [at(0, 5)] });
    assert.deepEqual(problem, {
      check: 'at',
      severity: 'warning',
      message: 'Here are 5 of {unknown}.',
      span: { start: 0, end: 5 },
      source: undefined,
      fixes: [],
    });
  });

  it('lets a set severity replace the check’s own, and “off” switch it off', () => {
    const severityWith = (severity: 'error' | 'off'): string[] =>
      checkPost(post('Texte.'), { checks: [at(0, 5)], severity: { at: severity } }).map((one) => one.severity);
    assert.deepEqual(severityWith('error'), ['error']);
    assert.deepEqual(severityWith('off'), []);
  });

  it('leaves what a check itself finds doubtful below what is set', () => {
    const doubtful: Check = definePostCheck({
      ...base('doubtful'),
      *run() {
        yield { message: 'here', span: { start: 0, end: 1 }, severity: 'hint' };
      },
    });
    assert.deepEqual(
      checkPost(post('Texte.'), { checks: [doubtful], severity: { doubtful: 'error' } }).map((one) => one.severity),
      ['hint'],
    );
  });

  it('sorts by place, the graver first', () => {
    const checks = [at(3, 4, 'late'), at(0, 2, 'minor', 'hint'), at(0, 2, 'grave', 'error')];
    assert.deepEqual(
      checkPost(post('Texte.'), { checks }).map((one) => one.check),
      ['grave', 'minor', 'late'],
    );
  });

  it('makes a check that fails one problem and lets the others go on', () => {
    const failing: Check = definePostCheck({
      ...base('failing'),
      *run() {
        throw new Error('out of luck');
      },
    });
    const problems = checkPost(post('Texte.'), { checks: [failing, at(0, 5)] });
    assert.deepEqual(
      problems.map((one) => [one.check, one.severity]),
      [
        [internalId, 'information'],
        ['at', 'warning'],
      ],
    );
    assert.match(problems[0]!.message, /“failing”.*out of luck/);
  });

  it('gives places in the file as it is, not in the repaired text', () => {
    const text = parseIssue(damaged).text;
    const start = text.indexOf('fête');
    const inserting: Check = definePostCheck({
      ...base('inserting'),
      *run() {
        yield {
          message: 'here',
          span: { start, end: start + 4 },
          fixes: [{ title: 'Insert', edits: [{ span: { start, end: start }, newText: 'belle ' }] }],
        };
      },
    });
    const [problem] = checkPost(post(damaged), { checks: [inserting] });
    assert.equal(damaged.slice(problem!.span.start, problem!.span.end), 'f√™te');
    assert.equal(applyEdits(damaged, problem!.fixes[0]!.edits), damaged.replace('f√™te', 'belle f√™te'));
  });
});

describe('checkPair', () => {
  it('runs the checks of a single post as well', () => {
    const context = pairContext(
      parseIssue('See the [manual](https://example.org/a).\n'),
      parseIssue('Voyez le [manuel] (https://example.org/a).\n'),
      { source: 'en', target: 'fr' },
    );
    assert.deepEqual(
      checkPair(context).map((one) => one.check),
      ['broken-link-syntax'],
    );
  });

  for (const [name, source, target] of [
    ['nothing at all', '', ''],
    ['an empty source', '', 'Texte.\n'],
    ['an empty translation', 'Text.\n', ''],
    ['front matter only', '---\ntitle: A\n---\n', '---\ntitle: B\n---\n'],
    ['a byte order mark', '\ufeff---\ntitle: A\n---\n\nText.\n', '\ufeffTexte.\n'],
    ['no text but brackets', '['.repeat(3000), '['.repeat(3000)],
    ['unpaired surrogates and control characters', '\ud83d \u0000\u0007 [a](b', 'é\udcd9 \u0000 [a](b'],
  ] as const) {
    it(`survives ${name}`, () => {
      const problems = checkPair(pairContext(parseIssue(source), parseIssue(target), { source: 'en', target: 'fr' }));
      assert.deepEqual(
        problems.filter((one) => one.check === internalId),
        [],
      );
      for (const { span } of problems)
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= target.length, JSON.stringify(span));
    });
  }
});

describe('hostile posts', () => {
  for (const [name, text] of [
    ['Liquid that never ends', '{%'.repeat(50_000)],
    ['formulas that never end', '\\[ $$ '.repeat(30_000)],
    ['brackets without addresses', '［a］（ (a)[ [a] ('.repeat(20_000)],
    ['links that are never closed', '[a](https://example.org '.repeat(5_000)],
    ['links behind stray brackets', '[[a](https://example.org) '.repeat(5_000)],
  ] as const) {
    it(`are checked in time: ${name}`, function () {
      this.timeout(5_000);
      const problems = checkPost(post(text));
      assert.deepEqual(
        problems.filter((one) => one.check === internalId),
        [],
      );
    });
  }
});

describe('docsUrl', () => {
  it('leads to the page of the check', () => {
    assert.equal(
      docsUrl('link-missing'),
      'https://github.com/facing-pages/facing-pages/blob/main/docs/checks/link-missing.md',
    );
  });
});

function post(text: string): PostContext {
  return postContext(parseIssue(text), { targetLocale: 'fr' });
}

function base(id: string, severity: 'error' | 'warning' | 'hint' = 'warning') {
  return { id, severity, messages: { here: 'Here are {count} of {unknown}.' } } as const;
}

function at(start: number, end: number, id = 'at', severity: 'error' | 'warning' | 'hint' = 'warning'): Check {
  return definePostCheck({
    ...base(id, severity),
    *run() {
      yield { message: 'here', data: { count: 5 }, span: { start, end } };
    },
  });
}

describe('which problems are told', () => {
  it('leaves out what another check tells the cause of', () => {
    const yielding: Check = { ...at(2, 4, 'effect'), yieldsTo: ['cause'] };
    assert.deepEqual(
      checkPost(post('Texte.'), { checks: [yielding, at(0, 5, 'cause')] }).map((one) => one.check),
      ['cause'],
    );
    assert.deepEqual(
      checkPost(post('Texte.'), { checks: [yielding, at(4, 5, 'cause')] }).map((one) => one.check),
      ['effect', 'cause'],
    );
  });

  it('runs a check that is off by default only where its severity is set', () => {
    const optional: Check = { ...at(0, 5), isOffByDefault: true };
    assert.deepEqual(checkPost(post('Texte.'), { checks: [optional] }), []);
    assert.deepEqual(
      checkPost(post('Texte.'), { checks: [optional], severity: { at: 'hint' } }).map((one) => one.severity),
      ['hint'],
    );
  });
});

describe('problems that are intended', () => {
  const marked = (text: string): PostContext => post(text);
  const ids = (found: readonly { readonly check: string }[]): string[] => found.map(({ check }) => check);

  it('are counted apart', () => {
    const { problems, ignored } = checkPostAll(marked('Texte. <!-- facing-pages: ignore at -->'), {
      checks: [at(0, 5), at(0, 5, 'other')],
    });
    assert.deepEqual([ids(problems), ids(ignored)], [['other'], ['at']]);
  });

  it('still tell the cause of others', () => {
    const effect: Check = { ...at(0, 5, 'effect'), yieldsTo: ['cause'] };
    const { problems, ignored } = checkPostAll(marked('Texte. <!-- facing-pages: ignore cause -->'), {
      checks: [effect, at(0, 5, 'cause')],
    });
    assert.deepEqual([ids(problems), ids(ignored)], [[], ['cause']]);
  });

  it('keep their comment in use while another tells the cause', () => {
    const effect: Check = { ...at(0, 5, 'effect'), yieldsTo: ['cause'] };
    const context = marked('Texte. <!-- facing-pages: ignore effect -->');
    assert.deepEqual(ids(checkPost(context, { checks: [effect, at(0, 5, 'cause'), ignoreUnused] })), ['cause']);
    assert.deepEqual(
      ids(checkPost(context, { checks: [at(0, 5, 'cause'), { ...effect, run: () => [] }, ignoreUnused] })),
      ['cause', 'ignore-unused'],
    );
  });

  it('are told by subject where there is one', () => {
    const two: Check = definePostCheck({
      ...base('two'),
      *run() {
        for (const subject of ['a', 'b -- c']) yield { message: 'here', span: { start: 0, end: 5 }, subject };
      },
    });
    const ignoredWith = (order: string): (string | undefined)[] =>
      checkPostAll(marked(`Texte. <!-- facing-pages: ignore two${order} -->`), { checks: [two] }).ignored.map(
        ({ subject }) => subject,
      );
    assert.deepEqual(
      [ignoredWith(''), ignoredWith(' a'), ignoredWith(' b - c'), ignoredWith(' x')],
      [['a', 'b -- c'], ['a'], ['b -- c'], []],
    );
  });

  it('are those of one block, not of its neighbours', () => {
    const context = marked('Un.\n\nDeux. <!-- facing-pages: ignore at -->\n\nTrois.\n');
    const starts = (['Un', 'Deux', 'Trois'] as const).map((word) => context.target.text.indexOf(word));
    const each = starts.map((start) => at(start, start + 2));
    assert.deepEqual(
      checkPostAll(context, { checks: each }).ignored.map(({ span }) => span.start),
      [starts[1]],
    );
  });

  it('can be named by the settings', () => {
    const { problems, ignored } = checkPostAll(marked('Texte.'), {
      checks: [at(0, 5)],
      ignored: [{ check: 'at' }, { check: 'other' }],
    });
    assert.deepEqual([ids(problems), ids(ignored)], [[], ['at']]);
  });

  it('have no comment of no use where their check was not run, or failed', () => {
    const context = marked('Texte. <!-- facing-pages: ignore at -->');
    const failing: Check = definePostCheck({
      ...base('at'),
      *run() {
        throw new Error('out of luck');
      },
    });
    assert.deepEqual(ids(checkPost(context, { checks: [at(0, 5), ignoreUnused], severity: { at: 'off' } })), []);
    assert.deepEqual(ids(checkPost(context, { checks: [failing, ignoreUnused] })), [internalId]);
  });
});
