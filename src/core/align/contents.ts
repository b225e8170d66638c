// Tables of contents: list items that repeat the titles of the same issue.
import type { Block } from '../model.js';
import { wordsOfBlock } from './blockWords.js';

/** In a run of list items, from this share of repeated titles on, all of them are contents. */
const mostly = 0.5;
const fewestEntries = 3;
/** Lists whose lengths differ by no more than this part may be the same contents. */
const likeLength = 0.25;

/** A list as contents: how many of its entries repeat titles. */
export interface Entries {
  readonly count: number;
  readonly repeat: 'most' | 'some' | 'none';
}

/** The lists of a text that may be tables of contents, for each of their entries by its block’s index. */
export function contentsOf(blocks: readonly Block[]): ReadonlyMap<number, Entries> {
  const runs = listRuns(blocks).filter(({ length }) => length >= fewestEntries);
  const contents = new Map<number, Entries>();
  if (runs.length === 0) return contents;
  const titles = new Set(blocks.filter(isTitle).map(bare));
  for (const run of runs) {
    const repeated = run.filter((block) => block.text !== '' && titles.has(bare(block))).length;
    const isContents = repeated >= fewestEntries && repeated >= run.length * mostly;
    const entries: Entries = { count: run.length, repeat: isContents ? 'most' : repeated > 0 ? 'some' : 'none' };
    for (const { index } of run) contents.set(index, entries);
  }
  return contents;
}

/**
 * Whether, as far as contents go, two lists may translate each other: contents translate nothing but contents. Translators
 * often put a title into other words there than above its text, so a list that repeats few or none may still be the other's.
 */
export function mayTranslate(one: Entries | undefined, other: Entries | undefined): boolean {
  const [isOne, isOther] = [one?.repeat === 'most', other?.repeat === 'most'];
  if (isOne === isOther) return true;
  if (one === undefined || other === undefined) return false;
  const rest = isOne ? other : one;
  return rest.repeat === 'some' || Math.abs(one.count - other.count) <= Math.max(one.count, other.count) * likeLength;
}

/** Whether a block may be one of them, or be named by one. */
export function mayBeInContents(block: Block): boolean {
  return block.kind === 'list-item' || block.kind === 'title' || block.kind === 'heading';
}

function isTitle({ kind, text }: Block): boolean {
  return (kind === 'title' || kind === 'heading') && text !== '';
}

function listRuns(blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'list-item') return;
    if (blocks[i - 1]?.kind === 'list-item') runs.at(-1)!.push(block);
    else runs.push([block]);
  });
  return runs;
}

/** Without numbers, spaces and signs, which differ between a list and the titles. */
function bare(block: Block): string {
  let letters = '';
  for (const { folded, hasLetter } of wordsOfBlock(block)) if (hasLetter) letters += folded;
  return letters.replace(/[^\p{L}]+/gu, '');
}
