// How good are the checks? Figures on real texts, on defects planted in them, and on the fixes.
//
//   npm run bench:checks -- [corpus] [--only counts|recorded|verdicts|planted|fixes] [--kind ID] [--seeds N] [--least N] [--from N] [--every N]
//                           [--worst N] [--dump DIR] [--also DIR] [--sample N] [--misses]
//
// corpus     a folder holding dair-ai (posts, pairs.tsv, gold, defects) and (or) optech (posts by locale); or set
//            FACING_PAGES_CORPUS; ../shared/corpus by default. Without it only the project's samples are measured.
// --only     one of the parts
// --kind     plant only this kind of defect, or those that the check of this name finds
// --seeds    how often each kind is planted in each pair (1)
// --least    where a kind has fewer places then, plant it with up to six seeds more, each place once (34)
// --from     the first seed (1)
// --every    plant in the parallel pairs of every N-th date (4)
// --worst    print the worst N cases of each kind, and up to N failing fixes a check (5)
// --dump     a folder to write the texts of those cases to
// --also     another folder of posts, to take its fixes too
// --sample   take only every N-th post of that folder (10)
// --misses   print the recorded defects that were not found
import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadIdentify } from '../src/core/language/identify.js';
import { levelCorpus, levelSamples, ownPairs } from '../test/support/plantedDefects/realPairs.js';
import { benchConvergence } from './checks/converge.js';
import { benchCounts, benchVerdicts, checked, type IsKnown } from './checks/corpus.js';
import { benchPlantedDefects } from './checks/planted.js';
import { benchRecorded } from './checks/recorded.js';
import { benchScorer } from './checks/scorer.js';
import { jobsBelow } from './checks/tree.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    kind: { type: 'string' },
    seeds: { type: 'string', default: '1' },
    least: { type: 'string', default: '34' },
    from: { type: 'string', default: '1' },
    every: { type: 'string', default: '4' },
    worst: { type: 'string', default: '5' },
    dump: { type: 'string' },
    also: { type: 'string' },
    sample: { type: 'string', default: '10' },
    misses: { type: 'boolean', default: false },
  },
});
const corpus = positionals[0] ?? process.env['FACING_PAGES_CORPUS'] ?? '../shared/corpus';
const wanted = (...parts: readonly string[]): boolean => values.only === undefined || parts.includes(values.only);
const heading = (text: string): void => console.log(`\n## ${text}\n`);

const folders = { 'dair-ai': 'dair-ai/_posts', optech: 'optech/_posts' } as const;

async function main(): Promise<void> {
  const trees = wanted('counts', 'recorded', 'verdicts', 'fixes')
    ? await Promise.all(Object.values(folders).map((folder) => jobsBelow(path.join(corpus, folder))))
    : [[], []];
  const [dair = [], optech = []] = trees;

  if (wanted('counts', 'recorded', 'verdicts')) {
    const all = { 'dair-ai': checked(dair), optech: checked(optech) };
    for (const [name, jobs] of Object.entries(all)) {
      if (jobs.length === 0 || !wanted('counts')) continue;
      heading(`Problems in ${name}`);
      benchCounts(jobs);
    }
    let isKnown: IsKnown | undefined;
    if (dair.length > 0 && wanted('recorded', 'verdicts')) {
      heading('Defects that readers recorded in dair-ai');
      isKnown = benchRecorded(corpus, all['dair-ai'], values.misses);
      if (wanted('recorded')) {
        heading('The same by score_checks.py');
        benchScorer(corpus);
      }
    }
    if (wanted('verdicts')) {
      for (const [name, jobs] of Object.entries(all)) {
        if (jobs.length === 0) continue;
        heading(`What the grave problems of ${name} are`);
        benchVerdicts(
          folders[name as keyof typeof folders],
          jobs.filter(({ job }) => job.source),
          name === 'dair-ai' ? isKnown : undefined,
        );
      }
    }
  }
  if (wanted('planted')) {
    heading('Planted defects, one at a time');
    const identify = await loadIdentify();
    const pairs = [
      ...levelSamples(identify),
      ...ownPairs(identify),
      ...levelCorpus(corpus, Number(values.every), identify),
    ];
    benchPlantedDefects(pairs, {
      seeds: Number(values.seeds),
      least: Number(values.least),
      from: Number(values.from),
      only: values.kind,
      worst: values.only === undefined ? 0 : Number(values.worst),
      dump: values.dump,
    });
  }
  if (wanted('fixes')) {
    const samples = await jobsBelow('samples/_posts');
    heading('Fixes, each by itself and all safe ones together');
    const also =
      values.also === undefined ? [] : (await jobsBelow(values.also)).filter((_, i) => i % Number(values.sample) === 0);
    benchConvergence([...samples, ...dair, ...optech, ...also], Number(values.worst));
  }
}

void main();
