// “Go to Counterpart”: from a place in one text to the place in the other that says the same.
import * as vscode from 'vscode';
import { indexUnits, type Alignment, type Unit } from '../core/align/alignment.js';
import type { Block } from '../core/model.js';
import type { Span } from '../core/text/span.js';
import { documentsInTabs, isPostDocument } from './documents.js';
import { offsetAt, rangeOf } from './ranges.js';
import type { CheckedPost } from './review.js';
import type { Services } from './services.js';

export function registerCounterpart(services: Services): vscode.Disposable {
  return vscode.commands.registerCommand('facingPages.goToCounterpart', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isPostDocument(editor.document)) return;
    const found = await counterpartOf(editor, services);
    if (!found) vscode.window.setStatusBarMessage('Facing Pages: this text has no counterpart here.', 5000);
    else await show(found.uri, found.range);
  });
}

async function counterpartOf({ document, selection }: vscode.TextEditor, { reviews }: Services): Promise<vscode.Location | undefined> {
  const own = await reviews.checked(document.uri);
  const issue = own && (await reviews.issueOf(document.uri));
  if (!own || !issue) return undefined;
  const fromSource = issue.source.uri.toString() === document.uri.toString();
  const translation = fromSource ? await chooseTranslation(issue.translations.map(({ uri }) => uri)) : document.uri;
  const pair = translation && (await reviews.checked(translation));
  if (!pair?.review || !pair.source) return undefined;
  const [here, there] = fromSource ? [pair.source, pair.post] : [pair.post, pair.source];
  const span = counterpartIn(pair.review.context.alignment, fromSource ? 'source' : 'target', inIssue(here, offsetAt(here.lines, selection.active)));
  return span && new vscode.Location(there.uri, rangeOf(there.lines, inFile(there, span)));
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

/**
 * Where the other text has what stands at `offset` of one side; of what has no counterpart, what stands before it has.
 * Offsets and spans in the issues' texts.
 */
function counterpartIn({ source, target, units }: Alignment, side: 'source' | 'target', offset: number): Span | undefined {
  const index = indexUnits(units);
  const [blocks, unitOf] = side === 'source' ? [source.blocks, index.ofSource] : [target.blocks, index.ofTarget];
  const other = (unit: Unit | undefined): readonly Block[] => (side === 'source' ? unit?.target : unit?.source) ?? [];
  let at = blocks.findLastIndex(({ span }) => span.start <= offset);
  while (at >= 0 && other(unitOf[at]).length === 0) at--;
  const [first] = other(unitOf[Math.max(at, 0)]);
  return first?.span;
}

function inIssue({ issue }: CheckedPost['post'], offset: number): number {
  return issue.damage ? issue.damage.toRepaired(offset) : offset;
}

function inFile({ issue: { damage } }: CheckedPost['post'], span: Span): Span {
  return damage ? { start: damage.toDamaged(span.start), end: damage.toDamaged(span.end) } : span;
}

/** Shows a place: in the editor that shows its file already, if one does. */
async function show(uri: vscode.Uri, range: vscode.Range): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await vscode.window.showTextDocument(uri, { preview: false, ...(visible?.viewColumn && { viewColumn: visible.viewColumn }) });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
