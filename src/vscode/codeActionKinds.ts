// The kinds of our source actions, by which settings such as `editor.codeActionsOnSave` name them.
import { CodeActionKind } from 'vscode';

export const fixAllKind = CodeActionKind.SourceFixAll.append('facingPages');
export const updateKind = CodeActionKind.Source.append('facingPages.update');
