// Defects that readers recorded: which of them the checks find. The same rules as the corpus's own scorer.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { indexLines } from '../../src/core/text/span.js';
import type { Problem } from '../../src/core/problem.js';
import { printTable, share } from '../alignment/print.js';
import type { CheckedJob, IsKnown } from './corpus.js';

/** Which checks may find a defect of a category that a program can find. */
const finders: Readonly<Record<string, RegExp>> = {
  'missing-item': /missing/,
  'missing-block': /missing|image|truncat/,
  'added-block': /added|duplicat/,
  untranslated: /untranslated|language/,
  'untranslated-title': /untranslated|language|front-matter/,
  'link-missing': /link|url|reference|missing/,
  'link-changed': /link|url|reference/,
  'link-added': /link|url|reference|added|duplicat/,
  'image-missing': /image|missing/,
  'image-changed': /image|url/,
  'broken-markdown': /link|url|markup|bracket|emphasis|broken|stray|space|html/,
  'front-matter': /front-matter|untranslated|encoding/,
  'number-changed': /number|date/,
  'emoji-changed': /emoji/,
  'order-changed': /order|moved/,
  'typo-markup': /markup|emphasis|space|punctuation|stray|broken|link|heading|url|bracket|quote/,
};
/** Lines that a problem may stand away from the defect. */
const near = 3;

interface Defect {
  readonly line: number;
  readonly sourceLine: number;
  readonly category: string;
  readonly isSure: boolean;
  readonly text: string;
}

interface Place {
  readonly first: number;
  readonly last: number;
  readonly source: number | undefined;
}

/**
 * Prints recall by category, and with `misses` what was not found.
 *
 * @returns whether a problem stands beside a defect of any category
 */
export function benchRecorded(corpus: string, all: readonly CheckedJob[], misses: boolean): IsKnown {
  const folder = path.join(corpus, 'dair-ai');
  const known = new Set<Problem>();
  const counts = new Map<string, { found: number; all: number }>();
  const missed: string[] = [];
  for (const row of readFileSync(path.join(folder, 'pairs.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))) {
    const [number = '', locale = '', , target = ''] = row.split('\t');
    const key = `${number.padStart(2, '0')}.${locale}`;
    const file = path.join(folder, 'defects', `${key}.tsv`);
    const checked = all.find(({ job }) => job.post.path === target);
    if (!existsSync(file) || !checked?.job.source) continue;
    const places = placesOf(checked);
    for (const defect of defectsIn(file)) {
      const beside = checked.problems.filter((_, i) => isBeside(defect, places[i]!));
      for (const problem of beside) known.add(problem);
      const pattern = finders[defect.category];
      if (!pattern || !defect.isSure) continue;
      const count = counts.get(defect.category) ?? { found: 0, all: 0 };
      const isFound = beside.some(({ check }) => pattern.test(check));
      counts.set(defect.category, { found: count.found + (isFound ? 1 : 0), all: count.all + 1 });
      if (!isFound) missed.push(`${key} ${defect.text}`);
    }
  }
  const rows = [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([category, one]) => [category, String(one.found), String(one.all), share(one.found, one.all)]);
  const sum = (of: 'found' | 'all'): number => [...counts.values()].reduce((total, one) => total + one[of], 0);
  printTable(
    ['category', 'found', 'of', 'recall'],
    [...rows, ['all', String(sum('found')), String(sum('all')), share(sum('found'), sum('all'))]],
  );
  if (misses && missed.length > 0) console.log(`\nNot found\n\n${missed.join('\n')}`);
  return (_, problem) => known.has(problem);
}

function defectsIn(file: string): Defect[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((text) => {
      const [line = '', sourceLine = '', category = '', says = ''] = text.split('\t');
      return /^\d+$/.test(line) && /^\d+$/.test(sourceLine)
        ? [{ line: Number(line), sourceLine: Number(sourceLine), category, isSure: !says.includes('(unsure)'), text }]
        : [];
    });
}

function placesOf({ job, problems }: CheckedJob): Place[] {
  const [own, source] = [indexLines(job.post.text), indexLines(job.source?.text ?? '')];
  return problems.map(({ span, source: shown }) => ({
    first: own.positionAt(span.start).line + 1,
    last: own.positionAt(span.end).line + 1,
    source: shown && source.positionAt(shown.start).line + 1,
  }));
}

function isBeside({ line, sourceLine }: Defect, place: Place): boolean {
  if (line !== 0 && (Math.abs(place.first - line) <= near || (place.first <= line && line <= place.last))) return true;
  return sourceLine !== 0 && place.source !== undefined && Math.abs(place.source - sourceLine) <= near;
}
