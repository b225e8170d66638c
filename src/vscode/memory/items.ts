// The entries of the completion list.
import * as vscode from 'vscode';
import type { Unit } from '../../core/align/alignment.js';
import { plainText } from '../../core/memory/inner.js';
import type { Offer } from '../../core/memory/offers.js';
import type { SourcePart } from '../../core/memory/parts.js';
import type { Typed } from '../../core/memory/typed.js';
import type { GlossaryTerm } from '../../core/project/rules.js';
import { codeBlock } from '../../core/view/escapeMarkdown.js';
import { inertMarkdown } from '../inertMarkdown.js';
import type { PlaceToWrite } from './placeToWrite.js';
import { explained, whereFrom } from './words.js';

/** A label that is longer is cut, so that what stands behind it is seen: the pane beside the list has all of it. */
const longestLabel = 32;

/** An earlier translation. It takes the place of what was begun, and of all of a text that is still the source's. */
export function memoryItem(
  offer: Offer,
  unit: Unit,
  where: PlaceToWrite,
  document: vscode.TextDocument,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: shortened(plainText(offer.text)), description: `${offer.percent} % · ${whereFrom(offer)}` },
    vscode.CompletionItemKind.Text,
  );
  item.insertText = offer.text;
  item.detail = `Earlier translation, ${offer.percent} %`;
  item.documentation = explained(offer);
  const begun = offer.sentence === undefined ? where.begun : where.sentenceBegun;
  const isWhole = offer.sentence === undefined && unit.state === 'untranslated';
  const wanted = isWhole ? where.all : begun;
  // An item can replace a part of the cursor's line only; the rest goes as edits beside it.
  const own = wanted.intersection(document.lineAt(where.begun.end.line).range) ?? begun;
  const rest = [new vscode.Range(wanted.start, own.start), new vscode.Range(own.end, wanted.end)].filter(
    (range) => !range.isEmpty,
  );
  item.range =
    isWhole || rest.length > 0 || offer.sentence !== undefined || !where.all.isSingleLine
      ? own
      : { inserting: own, replacing: where.all };
  if (rest.length > 0) item.additionalTextEdits = rest.map((range) => vscode.TextEdit.delete(range));
  const range = item.range instanceof vscode.Range ? item.range : item.range.inserting;
  const typed = document.getText(new vscode.Range(range.start, where.begun.end));
  // Whatever was typed there is to be replaced: it must not sort the item out.
  item.filterText = typed.trim() === '' ? shortened(plainText(offer.text)) : typed;
  return item;
}

const partKinds: Readonly<Record<SourcePart['kind'], vscode.CompletionItemKind>> = {
  link: vscode.CompletionItemKind.Reference,
  image: vscode.CompletionItemKind.File,
  code: vscode.CompletionItemKind.Snippet,
  number: vscode.CompletionItemKind.Value,
};

/** A placeable of the source. A link's words stand selected, to be translated. @param range undefined for the word at the cursor */
export function partItem(
  part: SourcePart,
  typed: Typed['kind'],
  range: vscode.Range | undefined,
): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: shortened(part.label), description: part.isThere ? 'there already' : 'from the source' },
    partKinds[part.kind],
  );
  const isAddress = typed === 'address' && part.url !== undefined;
  item.insertText = isAddress ? part.url : part.kind === 'link' ? linkSnippet(part) : part.markdown;
  item.detail = isAddress ? `Address of “${part.label}”` : `The source’s ${part.kind}`;
  item.documentation = inertMarkdown(codeBlock(part.markdown, 'markdown'));
  if (range) {
    item.range = range;
    item.filterText =
      typed === 'link' ? `[${part.label}` : typed === 'code' ? part.markdown : `${part.url} ${part.label}`;
  }
  return item;
}

/** `[words](address)` or `[words][label]`, with the words selected; what is no such link stays as it is. */
function linkSnippet({ markdown }: SourcePart): vscode.SnippetString | string {
  const parts = /^\[([^[\]]*)\]([([][\s\S]*)$/.exec(markdown);
  if (!parts) return markdown;
  return new vscode.SnippetString().appendText('[').appendPlaceholder(parts[1]!).appendText(`]${parts[2]}`);
}

/** A rendering that the glossary wants. */
export function termItem(words: string, term: GlossaryTerm): vscode.CompletionItem {
  const item = new vscode.CompletionItem(
    { label: words, description: `glossary: ${term.term}` },
    vscode.CompletionItemKind.Keyword,
  );
  item.detail = term.keep ? 'The glossary keeps it as it is' : `The glossary’s word for “${term.term}”`;
  if (term.note !== undefined) item.documentation = term.note;
  return item;
}

function shortened(text: string): string {
  return text.length <= longestLabel ? text : `${text.slice(0, longestLabel - 1).trimEnd()}…`;
}
