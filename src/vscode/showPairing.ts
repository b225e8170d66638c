// “Show What Translates What”: every issue with its translations, why they were taken for that, and what fits nowhere.
import * as vscode from 'vscode';
import { languageName } from '../core/language/locale.js';
import type { Pairing, PostFacts } from '../core/pair/pairing.js';
import { isPostDocument } from './documents.js';
import type { Services } from './services.js';

interface PostItem extends vscode.QuickPickItem {
  readonly path?: string;
}

/** The command. It opens the file that is picked. */
export async function showPairing({ index }: Services): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const near = document && isPostDocument(document) ? document.uri : vscode.workspace.workspaceFolders?.[0]?.uri;
  const nothing = new vscode.CancellationTokenSource();
  const items = (near ? index.pairingAround(near).then(itemsOf) : Promise.resolve([])).then((found) => {
    if (found.length > 0) return found;
    nothing.cancel(); // an empty list would not say so
    void vscode.window.showInformationMessage('No newsletter issue was found here, so nothing translates anything.');
    return found;
  });
  const picked = await vscode.window.showQuickPick(items, { placeHolder: 'What translates what', matchOnDescription: true, matchOnDetail: true }, nothing.token);
  nothing.dispose();
  const uri = !near || picked?.path === undefined ? undefined : index.uriOf(picked.path, near);
  if (uri) await vscode.window.showTextDocument(uri);
}

function itemsOf({ issues, unpaired }: Pairing): PostItem[] {
  const items: PostItem[] = [];
  for (const { source, translations } of issues) {
    items.push(separator(source.number === undefined ? (source.date ?? source.title) : `Issue ${source.number}`), postItem(source, '$(book)', 'source'));
    for (const { post, reasons } of translations) items.push(postItem(post, '$(arrow-small-right)', reasons.join('; ')));
  }
  if (unpaired.length > 0) items.push(separator('Without a source'));
  for (const { post, reason } of unpaired) items.push(postItem(post, '$(question)', reason));
  return items;
}

function separator(label: string): PostItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function postItem({ path, locale }: PostFacts, icon: string, detail: string): PostItem {
  return { label: `${icon} ${locale === undefined ? 'Unknown language' : languageName(locale)}`, description: path, detail, path };
}
