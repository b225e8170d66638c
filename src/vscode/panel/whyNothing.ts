// Why a translation cannot be shown, in words, and what to do about it.
import * as vscode from 'vscode';
import { fileExists } from '../findPosts.js';
import { readUserSettings } from '../settings.js';

/** @param translation that was to be shown and is none at this moment */
export async function whyNothing(translation: vscode.Uri): Promise<string> {
  if (!readUserSettings().enabled)
    return 'Facing Pages is switched off here. Its setting “Enable” switches it on again.';
  const name = vscode.workspace.asRelativePath(translation, false);
  if (translation.scheme !== 'untitled' && !(await fileExists(translation)))
    return `${name} is not there any more. Open another translation to see it here.`;
  return `The source of ${name} was not found. Put it into the same folder or workspace.`;
}
