// Reports: plain data with places from 1, as the published schemas say.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { checkPair, docsUrl, internalId, pairContext } from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { alignReport, type AlignReport } from '../../../src/core/report/alignReport.js';
import { checkReport, reportFile, type CheckedFile, type CheckReport } from '../../../src/core/report/checkReport.js';
import { jsonPieces } from '../../../src/core/report/jsonPieces.js';
import { pairsReport } from '../../../src/core/report/pairsReport.js';
import { reportLines, reportRange } from '../../../src/core/report/place.js';
import { applyEdits } from '../../../src/core/text/edit.js';
import { indexLines } from '../../../src/core/text/span.js';
import { damaged } from '../support/macRoman.js';
import { posts } from '../support/markdown.js';
import { holds } from '../support/property.js';
import { sampleIssue, sampleText } from '../support/samples.js';
import { assertFits, fits } from '../support/schemas.js';

const en = { path: 'en.md', locale: 'en' };
const unknown = { path: 'x.md', locale: null };

function aligned(source: string, target: string): AlignReport {
  const report = alignReport(alignIssues(parseIssue(source), parseIssue(target)), en, unknown);
  assertFits('align', report);
  return report;
}

describe('places in a report', () => {
  const text = 'a\r\n🥾 b\rc\n';

  it('count lines and columns from 1, columns in UTF-16 code units', () => {
    const at = text.indexOf('b');
    assert.deepEqual(reportRange(indexLines(text), { start: at, end: at + 1 }), {
      start: { line: 2, column: 4 },
      end: { line: 2, column: 5 },
    });
    assert.deepEqual(reportRange(indexLines(text), { start: text.length, end: text.length }).end, {
      line: 4,
      column: 1,
    });
  });

  it('are the lines that have something of a span, not one that it ends before', () => {
    assert.deepEqual(reportLines(indexLines(text), { start: 0, end: 3 }), { startLine: 1, endLine: 1 });
    assert.deepEqual(reportLines(indexLines(text), { start: 0, end: 4 }), { startLine: 1, endLine: 2 });
    assert.deepEqual(reportLines(indexLines(text), { start: 3, end: 3 }), { startLine: 2, endLine: 2 });
  });
});

describe('the report of an alignment', () => {
  it('begins with the front matter, wherever there is some', () => {
    const states = (source: string, target: string): string[] =>
      aligned(source, target)
        .units.filter(({ kind }) => kind === 'front-matter')
        .map(({ state }) => state);
    const head = '---\ntitle: a\n---\n';
    assert.deepEqual(
      [states(head, head), states(head, ''), states('', head), states('', '')],
      [['translated'], ['missing'], ['added'], []],
    );
  });

  it('has the lines of every block, none for a side that is not there', () => {
    const { units } = aligned('# News\n\nOne\ntwo [three](https://a.example/3).\n', '# Nouvelles\n');
    assert.deepEqual(
      units.map(({ state, source, target }) => [state, source, target]),
      [
        ['translated', [{ startLine: 1, endLine: 1 }], [{ startLine: 1, endLine: 1 }]],
        ['missing', [{ startLine: 3, endLine: 4 }], []],
      ],
    );
  });

  it('of the samples has every line with text in one unit', () => {
    const { units } = aligned(sampleText('en12'), sampleText('zh12'));
    const lines = units.flatMap(({ target }) =>
      target.flatMap(({ startLine, endLine }) =>
        Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i),
      ),
    );
    assert.equal(new Set(lines).size, lines.length);
    const written = sampleText('zh12')
      .split('\n')
      .flatMap((line, i) => (/\p{L}/u.test(line) && !/^\[tree-method\]:/.test(line) ? [i + 1] : []));
    assert.deepEqual(
      written.filter((line) => !lines.includes(line)),
      [],
    );
  });
});

/** The report of one file as a program reads it. */
function printed(file: CheckedFile): CheckReport {
  const report = checkReport([reportFile(file, docsUrl)], { files: 1, ignored: file.ignored });
  return JSON.parse([...jsonPieces(report)].join('')) as CheckReport;
}

