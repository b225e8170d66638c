// The status of a tree as data: in a certain order, with nothing left out that is not known.
import assert from 'node:assert/strict';
import type { Pairing, PostFacts } from '../../../src/core/pair/pairing.js';
import type { Problem, Severity } from '../../../src/core/problem.js';
import { statusReport } from '../../../src/core/report/statusReport.js';
import { postFacts } from '../support/postFacts.js';
import { assertFits } from '../support/schemas.js';

const problem = (severity: Severity): Problem => ({
  check: 'x',
  severity,
  message: '',
  span: { start: 0, end: 0 },
  source: undefined,
  fixes: [],
});
const standing = {
  progress: { done: 1, of: 2, percent: 50 },
  problems: [problem('warning'), problem('hint'), problem('warning')],
};

function pairing(
  issues: readonly (readonly [PostFacts, ...PostFacts[]])[],
  unpaired: readonly PostFacts[] = [],
): Pairing {
  return {
    sourceLocale: 'en',
    skipped: [],
    issues: issues.map(([source, ...translations]) => ({
      source,
      translations: translations.map((post) => ({ post, reasons: [], confidence: 1 })),
    })),
    unpaired: unpaired.map((post) => ({ post, reason: 'It shares no link.', rivals: [] })),
  };
}

describe('the status report', () => {
  it('has the newest issue first: by date, number, path; without a date last', () => {
    const [old, undated, second, first, other] = [
      postFacts('old.md', { date: '2026-01-01', number: 9 }),
      postFacts('undated.md'),
      postFacts('b.md', { date: '2026-02-01', number: 1 }),
      postFacts('a.md', { date: '2026-02-01', number: 2 }),
      postFacts('c.md', { date: '2026-02-01', number: 1 }),
    ];
    const report = statusReport(pairing([[other], [undated], [old], [second], [first]]), () => standing);
    assertFits('status', report);
    assert.deepEqual(
      report.issues.map(({ source }) => source),
      ['a.md', 'b.md', 'c.md', 'old.md', 'undated.md'],
    );
    assert.deepEqual([report.issues.at(-1)!.number, report.issues.at(-1)!.date], [null, null]);
  });

  it('has translations by locale, then path, those of no known language first, and only those that were read', () => {
    const report = statusReport(
      pairing([
        [
          postFacts('en.md'),
          postFacts('z.md', { locale: 'fr' }),
          postFacts('b.md', { locale: 'fr' }),
          postFacts('x.md', { locale: undefined }),
          postFacts('gone.md', { locale: 'it' }),
          postFacts('d.md', { locale: 'de' }),
        ],
      ]),
      (path) => (path === 'gone.md' ? undefined : standing),
    );
    assertFits('status', report);
    assert.deepEqual(
      report.issues[0]!.translations.map(({ path, locale }) => [path, locale]),
      [
        ['x.md', null],
        ['d.md', 'de'],
        ['b.md', 'fr'],
        ['z.md', 'fr'],
      ],
    );
    assert.deepEqual(report.locales, ['de', 'fr']);
  });

  it('counts problems by severity, also those that are none', () => {
    const [issue] = statusReport(
      pairing([[postFacts('en.md'), postFacts('fr.md', { locale: 'fr' })]]),
      () => standing,
    ).issues;
    assert.deepEqual(issue!.translations[0]!.problems, { error: 0, warning: 2, information: 0, hint: 1 });
  });

  it('counts units that lag behind apart from problems, if anybody asks', () => {
    const problems = [
      ...standing.problems,
      { ...problem('information'), check: 'stale-unit' },
      { ...problem('warning'), check: 'stale-unit' },
    ];
    const translationsOf = (knowsStale: boolean | undefined): unknown[] => {
      const report = statusReport(pairing([[postFacts('en.md'), postFacts('fr.md', { locale: 'fr' })]]), () => ({
        ...standing,
        problems,
        knowsStale,
      }));
      assertFits('status', report);
      const [translation] = report.issues[0]!.translations;
      return [translation!.problems.warning, translation!.problems.information, translation!.stale];
    };
    assert.deepEqual(translationsOf(undefined), [2, 0, undefined]);
    assert.deepEqual(translationsOf(true), [2, 0, 2]);
    assert.deepEqual(translationsOf(false), [2, 0, null]);
  });

  it('names what translates nothing, with the reason', () => {
    const report = statusReport(
      pairing([], [postFacts('fr.md', { locale: 'fr' }), postFacts('x.md', { locale: undefined })]),
      () => standing,
    );
    assertFits('status', report);
    assert.deepEqual(report.unpaired, [
      { path: 'fr.md', locale: 'fr', reason: 'It shares no link.' },
      { path: 'x.md', locale: null, reason: 'It shares no link.' },
    ]);
  });
});
