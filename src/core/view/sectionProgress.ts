// How far each section of a translation is, and where in it something is to do.
import type { Alignment, Unit } from '../align/alignment.js';
import type { Block } from '../model.js';
import type { Progress } from './panelState.js';
import { progressOf } from './progress.js';

/** A section that has its heading in both texts. */
export interface SectionProgress {
  /** Of the translation. */
  readonly heading: Block;
  /** Of the source's section, heading included. */
  readonly progress: Progress;
  /** Where the next text to translate stands, or where it is missing; an offset in the translation's text. */
  readonly next: number | undefined;
}

/** The sections of a translation, in the source's order. */
export function sectionProgress({ source, units }: Alignment): SectionProgress[] {
  const headings = new Set(
    source.sections.flatMap(({ heading }) => (heading === undefined ? [] : [source.blocks[heading]])),
  );
  const groups: Unit[][] = [];
  for (const unit of units) {
    if (unit.source.some((block) => headings.has(block))) groups.push([unit]);
    else groups.at(-1)?.push(unit);
  }
  return groups.flatMap((group) => {
    const heading = group[0]?.target[0];
    return heading ? [{ heading, progress: progressOf(group), next: placesToDo(group)[0] }] : [];
  });
}

/** Where units are still to be translated, in their order: offsets in the translation's text. Of what is missing, the end of what stands before it. */
export function placesToDo(units: readonly Unit[]): number[] {
  let before = 0;
  return units.flatMap(({ state, target }) => {
    const [first, last] = [target[0], target.at(-1)];
    const place = state === 'missing' ? before : first?.span.start;
    before = last?.span.end ?? before;
    return place !== undefined && (state === 'missing' || state === 'untranslated') ? [place] : [];
  });
}
