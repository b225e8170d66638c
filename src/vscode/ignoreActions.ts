// The light bulb's “This is intended”: a problem is ignored here, in this file, or everywhere.
import * as vscode from 'vscode';
import { canBeIntended, intended } from '../core/ignore/intended.js';
import type { Problem } from '../core/problem.js';
import { withCheckOff } from '../core/project/editSettings.js';
import { settingsFileName } from '../core/project/settings.js';
import type { Edit } from '../core/text/edit.js';
import { indexLines } from '../core/text/span.js';
import { editsBetween } from './editsBetween.js';
import type { AllSettings } from './projectSettings.js';
import { addEdits } from './ranges.js';
import type { CheckedPost } from './checking.js';

interface Choice {
  readonly title: string;
  readonly edit: vscode.WorkspaceEdit;
}

/** Works out each problem's choices once: the light bulb is asked for with every move of the cursor. */
export class IgnoreActions {
  private readonly known = new WeakMap<Problem, readonly Choice[]>();

  constructor(private readonly settings: AllSettings) {}

  /** The actions for a problem of a post, as edits that are one step of undo. */
  async of(problem: Problem, checked: CheckedPost): Promise<vscode.CodeAction[]> {
    const inText = this.known.get(problem) ?? choicesInText(problem, checked);
    this.known.set(problem, inText);
    const everywhere = await this.everywhere(problem, checked.post.uri);
    return [...inText, ...(everywhere ? [everywhere] : [])].map(({ title, edit }) => {
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.edit = edit;
      return action;
    });
  }

  /** Undefined where it would change nothing: where a person has set the check's severity for themselves, or the settings file is broken. */
  private async everywhere({ check }: Problem, post: vscode.Uri): Promise<Choice | undefined> {
    const uri = await this.settings.homeFor(post);
    if (!uri || check === 'internal' || this.settings.ofUser().severity[check] !== undefined) return undefined;
    const file = await this.settings.read(uri);
    const text = withCheckOff(file?.text, check);
    if (text === undefined) return undefined;
    const edit = new vscode.WorkspaceEdit();
    if (file) addEdits(edit, uri, indexLines(file.text), editsBetween(file.text, text));
    else {
      // Fails if somebody has made the file by then: to insert into that one would break it.
      edit.createFile(uri, { overwrite: false });
      edit.insert(uri, new vscode.Position(0, 0), text); // an action's edit cannot bring a file's content along
    }
    return { title: `This is intended: ignore ${check} everywhere (${settingsFileName})`, edit };
  }
}

function choicesInText(problem: Problem, { post }: CheckedPost): Choice[] {
  if (!canBeIntended(problem)) return [];
  const { here, inFile } = intended(post.issue, problem);
  const { check, subject } = problem;
  const choice = (title: string, edit: Edit | undefined): Choice[] => {
    if (!edit) return [];
    const workspaceEdit = new vscode.WorkspaceEdit();
    addEdits(workspaceEdit, post.uri, post.lines, [edit]);
    return [{ title, edit: workspaceEdit }];
  };
  return [
    ...choice(`This is intended: ignore ${check} here${subject === undefined ? '' : ` (${subject})`}`, here),
    ...choice(`This is intended: ignore ${check} in this file`, inFile),
  ];
}
