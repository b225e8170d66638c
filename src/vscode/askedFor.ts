// What a menu hands its command: a file's address, or a row of the view “Issues”.
import * as vscode from 'vscode';

export interface Asked {
  /** Undefined where nothing was handed over, as in the command palette. */
  readonly uri: vscode.Uri | undefined;
  /** BCP 47, of a row. */
  readonly locale: string | undefined;
}

export function askedFor(argument: unknown): Asked {
  if (argument instanceof vscode.Uri) return { uri: argument, locale: undefined };
  const { uri, kind, locale } = (argument ?? {}) as {
    readonly uri?: unknown;
    readonly kind?: unknown;
    readonly locale?: unknown;
  };
  return {
    uri: uri instanceof vscode.Uri ? uri : undefined,
    locale: kind === 'missing' && typeof locale === 'string' ? locale : undefined,
  };
}
