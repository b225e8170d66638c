// Markdown that hovers and lists show: it calls no command and has no HTML and no icons.
import * as vscode from 'vscode';

/**
 * The only place that makes a `MarkdownString`.
 *
 * @param markdown our own words; text of a file in it went through `safeMarkdown`, `escapeMarkdown`, `codeSpan` or `codeBlock`,
 * since VS Code loads the pictures of any Markdown
 */
export function inertMarkdown(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown, false);
  text.isTrusted = false;
  text.supportHtml = false;
  return text;
}
