// Reads and aligns a pair of posts without keeping anything of it: there are many, and each is needed once.
import type * as vscode from 'vscode';
import type { PairContext } from '../../core/checks/check.js';
import { pairContext } from '../../core/checks/run.js';
import { parseIssue } from '../../core/parse/issue.js';
import { readText } from '../posts.js';

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
export async function readPair(
  source: File,
  target: File,
  ready: () => Promise<void>,
): Promise<PairContext | undefined> {
  const texts = [await readText(source.uri), await readText(target.uri)];
  const [from, to] = texts;
  if (from === undefined || to === undefined) return undefined;
  await ready();
  const fromIssue = parseIssue(from);
  await ready();
  const toIssue = parseIssue(to);
  await ready();
  return pairContext(fromIssue, toIssue, { source: source.locale, target: target.locale });
}
