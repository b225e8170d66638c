// While one types: how an earlier translation goes on, as ghost text.
import * as vscode from 'vscode';
import { offersFor } from '../../core/memory/offers.js';
import { writingPlace } from '../../core/memory/place.js';
import { offsetAt } from '../ranges.js';
import type { Services } from '../services.js';
import { wait } from '../timing.js';
import { placeToWrite } from './placeToWrite.js';
import { writingHelp } from './settings.js';

/** Only what is nearly the same is put before somebody who did not ask. */
const leastPercent = 85;
/** After the last key; checking an issue on every one of them would be too much. In milliseconds. */
const quietTime = 250;
/** Brackets and marks that the editor closes by itself: what is put in has its own. */
const closed = /^[\])}>"'*_`\s]*$/;

/** Answers the ghost text for a place of a translation. */
export function memoryInline({ reviews, memories }: Services) {
  return async (
    document: vscode.TextDocument,
    position: vscode.Position,
    { triggerKind }: vscode.InlineCompletionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.InlineCompletionItem[] | undefined> => {
    if (!writingHelp().inline) return undefined;
    const behind = document.lineAt(position.line).text.slice(position.character);
    if (!closed.test(behind)) return undefined;
    const isAsked = triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
    if (!isAsked) await wait(quietTime);
    if (token.isCancellationRequested) return undefined;
    const checked = await reviews.glance(document.uri);
    if (!checked?.review || checked.post.version !== document.version || checked.post.issue.damage) return undefined;
    const place = writingPlace(checked.review.context, offsetAt(checked.post.lines, position));
    const where = placeToWrite(checked.post, place.block, document, position);
    const begun = [document.getText(where.begun), document.getText(where.sentenceBegun)] as const;
    // Where nothing was begun nobody has said yet what is to be written.
    if (place.units.length === 0 || (!isAsked && begun[0].trim() === '')) return undefined;
    const remembered = await (await memories.get()).of(checked.review);
    if (!remembered || token.isCancellationRequested) return undefined;
    const { context } = checked.review;
    return place.units
      .flatMap((unit) => offersFor(remembered.memory, context, unit, remembered.path))
      .flatMap(({ percent, text, sentence }) => {
        const typed = begun[sentence === undefined ? 0 : 1];
        const fits =
          percent >= leastPercent &&
          text.startsWith(typed) &&
          text.length > typed.length &&
          (sentence === undefined || sentence === where.sentence);
        const range = sentence === undefined ? where.begun : where.sentenceBegun;
        return fits
          ? [new vscode.InlineCompletionItem(text, range.with(undefined, position.translate(0, behind.length)))]
          : [];
      });
  };
}
