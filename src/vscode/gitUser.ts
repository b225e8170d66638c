// The name that git knows a person by, from VS Code's own git extension where it runs.
import type * as vscode from 'vscode';
import { runningGit } from './git.js';

/** `user.name` in the repository of `uri`; undefined if there is none, or no git. */
export async function gitUserName(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const repository = runningGit()?.getRepository(uri);
    const name = (await repository?.getConfig('user.name')) || (await repository?.getGlobalConfig('user.name'));
    return name?.trim() || undefined;
  } catch {
    return undefined; // its repository has no such setting
  }
}
