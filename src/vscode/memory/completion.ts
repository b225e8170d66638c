// Completion in a translation: what was translated before, and what the source's unit has to be put in.
import * as vscode from 'vscode';
import { termsIn, forLocale } from '../../core/glossary/terms.js';
import { offersFor } from '../../core/memory/offers.js';
import { partsOf } from '../../core/memory/parts.js';
import { writingPlace, type WritingPlace } from '../../core/memory/place.js';
import { typedAt, type Typed } from '../../core/memory/typed.js';
import type { ProjectRules } from '../../core/project/rules.js';
import type { Review } from '../panel/model.js';
import { offsetAt } from '../ranges.js';
import type { CheckedPost } from '../checking.js';
import type { Services } from '../services.js';
import { memoryItem, partItem, termItem } from './items.js';
import type { Memories } from './memories.js';
import { placeToWrite } from './placeToWrite.js';
import { writingHelp } from './settings.js';

/** Answers the list for a place of a translation. */
export function memoryCompletions({ reviews, settings, memories }: Services) {
  return async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    { triggerKind, triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList | undefined> => {
    const help = writingHelp();
    if (!(help.memory || help.source)) return undefined;
    const typed = typedAt(document.lineAt(position.line).text, position.character);
    // A bracket or backtick that begins nothing of ours is none of our business.
    if (triggerKind === vscode.CompletionTriggerKind.TriggerCharacter && typed.kind === 'words') return undefined;
    const checked = await reviews.glance(document.uri);
    if (
      !checked?.review ||
      checked.post.version !== document.version ||
      checked.post.issue.damage ||
      token.isCancellationRequested
    )
      return undefined;
    const place = writingPlace(checked.review.context, offsetAt(checked.post.lines, position));
    if (place.units.length === 0 || place.block?.kind === 'code') return undefined;
    const { rules } = await settings.of(document.uri);
    const items = help.source ? partItems(place, checked.review, rules, typed, position) : [];
    if (help.memory && typed.kind === 'words' && triggerCharacter === undefined)
      items.unshift(...(await memoryItems(place, checked, checked.review, document, position, await memories.get())));
    items.forEach((item, i) => (item.sortText = `!${String(i).padStart(3, '0')}`));
    // What fits changes with every letter, and not as letters of a label do.
    return token.isCancellationRequested ? undefined : new vscode.CompletionList(items, typed.kind === 'words');
  };
}

async function memoryItems(
  place: WritingPlace,
  checked: CheckedPost,
  review: Review,
  document: vscode.TextDocument,
  position: vscode.Position,
  memories: Memories,
): Promise<vscode.CompletionItem[]> {
  const remembered = await memories.of(review);
  if (!remembered || document.version !== checked.post.version) return [];
  const where = placeToWrite(checked.post, place.block, document, position);
  const offers = place.units.flatMap((unit) =>
    offersFor(remembered.memory, review.context, unit, remembered.path).map((offer) => ({ offer, unit })),
  );
  const fitting = offers.filter(({ offer }) => offer.sentence === undefined || offer.sentence === where.sentence);
  return fitting.map(({ offer, unit }) => memoryItem(offer, unit, where, document));
}

function partItems(
  { units, block }: WritingPlace,
  { context, target }: Review,
  { glossary }: ProjectRules,
  typed: Typed,
  { line }: vscode.Position,
): vscode.CompletionItem[] {
  const range = typed.kind === 'words' ? undefined : new vscode.Range(line, typed.start, line, typed.end);
  const there = block ? [block] : [];
  const parts = units.flatMap((unit) => partsOf(context.source, unit.source, [...unit.target, ...there]));
  const wanted = parts.filter(
    ({ kind, url }) =>
      typed.kind === 'words' || (typed.kind === 'address' ? url !== undefined && kind === 'link' : kind === typed.kind),
  );
  const items = wanted.map((part) => partItem(part, typed.kind, range));
  const { locale } = target;
  if (typed.kind !== 'words' || locale === undefined) return items;
  const terms = units.flatMap((unit) =>
    unit.source.flatMap(({ text }) => termsIn(text, glossary).map(({ term }) => term)),
  );
  return [
    ...items,
    ...[...new Set(terms)].flatMap((term) =>
      (term.keep ? [term.term] : forLocale(term.translations, locale)).map((words) => termItem(words, term)),
    ),
  ];
}