describe('the report of problems', () => {
  it('counts in the file as it is, damaged or not', () => {
    const text = damaged('Élèves et étés, été.\n\n[ici] (https://a.example)\n');
    const [source, target] = [parseIssue('Pupils and summers.\n\n[here](https://a.example)\n'), parseIssue(text)];
    const report = printed({
      path: 'x.md',
      text,
      source: { path: 'en.md', text: source.text },
      problems: checkPair(pairContext(source, target)),
      ignored: 0,
    });
    assertFits('check', report);
    const damage = report.problems.find(({ check }) => check === 'encoding-damage')!;
    const lines = text.split('\n');
    for (const { range, newText } of damage.fixes[0]!.edits) {
      const bad = lines[range.start.line - 1]!.slice(range.start.column - 1, range.end.column - 1);
      assert.equal(damaged(newText), bad);
    }
  });

  it('has no source where there is none', () => {
    const report = printed({
      path: 'x.md',
      text: 'a',
      source: undefined,
      ignored: 0,
      problems: [
        {
          check: 'source-not-found',
          severity: 'warning',
          message: 'm',
          span: { start: 0, end: 1 },
          source: { start: 0, end: 1 },
          fixes: [],
        },
      ],
    });
    assertFits('check', report);
    assert.ok(!('source' in report.problems[0]!));
  });

  it('fits, whatever the posts are, and no check fails on them', () => {
    holds([posts, posts], 50, (sourceText, text) => {
      const [source, target] = [parseIssue(sourceText), parseIssue(text)];
      const problems = checkPair(pairContext(source, target, { source: 'en', target: 'fr' }));
      assert.deepEqual(
        problems.filter(({ check }) => check === internalId).map(({ message }) => message),
        [],
      );
      for (const { fixes } of problems) {
        for (const { edits } of fixes) {
          assert.ok(edits.every(({ span }) => span.start >= 0 && span.start <= span.end && span.end <= text.length));
          const inOrder = edits.map(({ span }) => span).sort((a, b) => a.start - b.start || a.end - b.end);
          assert.ok(
            inOrder.every((span, i) => i === 0 || span.start >= inOrder[i - 1]!.end),
            'edits of one fix do not overlap',
          );
          parseIssue(applyEdits(text, edits));
        }
      }
      assertFits(
        'check',
        printed({ path: 'x.md', text, source: { path: 'en.md', text: sourceText }, problems, ignored: 0 }),
      );
      assertFits('align', alignReport(alignIssues(source, target), en, unknown));
    });
  });
});

describe('the report of pairs', () => {
  it('says null for what could not be told', () => {
    const post = {
      path: 'a.md',
      locale: undefined,
      localeFrom: undefined,
      title: '',
      number: undefined,
      date: undefined,
      isNewsletter: true,
      reference: undefined,
      links: [],
      page: { permalink: undefined, headings: [], anchors: [], fields: {} },
    };
    const report = pairsReport(
      {
        sourceLocale: 'en',
        issues: [{ source: post, translations: [{ post, reasons: ['why'], confidence: 0.98765 }] }],
        unpaired: [{ post, reason: 'why not', rivals: [] }],
        skipped: [post],
      },
      2,
    );
    assertFits('pairs', report);
    assert.deepEqual(report, {
      version: 1,
      skipped: 3,
      unpaired: [{ path: 'a.md', locale: null, reason: 'why not' }],
      issues: [
        {
          source: { path: 'a.md', locale: null, number: null },
          translations: [{ path: 'a.md', locale: null, confidence: 0.988, reasons: ['why'] }],
        },
      ],
    });
  });
});

describe('the schemas', () => {
  const report = alignReport(alignIssues(sampleIssue('en11'), sampleIssue('fr11')), en, {
    path: 'fr.md',
    locale: 'fr',
  });
  const [unit] = report.units;

  it('take what is printed', () => assert.ok(fits('align', report)));

  for (const [what, wrong] of Object.entries({
    'another version': { ...report, version: 2 },
    'more than is described': { ...report, more: true },
    'more than is described inside': { ...report, units: [{ ...unit, more: true }] },
    'less than is promised': { version: 1, source: en, units: [] },
    'lines from 0': { ...report, units: [{ ...unit, source: [{ startLine: 0, endLine: 0 }] }] },
    'another state': { ...report, units: [{ ...unit, state: 'fuzzy' }] },
    'the report of another command': { version: 1, files: 0, ignored: 0, problems: [] },
  }))
    it(`refuse ${what}`, () => assert.ok(!fits('align', wrong)));
});
