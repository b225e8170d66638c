// Reads and aligns a pair of posts without keeping anything of it: there are many, and each is needed once.
import * as vscode from 'vscode';
import type { PairContext } from '../../core/checks/check.js';
import { pairContext } from '../../core/checks/run.js';
import { parseIssue } from '../../core/parse/issue.js';
import { openDocument, sizeLimit } from '../documents.js';

interface File {
  readonly uri: vscode.Uri;
  readonly locale: string | undefined;
}

/**
 * Unsaved edits included.
 *
 * @param ready awaited before each step, so that others get their turn
 * @returns undefined if one of the two cannot be read
 */
export async function readPair(source: File, target: File, ready: () => Promise<void>): Promise<PairContext | undefined> {
  const texts = [await textOf(source.uri), await textOf(target.uri)];
  const [from, to] = texts;
  if (from === undefined || to === undefined) return undefined;
  await ready();
  const fromIssue = parseIssue(from);
  await ready();
  const toIssue = parseIssue(to);
  await ready();
  return pairContext(fromIssue, toIssue, { source: source.locale, target: target.locale });
}

async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri)?.getText();
  if (open !== undefined) return open.length <= sizeLimit ? open : undefined;
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    const text = bytes.length <= sizeLimit ? new TextDecoder('utf-8').decode(bytes) : '\0';
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
