// Completion in the front matter: the fields that the newsletter's other issues have, and what they say in them.
import * as vscode from 'vscode';
import type { Issue } from '../core/model.js';
import type { FieldHabit } from '../core/series/fields.js';
import { fieldPlace } from '../core/series/fieldPlace.js';
import { isUsual } from '../core/series/usual.js';

/** What fits at a place in the front matter of `issue`. @param count of the issues that `habits` were learnt from */
export function fieldCompletions(
  document: vscode.TextDocument,
  position: vscode.Position,
  issue: Issue,
  habits: readonly FieldHabit[],
  count: number,
): vscode.CompletionItem[] {
  if (issue.frontMatter?.format === 'toml') return []; // what is offered is YAML
  const lines = Array.from({ length: position.line }, (_, i) => document.lineAt(i + 1).text);
  const place = fieldPlace(lines, position.character);
  if (!place) return [];
  const range = new vscode.Range(position.line, place.start, position.line, position.character);
  if (place.at === 'name') return names(issue, habits, place.parent, range, count);
  const habit = habits.find(({ path }) => path === place.path);
  if (!habit || (habit.isList && !place.isEntry)) return [];
  const whole = new vscode.Range(range.start, place.isEntry ? range.end : document.lineAt(position).range.end);
  return habit.values.map(({ yaml, times }, i) => {
    const item = new vscode.CompletionItem(
      { label: yaml, description: inIssues(times) },
      vscode.CompletionItemKind.Value,
    );
    item.range = { inserting: range, replacing: whole };
    item.sortText = String(i).padStart(3, '0');
    return item;
  });
}

function names(
  issue: Issue,
  habits: readonly FieldHabit[],
  parent: string,
  range: vscode.Range,
  count: number,
): vscode.CompletionItem[] {
  const there = new Set(issue.frontMatter?.fields.map(({ path }) => path));
  const indent = ' '.repeat(range.start.character);
  const fitting = habits.filter(
    ({ path, times }) =>
      path.startsWith(parent) &&
      !path.slice(parent.length).includes('.') &&
      !there.has(path) &&
      times >= Math.min(2, count),
  );
  return fitting.map((habit, i) => {
    const name = habit.path.slice(parent.length);
    const children = habits.filter(
      ({ path }) => path.startsWith(`${habit.path}.`) && !path.slice(habit.path.length + 1).includes('.'),
    );
    const item = new vscode.CompletionItem(
      { label: name, description: inIssues(habit.times) },
      vscode.CompletionItemKind.Property,
    );
    const snippet = new vscode.SnippetString().appendText(`${name}:`);
    if (children.length === 0) value(snippet.appendText(' '), habit);
    for (const child of children)
      value(snippet.appendText(`\n${indent}  ${child.path.slice(habit.path.length + 1)}: `), child);
    item.insertText = snippet;
    item.range = range;
    item.sortText = String(i).padStart(3, '0');
    return item;
  });
}

/** The usual value to begin with, where there is one. */
function value(snippet: vscode.SnippetString, { values, isList, times }: FieldHabit): void {
  const [usual] = values;
  const text = usual && isUsual(usual.times, times) ? usual.yaml : '';
  if (isList) snippet.appendText('[').appendPlaceholder(text).appendText(']');
  else snippet.appendPlaceholder(text);
}

function inIssues(times: number): string {
  return times === 1 ? 'in one other issue' : `in ${times} other issues`;
}
