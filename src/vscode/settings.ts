// The extension's settings, read and checked.
import * as vscode from 'vscode';
import { severities, type Severity } from '../core/problem.js';

const section = 'facingPages';

export interface Settings {
  readonly enabled: boolean;
  /** BCP 47; undefined to work it out. */
  readonly sourceLocale: string | undefined;
  /** By check; checks that are not named keep their own. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
}

/** The settings as they are now. What a person has written wrongly counts as not written. */
export function readSettings(): Settings {
  const configuration = vscode.workspace.getConfiguration(section);
  const sourceLocale = configuration.get<unknown>('sourceLocale');
  return {
    enabled: configuration.get<unknown>('enable') !== false,
    sourceLocale: typeof sourceLocale === 'string' && sourceLocale.trim() !== '' ? sourceLocale.trim() : undefined,
    severity: severitiesOf(configuration.get<unknown>('checks.severity')),
  };
}

/** Calls `listener` when a setting of the extension has changed. */
export function onSettingsChange(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener();
  });
}

function severitiesOf(value: unknown): Record<string, Severity | 'off'> {
  const valid: Record<string, Severity | 'off'> = {};
  if (typeof value !== 'object' || value === null) return valid;
  for (const [check, severity] of Object.entries(value)) {
    if (severity === 'off' || severities.includes(severity as Severity)) valid[check] = severity as Severity | 'off';
  }
  return valid;
}
