// What the status bar says of the active issue: its language, its number and how far its translation is.
import * as vscode from 'vscode';
import { languageName } from '../core/language/locale.js';
import { isAtLeast, type Problem } from '../core/problem.js';
import { counted } from '../core/text/counted.js';
import { progressOf } from '../core/view/progress.js';
import { whyTooLarge } from '../core/parse/tooLarge.js';
import { isPostDocument } from './documents.js';
import type { CheckedPost } from './checking.js';
import { foundIssues } from './hasIssues.js';
import type { Services } from './services.js';
import { Debounced } from './timing.js';

/** Whether the active editor shows an issue; menus and keys depend on it. */
const contextKey = 'facingPages.isIssue';
/** Whether posts are being read for the first time, which can be stopped. */
const readingKey = 'facingPages.isReading';
/** Not to flicker for what is over at once, in milliseconds. */
const shownAfter = 1000;
const quietTime = 300;

/** Shows what there is to say of the active editor, and how far the first reading of the files is. */
export function registerStatus(services: Services): vscode.Disposable {
  const { reviews, index, log, onSettingsChange } = services;
  const item = vscode.window.createStatusBarItem('facingPages.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Facing Pages';
  let isIssue: boolean | undefined;
  let round = 0;

  async function refresh(): Promise<void> {
    const mine = ++round;
    const document = currentDocument();
    const uri = document && isPostDocument(document) ? document.uri : undefined;
    // Menus and keys don't wait for the checks, which take their time with a long text.
    const isNow = uri !== undefined && ((await index.earlyPlaceOf(uri)) ?? (await index.placeOf(uri))) !== undefined;
    if (mine !== round) return;
    if (isNow) foundIssues();
    if (isIssue !== isNow) await vscode.commands.executeCommand('setContext', contextKey, (isIssue = isNow));
    const checked = isNow ? await reviews.glance(uri) : undefined;
    if (mine !== round) return;
    if (!checked) return item.hide();
    item.text = `$(book) ${labelOf(checked)}`;
    item.tooltip = tooltipOf(checked);
    item.command = checked.place.issue?.translations.length ? 'facingPages.openSideBySide' : 'facingPages.showPairing';
    item.accessibilityInformation = { label: `Facing Pages: ${labelOf(checked)}` };
    item.show();
  }

  const soon = new Debounced(() => {
    refresh().catch((error: unknown) =>
      log.error('The status could not be told.', error instanceof Error ? error : String(error)),
    );
  }, quietTime);
  const again = (): void => soon.trigger();
  again();
  return vscode.Disposable.from(
    item,
    soon,
    vscode.window.onDidChangeActiveTextEditor(again),
    vscode.window.onDidChangeVisibleTextEditors(again),
    reviews.onDidChange(again),
    reviews.onDidCheck(again),
    onSettingsChange(again),
    index.onDidProgress(again),
    showReading(services),
    showTooLarge(),
  );
}

/** The document of the active editor; while the panel has the focus, the issue that is open beside it. */
function currentDocument(): vscode.TextDocument | undefined {
  const { activeTextEditor, tabGroups, visibleTextEditors } = vscode.window;
  if (activeTextEditor || !(tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview))
    return activeTextEditor?.document;
  return visibleTextEditors.map(({ document }) => document).find(isPostDocument);
}

function labelOf({ place, review }: CheckedPost): string {
  const language = place.facts.locale === undefined ? 'Unknown language' : languageName(place.facts.locale);
  const number = place.issue?.source.number ?? place.facts.number;
  const issue = number === undefined ? '' : `, issue ${number}`;
  if (review) return `${language}${issue}: ${progressOf(review.context.alignment.units).percent} %`;
  if (place.issue) return `${language}${issue}: source`;
  return `${language}${issue}`;
}

function tooltipOf({ place, problems }: CheckedPost): string {
  const count = countOf(problems);
  if (place.translation && place.issue) {
    const why = place.translation.reasons.length > 0 ? ` (${place.translation.reasons.join('; ')})` : '';
    return `Translates ${place.issue.source.path}${why}.\n${count}\nClick to open both side by side.`;
  }
  if (place.issue) {
    const { length } = place.issue.translations;
    if (length === 0) return `No translations were found.\n${count}\nClick to see what translates what.`;
    return `${length === 1 ? 'One translation' : `${length} translations`}.\n${count}\nClick to open one side by side.`;
  }
  return `${place.sourceMissing ? 'Its source was not found.\n' : ''}${count}\nClick to see what translates what.`;
}

/** “3 warnings, 1 remark.” */
function countOf(problems: readonly Problem[]): string {
  const all = [
    ifAny(problems.filter(({ severity }) => severity === 'error').length, 'error'),
    ifAny(problems.filter(({ severity }) => severity === 'warning').length, 'warning'),
    ifAny(problems.filter(({ severity }) => !isAtLeast(severity, 'warning')).length, 'remark'),
  ].filter(Boolean);
  return all.length === 0 ? 'No problems.' : `${all.join(', ')}.`;
}

function ifAny(count: number, noun: string): string {
  return count === 0 ? '' : counted(count, noun);
}

/** While many files are read for the first time: how far that is, and a click to end it. */
function showReading({ index }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('facingPages.reading', vscode.StatusBarAlignment.Right, 101);
  item.name = 'Facing Pages: Reading Posts';
  item.command = 'facingPages.stopReading';
  item.tooltip = 'Facing Pages reads the posts around this issue to find its translations. Click to stop.';
  let began: number | undefined;
  let isReading = false;
  const listening = index.onDidProgress(() => {
    const { reading } = index;
    if (isReading !== (reading !== undefined))
      void vscode.commands.executeCommand('setContext', readingKey, (isReading = reading !== undefined));
    if (!reading) {
      began = undefined;
      return item.hide();
    }
    began ??= performance.now();
    item.text = `$(loading~spin) Reading posts: ${reading.done} of ${reading.of}`;
    if (performance.now() - began > shownAfter) item.show();
  });
  return vscode.Disposable.from(item, listening);
}

/** Says in the language status, where it is in nobody's way, that a document is not looked at because of its size. */
function showTooLarge(): vscode.Disposable {
  const selector: vscode.DocumentSelector = { language: 'markdown' };
  const item = vscode.languages.createLanguageStatusItem('facingPages.tooLarge', selector);
  item.name = 'Facing Pages';
  item.text = 'Too large for Facing Pages';
  const refresh = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const why = document && isPostDocument(document) ? whyTooLarge(document.getText()) : undefined;
    item.detail = why === undefined ? '' : `This file ${why}`;
    item.selector =
      document && why !== undefined
        ? {
            ...selector,
            pattern: new vscode.RelativePattern(vscode.Uri.joinPath(document.uri, '..'), '*'),
            scheme: document.uri.scheme,
          }
        : [];
  };
  refresh();
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(refresh));
}
