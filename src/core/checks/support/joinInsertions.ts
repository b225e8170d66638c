// Many insertions as one edit for each place: a run of paragraphs that are missing comes at once, and in its order.
import type { Problem } from '../../problem.js';
import type { Edit } from '../../text/edit.js';

/** Problems, and the edits that mend them together. */
export interface Chosen {
  readonly problems: readonly Problem[];
  readonly edits: readonly Edit[];
}

/** Definitions of references: each line of text is one. */
function areDefinitions(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every((line) => /^\s*\[[^\]]+\]:/.test(line));
}

interface Place {
  readonly isDefinitions: boolean;
  newText: string;
}

/** `chosen`, with what only inserts blocks of the source, and the definitions that they need, made one, in the source's order. */
export function joinInsertions(chosen: readonly Chosen[]): Chosen[] {
  const places = new Map<number, Place>();
  const problems: Problem[] = [];
  const others: Chosen[] = [];
  for (const one of [...chosen].sort((a, b) => sourceStart(a) - sourceStart(b))) {
    if (!one.edits.every((edit) => canJoin(edit, places.get(edit.span.start)))) {
      others.push(one);
      continue;
    }
    problems.push(...one.problems);
    for (const { span, newText } of one.edits) {
      const place = places.get(span.start);
      if (!place) places.set(span.start, { isDefinitions: areDefinitions(newText), newText });
      else place.newText += place.isDefinitions ? newDefinitions(place.newText, newText) : newText;
    }
  }
  const edits = [...places].map(([at, { newText }]) => ({ span: { start: at, end: at }, newText }));
  return edits.length === 0 ? others : [{ problems, edits }, ...others];
}

/** Blocks with definitions behind them, at the end of a file, are left alone: more blocks do not belong there. */
function canJoin({ span, newText }: Edit, place: Place | undefined): boolean {
  const isDefinitions = areDefinitions(newText);
  const isMixed = !isDefinitions && /^[ \t]*\[[^\]\n]+\]:/m.test(newText);
  return span.start === span.end && !isMixed && (place === undefined || place.isDefinitions === isDefinitions);
}

/** The lines of `more` that are not there yet, each behind a line break. */
function newDefinitions(there: string, more: string): string {
  const lines = new Set(there.split(/\r?\n/));
  const newline = /\r?\n/.exec(more)?.[0] ?? '\n';
  return more
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !lines.has(line))
    .map((line) => newline + line)
    .join('');
}

function sourceStart({ problems: [problem] }: Chosen): number {
  return problem?.source?.start ?? 0;
}
