// The status as a table, and the page that it stands in.
import assert from 'node:assert/strict';
import {
  issueName,
  standing,
  statusBegin,
  statusEnd,
  statusHtml,
  statusMarkdown,
  withStatus,
} from '../../../src/core/report/statusTable.js';
import type { StatusIssue, StatusReport, StatusTranslation } from '../../../src/core/report/statusReport.js';

const translation = (change: Partial<StatusTranslation> = {}) => ({
  path: 'fr/1.md',
  locale: 'fr',
  progress: { done: 1, of: 2, percent: 50 },
  problems: { error: 0, warning: 0, information: 3, hint: 4 },
  ...change,
});
const issue = (change: Partial<StatusIssue> = {}) => ({
  source: 'en/1.md',
  number: 1,
  date: null,
  title: 'Cranes',
  translations: [translation()],
  ...change,
});

describe('the table of the status', () => {
  it('names issues by their titles, with numbers that these do not say', () => {
    assert.equal(issueName(issue()), '#1 Cranes');
    assert.equal(issueName(issue({ title: 'Letter 1: Cranes' })), 'Letter 1: Cranes');
    assert.equal(issueName(issue({ title: 'Letter 12' })), '#1 Letter 12');
    assert.equal(issueName(issue({ number: null, title: '' })), 'en/1.md');
  });

  it('counts errors and warnings, and what lags behind', () => {
    const problems = (error: number, warning: number) => ({ error, warning, information: 9, hint: 9 });
    assert.equal(standing(translation()), '50 %');
    assert.equal(standing(translation({ problems: problems(1, 0) })), '50 %, 1 problem');
    assert.equal(standing(translation({ problems: problems(1, 2), stale: 4 })), '50 %, 3 problems, 4 stale');
  });

  const report = { locales: ['de', 'fr'], issues: [issue({ title: 'Cranes | <docks>' })] } as unknown as StatusReport;

  it('links each file, with all signs that mean something escaped', () => {
    assert.equal(
      statusMarkdown(report, (path) => `../${path}`),
      '| Issue | Deutsch | Français |\n| --- | --- | --- |\n| [#1 Cranes \\| \\<docks\\>](<../en/1.md>) |  | [50 %](<../fr/1.md>) |',
    );
    assert.match(
      statusHtml(report, (path) => `../${path}?a&b`),
      /<tr><th scope="row"><a href="\.\.\/en\/1\.md\?a&amp;b">#1 Cranes \| &lt;docks&gt;<\/a><\/th><td><\/td><td><a href="[^"]*">50 %<\/a><\/td><\/tr>/,
    );
  });

  it('shows words that would be more than words in Markdown, in HTML or in Liquid', () => {
    const titled = (title: string): StatusReport =>
      ({ locales: [], issues: [issue({ title, number: null, translations: [] })] }) as unknown as StatusReport;
    const [inMarkdown, inHtml] = [statusMarkdown, statusHtml].map(
      (table) =>
        (title: string): string | undefined =>
          /(?:\[|<a href=".\/">)(.*)(?:\]\(<|<\/a>)/.exec(table(titled(title), () => './'))?.[1],
    ) as [(title: string) => string, (title: string) => string];
    const cases: Readonly<Record<string, readonly [markdown: string, html: string]>> = {
      'a\n| b\u2028 |': ['a \\| b \\|', 'a | b |'],
      '![a](javascript:b)': ['!\\[a\\](javascript:b)', '![a](javascript:b)'],
      '`<b>` &lt; R&D': ['\\`\\<b\\>\\` &amp;lt; R&D', '`&lt;b&gt;` &amp;lt; R&amp;D'],
      'https://a.example www.b.example': ['https\\://a.example www\\.b.example', 'https://a.example www.b.example'],
      '{{ a }} {% b %}': ['{\\{ a \\}\\} &#123;% b %\\}', '&#123;{ a }} &#123;% b %}'],
      '^1 ~~a~~ $$b$$': ['&#94;1 \\~\\~a\\~\\~ $\\$b$\\$', '^1 ~~a~~ $$b$$'],
      '\u001b[1m##[a]': ['\\\\x1b\\[1m##\\[a\\]', '\\x1b[1m##&#91;a]'],
      [`${statusEnd}`]: ['\\<!-- facing-pages:status:end --\\>', '&lt;!-- facing-pages:status:end --&gt;'],
    };
    for (const [title, expected] of Object.entries(cases))
      assert.deepEqual([inMarkdown(title), inHtml(title)], expected);
  });

  it('links no file that no address of the page leads to', () => {
    assert.match(
      statusMarkdown(report, () => undefined),
      /\| #1 Cranes \\\| \\<docks\\> \|  \| 50 % \|$/,
    );
    assert.match(
      statusHtml(report, () => undefined),
      /<th scope="row">#1 Cranes \| &lt;docks&gt;<\/th><td><\/td><td>50 %<\/td>/,
    );
  });

  it('links in Markdown to names that look like entities', () =>
    assert.match(
      statusMarkdown(report, () => './a&copy;.md'),
      /\(<\.\/a&amp;copy;\.md>\)/,
    ));

  it('is renewed between its marks, with the page’s line ends', () => {
    assert.equal(
      withStatus(`A\n${statusBegin}\nold\n${statusEnd}\nB\n`, 'x\ny'),
      `A\n${statusBegin}\n\nx\ny\n\n${statusEnd}\nB\n`,
    );
    assert.equal(
      withStatus(`A\r\n${statusBegin}${statusEnd}`, 'x\ny'),
      `A\r\n${statusBegin}\r\n\r\nx\r\ny\r\n\r\n${statusEnd}`,
    );
    assert.equal(withStatus(`${statusEnd}${statusBegin}`, 'x'), undefined);
    assert.equal(withStatus('A', 'x'), undefined);
  });
});
