// The rows of the view “Issues”, from what translates what.
import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { PairedIssue, Pairing, PostFacts } from '../../../src/core/pair/pairing.js';
import { issueRows } from '../../../src/vscode/issuesTree/rows.js';

const uriOf = (path: string): Uri => ({ toString: () => `file:///${path}` }) as Uri;

function post(path: string, locale: string, number: number, date: string): PostFacts {
  return {
    path,
    locale,
    localeFrom: 'title',
    title: `Letter ${number}`,
    number,
    date,
    isNewsletter: true,
    reference: undefined,
    links: [],
    page: { permalink: undefined, headings: [], anchors: [], fields: {} },
  };
}

function pairing(...rows: readonly (readonly [number, string, ...string[]])[]): Pairing {
  const issues = rows.map(([number, date, ...locales]): PairedIssue => ({
    source: post(`${number}.md`, 'en', number, date),
    translations: locales.map((locale) => ({
      post: post(`${number}.${locale}.md`, locale, number, date),
      reasons: [],
      confidence: 1,
    })),
  }));
  return { sourceLocale: 'en', issues, unpaired: [], skipped: [] };
}

const said = (of: Pairing): unknown[] =>
  issueRows(of, [], uriOf).map(({ number, languages }) => [
    number,
    languages.map(({ kind, name }) => (kind === 'missing' ? `(${name})` : name)),
  ]);

describe('the rows of the issues', () => {
  it('are the issues, newest first, each with its translations and what is not started', () => {
    const found = said(pairing([1, '2026-01-04', 'fr', 'de'], [3, '2026-03-08'], [2, '2026-02-08', 'tr', 'fr']));
    assert.deepEqual(found, [
      [3, ['(Deutsch)', '(Français)', '(Türkçe)']],
      [2, ['Français', 'Türkçe', '(Deutsch)']],
      [1, ['Deutsch', 'Français', '(Türkçe)']],
    ]);
  });

  it('lead to the translation, and where there is none to the source', () => {
    const [row] = issueRows(pairing([1, '2026-01-04', 'fr'], [2, '2026-02-08']), [], uriOf);
    assert.deepEqual(
      row?.languages.map(({ uri, locale }) => [uri.toString(), locale]),
      [['file:///2.md', 'fr']],
    );
  });

  it('stay the same objects where nothing changed', () => {
    const before = issueRows(pairing([1, '2026-01-04', 'fr'], [2, '2026-02-08', 'fr']), [], uriOf);
    const after = issueRows(pairing([1, '2026-01-04', 'fr'], [2, '2026-02-09', 'fr']), before, uriOf);
    assert.equal(after[1], before[1]);
    assert.notEqual(after[0], before[0]);
  });
});
