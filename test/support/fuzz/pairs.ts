// What fuzzing begins with: pairs of posts, our own and, where they are, real ones.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sampleText } from '../../unit/support/samples.js';

/** Source and target of each pair. @param corpus the folder of the corpora, if there is one */
export function fuzzPairs(corpus?: string): [string, string][] {
  const own: [string, string][] = [
    [sampleText('en12'), sampleText('fr12')],
    [sampleText('en12'), sampleText('zh12')],
    [sampleText('en12'), sampleText('ar12')],
    [sampleText('en11'), sampleText('fr11')],
    [sampleText('fr12'), sampleText('en12')],
  ];
  return [...own, ...(corpus === undefined ? [] : realPairs(path.join(corpus, 'dair-ai')))];
}

function realPairs(folder: string): [string, string][] {
  const list = path.join(folder, 'pairs.tsv');
  if (!existsSync(list)) return [];
  const rows = readFileSync(list, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  const read = (file: string | undefined): string => readFileSync(path.join(folder, '_posts', file!), 'utf8');
  return rows.map(([, , source, target]): [string, string] => [read(source), read(target)]);
}
