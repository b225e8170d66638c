// “Go to Counterpart” and “Peek Counterpart”: from a place in one text to the place in the other that says the same.
import * as vscode from 'vscode';
import { counterpartSpan } from '../core/align/counterpart.js';
import { documentsInTabs, isPostDocument } from './documents.js';
import { facing, facingsOf, inFile, inIssue, type Facing } from './facing.js';
import { placeOf, showPlace } from './places.js';
import type { Reviews } from './review.js';
import type { Services } from './services.js';

/** The command “Go to Counterpart”. @param argument a place (see `PlaceArgument`); without one, the active editor's cursor counts */
export async function goToCounterpart({ reviews }: Services, argument?: unknown): Promise<void> {
  const from = placeOf(argument) ?? cursor();
  if (!from) return;
  const { side, translation } = await chosen(from.uri, reviews);
  const [found] = translation ? counterparts(await facing(translation, side, reviews), from) : [];
  if (found) await showPlace(found);
  else sayNone();
}

/** The command “Peek Counterpart”. @param argument as of the other */
export async function peekCounterpart({ reviews }: Services, argument?: unknown): Promise<void> {
  const from = placeOf(argument) ?? cursor();
  if (!from) return;
  const open = await facingsOf(from.uri, reviews);
  const { side, translation } =
    open.length > 0 ? { side: undefined, translation: undefined } : await chosen(from.uri, reviews);
  const found = counterparts(translation ? await facing(translation, side, reviews) : open, from);
  if (found.length > 0)
    await vscode.commands.executeCommand('editor.action.peekLocations', from.uri, from.range.start, found, 'peek');
  else sayNone();
}

function cursor(): vscode.Location | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && isPostDocument(editor.document)
    ? new vscode.Location(editor.document.uri, editor.selection.active)
    : undefined;
}

/** Where each of the texts that face a place says the same. */
function counterparts(facings: readonly Facing[], { range: { start } }: vscode.Location): vscode.Location[] {
  return facings.flatMap(({ side, here, there, context }) => {
    const span = counterpartSpan(context, side, inIssue(here, start));
    return span ? [new vscode.Location(there.uri, inFile(there, span))] : [];
  });
}

/** The translation that is meant: the document itself, or of a source the one that is open, or that a person picks. */
async function chosen(
  uri: vscode.Uri,
  reviews: Reviews,
): Promise<{ side: Facing['side']; translation: vscode.Uri | undefined }> {
  const issue = await reviews.issueOf(uri);
  if (issue?.source.uri.toString() !== uri.toString()) return { side: 'target', translation: issue && uri };
  return { side: 'source', translation: await chooseTranslation(issue.translations.map((text) => text.uri)) };
}

/** The translation that is open; if none or several are, the one that a person picks. */
async function chooseTranslation(translations: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const open = new Set(documentsInTabs().map(({ uri }) => uri.toString()));
  const opened = translations.filter((uri) => open.has(uri.toString()));
  const [first, ...others] = opened.length > 0 ? opened : translations;
  if (!first || others.length === 0) return first;
  const items = [first, ...others].map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Which translation?' }))?.uri;
}

function sayNone(): void {
  vscode.window.setStatusBarMessage('Facing Pages: this text has no counterpart here.', 5000);
}
