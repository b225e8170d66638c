// How good are the checks? Figures on real texts, on defects planted in them, and on the fixes.
//
//   npm run bench:checks -- [corpus] [--only planted] [--kind ID] [--seeds N] [--from N] [--every N] [--worst N] [--dump DIR]
import { parseArgs } from 'node:util';
import { levelCorpus, levelSamples } from '../test/support/plantedDefects/realPairs.js';
import { benchPlantedDefects } from './checks/planted.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' }, kind: { type: 'string' }, seeds: { type: 'string', default: '1' }, from: { type: 'string', default: '1' }, every: { type: 'string', default: '4' },
    worst: { type: 'string', default: '0' }, dump: { type: 'string' },
  },
});
const corpus = positionals[0] ?? process.env['FACING_PAGES_CORPUS'] ?? '../shared/corpus';
const wanted = (part: string): boolean => values.only === undefined || values.only === part;
const heading = (text: string): void => console.log(`\n${text}\n`);

if (wanted('planted')) {
  heading('Planted defects, one at a time');
  benchPlantedDefects([...levelSamples(), ...levelCorpus(corpus, Number(values.every))], { seeds: Number(values.seeds), from: Number(values.from), only: values.kind, worst: Number(values.worst), dump: values.dump });
}
