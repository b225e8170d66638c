// Lines above the headings of a translation: how far the section is, and the way to what is next to do.
import * as vscode from 'vscode';
import { sectionProgress, type SectionProgress } from '../core/view/sectionProgress.js';
import { isPostDocument } from './documents.js';
import { showsCodeLens } from './editorSettings.js';
import { inFile } from './facing.js';
import { placeArgument } from './places.js';
import type { Post } from './posts.js';
import type { Services } from './services.js';
import { Debounced, wait } from './timing.js';

/** Until typing has paused for so long nothing is worked out, in milliseconds. */
const quietTime = 500;

export function registerCodeLens({ reviews, log, onSettingsChange }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const soon = new Debounced(() => changed.fire(), quietTime);
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!isPostDocument(document) || !showsCodeLens(document)) return [];
      try {
        if (document.isDirty && !(await isQuiet(token))) return [];
        const checked = await reviews.glance(document.uri);
        if (!checked?.review || token.isCancellationRequested) return [];
        return sectionProgress(checked.review.context.alignment).flatMap((section) => lensesOf(section, checked.post));
      } catch (error) {
        log.error('The sections’ progress could not be shown.', error instanceof Error ? error : String(error));
        return [];
      }
    },
  };
  const again = (): void => soon.trigger();
  return vscode.Disposable.from(
    changed,
    soon,
    vscode.languages.registerCodeLensProvider({ language: 'markdown' }, provider),
    reviews.onDidChange(again),
    onSettingsChange(again),
  );
}

/** Waits for a pause in typing; false if typing went on, and VS Code asks again. */
async function isQuiet(token: vscode.CancellationToken): Promise<boolean> {
  await wait(quietTime);
  return !token.isCancellationRequested;
}

function lensesOf({ heading, progress: { done, of }, next }: SectionProgress, post: Post): vscode.CodeLens[] {
  const range = inFile(post, { start: heading.span.start, end: heading.span.start });
  const title = done < of ? `${done} of ${of} translated` : `${of === 1 ? '' : `all ${of} `}translated`;
  const open: vscode.Command = {
    title,
    tooltip: 'Open side by side here',
    command: 'facingPages.openSideBySide',
    arguments: [placeArgument(post.uri, range.start)],
  };
  const lenses = [new vscode.CodeLens(range, open)];
  if (next === undefined) return lenses;
  const place = inFile(post, { start: next, end: next }).start;
  return [
    ...lenses,
    new vscode.CodeLens(range, {
      title: 'next to do',
      tooltip: 'Go to the next text of this section that is to be translated',
      command: 'facingPages.nextToDo',
      arguments: [placeArgument(post.uri, place)],
    }),
  ];
}
