// The translation memory: what it keeps of a tree, how often it knows a segment beforehand, and how fast it answers.
//
//   npm run bench:memory [-- FOLDER [LOCALE…]]
//
// Every pair in turn is taken out of the memory of its language, and its segments are looked up in what the others left.
import { performance } from 'node:perf_hooks';
import { corpusFolder } from '../scripts/workspace.mjs';
import { pairContext } from '../src/core/checks/run.js';
import { segmentsOf } from '../src/core/memory/segments.js';
import type { Segment } from '../src/core/memory/segment.js';
import { TranslationMemory } from '../src/core/memory/translationMemory.js';
import { printTable } from './alignment/print.js';
import { jobsBelow, type Job } from './checks/tree.js';

/** How many segments the memory is to hold when it is timed. */
const many = 10_000;

interface Pair {
  readonly path: string;
  readonly segments: readonly Segment[];
}

function pairOf({ post, source }: Job): Pair[] {
  if (!source || post.facts.locale === undefined) return [];
  const context = pairContext(source.issue, post.issue, { source: source.facts.locale, target: post.facts.locale });
  const origin = { path: post.path, number: source.facts.number, date: source.facts.date };
  return [{ path: post.path, segments: segmentsOf(context, origin) }];
}

function reuse(locale: string, pairs: readonly Pair[]): string[] {
  const memory = new TranslationMemory();
  for (const { path, segments } of pairs) memory.set(path, segments);
  const counts = { blocks: 0, same: 0, similar: 0, right: 0 };
  const times: number[] = [];
  for (const { path, segments } of pairs) {
    memory.delete(path);
    for (const { kind, source, target } of segments) {
      if (kind === 'sentence') continue;
      const began = performance.now();
      const [best] = memory.find({ kind, source });
      times.push(performance.now() - began);
      counts.blocks++;
      if (!best) continue;
      if (best.percent >= 99) counts.same++;
      else counts.similar++;
      if (best.percent >= 99 && best.target === target) counts.right++;
    }
    memory.set(path, segments);
  }
  const kept = pairs.reduce((sum, { segments }) => sum + segments.length, 0);
  const share = (count: number): string => `${((100 * count) / Math.max(1, counts.blocks)).toFixed(1)} %`;
  return [
    locale,
    `${pairs.length}`,
    `${kept}`,
    `${memory.size}`,
    share(counts.same),
    share(counts.similar),
    share(counts.right),
    at(times, 0.5),
    at(times, 0.95),
    at(times, 1),
  ];
}

/** A memory of many segments: those there are, again and again, with every word of a copy changed a little so that none is equal. */
function speed(segments: readonly Segment[]): string[] {
  const memory = new TranslationMemory();
  const empty = used();
  const began = performance.now();
  let copies = 0;
  for (; memory.size < many && copies < 1000; copies++) {
    const copy = copies;
    memory.set(
      `copy ${copies}`,
      copies === 0
        ? segments
        : segments.map((one) => ({
            ...one,
            source: one.source.replace(/\p{L}{6,}/gu, (word, at: number) =>
              at % 3 === copy % 3 ? `${word}${copy}` : word,
            ),
          })),
    );
  }
  const built = performance.now() - began;
  const bytes = used() - empty;
  const times = segments
    .filter((_, i) => i % Math.max(1, Math.floor(segments.length / 500)) === 0)
    .map(({ kind, source }) => {
      const asked = performance.now();
      memory.find({ kind, source });
      return performance.now() - asked;
    });
  const before = performance.now();
  memory.set('copy 0', segments);
  return [
    `${memory.size}`,
    `${built.toFixed(0)}`,
    `${((performance.now() - before) / segments.length).toFixed(3)}`,
    (bytes / 1024 / 1024).toFixed(0),
    at(times, 0.5),
    at(times, 0.95),
    at(times, 1),
  ];
}

function used(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

function at(times: number[], share: number): string {
  const sorted = times.sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
}

async function main(): Promise<void> {
  const [folder = corpusFolder(), ...locales] = process.argv.slice(2);
  if (folder === undefined) return void console.log('No corpus here: say which folder.');
  const byLocale = new Map<string, Pair[]>();
  for (const job of await jobsBelow(folder)) {
    const locale = job.post.facts.locale ?? '';
    if (!job.source || (locales.length > 0 && !locales.includes(locale))) continue;
    byLocale.set(locale, [...(byLocale.get(locale) ?? []), ...pairOf(job)]);
  }
  console.log(
    '\nWhat the memory knows of an issue before it is translated, from the others of its language. Times in milliseconds.\n',
  );
  const head = [
    'locale',
    'pairs',
    'segments',
    'different',
    'blocks known',
    'similar',
    'known and rendered so',
    'p50',
    'p95',
    'most',
  ];
  printTable(
    head,
    [...byLocale].sort(([a], [b]) => (a < b ? -1 : 1)).map(([locale, pairs]) => reuse(locale, pairs)),
  );
  console.log(`\nA memory of ${many.toLocaleString('en')} different segments.\n`);
  const all = [...byLocale.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  printTable(
    ['segments', 'built in', 'one put in', 'MB', 'p50', 'p95', 'most'],
    [speed(all.flatMap(({ segments }) => segments))],
  );
}

void main();
