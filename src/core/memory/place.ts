// What a place in a translation is there to translate: the unit that stands there, or what is missing between two.
import type { Unit, UnitIndex } from '../align/alignment.js';
import type { Block, Issue } from '../model.js';
import { textWeight } from '../text/words.js';

/** A place where somebody writes. */
export interface WritingPlace {
  /** What of the source is or will be translated there, likeliest first; none if nothing is missing there. */
  readonly units: readonly Unit[];
  /** The translation's block that is written in; undefined between blocks. */
  readonly block: Block | undefined;
}

/** Of what is missing at a place, nobody wants to choose among more. */
const mostMissing = 3;
/** What has less than this share of its source's length is not finished. */
const begun = 0.5;

/** @param offset UTF-16 code units in the translation's text */
export function writingPlace(
  { source, target, units }: { readonly source: Issue; readonly target: Issue; readonly units: UnitIndex },
  offset: number,
): WritingPlace {
  const before = target.blocks.findLast(({ span }) => span.start <= offset);
  const isIn = before !== undefined && /^[ \t]*$/.test(target.text.slice(Math.min(before.span.end, offset), offset));
  const block = isIn ? before : undefined;
  const own = block && units.ofTarget[block.index];
  if (own && own.source.length > 0) {
    const isBegun = textWeight(block.text) < begun * weightOf(own.source) || own.target.length > own.source.length;
    if (!isBegun) return { units: [own], block };
    // What has just been begun may be taken for the translation of a neighbour.
    const around = missingAround(source, target, units, block.index - 1).concat(
      missingAround(source, target, units, block.index),
    );
    const all = [...new Set([...around, own])].sort((a, b) => a.source[0]!.index - b.source[0]!.index);
    return {
      units: own.target[0] === block && own.target.length > 1 ? [own, ...all.filter((unit) => unit !== own)] : all,
      block,
    };
  }
  if (target.frontMatter && offset < target.frontMatter.span.end) return { units: [], block: undefined };
  return { units: missingAround(source, target, units, before?.index ?? -1), block };
}

/** What is missing behind the counterpart of the block before, then what is missing before that of the block behind. */
function missingAround(source: Issue, target: Issue, units: UnitIndex, before: number): Unit[] {
  const found: Unit[] = [];
  const walk = (from: number, step: 1 | -1): void => {
    for (let i = from; source.blocks[i] && found.length < mostMissing; i += step) {
      const unit = units.ofSource[i];
      if (unit?.state !== 'missing') return;
      if (!found.includes(unit)) found.push(unit);
    }
  };
  const sourceOf = (index: number): readonly Block[] => units.ofTarget[index]?.source ?? [];
  let back = before;
  while (back >= 0 && sourceOf(back).length === 0) back--;
  walk((sourceOf(back).at(-1)?.index ?? -1) + 1, 1);
  let ahead = before + 1;
  while (ahead < target.blocks.length && sourceOf(ahead).length === 0) ahead++;
  walk((sourceOf(ahead)[0]?.index ?? source.blocks.length) - 1, -1);
  return found;
}

function weightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + textWeight(text), 0);
}
