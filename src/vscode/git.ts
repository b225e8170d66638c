// VS Code's own git extension: what is used of it, and how it is reached. Where it is absent, disabled or not trusted
// to run, nobody is told anything of history.
import * as vscode from 'vscode';

/** A commit, as the extension lists it. */
export interface GitCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly commitDate?: Date;
}

/** A file that two commits have differently; `originalUri` is its name in the earlier one. */
export interface GitChange {
  readonly uri: vscode.Uri;
  readonly originalUri: vscode.Uri;
  readonly renameUri: vscode.Uri | undefined;
}

/** What is used of a repository in the extension's interface, version 1. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly HEAD: { readonly commit?: string } | undefined; readonly onDidChange: vscode.Event<void> };
  log(options: {
    readonly path: string;
    readonly maxEntries: number;
    readonly range?: string;
  }): Promise<readonly GitCommit[]>;
  show(ref: string, path: string): Promise<string>;
  diffBetween(ref1: string, ref2: string): Promise<readonly GitChange[]>;
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** What is used of the extension's interface, version 1. */
export interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
}

interface GitExports {
  getAPI(version: 1): GitApi;
}

/** The running extension's interface; undefined if it does not run (yet), and in restricted mode. */
export function runningGit(): GitApi | undefined {
  const extension = trustedGit();
  return extension?.isActive ? apiOf(extension.exports) : undefined;
}

/** The extension's interface, once it runs; undefined if it cannot, and in restricted mode. */
export async function startedGit(): Promise<GitApi | undefined> {
  try {
    const extension = trustedGit();
    return extension && apiOf(await extension.activate());
  } catch {
    return undefined;
  }
}

/** Undefined in restricted mode: a repository says in its own settings which programs git starts. */
function trustedGit(): vscode.Extension<GitExports> | undefined {
  return vscode.workspace.isTrusted ? vscode.extensions.getExtension<GitExports>('vscode.git') : undefined;
}

function apiOf(exports: GitExports): GitApi | undefined {
  try {
    return exports.getAPI(1);
  } catch {
    return undefined; // git is switched off
  }
}
