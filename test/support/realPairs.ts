// The real pairs: those with a gold alignment made by reading, and those of a site whose translators keep every block.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseIssue } from '../../src/core/parse/issue.js';
import { knownPair, remembering, withLineFeeds, type KnownPair } from './planted/pair.js';
import { neutralBlocks } from './neutralBlocks.js';

/** Two files, one the translation of the other. */
export interface FilePair {
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

/** The pairs of `pairs.tsv` that a gold alignment is there for, with their right links between neutral blocks. */
export function goldPairs(corpus: string): KnownPair[] {
  const folder = path.join(corpus, 'dair-ai');
  const list = path.join(folder, 'pairs.tsv');
  if (!existsSync(list)) return [];
  return readRows(list).flatMap(([number = '', locale = '', source = '', target = '']) => {
    const name = `${number.padStart(2, '0')}.${locale}`;
    const gold = path.join(folder, 'gold', `${name}.tsv`);
    if (!existsSync(gold)) return [];
    const read = (file: string): string => withLineFeeds(readFileSync(path.join(folder, '_posts', file), 'utf8'));
    return [pairOfGold(name, read(source), read(target), readRows(gold))];
  });
}

/** How much of the source readers found translated, in per cent: what has a counterpart that they did not note as untranslated. */
export function goldProgress(corpus: string, name: string): number {
  const rows = readRows(path.join(corpus, 'dair-ai', 'gold', `${name}.tsv`));
  const done = new Map<string, boolean>();
  for (const [source, target = '-', note = ''] of rows) {
    if (source && /^\d/.test(source))
      done.set(source, (done.get(source) ?? true) && target !== '-' && !note.startsWith('untranslated'));
  }
  return (100 * [...done.values()].filter(Boolean).length) / done.size;
}

const neutralRuler = remembering(neutralBlocks);

/** A row of gold: first lines of source blocks, and of target blocks, from 1; `-` for none. */
function pairOfGold(name: string, source: string, target: string, rows: readonly string[][]): KnownPair {
  const places = (text: string): Map<number, number> =>
    new Map(neutralBlocks(text).map(({ first }, i) => [first + 1, i]));
  const [ofSource, ofTarget] = [places(source), places(target)];
  const numbers = (cell: string | undefined, place: ReadonlyMap<number, number>): number[] =>
    cell === undefined || cell.trim() === '-'
      ? []
      : cell.split(',').map((line) => {
          const index = place.get(Number(line));
          if (index === undefined) throw new Error(`${name}: gold names line ${line}, where no block begins`);
          return index;
        });
  const links = rows.flatMap(([s, t]) =>
    numbers(s, ofSource).flatMap((source) => numbers(t, ofTarget).map((target) => ({ source, target }))),
  );
  return { name, source, target, ruler: neutralRuler, links };
}

function readRows(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Every issue of the second newsletter with its translation of the same date. */
export function datedPairs(corpus: string): FilePair[] {
  const folder = path.join(corpus, 'optech', '_posts');
  if (!existsSync(folder)) return [];
  const issues = (locale: string): string[] =>
    readdirSync(path.join(folder, locale, 'newsletters'))
      .filter((name) => name.endsWith('.md'))
      .sort();
  const read = (locale: string, name: string): string =>
    withLineFeeds(readFileSync(path.join(folder, locale, 'newsletters', name), 'utf8'));
  const sources = new Set(issues('en'));
  return readdirSync(folder)
    .filter((locale) => locale !== 'en')
    .sort()
    .flatMap((locale) =>
      issues(locale)
        .filter((name) => sources.has(name))
        .map((name) => ({
          name: `${locale}/${name.slice(0, 10)}`,
          source: read('en', name),
          target: read(locale, name),
        })),
    );
}

/** Whether both texts are the same kinds of block in the same order. */
export function sameKinds({ source, target }: FilePair): boolean {
  const kinds = (text: string): string =>
    parseIssue(text)
      .blocks.map(({ kind }) => kind)
      .join(' ');
  return kinds(source) === kinds(target);
}

/** The pairs of which every block must align to its counterpart. */
export function parallelPairs(pairs: readonly FilePair[]): KnownPair[] {
  return pairs.filter(sameKinds).map(({ name, source, target }) => knownPair(name, source, target));
}
