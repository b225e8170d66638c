// The name that git knows a person by, from VS Code's own git extension where it runs.
import * as vscode from 'vscode';

/** What is used of the git extension's interface, version 1. */
interface GitExports {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): { getConfig(key: string): Promise<string>; getGlobalConfig(key: string): Promise<string> } | null };
}

/** `user.name` in the repository of `uri`; undefined if there is none, or no git. */
export async function gitUserName(uri: vscode.Uri): Promise<string | undefined> {
  const extension = vscode.extensions.getExtension<GitExports>('vscode.git');
  if (!extension?.isActive) return undefined;
  try {
    const repository = extension.exports.getAPI(1).getRepository(uri);
    const name = (await repository?.getConfig('user.name')) || (await repository?.getGlobalConfig('user.name'));
    return name?.trim() || undefined;
  } catch {
    return undefined; // git is switched off, or its repository has no such setting
  }
}
