// Choosing another issue for the panel, in VS Code's own list.
import * as vscode from 'vscode';
import { localeState } from '../../core/view/locale.js';
import type { FacingIssue, FacingText } from './model.js';

/** Asks for one of `issues`, and answers its translation: in `locale`, if it has that. */
export async function chooseIssue(
  issues: readonly FacingIssue[],
  shown: FacingIssue,
  locale: string | undefined,
): Promise<FacingText | undefined> {
  const choices = issues
    .filter(({ translations }) => translations.length > 0)
    .map((issue) => ({
      label: `${issue.source.uri.toString() === shown.source.uri.toString() ? '$(check) ' : ''}${issue.title || vscode.workspace.asRelativePath(issue.source.uri)}`,
      description: issue.number === undefined ? '' : `#${issue.number}`,
      detail: issue.translations.map((text) => localeState(text.locale).name).join(', '),
      issue,
    }));
  const chosen = await vscode.window.showQuickPick(choices, {
    placeHolder: 'Which issue?',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  const translations = chosen?.issue.translations ?? [];
  return translations.find((text) => text.locale === locale) ?? translations[0];
}
