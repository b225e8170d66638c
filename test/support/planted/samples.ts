// The project's own samples as pairs with a known alignment.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/project.mjs';
import { knownPair, type KnownPair } from './pair.js';

const folder = path.join(root, 'samples/_posts');

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** Which block of the source each block of a sample's translation renders, where they do not simply follow each other. */
const origins: Readonly<Record<string, readonly number[]>> = {
  // The picture of the ferry is left out.
  '12_[FR]': [...range(0, 19), ...range(21, 46)],
  // “Ask the Path” stands before the two items that it follows in the source.
  '12[ZH]': [...range(0, 22), 30, 31, ...range(23, 29), ...range(32, 46)],
  // “Ask the Path”, “A Field Guide to Wrong Names” and the footnote are left out.
  'AR._12': [...range(0, 29), ...range(32, 39), ...range(42, 45)],
};

/** The samples' pairs, and each English text with itself. */
export function samplePairs(): KnownPair[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort();
  const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const isSource = (name: string): boolean => /Footpath_Letter_\d+\.md$/.test(name);
  return names.flatMap((name) => {
    if (isSource(name)) return [knownPair(`${name} with itself`, read(name), read(name))];
    const number = /_(\d+)/.exec(name.replace(/^[\d-]+/, ''))?.[1];
    const source = names.find((other) => isSource(other) && other.endsWith(`_${number}.md`));
    if (!source) return [];
    const known = Object.entries(origins).find(([part]) => name.includes(part));
    return [knownPair(name, read(source), read(name), known?.[1])];
  });
}
