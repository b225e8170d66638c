// “Go to Next Text to Translate”: where the active translation is not done yet.
import * as vscode from 'vscode';
import { placesToDo } from '../core/view/sectionProgress.js';
import { isPostDocument } from './documents.js';
import { inFile } from './facing.js';
import { placeOf, showPlace } from './places.js';
import type { Services } from './services.js';

/** Goes to the next place below the cursor of the active editor, or to the place that it is handed. */
export async function goToNextToDo({ reviews }: Services, argument?: unknown): Promise<void> {
  const asked = placeOf(argument);
  if (asked) return showPlace(asked);
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isPostDocument(editor.document)) return;
  const { document, selection } = editor;
  const checked = await reviews.checked(document.uri);
  if (!checked?.review) return;
  const places = placesToDo(checked.review.context.alignment.units)
    .map((start) => inFile(checked.post, { start, end: start }).start)
    .sort((a, b) => a.compareTo(b));
  const next = places.find((place) => place.isAfter(selection.active)) ?? places[0];
  if (next) await showPlace(new vscode.Location(document.uri, next));
  else vscode.window.setStatusBarMessage('Facing Pages: all of this issue is translated.', 5000);
}
