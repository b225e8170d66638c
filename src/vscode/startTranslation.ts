// “Start Translation…”: a new file for an issue in another language, named, headed and begun as the tree's others are.
import * as vscode from 'vscode';
import { languageName } from '../core/language/locale.js';
import type { Pairing, PostFacts } from '../core/pair/pairing.js';
import { earlierPairs, startedAlready, startTranslation } from '../core/start/start.js';
import { shownPath } from './applyEdits.js';
import { askedFor } from './askedFor.js';
import { meantDocument } from './documents.js';
import { readEarlier } from './earlierPairs.js';
import { fileExists } from './findPosts.js';
import { gitUserName } from './gitUser.js';
import { createPost, today, uriBeside } from './newPost.js';
import { pickLanguage } from './pickLanguage.js';
import type { Services } from './services.js';

/** An issue that a translation can be started of. */
interface Origin {
  readonly uri: vscode.Uri;
  readonly facts: PostFacts;
  readonly translations: readonly PostFacts[];
  readonly pairing: Pairing;
}

/** The command. It answers the file that is open in the end; undefined if there is none. */
export async function askAndStartTranslation(
  services: Services,
  argument?: unknown,
  language?: unknown,
): Promise<vscode.Uri | undefined> {
  const asked = askedFor(argument);
  const uri = asked.uri ?? meantDocument()?.uri;
  if (uri?.scheme === 'untitled') {
    void vscode.window.showInformationMessage('Save this issue first: its translations are put beside its file.');
    return undefined;
  }
  const origin = uri && (await originOf(uri, services));
  if (!origin) {
    void vscode.window.showInformationMessage(
      'This file is no newsletter issue whose source is here, as far as Facing Pages can tell: there is nothing to translate.',
    );
    return undefined;
  }
  const started = new Set(origin.translations.flatMap(({ locale }) => locale ?? []));
  const locale =
    asked.locale ?? (typeof language === 'string' ? language : await pickLanguage(origin.pairing, started));
  return locale === undefined ? undefined : start(origin, locale, services);
}

async function originOf(asked: vscode.Uri, { index }: Services): Promise<Origin | undefined> {
  const issue = (await index.placeOf(asked))?.issue;
  const uri = issue && index.uriOf(issue.source.path, asked);
  return (
    uri && {
      uri,
      facts: issue.source,
      translations: issue.translations.map(({ post }) => post),
      pairing: await index.pairingAround(uri),
    }
  );
}

async function start(origin: Origin, locale: string, services: Services): Promise<vscode.Uri | undefined> {
  const { uri, facts, pairing } = origin;
  const name = languageName(locale);
  const placing = { source: facts, locale, pairing, today: today() };
  const already = startedAlready(placing);
  const old = already && services.index.uriOf(already.path, uri);
  if (old) return show(old, `This issue has a ${name} translation already: ${shownPath(old)}. Nothing was changed.`);
  const source = await services.posts.at(uri);
  const earlier =
    source && (await readEarlier(earlierPairs(placing), `Starting the ${name} translation`, uri, services));
  if (!source || !earlier) return undefined;
  const settings = await services.settings.of(uri);
  const { rules } = settings;
  const draft = startTranslation(source.issue, earlier, {
    ...placing,
    rules,
    author: await gitUserName(uri),
    identify: await services.posts.detector(),
    site: services.index.siteAround(uri, settings).around(facts.path),
  });
  const target = uriBeside(uri, facts.path, draft.path);
  if (await fileExists(target)) return show(target, `${shownPath(target)} is there already. Nothing was changed.`);
  if (!(await createPost(target, draft.text))) return undefined;
  await show(target);
  await vscode.commands.executeCommand('facingPages.openSideBySide', target);
  return target;
}

async function show(uri: vscode.Uri, message?: string): Promise<vscode.Uri> {
  await vscode.window.showTextDocument(uri, { preview: false });
  if (message !== undefined) void vscode.window.showInformationMessage(message);
  return uri;
}
