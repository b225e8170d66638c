// A row of the view “Issues” as VS Code draws it.
import * as vscode from 'vscode';
import { issueName } from '../../core/report/statusTable.js';
import { counted } from '../../core/text/counted.js';
import type { IssueRow, LanguageRow, Row } from './rows.js';
import type { Standing } from '../standing.js';

/** Rows of this scheme are dimmed. */
export const missingScheme = 'facing-pages-missing';

/** Keeps what stands behind an Arabic name in its order. */
const leftToRight = '\u200e';

/** @param standing of a translation, once it is known */
export function itemOf(row: Row, standing: Standing | undefined): vscode.TreeItem {
  if (row.kind === 'issue') return issueItem(row);
  return row.kind === 'missing' ? missingItem(row) : translationItem(row, standing);
}

function issueItem({ key, uri, number, title, date, languages }: IssueRow): vscode.TreeItem {
  const item = new vscode.TreeItem(
    issueName({ number: number ?? null, title, source: uri.path.slice(uri.path.lastIndexOf('/') + 1) }),
    vscode.TreeItemCollapsibleState.Collapsed,
  );
  const there = languages.filter(({ kind }) => kind === 'translation').length;
  if (languages.length === 0) item.collapsibleState = vscode.TreeItemCollapsibleState.None;
  item.id = key;
  item.iconPath = new vscode.ThemeIcon('book');
  item.contextValue = there > 0 ? 'facingPages.issue' : 'facingPages.untranslatedIssue';
  item.description = [date, there === 1 ? 'one translation' : `${there === 0 ? 'no' : there} translations`]
    .filter(Boolean)
    .join(' · ');
  item.tooltip = [title, vscode.workspace.asRelativePath(uri)].filter(Boolean).join('\n');
  item.command = opening(uri);
  return item;
}

function translationItem({ key, uri, locale, name }: LanguageRow, standing: Standing | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.id = key;
  item.contextValue = 'facingPages.translation';
  item.iconPath = iconOf(standing);
  item.description = standing ? `${leftToRight}${standing.progress.percent} %${problemsOf(standing)}` : '';
  item.tooltip = [
    `${name}${locale === undefined ? '' : ` (${locale})`}`,
    ...(standing ? inWords(standing) : []),
    vscode.workspace.asRelativePath(uri),
  ].join('\n');
  item.accessibilityInformation = {
    label: standing ? `${name}, ${standing.progress.percent} %${problemsOf(standing)}` : name,
  };
  item.command = opening(uri);
  return item;
}

function missingItem({ key, locale, name }: LanguageRow): vscode.TreeItem {
  const item = new vscode.TreeItem(name);
  item.id = key;
  item.contextValue = 'facingPages.missing';
  item.resourceUri = vscode.Uri.from({ scheme: missingScheme, path: `/${locale ?? ''}` }); // for the dimmed colour
  item.iconPath = new vscode.ThemeIcon('circle-outline', new vscode.ThemeColor('disabledForeground'));
  item.description = `${leftToRight}not started`;
  item.tooltip = `This issue has no translation into ${name} yet.`;
  item.accessibilityInformation = { label: `${name}, not started` };
  return item;
}

/** What the row says in short, in whole sentences. */
function inWords({ progress: { done, of }, grave, slight, stale }: Standing): string[] {
  const problems =
    [grave === 0 ? '' : counted(grave, 'problem'), slight === 0 ? '' : counted(slight, 'remark')]
      .filter(Boolean)
      .join(', ') || 'No problems';
  const changed =
    stale === 0
      ? []
      : [
          stale === 1
            ? 'The source of one unit has changed since it was translated.'
            : `The source of ${stale} units has changed since they were translated.`,
        ];
  return [`${done} of ${counted(of, 'unit')} translated.`, `${problems}.`, ...changed];
}

function problemsOf({ grave, slight, stale }: Standing): string {
  const parts = [
    grave === 0 ? '' : counted(grave, 'problem'),
    stale === 0 ? '' : `${stale} stale`,
    slight === 0 ? '' : counted(slight, 'remark'),
  ];
  return parts
    .filter(Boolean)
    .map((part) => ` · ${part}`)
    .join('');
}

/** Nothing known yet; done, with problems, overtaken by its source, or well; or under way. */
function iconOf(standing: Standing | undefined): vscode.ThemeIcon {
  if (!standing) return new vscode.ThemeIcon('circle-outline');
  if (standing.grave > 0 && standing.progress.percent === 100)
    return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  if (standing.progress.percent === 100 && standing.stale > 0)
    return new vscode.ThemeIcon('history', new vscode.ThemeColor('charts.blue'));
  if (standing.progress.percent === 100)
    return new vscode.ThemeIcon('pass-filled', new vscode.ThemeColor('testing.iconPassed'));
  return new vscode.ThemeIcon(
    'edit',
    new vscode.ThemeColor(standing.grave > 0 ? 'list.warningForeground' : 'charts.blue'),
  );
}

function opening(uri: vscode.Uri): vscode.Command {
  return { command: 'vscode.open', title: 'Open', arguments: [uri] };
}
