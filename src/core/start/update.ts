// Updating a translation: what its source has gained since comes in, where it belongs.
import { insertMissing } from '../checks/fixAll.js';
import type { Issue } from '../model.js';
import type { Problem } from '../problem.js';
import type { Recurring } from './recurring.js';

/** A translation with what it lacked. */
export interface Updated {
  readonly text: string;
  /** How many of each were inserted. */
  readonly sections: number;
  readonly items: number;
  /** Pictures and single paragraphs, titles, captions… */
  readonly blocks: number;
  /** How many of all inserted blocks came translated, because earlier issues have them. */
  readonly known: number;
}

/**
 * Inserts what is missing.
 *
 * @param source the issue that is translated
 * @param problemsOf the problems of a state of the translation's text, with `known` as the context's; spans count in it
 */
export function updateTranslation(text: string, source: Issue, known: Recurring, problemsOf: (text: string) => readonly Problem[]): Updated {
  const { text: updated, fixed } = insertMissing(text, problemsOf);
  const count = (check: RegExp): number => fixed.filter((problem) => check.test(problem.check)).length;
  const inserted = source.blocks.filter(({ span }) => fixed.some((problem) => problem.source && problem.source.start <= span.start && span.end <= problem.source.end));
  return {
    text: updated,
    sections: count(/^missing-section$/),
    items: count(/^missing-item$/),
    blocks: count(/^(?:missing-block|image-missing)$/),
    known: inserted.filter((block) => known(block, source) !== undefined).length,
  };
}

/** What was done, in a sentence: “1 section and 2 items inserted, 1 of them translated already.” */
export function updateSummary({ sections, items, blocks, known }: Updated): string {
  const parts = [counted(sections, 'section'), counted(items, 'item'), counted(blocks, 'block')].filter((part) => part !== '');
  if (parts.length === 0) return 'Nothing of the source is missing.';
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
  return `${list} inserted${known === 0 ? '' : `; ${known === 1 ? 'one text' : `${known} texts`} in them came translated, as earlier issues have ${known === 1 ? 'it' : 'them'}`}.`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
