// Places that commands are handed by links and lenses, and going there.
import * as vscode from 'vscode';

/** A place as a command's argument: plain data, since it may come out of a link. */
export interface PlaceArgument {
  readonly uri: string;
  /** Both from 0. */
  readonly line: number;
  readonly character: number;
}

export function placeArgument(uri: vscode.Uri, { line, character }: vscode.Position): PlaceArgument {
  return { uri: uri.toString(), line, character };
}

/** The place that an argument is; undefined for anything else. */
export function placeOf(argument: unknown): vscode.Location | undefined {
  const { uri, line, character } = (argument ?? {}) as {
    readonly uri?: unknown;
    readonly line?: unknown;
    readonly character?: unknown;
  };
  if (typeof uri !== 'string' || !isCount(line) || !isCount(character)) return undefined;
  return new vscode.Location(vscode.Uri.parse(uri), new vscode.Position(line, character));
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** Shows a place: in the editor that shows its file already, if one does. */
export async function showPlace({ uri, range }: vscode.Location): Promise<void> {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await vscode.window.showTextDocument(uri, {
    preview: false,
    ...(visible?.viewColumn && { viewColumn: visible.viewColumn }),
  });
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
