// What a person wants to be offered while writing a translation.
import * as vscode from 'vscode';

const section = 'facingPages';

export interface WritingHelp {
  /** Earlier translations. */
  readonly memory: boolean;
  /** The source's links, pictures, code and numbers, and the glossary's terms. */
  readonly source: boolean;
  /** Earlier translations as ghost text, while one types. */
  readonly inline: boolean;
}

export function writingHelp(): WritingHelp {
  const configuration = vscode.workspace.getConfiguration(section);
  return {
    memory: configuration.get<unknown>('completion.memory') !== false,
    source: configuration.get<unknown>('completion.source') !== false,
    inline: configuration.get<unknown>('completion.inline') !== false,
  };
}
