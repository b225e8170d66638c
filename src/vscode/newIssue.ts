// “New Issue…”: the next issue's file, with what all issues of the newsletter have, and the cursor where one begins to write.
import * as vscode from 'vscode';
import type { Issue } from '../core/model.js';
import type { PostFacts } from '../core/pair/pairing.js';
import { dayOf } from '../core/series/calendar.js';
import { issuesToRead, nextDay, nextNumber, startIssue } from '../core/series/nextIssue.js';
import { seriesAt, seriesOf, type Series } from '../core/series/series.js';
import { indexLines } from '../core/text/span.js';
import { shownPath } from './applyEdits.js';
import { askedFor } from './askedFor.js';
import { fileExists } from './findPosts.js';
import { createPost, today, uriBeside } from './newPost.js';
import { postsOf } from './postOf.js';
import { positionAt } from './ranges.js';
import type { Services } from './services.js';

/** The command. It takes an issue and a date, asks for what it is not given, and answers the new file; undefined if there is none. */
export async function askAndMakeIssue(
  services: Services,
  argument?: unknown,
  date?: unknown,
): Promise<vscode.Uri | undefined> {
  const open = vscode.window.activeTextEditor?.document;
  // Beside what is in no folder yet there is no place for another file.
  const asked = askedFor(argument).uri ?? (open?.isUntitled ? undefined : open?.uri);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const near = asked ?? (folder && vscode.Uri.joinPath(folder, 'README.md'));
  const series = near && (await seriesNear(near, asked, services));
  const [last] = series ?? [];
  const beside = near && last && services.index.uriOf(last.path, near);
  if (!series || !last || !beside) {
    void vscode.window.showInformationMessage('No issue of a newsletter was found here that a new one could follow.');
    return undefined;
  }
  const due = nextDay(series, today());
  const day = due === undefined ? undefined : typeof date === 'string' ? date : await askDate(due, series);
  if (due !== undefined && day === undefined) return undefined;
  return make(series, beside, day, services);
}

/** The series of the file that was asked for; else the only one there is, or the one that is picked. */
async function seriesNear(
  near: vscode.Uri,
  asked: vscode.Uri | undefined,
  { index }: Services,
): Promise<Series | undefined> {
  const place = asked && (await index.placeOf(asked));
  const pairing = await index.pairingAround(near);
  const own = place && seriesAt(pairing, place.facts.path);
  if (own) return own;
  const all = seriesOf(pairing);
  if (all.length < 2) return all[0];
  const items = all.map((series) => ({
    label: series[0]!.title || series[0]!.path,
    description: series[0]!.path,
    detail: series.length === 1 ? 'one issue' : `${series.length} issues`,
    series,
  }));
  return (
    await vscode.window.showQuickPick(items, {
      title: 'New Issue',
      placeHolder: 'After which one?',
      matchOnDescription: true,
    })
  )?.series;
}

async function askDate(due: string, series: Series): Promise<string | undefined> {
  const number = nextNumber(series);
  return vscode.window
    .showInputBox({
      title: number === undefined ? 'New Issue' : `New Issue, Number ${number}`,
      prompt: `The day of the issue. The last one was of ${series[0]!.date ?? 'no day that is known'}.`,
      value: due,
      valueSelection: [due.length, due.length],
      validateInput: (value) => (dayOf(value.trim()) === undefined ? 'A date such as 2026-03-08.' : undefined),
    })
    .then((value) => value?.trim());
}

async function make(
  series: Series,
  beside: vscode.Uri,
  day: string | undefined,
  services: Services,
): Promise<vscode.Uri | undefined> {
  const read: { facts: PostFacts; issue: Issue }[] = [];
  for await (const { facts, post } of postsOf(issuesToRead(series), beside, services))
    read.push({ facts, issue: post.issue });
  const made = startIssue(series, read, day);
  const target = uriBeside(beside, series[0]!.path, made.path);
  if (await fileExists(target)) {
    await vscode.window.showTextDocument(target, { preview: false });
    void vscode.window.showInformationMessage(`${shownPath(target)} is there already. Nothing was changed.`);
    return target;
  }
  if (!(await createPost(target, made.text))) return undefined;
  const cursor = positionAt(indexLines(made.text), made.cursor);
  await vscode.window.showTextDocument(target, { preview: false, selection: new vscode.Range(cursor, cursor) });
  return target;
}
