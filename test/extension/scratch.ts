// Files that a test makes for itself in the workspace, and takes away again.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { currentDiagnostics, fileAt, openFile } from './support';

const folder = '_scratch';

/** Writes a file and answers its path in the workspace. */
export function scratchFile(name: string, content: string | Uint8Array): string {
  const file = fileAt(`${folder}/${name}`).fsPath;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return `${folder}/${name}`;
}

export function removeScratch(): void {
  rmSync(fileAt(folder).fsPath, { recursive: true, force: true });
}

/** Opens a file of which nothing should be said, and answers what is said after everything had time to happen. */
export async function problemsAfterAWhile(file: string): Promise<vscode.Diagnostic[]> {
  const { document } = await openFile(file);
  await wait(1500);
  return currentDiagnostics(document.uri);
}

/** The text of a sample, as it is in the workspace. */
export async function textOf(file: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(fileAt(file)));
}

export const sample = {
  source: '_posts/2026-03-08-Footpath_Letter_12.md',
  french: '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md',
  chinese: '_posts/2026-03-11-Footpath_Letter_12[ZH].md',
  arabic: '_posts/2026-03-19-Footpath_Letter.AR._12_Benches_And_More.md',
};

/** The Spanish issue 5 of dair.ai, and what it translates. */
export const spanish = {
  source: 'dair-ai/_posts/2020-02-23-NLP_Newsletter_The_Annotated_GPT-2,_Understanding.md',
  target: 'dair-ai/_posts/2020-02-23-Boletín_informativo_NLP_GPT-2_Explicado,_Entendie.md',
  seed: 'seeds/003_fb370a5f4605524e.md',
};
