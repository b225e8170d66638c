// The commands: which there are, and where what they do is loaded from when somebody first asks for it.
import * as vscode from 'vscode';
import type { PageAction } from '../protocol/messages.js';
import type { Later } from './later.js';
import type { Panels } from './panel/panels.js';
import type { Services } from './services.js';

/** Does what is asked. @param asked what a menu, a key, a link or another extension hands over */
type Command = (services: Services, ...asked: readonly unknown[]) => unknown;

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'facingPages.fixAll': async () => (await import('./parts/reading.js')).fixAll,
  'facingPages.goToCounterpart': async () => (await import('./parts/reading.js')).goToCounterpart,
  'facingPages.peekCounterpart': async () => (await import('./parts/reading.js')).peekCounterpart,
  'facingPages.nextToDo': async () => (await import('./parts/reading.js')).goToNextToDo,
  'facingPages.showPairing': async () => (await import('./parts/reading.js')).showPairing,
  'facingPages.stopReading': () => Promise.resolve(({ index }) => index.stopReading()),
  'facingPages.readAgain': () => Promise.resolve(({ index }) => index.forgetAll()),
  'facingPages.startTranslation': async () => (await import('./parts/series.js')).askAndStartTranslation,
  'facingPages.updateTranslation': async () => (await import('./parts/series.js')).askAndUpdateTranslation,
  'facingPages.markUpToDate': async () => (await import('./parts/reading.js')).markUpToDate,
  'facingPages.newIssue': async () => (await import('./parts/series.js')).askAndMakeIssue,
  'facingPages.addToGlossary': async () => (await import('./parts/reading.js')).addToGlossary,
  'facingPages.openSample': async () => (await import('./parts/reading.js')).openSample,
  'facingPages.openSideBySide': () =>
    Promise.resolve(async ({ panels }, argument) => (await panels.get()).open(argument)),
  'facingPages.panel.nextProblem': inPanel('nextProblem'),
  'facingPages.panel.previousProblem': inPanel('previousProblem'),
  'facingPages.panel.nextToDo': inPanel('nextToDo'),
  'facingPages.panel.previousToDo': inPanel('previousToDo'),
  'facingPages.panel.nextSection': inPanel('nextSection'),
  'facingPages.panel.previousSection': inPanel('previousSection'),
  'facingPages.panel.nextChanged': inPanel('nextChanged'),
  'facingPages.panel.previousChanged': inPanel('previousChanged'),
  'facingPages.panel.edit': inPanel('edit'),
  'facingPages.panel.copySource': inPanel('copySource'),
  'facingPages.panel.fix': inPanel('fix'),
  'facingPages.panel.fixRow': inPanel('fixRow'),
  'facingPages.panel.move': inPanel('move'),
  'facingPages.panel.intend': inPanel('intend'),
  'facingPages.panel.markUpToDate': inPanel('markUpToDate'),
  'facingPages.panel.reveal': inPanel('reveal'),
  'facingPages.panel.revealSource': inPanel('revealSource'),
  'facingPages.panel.search': inPanel('search'),
  'facingPages.panel.insertAll': ofPanel((panels) => panels.insertAll()),
  'facingPages.panel.chooseIssue': ofPanel((panels) => panels.chooseIssue()),
  'facingPages.panel.save': ofPanel((panels) => panels.save()),
};

/** Registers all of them. One that is called while the rest of the extension is loaded waits for it. */
export function registerCommands(services: Later<Services>): vscode.Disposable {
  const registered = Object.entries(commands).map(([id, load]) =>
    vscode.commands.registerCommand(id, async (...asked: unknown[]) => {
      const ready = await services.get();
      return (await load())(ready, ...asked);
    }),
  );
  return vscode.Disposable.from(...registered);
}

/** For the row that the panel's menu was opened on; from a key, for the one that is selected. */
function inPanel(action: PageAction): () => Promise<Command> {
  return ofPanel((panels, argument) => panels.act(action, argument));
}

/** Does nothing while there is no panel, and none about to come. */
function ofPanel(run: (panels: Panels, argument: unknown) => unknown): () => Promise<Command> {
  return () =>
    Promise.resolve(async ({ panels }, argument) => {
      const known = await panels.asked;
      return known && run(known, argument);
    });
}
