// The pairs of texts that the benches of one key press write in.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { corpusFolder } from '../scripts/workspace.mjs';
import { samplePairs } from '../test/support/planted/samples.js';
import { grownPair } from './alignment/grown.js';

export interface BenchText {
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

/** The samples' issue, two real ones where ../shared/corpus is there, and the sample grown to so many items. */
export function benchTexts(items: number): BenchText[] {
  const pair = samplePairs().find(({ name }) => name.includes('Sentier_12'))!;
  const real = corpusFolder();
  const read = (name: string): string => readFileSync(path.join(real!, 'dair-ai/_posts', name), 'utf8');
  return [
    { name: 'sample', source: pair.source, target: pair.target },
    ...(real
      ? [
          {
            name: 'real issue',
            source: read('2020-02-23-NLP_Newsletter_The_Annotated_GPT-2,_Understanding.md'),
            target: read('2020-03-09-NLP_Newsletter_#5_[FR].Md'),
          },
          {
            name: 'longer real issue',
            source: read('2020-02-16-NLP_Newsletter_PyTorch3D,_DeepSpeed,_Turing-NLG.md'),
            target: read('2020-03-09-NLP_Newsletter_#4_[FR].Md'),
          },
        ]
      : []),
    { name: `${items.toLocaleString('en')} items`, ...grownPair(pair, items) },
  ];
}
