// The extension's settings, as a person has them in VS Code.
import * as vscode from 'vscode';
import { severities } from '../core/problem.js';
import { insertStyles, type InsertStyle } from '../core/project/rules.js';
import type { Severities } from '../core/project/settings.js';

const section = 'facingPages';

/** What is not set leaves it to the project. */
export interface UserSettings {
  readonly enabled: boolean;
  /** BCP 47. */
  readonly sourceLocale: string | undefined;
  /** By check. */
  readonly severity: Severities;
  readonly insert: InsertStyle | undefined;
  readonly sourceMarks: boolean;
}

/** The settings as they are now. What a person has written wrongly counts as not written. */
export function readUserSettings(): UserSettings {
  const configuration = vscode.workspace.getConfiguration(section);
  const sourceLocale = configuration.get<unknown>('sourceLocale');
  const insert = configuration.get<unknown>('insert');
  return {
    enabled: configuration.get<unknown>('enable') !== false,
    sourceLocale: typeof sourceLocale === 'string' && sourceLocale.trim() !== '' ? sourceLocale.trim() : undefined,
    severity: severitiesOf(configuration.get<unknown>('checks.severity')),
    insert: insertStyles.find((style) => style === insert),
    sourceMarks: configuration.get<unknown>('sourceMarks') === true,
  };
}

/** Calls `listener` when a setting of the extension has changed. */
export function onUserSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener();
  });
}

function severitiesOf(value: unknown): Severities {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([check, severity]) => {
      const level = ([...severities, 'off'] as const).find((one) => one === severity);
      return level === undefined ? [] : [[check, level]];
    }),
  );
}
