// The samples', our own and the corpora's pairs as what defects are planted in.
import { readFileSync } from 'node:fs';
import type { Identify } from '../../../src/core/language/identify.js';
import { datedPairs, goldPairs, parallelPairs } from '../realPairs.js';
import { knownPair } from '../planted/pair.js';
import { samplePairs } from '../planted/samples.js';
import { levelPair, type LevelPair } from './pair.js';

/** The project's own samples. */
export function levelSamples(identify: Identify): LevelPair[] {
  return samplePairs()
    .filter(({ name }) => !name.endsWith('with itself'))
    .map((pair) => {
      const locale = /\[([A-Z]{2})\]|\.([A-Z]{2})\./.exec(pair.name)!.slice(1).join('').toLowerCase();
      const number = /_(\d+)/.exec(pair.name)![1]!;
      return levelPair(pair, {
        identify,
        newsletter: 'samples',
        group: `samples ${number}`,
        locales: { source: 'en', target: locale },
      });
    });
}

/** Texts written to have what the corpora have little of: HTML, anchors, footnotes, code, dates, names of people and places in one paragraph. */
export function ownPairs(identify: Identify): LevelPair[] {
  const read = (locale: string): string => readFileSync(new URL(`texts/ferry.${locale}.md`, import.meta.url), 'utf8');
  return ['fr', 'ja'].map((target) =>
    levelPair(knownPair(`ferry.${target}`, read('en'), read(target)), {
      identify,
      newsletter: 'ferry',
      group: 'ferry 7',
      locales: { source: 'en', target },
    }),
  );
}

/** The pairs with gold, and of those whose translators keep every block the ones of every N-th date. */
export function levelCorpus(corpus: string, every: number, identify: Identify): LevelPair[] {
  const gold = goldPairs(corpus).map((pair) => {
    const [number = '', locale = ''] = pair.name.split('.');
    return levelPair(pair, {
      identify,
      newsletter: 'dair-ai',
      group: `dair-ai ${number}`,
      locales: { source: 'en', target: locale },
    });
  });
  const dated = datedPairs(corpus);
  const dates = [...new Set(dated.map(({ name }) => dateOf(name)))].sort();
  const chosen = new Set(dates.filter((_, i) => i % every === 0));
  const parallel = parallelPairs(dated.filter(({ name }) => chosen.has(dateOf(name)))).map((pair) => {
    const [locale = '', date = ''] = pair.name.split('/');
    return levelPair(pair, {
      identify,
      newsletter: 'optech',
      group: `optech ${date}`,
      locales: { source: 'en', target: locale },
    });
  });
  return [...gold, ...parallel];
}

function dateOf(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}
