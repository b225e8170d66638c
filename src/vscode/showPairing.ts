// “Show What Translates What”: every issue with its translations, why they were taken for that, and what fits nowhere.
import * as vscode from 'vscode';
import { languageName } from '../core/language/locale.js';
import type { PairedIssue, Pairing, PostFacts } from '../core/pair/pairing.js';
import { isPostDocument } from './documents.js';
import { newestFirst } from './issuesTree/rows.js';
import type { Services } from './services.js';

interface PostItem extends vscode.QuickPickItem {
  readonly path?: string;
}

/** The command. It opens the file that is picked. */
export async function showPairing({ index }: Services): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  const near = document && isPostDocument(document) ? document.uri : vscode.workspace.workspaceFolders?.[0]?.uri;
  const nothing = new vscode.CancellationTokenSource();
  const read = async (): Promise<PostItem[]> => {
    const items = near ? itemsOf(await index.pairingAround(near), (await index.placeOf(near))?.issue?.source.path) : [];
    if (items.length > 0) return items;
    nothing.cancel(); // an empty list would not say so
    void vscode.window.showInformationMessage('No newsletter issue was found here, so nothing translates anything.');
    return [];
  };
  const picked = await vscode.window.showQuickPick(
    read(),
    { placeHolder: 'What translates what', matchOnDescription: true, matchOnDetail: true },
    nothing.token,
  );
  nothing.dispose();
  const uri = !near || picked?.path === undefined ? undefined : index.uriOf(picked.path, near);
  if (uri) await vscode.window.showTextDocument(uri);
}

/** Newest first, and before them the issue that somebody has before them. @param open its source's path */
function itemsOf({ issues, unpaired }: Pairing, open: string | undefined): PostItem[] {
  const items: PostItem[] = [];
  const isOpen = ({ source }: PairedIssue): number => Number(source.path === open);
  for (const { source, translations } of [...issues].sort((a, b) => isOpen(b) - isOpen(a) || newestFirst(a, b))) {
    items.push(
      separator(source.number === undefined ? (source.date ?? source.title) : `Issue ${source.number}`),
      postItem(source, '$(book)', 'source'),
    );
    for (const { post, reasons } of translations)
      items.push(postItem(post, '$(arrow-small-right)', reasons.join('; ')));
  }
  if (unpaired.length > 0) items.push(separator('Without a source'));
  for (const { post, reason } of unpaired) items.push(postItem(post, '$(question)', reason));
  return items;
}

function separator(label: string): PostItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function postItem({ path, locale }: PostFacts, icon: string, detail: string): PostItem {
  return {
    label: `${icon} ${locale === undefined ? 'Unknown language' : languageName(locale)}`,
    description: path,
    detail,
    path,
  };
}
