// The status as a table of issues by languages, in Markdown or HTML, and its place in a page that has more to say.
import { counted } from '../text/counted.js';
import { escapeHtml } from '../view/escape.js';
import { localeState } from '../view/locale.js';
import { breakCommands, escapeControls } from './printable.js';
import type { StatusIssue, StatusReport, StatusTranslation } from './statusReport.js';

/** Where the table stands in a page that it is renewed in. */
export const statusBegin = '<!-- facing-pages:status:begin -->';
export const statusEnd = '<!-- facing-pages:status:end -->';

/** The address that a file's path is linked with; undefined for a file that no address of the page leads to. */
export type AddressOf = (path: string) => string | undefined;

export function statusMarkdown(report: StatusReport, addressOf: AddressOf): string {
  const link = (words: string, path: string): string => {
    const address = addressOf(path);
    return address === undefined
      ? inMarkdown(words)
      : `[${inMarkdown(words)}](<${address.replace(/[<>\n]/g, encodeURIComponent).replaceAll('&', '&amp;')}>)`;
  };
  const head = ['Issue', ...report.locales.map((locale) => inMarkdown(localeState(locale).name))];
  const rows = report.issues.map((issue) => [
    link(issueName(issue), issue.source),
    ...cellsOf(issue, report.locales, (one) => link(standing(one), one.path)),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A table to be put into a page; it has no styles of its own. */
export function statusHtml(report: StatusReport, addressOf: AddressOf): string {
  const link = (words: string, path: string): string => {
    const address = addressOf(path);
    return address === undefined ? inHtml(words) : `<a href="${inHtml(address)}">${inHtml(words)}</a>`;
  };
  const head = report.locales
    .map((locale) => `<th scope="col" lang="${inHtml(locale)}">${inHtml(localeState(locale).name)}</th>`)
    .join('');
  const rows = report.issues.map((issue) => {
    const cells = cellsOf(issue, report.locales, (one) => link(standing(one), one.path))
      .map((cell) => `<td>${cell}</td>`)
      .join('');
    return `<tr><th scope="row">${link(issueName(issue), issue.source)}</th>${cells}</tr>`;
  });
  return `<table>\n<thead><tr><th scope="col">Issue</th>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Words as Markdown that shows just them. Sites put their pages through Liquid before, which knows no escapes: no two of its signs may stand together. */
function inMarkdown(words: string): string {
  return escapeControls(words.replace(/\s+/g, ' '))
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/[\\`*_[\]<>|~]|\{(?![{%])|\}|(?<=\$)\$|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/\{(?=[{%])/g, '&#123;')
    .replace(/^\^/, '&#94;'); // `[^1]` is a footnote
}

/** Words for an element or an attribute of HTML. */
function inHtml(words: string): string {
  return breakCommands(escapeHtml(escapeControls(words.replace(/\s+/g, ' '))), '&#91;').replace(
    /\{(?=[{%])/g,
    '&#123;',
  );
}

/** `page` with `table` between the markers; undefined if it has not both of them, in this order. */
export function withStatus(page: string, table: string): string | undefined {
  const begin = page.indexOf(statusBegin);
  const end = page.indexOf(statusEnd, begin);
  if (begin < 0 || end < 0) return undefined;
  const newline = page.includes('\r\n') ? '\r\n' : '\n';
  return `${page.slice(0, begin + statusBegin.length)}${newline}${newline}${table.replaceAll('\n', newline)}${newline}${newline}${page.slice(end)}`;
}

/** An issue for people; its number stands before a title that does not say it itself. */
export function issueName({ number, title, source }: Pick<StatusIssue, 'number' | 'title' | 'source'>): string {
  const isSaid = number === null || new RegExp(`(?<!\\d)${number}(?!\\d)`).test(title);
  return `${isSaid ? '' : `#${number} `}${title || source}`;
}

/** “97 %”, what is wrong besides and, where it was asked for, what lags behind: “97 %, 3 problems, 2 stale”. Hints do not count. */
export function standing({ progress, problems, stale }: StatusTranslation): string {
  const count = problems.error + problems.warning;
  const wrong = count === 0 ? '' : `, ${counted(count, 'problem')}`;
  return `${progress.percent} %${wrong}${stale ? `, ${stale} stale` : ''}`;
}

function cellsOf(
  { translations }: StatusIssue,
  locales: readonly string[],
  show: (translation: StatusTranslation) => string,
): string[] {
  return locales.map((locale) =>
    translations
      .filter((one) => one.locale === locale)
      .map(show)
      .join(', '),
  );
}
