// What the panel shows of a row whose source has changed.
import assert from 'node:assert/strict';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { pastText } from '../../../src/core/stale/past.js';
import { buildPanel } from '../../../src/core/view/buildPanel.js';
import { rowsOf, type RowState } from '../../../src/core/view/panelState.js';

const target =
  'Le dépôt ouvre en mai.\n\nLes voitures ont été construites à la main à [Graz](https://example.org/graz), entre les guerres.\n\nLes billets sont en vente.\n';

/** The rows of a translation whose source was `before` when it was translated. */
function rows(
  before: string,
  source: string,
  severity: 'off' | 'information' = 'information',
  marks = target,
): RowState[] {
  const then = pastText(before);
  const past = {
    target: [{ rev: '1', date: '2026-02-01', text: pastText(target), source: then }],
    source: [
      { rev: '2', date: '2026-03-05', text: pastText(source) },
      { rev: '1', date: '2026-02-01', text: then },
    ],
  };
  const context = pairContext(parseIssue(source), parseIssue(marks), { source: 'en', target: 'fr', past });
  const text = (id: string, locale: string) => ({ id, label: id, locale });
  return rowsOf(
    buildPanel({
      issue: { number: 1, title: '' },
      source: text('source', 'en'),
      target: text('target', 'fr'),
      translations: [],
      alignment: context.alignment,
      stale: context.stale,
      problems: checkPair(context, { severity: { 'stale-unit': severity } }),
      sourceImage: () => undefined,
      targetImage: () => undefined,
    }).state,
  );
}

const before =
  'The depot opens in May.\n\nThe cars were built by hand in [Graz](https://example.org/graz), between the wars.\n\nTickets are sold here.\n';
const source =
  'The depot opens in May.\n\nThe *old* cars were built in [Linz](https://example.org/graz), between the wars.\n\nTickets are sold here.\n';

describe('a stale row', () => {
  it('tells the new words from the others, and what was there before', () => {
    const [first, second, third] = rows(before, source);
    assert.deepEqual([first!.stale, third!.stale], [undefined, undefined]);
    const { summary, difference, problem } = second!.stale!;
    assert.match(summary, /^The source changed on 2026-03-05: “old” was put in, and one more place\./);
    assert.deepEqual(
      second!.problems.filter(({ id }) => id === problem).map(({ fixes }) => fixes[0]!.title),
      ['Mark as up to date'],
    );
    assert.equal(
      difference
        .filter(({ kind }) => kind !== 'removed')
        .map(({ text }) => text)
        .join(''),
      'The old cars were built in Linz, between the wars.\n',
    );
    assert.deepEqual(
      difference.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind}:${text}`),
      ['added:old', 'removed:by hand in Graz', 'added:in Linz'],
    );
    assert.deepEqual(
      [...second!.source.html.matchAll(/<ins data-changed[^>]*>([^<]*)<\/ins>/g)].map(([, words]) => words),
      ['old', 'in ', 'Linz'],
    );
  });

  it('is none where the check is switched off or ignored', () => {
    assert.ok(rows(before, source, 'off').every(({ stale }) => stale === undefined));
    const ignoring = target.replace('guerres.', 'guerres. <!-- facing-pages: ignore stale-unit -->');
    assert.ok(rows(before, source, 'information', ignoring).every(({ stale }) => stale === undefined));
    assert.equal(rows(before, source).filter(({ stale }) => stale).length, 1);
  });

  it('shows both texts whole where the one was written anew', () => {
    const [, second] = rows(
      before,
      'The depot opens in May.\n\nChildren may draw what they see.\n\nTickets are sold here.\n',
    );
    assert.deepEqual(second!.stale!.difference, [
      { kind: 'removed', text: 'The cars were built by hand in Graz, between the wars.' },
      { kind: 'added', text: 'Children may draw what they see.' },
      { kind: 'same', text: '\n' },
    ]);
    assert.doesNotMatch(second!.source.html, /<ins/);
  });
});

describe('words of the source', () => {
  it('that were taken out bring the space that parted them', () => {
    const longer = before.replace('were built by hand', 'were slowly and with great care built by hand');
    const [, second] = rows(longer, before);
    assert.deepEqual(
      second!.stale!.difference.filter(({ kind }) => kind !== 'same'),
      [{ kind: 'removed', text: ' slowly and with great care' }],
    );
    assert.equal(
      second!.stale!.difference.map(({ text }) => text).join(''),
      'The cars were slowly and with great care built by hand in Graz, between the wars.\n',
    );
    assert.doesNotMatch(second!.source.html, /<ins/);
  });

  it('that came as a block of their own show no difference', () => {
    const [, , third] = rows(before.replace('Tickets are sold here.', ''), before);
    assert.equal(third!.stale?.difference.length ?? 0, 0);
  });
});
