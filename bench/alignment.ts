// How good is the aligner, and how fast? Figures on real texts and on changes planted in them.
//
//   npm run bench:alignment -- [corpus] [--only gold|parallel|planted|time] [--kind ID] [--seeds N] [--every N] [--worst N] [--dump DIR] [--verbose]
//
// corpus     a folder holding dair-ai (posts, pairs.tsv, gold) and (or) optech (posts by locale); or set
//            FACING_PAGES_CORPUS; ../shared/corpus by default. Without it only the project's samples are measured.
// --only     one of the four parts
// --kind     plant only this kind of change
// --seeds    how often each change is planted in each pair (1)
// --every    plant in every N-th of the parallel pairs (4)
// --worst    print the worst N cases of each kind
// --dump     a folder to write the texts of the worst cases to
// --verbose  print every link that is lost or wrong against gold
import { parseArgs } from 'node:util';
import { samplePairs } from '../test/support/planted/samples.js';
import { datedPairs, goldPairs, parallelPairs } from '../test/support/realPairs.js';
import { benchGold } from './alignment/gold.js';
import { benchParallel } from './alignment/parallel.js';
import { benchPlanted } from './alignment/planted.js';
import { benchTime } from './alignment/time.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    kind: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    every: { type: 'string', default: '4' },
    dump: { type: 'string' },
    worst: { type: 'string', default: '0' },
    verbose: { type: 'boolean', default: false },
  },
});
const corpus = positionals[0] ?? process.env['FACING_PAGES_CORPUS'] ?? '../shared/corpus';
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const heading = (text: string): void => console.log(`\n${text}\n`);

const gold = goldPairs(corpus);
const dated = datedPairs(corpus);
if (wanted('gold') && gold.length > 0) {
  heading('Against gold');
  benchGold(gold, values.verbose);
}
if (wanted('parallel') && dated.length > 0) {
  heading('Parallel pairs');
  benchParallel(dated);
}
if (wanted('planted')) {
  const parallel = parallelPairs(dated.filter((_, i) => i % Number(values.every) === 0));
  heading(
    `Planted changes in ${gold.length} pairs with gold, ${parallel.length} parallel ones and ${samplePairs().length} of the samples`,
  );
  benchPlanted([...samplePairs(), ...gold, ...parallel], {
    seeds: Number(values.seeds),
    only: values.kind,
    worst: Number(values.worst),
    dump: values.dump,
  });
}
if (wanted('time')) {
  const grown = samplePairs().find(({ name }) => name.includes('12_[FR]'))!;
  heading('Time, on texts grown from a sample and its translation');
  benchTime(grown);
}
