// Updating a translation: what its source has gained since comes in, where it belongs.
import { insertMissing } from '../checks/fixAll.js';
import type { Block, Issue } from '../model.js';
import { parseIssue } from '../parse/issue.js';
import type { Problem } from '../problem.js';
import { markedInFile } from '../stale/fileMark.js';
import { markBlocks } from '../stale/mark.js';
import { staleCheck } from '../stale/standing.js';
import { counted } from '../text/counted.js';
import { applyEdits } from '../text/edit.js';
import { overlaps } from '../text/span.js';
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
 * @param sourceMarks whether fingerprints of the source are kept even where the translation has none yet
 */
export function updateTranslation(
  text: string,
  source: Issue,
  known: Recurring,
  problemsOf: (text: string) => readonly Problem[],
  sourceMarks: boolean,
): Updated {
  const { text: complete, fixed } = insertMissing(text, problemsOf);
  const count = (check: RegExp): number => fixed.filter((problem) => check.test(problem.check)).length;
  const inserted = source.blocks.filter(({ span }) =>
    fixed.some((problem) => problem.source && problem.source.start <= span.start && span.end <= problem.source.end),
  );
  return {
    text: withSourceMark(complete, source, inserted, () => problemsOf(complete), sourceMarks),
    sections: count(/^missing-section$/),
    items: count(/^missing-item$/),
    blocks: count(/^(?:missing-block|image-missing)$/),
    known: inserted.filter((block) => known(block, source) !== undefined).length,
  };
}

/** With the fingerprints of what was inserted; a new mark leaves out what is known to lag behind. */
function withSourceMark(
  text: string,
  source: Issue,
  inserted: readonly Block[],
  problems: () => readonly Problem[],
  isWanted: boolean,
): string {
  const target = parseIssue(text);
  const hasMark = markedInFile(target).length > 0;
  if (target.damage || source.damage || (hasMark ? inserted.length === 0 : !isWanted)) return text;
  const stale = hasMark ? [] : problems().filter(({ check }) => check === staleCheck);
  const behind = source.blocks.filter(({ span }) => stale.some(({ source: place }) => place && overlaps(place, span)));
  const mark = markBlocks(target, source, inserted, behind);
  return mark ? applyEdits(text, [mark]) : text;
}

/** What was done, in a sentence: “1 section and 2 items inserted, 1 of them translated already.” */
export function updateSummary({ sections, items, blocks, known }: Updated): string {
  const parts = [ifAny(sections, 'section'), ifAny(items, 'item'), ifAny(blocks, 'block')].filter(
    (part) => part !== '',
  );
  if (parts.length === 0) return 'Nothing of the source is missing.';
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts);
  return `${list} inserted${known === 0 ? '' : `; ${known === 1 ? 'one text' : `${known} texts`} in them came translated, as earlier issues have ${known === 1 ? 'it' : 'them'}`}.`;
}

function ifAny(count: number, noun: string): string {
  return count === 0 ? '' : counted(count, noun);
}
