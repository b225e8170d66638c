// What VS Code asks while somebody writes: hovers, the light bulb, completions. Registered at once, loaded when first asked.
import * as vscode from 'vscode';
import { fixAllKind, updateKind } from './codeActionKinds.js';
import { isPostDocument } from './documents.js';
import { Later } from './later.js';
import type { Services } from './services.js';

const markdown: vscode.DocumentSelector = { language: 'markdown' };

/** Behind these the list opens by itself. The file names that VS Code offers in links open behind others. */
const completionTriggers = ['[', '(', '`'];

/** Registers all of them. One that is asked while the rest of the extension is loaded waits for it. */
export function registerProviders(services: Later<Services>): vscode.Disposable {
  const { languages } = vscode;
  const { QuickFix } = vscode.CodeActionKind;
  const from = <Asked extends readonly unknown[], Answer>(
    load: () => Promise<(services: Services) => (document: vscode.TextDocument, ...asked: Asked) => Promise<Answer>>,
  ) => forPosts(new Later(async () => (await load())(await services.get())));
  return vscode.Disposable.from(
    languages.registerCodeActionsProvider(
      markdown,
      { provideCodeActions: from(async () => (await import('./parts/reading.js')).fixes) },
      { providedCodeActionKinds: [QuickFix, fixAllKind] },
    ),
    languages.registerCodeActionsProvider(
      markdown,
      { provideCodeActions: from(async () => (await import('./parts/reading.js')).updates) },
      { providedCodeActionKinds: [updateKind] },
    ),
    languages.registerHoverProvider(markdown, {
      provideHover: from(async () => (await import('./parts/reading.js')).counterpartHovers),
    }),
    languages.registerHoverProvider(markdown, {
      provideHover: from(async () => (await import('./parts/reading.js')).glossaryHovers),
    }),
    languages.registerCompletionItemProvider(markdown, {
      provideCompletionItems: from(async () => (await import('./parts/series.js')).styleCompletions),
    }),
    languages.registerCompletionItemProvider(
      markdown,
      { provideCompletionItems: from(async () => (await import('./parts/memory.js')).memoryCompletions) },
      ...completionTriggers,
    ),
    languages.registerInlineCompletionItemProvider(markdown, {
      provideInlineCompletionItems: from(async () => (await import('./parts/memory.js')).memoryInline),
    }),
  );
}

/** Answers nothing, and loads nothing, for documents that are none of ours: old versions shown by git, notebooks' cells. */
function forPosts<Asked extends readonly unknown[], Answer>(
  provide: Later<(document: vscode.TextDocument, ...asked: Asked) => Promise<Answer>>,
) {
  return async (document: vscode.TextDocument, ...asked: Asked): Promise<Answer | undefined> => {
    if (!isPostDocument(document)) return undefined;
    const { version } = document;
    const answer = await provide.get();
    // Of an edit that came meanwhile VS Code asks anew; the place that it asked about then may be no more.
    return document.version === version ? answer(document, ...asked) : undefined;
  };
}
