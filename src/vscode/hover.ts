// Hovers: what the other text says where the mouse pointer is.
import * as vscode from 'vscode';
import { otherBlocks, unitAt } from '../core/align/counterpart.js';
import { languageName } from '../core/language/locale.js';
import { counterpartText } from '../core/view/counterpartText.js';
import { escapeMarkdown } from '../core/view/escapeMarkdown.js';
import { showsHover } from './editorSettings.js';
import { facingsOf, inFile, inIssue, type Facing } from './facing.js';
import { inertMarkdown } from './inertMarkdown.js';
import { placeArgument } from './places.js';
import type { Services } from './services.js';

/** The commands that a hover may call; the text of a post may call none. */
const enabledCommands = ['facingPages.goToCounterpart', 'facingPages.peekCounterpart'] as const;

/** More translations than this, open at once, do not fit into one hover. */
const mostTexts = 3;

/** Answers what stands opposite a place of a document. */
export function counterpartHovers({ reviews, log }: Services) {
  return async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> => {
    if (!showsHover(document)) return undefined;
    try {
      const facings = (await facingsOf(document.uri, reviews))
        .filter(({ here }) => here.text === document.getText())
        .slice(0, mostTexts);
      if (token.isCancellationRequested) return undefined;
      const found = facings.flatMap((facing) => hoverOf(facing, position) ?? []);
      const [first] = found;
      return (
        first &&
        new vscode.Hover(
          found.flatMap(({ contents }) => contents),
          first.range,
        )
      );
    } catch (error) {
      log.error('The counterpart could not be shown.', error instanceof Error ? error : String(error));
      return undefined;
    }
  };
}

interface Found {
  readonly contents: readonly vscode.MarkdownString[];
  readonly range: vscode.Range;
}

function hoverOf({ side, here, there, thereLocale, context }: Facing, position: vscode.Position): Found | undefined {
  const at = unitAt(context, side, inIssue(here, position));
  if (!at) return undefined;
  const blocks = otherBlocks(at.unit, side);
  const range = inFile(here, at.block.span);
  const language = escapeMarkdown(thereLocale === undefined ? 'The other text' : languageName(thereLocale));
  if (blocks.length === 0)
    return {
      contents: [inertMarkdown(side === 'source' ? `${language}: *missing*` : `${language}: *not there*`)],
      range,
    };
  return { contents: [head(language, here.uri, position), inertMarkdown(counterpartText(there.issue, blocks))], range };
}

/** Our own words, with links to commands. @param language escaped */
function head(language: string, uri: vscode.Uri, position: vscode.Position): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([placeArgument(uri, position)]));
  const [go, peek] = enabledCommands;
  const text = inertMarkdown(
    `${language} · [Go to Counterpart](command:${go}?${argument}) · [Peek](command:${peek}?${argument})`,
  );
  text.isTrusted = { enabledCommands };
  return text;
}
