// Writing in the panel: what is edited in a row, and how it gets into the file.
import type * as vscode from 'vscode';
import { insertMissing } from '../../core/checks/fixAll.js';
import { writeEdits, writingOf } from '../../core/view/writing.js';
import type { HostMessage, Refusal } from '../../protocol/messages.js';
import { editsBetween } from '../editsBetween.js';
import type { Content } from './content.js';
import { applyNow, type Done } from './fix.js';
import type { FacingModel } from './model.js';

/** What the page is told when somebody wants to write in the row `key`. */
export function beginWriting(content: Content, key: string): HostMessage {
  const subject = content.subjects.get(key);
  const writing = subject && writingOf(content.review.context, subject);
  const row = { translation: content.state.target.id, key };
  return writing ? { type: 'writing', ...row, ...writing } : { type: 'refused', ...row, why: { kind: 'gone' } };
}

/**
 * Saves what was written in a row, as one step of undo, unless the file says something else there meanwhile. The page
 * keeps its draft until it is told `written`, and that it is told only of what VS Code says is in the file.
 *
 * @param contentNow what the panel shows of the document as it stands; undefined if somebody is typing in it, or it is no translation any more
 */
export async function saveWriting(
  uri: vscode.Uri,
  { key, was, text }: { readonly key: string; readonly was: string; readonly text: string },
  contentNow: (document: vscode.TextDocument) => Promise<Content | undefined>,
): Promise<HostMessage> {
  const row = { translation: uri.toString(), key };
  const refused = (why: Refusal): HostMessage => ({ type: 'refused', ...row, why });
  const written: HostMessage = { type: 'written', ...row, text };
  /** What it comes to if there is nothing to edit. */
  let answer = refused({ kind: 'gone' });
  const { outcome } = await applyNow(uri, async (document) => {
    const content = await contentNow(document);
    if (!content) return 'changed';
    const subject = content.subjects.get(key);
    const edits = subject && writeEdits(content.review.context, subject, was, text);
    if (edits === undefined) answer = refused({ kind: 'gone' });
    else if (edits === 'done') answer = written;
    else if (edits === 'empty') answer = refused({ kind: 'empty' });
    else if ('now' in edits) answer = refused({ kind: 'changed', now: edits.now });
    else return edits;
    return undefined;
  });
  if (outcome === 'applied') return written;
  return outcome === 'none' ? answer : refused({ kind: outcome === 'changed' ? 'busy' : 'not-applied' });
}

/** Inserts everything that is missing, in the source's words, as one step of undo. @returns how many insertions were made, and what became of them */
export async function insertAllMissing(
  uri: vscode.Uri,
  model: FacingModel,
): Promise<Done & { readonly inserted: number }> {
  let inserted = 0;
  const done = await applyNow(uri, async (document) => {
    const { version } = document;
    const before = document.getText();
    const check = await model.checkerOf(uri);
    if (!check) return undefined;
    if (document.version !== version) return 'changed';
    const { text, fixed } = insertMissing(before, check);
    inserted = fixed.length;
    return editsBetween(before, text);
  });
  return { ...done, inserted: done.outcome === 'applied' ? inserted : 0 };
}
