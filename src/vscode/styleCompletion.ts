// Completion in a newsletter's own style: sections, items, pictures with their source lines; fields of the front matter.
import * as vscode from 'vscode';
import type { Issue } from '../core/model.js';
import { occasionOf, alikeOf } from '../core/series/series.js';
import { issuesToRead } from '../core/series/nextIssue.js';
import type { Member } from '../core/series/frontMatter.js';
import { fieldHabits } from '../core/series/fields.js';
import { learnStyle } from '../core/series/style.js';
import { templateText, type Template } from '../core/series/template.js';
import { codeBlock } from '../core/view/escapeMarkdown.js';
import { offersFrontMatter, offersStyle } from './completionSettings.js';
import { fieldCompletions } from './fieldCompletion.js';
import { inertMarkdown } from './inertMarkdown.js';
import { postsOf } from './postOf.js';
import type { Post } from './posts.js';
import { offsetAt } from './ranges.js';
import type { Services } from './services.js';

/** Offers what the newsletter's other issues show, where it is asked for. */
export function styleCompletions(services: Services) {
  return async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionItem[]> => {
    if (!(offersStyle() || offersFrontMatter())) return [];
    const before = document.lineAt(position).text.slice(0, position.character);
    const place =
      (await services.index.placeOf(document.uri)) && !token.isCancellationRequested
        ? await services.posts.ofDocument(document)
        : undefined;
    if (!place || token.isCancellationRequested) return [];
    const inFrontMatter = isInFrontMatter(place, document, position);
    if (
      inFrontMatter
        ? !offersFrontMatter()
        : !offersStyle() || !lineStart.test(before) || isInCode(place, document, position)
    )
      return [];
    const members = await membersBeside(place, services, token);
    if (members.length === 0 || token.isCancellationRequested) return [];
    if (inFrontMatter) {
      const { rules } = await services.settings.of(document.uri);
      return fieldCompletions(
        document,
        position,
        place.issue,
        fieldHabits(members, occasionOf(place.facts), rules.fields),
        members.length,
      );
    }
    return itemsOf(
      place.issue,
      members.map(({ issue }) => issue),
      position,
      before,
    );
  };
}

/** A line on which nothing stands but a word that somebody begins. */
const lineStart = /^[ \t]{0,3}(?:#{1,6}[ \t]*)?[\p{L}\p{N}_-]{0,30}$/u;

function isInFrontMatter({ issue, lines }: Post, document: vscode.TextDocument, position: vscode.Position): boolean {
  const span = issue.frontMatter?.contentSpan;
  const at = offsetAt(lines, position);
  return (
    span !== undefined &&
    position.line > 0 &&
    document.lineAt(position).text.trim() !== '---' &&
    span.start <= at &&
    at <= span.end + 1
  );
}

function isInCode({ issue, lines }: Post, _document: vscode.TextDocument, position: vscode.Position): boolean {
  const at = offsetAt(lines, position);
  return issue.blocks.some(({ kind, span }) => kind === 'code' && span.start < at && at <= span.end);
}

/** The issues that are written as this one is, as far as they can be read. */
async function membersBeside(
  { uri, facts: own }: Post,
  services: Services,
  token: vscode.CancellationToken,
): Promise<Member[]> {
  const members: Member[] = [];
  const alike = alikeOf(await services.index.pairingAround(uri), own.path);
  for await (const { facts, post } of postsOf(issuesToRead(alike), uri, services)) {
    if (token.isCancellationRequested) return [];
    if (!post.issue.damage) members.push({ issue: post.issue, occasion: occasionOf(facts) });
  }
  return members;
}

function itemsOf(
  own: Issue,
  issues: readonly Issue[],
  position: vscode.Position,
  before: string,
): vscode.CompletionItem[] {
  const { section, item, picture, headings } = learnStyle(issues);
  const range = new vscode.Range(position.line, /^[ \t]*/.exec(before)![0].length, position.line, position.character);
  const items: vscode.CompletionItem[] = [];
  const offer = (label: string, words: string, template: Template | undefined): void => {
    if (!template) return;
    const completion = new vscode.CompletionItem(
      { label, description: 'as in the other issues' },
      vscode.CompletionItemKind.Snippet,
    );
    completion.insertText = snippetOf(template);
    completion.filterText = words;
    completion.documentation = inertMarkdown(codeBlock(templateText(template).trim(), 'markdown'));
    completion.range = range;
    completion.sortText = `0${items.length}`;
    items.push(completion);
  };
  if (!before.includes('#')) {
    offer('Item', 'item story title', item);
    offer('Picture', 'picture image source', picture);
  }
  offer('Section', '# section heading', section);
  const there = new Set(
    own.blocks.filter(({ kind }) => kind === 'heading').map(({ span }) => own.text.slice(span.start, span.end)),
  );
  for (const heading of headings) {
    if (there.has(heading)) continue;
    const completion = new vscode.CompletionItem(
      { label: heading, description: 'a section of the other issues' },
      vscode.CompletionItemKind.Struct,
    );
    completion.range = range;
    completion.filterText = heading;
    completion.sortText = `1${String(items.length).padStart(3, '0')}`;
    items.push(completion);
  }
  return items;
}

/** The editor's notation of a template. The hole without a default is where the cursor goes in the end. */
function snippetOf(template: Template): vscode.SnippetString {
  const snippet = new vscode.SnippetString();
  for (const part of template) {
    if (typeof part === 'string') snippet.appendText(part);
    else if (part.hole === '') snippet.appendTabstop(0);
    else snippet.appendPlaceholder(part.hole);
  }
  return snippet;
}
