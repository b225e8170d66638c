// “Add to Glossary”: the selected words, and how the other side has them, go into the project's settings file.
import * as vscode from 'vscode';
import { innerMarkdown, plainText } from '../../core/memory/inner.js';
import { withTerm, type TermToAdd } from '../../core/glossary/addTerm.js';
import { guessRendering, type TextPair } from '../../core/glossary/guess.js';
import { languageName } from '../../core/language/locale.js';
import type { Issue } from '../../core/model.js';
import { settingsFileName } from '../../core/project/settings.js';
import { indexLines } from '../../core/text/span.js';
import { applyEdits, sayNotDone } from '../applyEdits.js';
import { isPostDocument } from '../documents.js';
import { fileExists } from '../findPosts.js';
import { editsBetween } from '../editsBetween.js';
import { inertWords } from '../inertWords.js';
import type { Review } from '../panel/model.js';
import { createPost } from '../newPost.js';
import { offsetAt } from '../ranges.js';
import { save } from '../save.js';
import type { Services } from '../services.js';

/** Nobody's term is longer. In UTF-16 code units. */
const longestTerm = 100;

/** The command. It answers what was added; undefined if nothing was. */
export async function addToGlossary(services: Services, answer?: unknown): Promise<TermToAdd | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isPostDocument(editor.document)) return undefined;
  const { document } = editor;
  const range = editor.selection.isEmpty ? document.getWordRangeAtPosition(editor.selection.active) : editor.selection;
  const selected = range ? document.getText(range) : '';
  const words = selected.length > 3 * longestTerm ? '' : plainText(selected).replace(/\s+/g, ' ').trim();
  const found = range && (await reviewFor(document.uri, services));
  if (!range || !found || words === '' || words.length > longestTerm) {
    void vscode.window.showInformationMessage(
      'Select the words of an issue or of its translation that are to go into the glossary.',
    );
    return undefined;
  }
  const { review, isSource } = found;
  const locale = review.target.locale;
  if (locale === undefined) return undefined;
  const guess = guessOther(review, isSource, words, offsetAt(indexLines(document.getText()), range.start));
  const other =
    typeof answer === 'string'
      ? answer
      : await ask(words, isSource ? languageName(locale) : languageName(review.source.locale ?? 'en'), guess);
  if (other === undefined || other.trim() === '') return undefined;
  const added: TermToAdd = {
    term: isSource ? words : other.trim(),
    locale,
    rendering: isSource ? other.trim() : words,
  };
  return (await write(added, document.uri, services)) ? added : undefined;
}

/** The pair that a text is of; of a source with several translations the one in a visible editor, else the one that is picked. */
async function reviewFor(
  uri: vscode.Uri,
  { reviews }: Services,
): Promise<{ readonly review: Review; readonly isSource: boolean } | undefined> {
  const own = await reviews.reviewOf(uri);
  if (own) return { review: own, isSource: false };
  const translations = (await reviews.issueOf(uri))?.translations ?? [];
  const visible = new Set(vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()));
  const shown = translations.filter((one) => visible.has(one.uri.toString()));
  const choices = (shown.length > 0 ? shown : translations).map((one) => ({
    label: languageName(one.locale ?? ''),
    description: vscode.workspace.asRelativePath(one.uri),
    uri: one.uri,
  }));
  const chosen =
    choices.length < 2
      ? choices[0]
      : await vscode.window.showQuickPick(choices, { placeHolder: 'For which language?' });
  const review = chosen && (await reviews.reviewOf(chosen.uri));
  return review && { review, isSource: true };
}

/** How the other side has the words, where the aligned texts tell. @param at in the file of the side that they are from */
function guessOther({ context }: Review, isSource: boolean, words: string, at: number): string | undefined {
  const { source, target, alignment } = context;
  const pairs = alignment.units
    .filter(({ state }) => state === 'translated' || state === 'moved')
    .map((unit): TextPair & { unit: typeof unit } => {
      const textOf = (issue: Issue, blocks: typeof unit.source): string =>
        blocks.map((block) => plainText(innerMarkdown(issue, block))).join(' ');
      const [own, other] = [textOf(source, unit.source), textOf(target, unit.target)];
      return isSource ? { source: own, target: other, unit } : { source: other, target: own, unit };
    });
  const here = pairs.find(({ unit }) =>
    (isSource ? unit.source : unit.target).some(({ span }) => span.start <= at && at <= span.end),
  );
  return here && guessRendering(words, here, pairs);
}

async function ask(words: string, language: string, guess: string | undefined): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Add to Glossary',
    prompt: `“${words}” in ${language}. The same words mean that it stays as it is in every language.`,
    ...(guess !== undefined && { value: guess }),
    validateInput: (value) => (value.length > longestTerm ? 'This is too long for a term.' : undefined),
  });
}

/** As one step of undo in the settings file, which is saved unless somebody was writing in it. */
async function write(added: TermToAdd, post: vscode.Uri, { settings }: Services): Promise<boolean> {
  const uri = await settings.homeFor(post);
  if (!uri) return false;
  // The very text that is changed: what the settings were read from may be older.
  const document = (await fileExists(uri)) ? await vscode.workspace.openTextDocument(uri) : undefined;
  const before = document?.getText();
  const text = withTerm(before, added);
  if (text === undefined) {
    void vscode.window.showErrorMessage(`${settingsFileName} cannot be read. Mend it first; nothing was changed.`);
    return false;
  }
  const wasDirty = document?.isDirty ?? false;
  if (before === undefined) {
    if (!(await createPost(uri, text))) return false;
  } else {
    const outcome = await applyEdits(uri, before, editsBetween(before, text));
    if (outcome !== 'applied') {
      sayNotDone(uri, outcome);
      return false;
    }
    if (!wasDirty) await save(uri);
  }
  vscode.window.setStatusBarMessage(
    `Facing Pages: “${inertWords(added.term)}” is “${inertWords(added.rendering)}” in the glossary now.`,
    5000,
  );
  return true;
}
