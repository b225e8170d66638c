// “Update Translation”: what the source has gained since comes into its translation, as one step to undo.
import * as vscode from 'vscode';
import { learnRecurring } from '../core/start/recurring.js';
import { earlierPairs } from '../core/start/start.js';
import { updateSummary, updateTranslation } from '../core/start/update.js';
import { languageName } from '../core/language/locale.js';
import { indexLines } from '../core/text/span.js';
import { applyEdits, sayNotDone } from './applyEdits.js';
import { askedFor } from './askedFor.js';
import { readEarlier } from './earlierPairs.js';
import { editsBetween } from './editsBetween.js';
import { inertWords } from './inertWords.js';
import { postOf } from './postOf.js';
import { positionAt } from './ranges.js';
import type { Services } from './services.js';

/** The command. It answers whether it changed anything. */
export async function askAndUpdateTranslation(services: Services, argument?: unknown): Promise<boolean> {
  const asked = askedFor(argument).uri ?? vscode.window.activeTextEditor?.document.uri;
  const uri = asked && (await translationOf(asked, services));
  return uri ? update(uri, services) : false;
}

/** The file itself, if it is a translation; of a source the translation that is picked, or the only one. */
async function translationOf(asked: vscode.Uri, { index }: Services): Promise<vscode.Uri | undefined> {
  const place = await index.placeOf(asked);
  if (place?.translation) return asked;
  const translations = (place?.issue?.translations ?? []).flatMap(({ post }) => {
    const uri = index.uriOf(post.path, asked);
    return uri
      ? [{ label: post.locale === undefined ? post.path : languageName(post.locale), description: post.path, uri }]
      : [];
  });
  if (translations.length === 0)
    void vscode.window.showInformationMessage(
      'This file is no translation, and has none, as far as Facing Pages can tell: there is nothing to update.',
    );
  if (translations.length < 2) return translations[0]?.uri;
  return (
    await vscode.window.showQuickPick(translations, {
      title: 'Update Translation',
      placeHolder: 'Into which language?',
      matchOnDescription: true,
    })
  )?.uri;
}

async function update(uri: vscode.Uri, services: Services): Promise<boolean> {
  const { index, posts, reviews, settings } = services;
  const place = await index.placeOf(uri);
  const source = place?.issue && (await postOf(place.issue.source, uri, services));
  const locale = place?.facts.locale;
  if (!source || locale === undefined) return false;
  const placing = { source: place.issue.source, locale, pairing: await index.pairingAround(uri) };
  const earlier = await readEarlier(earlierPairs(placing), 'Updating the translation', uri, services);
  if (!earlier) return false;
  const known = learnRecurring(earlier);
  const document = await vscode.workspace.openTextDocument(uri);
  const post = await posts.ofDocument(document);
  const check = await reviews.checkerOf(uri, known);
  if (!post || !check) return false;
  const { rules } = await settings.of(uri);
  const updated = updateTranslation(post.text, source.issue, known, check, rules.sourceMarks);
  const edits = editsBetween(post.text, updated.text);
  const outcome = edits.length > 0 ? await applyEdits(uri, post.text, edits) : undefined;
  if (outcome === 'changed' || outcome === 'refused') sayNotDone(uri, outcome);
  const isDone = outcome === 'applied';
  // What was inserted, and not the mark in the front matter that names its source.
  const shown = edits.find(({ span }) => span.start >= (post.issue.frontMatter?.span.end ?? 0)) ?? edits[0];
  if (shown && isDone) {
    const { newText, span } = shown;
    const first = positionAt(indexLines(updated.text), span.start + /^[\s\\>]*/.exec(newText)![0].length);
    const editor = await vscode.window.showTextDocument(document, {
      preview: false,
      selection: new vscode.Range(first, first),
    });
    editor.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  if (isDone || edits.length === 0)
    vscode.window.setStatusBarMessage(`Facing Pages: ${inertWords(updateSummary(updated))}`, 10_000);
  return isDone;
}
