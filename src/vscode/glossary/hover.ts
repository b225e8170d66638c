// A hover on a term of the project's glossary: how it is rendered, and how not.
import * as vscode from 'vscode';
import { readable } from '../../core/checks/support/readable.js';
import { termsIn } from '../../core/glossary/terms.js';
import { languageName } from '../../core/language/locale.js';
import type { GlossaryTerm } from '../../core/project/rules.js';
import { escapeMarkdown } from '../../core/view/escapeMarkdown.js';
import { inertMarkdown } from '../inertMarkdown.js';
import { offsetAt, rangeOf } from '../ranges.js';
import type { Services } from '../services.js';

const section = 'facingPages';

/** Answers what the glossary says of the term at a place of a document. */
export function glossaryHovers({ reviews, settings }: Services) {
  return async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> => {
    if (vscode.workspace.getConfiguration(section, document).get<unknown>('glossary.hover') === false) return undefined;
    const { rules } = await settings.of(document.uri);
    if (rules.glossary.length === 0) return undefined;
    const checked = await reviews.glance(document.uri);
    if (
      !checked ||
      checked.post.version !== document.version ||
      checked.post.issue.damage ||
      token.isCancellationRequested
    )
      return undefined;
    const { issue, lines } = checked.post;
    const at = offsetAt(lines, position);
    const block = issue.blocks.find(({ span }) => span.start <= at && at <= span.end);
    if (!block) return undefined;
    const { text, place } = readable(issue, block);
    // In a source the terms stand as they are; in a translation their renderings do, too.
    const locale = checked.place.translation ? checked.place.facts.locale : undefined;
    const here = termsIn(text, rules.glossary, locale)
      .map(({ term, start, end }) => ({ term, span: place({ start, end }) }))
      .find(({ span }) => span.start <= at && at <= span.end);
    return here && new vscode.Hover(told(here.term), rangeOf(lines, here.span));
  };
}

/** What the glossary says of a term, for people. */
function told({ term, keep, translations, avoid, note }: GlossaryTerm): vscode.MarkdownString {
  const line = (label: string, words: readonly string[]): string =>
    `- ${escapeMarkdown(`${label}: ${words.join(', ')}`)}`;
  const lines = [
    ...Object.entries(translations).map(([locale, words]) => line(languageName(locale), words)),
    ...Object.entries(avoid).map(([locale, words]) => line(`${languageName(locale)}, not`, words)),
  ];
  const parts = [
    `**${escapeMarkdown(term)}** (glossary)${keep ? ': stays as it is' : ''}`,
    lines.join('\n'),
    note === undefined ? '' : escapeMarkdown(note).trim(),
  ];
  return inertMarkdown(parts.filter((part) => part !== '').join('\n\n'));
}
