// Writing in the panel: what is edited in a row, and how it gets into the file.
import type * as vscode from 'vscode';
import { insertMissing } from '../../core/checks/fixAll.js';
import { writeEdits, writingOf } from '../../core/view/writing.js';
import type { HostMessage } from '../../protocol/messages.js';
import { editsBetween } from '../editsBetween.js';
import type { Content } from './content.js';
import { applyNow } from './fix.js';
import type { FacingModel } from './model.js';

/** What the page is told when somebody wants to write in the row `key`. */
export function beginWriting(content: Content, key: string): HostMessage {
  const subject = content.subjects.get(key);
  const writing = subject && writingOf(content.review.context, subject);
  return writing ? { type: 'writing', key, ...writing } : { type: 'refused', translation: content.state.target.id, key, now: undefined };
}

/**
 * Saves what was written in a row, as one step of undo, unless the file says something else there meanwhile.
 *
 * @param contentNow what the panel shows of the document as it stands; undefined if it is not known yet
 */
export async function saveWriting(uri: vscode.Uri, { key, was, text }: { readonly key: string; readonly was: string; readonly text: string }, contentNow: (document: vscode.TextDocument) => Promise<Content | undefined>): Promise<HostMessage> {
  const row = { translation: uri.toString(), key };
  let answer: HostMessage = { type: 'refused', ...row, now: undefined };
  await applyNow(uri, async (document) => {
    const content = await contentNow(document);
    const subject = content?.subjects.get(key);
    const edits = content && subject && writeEdits(content.review.context, subject, was, text);
    if (!edits) return undefined;
    if ('now' in edits) {
      answer = { type: 'refused', ...row, now: edits.now };
      return undefined;
    }
    answer = { type: 'written', ...row };
    return edits;
  });
  return answer;
}

/** Inserts everything that is missing, in the source's words, as one step of undo. @returns how many insertions were made */
export async function insertAllMissing(uri: vscode.Uri, model: FacingModel): Promise<number> {
  let inserted = 0;
  await applyNow(uri, async (document) => {
    const { version } = document;
    const before = document.getText();
    const check = await model.checkerOf(uri);
    if (!check || document.version !== version) return undefined;
    const { text, fixed } = insertMissing(before, check);
    inserted = fixed.length;
    return editsBetween(before, text);
  });
  return inserted;
}
