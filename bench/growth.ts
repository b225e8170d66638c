// How time grows with what is many: items of an issue, problems in it, files of a tree, translations of an issue.
//
//   npm run bench:growth [-- --write] [--short]
//
// Milliseconds of the processor's time, the least of three runs, each on other texts. `--write` renews docs/speed.md and
// its plot; `--short` takes the two smallest of each, once.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/project.mjs';
import { alignIssues } from '../src/core/align/align.js';
import { checkPair, pairContext } from '../src/core/checks/run.js';
import { describePost } from '../src/core/pair/facts.js';
import { pairPosts } from '../src/core/pair/pair.js';
import type { PostFacts } from '../src/core/pair/pairing.js';
import { parseIssue } from '../src/core/parse/issue.js';
import { samplePairs } from '../test/support/planted/samples.js';
import { grownPair } from './alignment/grown.js';
import { tableOf } from './alignment/print.js';
import { renewPart } from './speed/page.js';
import { plotOf, type Series } from './speed/plot.js';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, short: { type: 'boolean', default: false } },
});
const runs = values.short ? 1 : 3;
/** From texts to other texts: see `bench/alignment/time.ts`. */
const stride = 37;
const pair = samplePairs().find(({ name }) => name.includes('Sentier_12'))!;

/** What is to be measured, prepared for a number and a run. */
type Prepare = (many: number, run: number) => () => unknown;

function measured(name: string, sizes: readonly number[], prepare: Prepare): Series {
  prepare(sizes[0]!, 97)(); // so that the engine has seen it
  const points = (values.short ? sizes.slice(0, 2) : sizes).map((many): readonly [number, number] => {
    const times = Array.from({ length: runs }, (_, run) => {
      const work = prepare(many, run + many);
      const before = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return [many, Math.min(...times)];
  });
  return { name, points };
}

const itemSizes = [10, 30, 100, 300, 1000];

function ofItems(): Series[] {
  const issues = (
    many: number,
    run: number,
  ): readonly [ReturnType<typeof parseIssue>, ReturnType<typeof parseIssue>] => {
    const { source, target } = grownPair(pair, many, run * stride);
    return [parseIssue(source), parseIssue(target)];
  };
  return [
    measured('reading both texts of so many items', itemSizes, (many, run) => {
      const { source, target } = grownPair(pair, many, run * stride);
      return () => [parseIssue(source), parseIssue(target)];
    }),
    measured('aligning so many items', itemSizes, (many, run) => {
      const [source, target] = issues(many, run);
      return () => alignIssues(source, target);
    }),
    measured('all checks of so many items', itemSizes, (many, run) => {
      const context = pairContext(...issues(many, run), { source: 'en', target: 'fr' });
      return () => checkPair(context);
    }),
  ];
}

/** In texts of 300 items, so many links lead elsewhere. */
function ofProblems(): Series {
  return measured('all checks of so many changed links', [10, 30, 100, 300], (many, run) => {
    const { source, target } = grownPair(pair, 300, run * stride);
    let left = many;
    const changed = target.replace(/\]\(https:\/\/\w/g, (found) =>
      left-- > 0 ? `](https://other${left}.example/` : found,
    );
    const context = pairContext(parseIssue(source), parseIssue(changed), { source: 'en', target: 'fr' });
    return () => checkPair(context);
  });
}

function ofFiles(): Series[] {
  const [source, target] = [pair.source, pair.target].map((text, i) =>
    describePost(`_posts/2026-03-0${i + 1}-Letter_12${i === 0 ? '' : '_[FR]'}.md`, parseIssue(text), () => undefined),
  ) as [PostFacts, PostFacts];
  const other = (facts: PostFacts, number: number, locale = facts.locale!): PostFacts => ({
    ...facts,
    number,
    locale,
    path: facts.path.replace('_12', `_${number}`).replace('[FR]', `[${locale}]`),
    date: new Date(Date.UTC(1990, 0, number)).toISOString().slice(0, 10),
    title: `Letter #${number}`,
    links: facts.links.map((link) => `${link}/${number}`),
  });
  return [
    measured('pairing so many files', [100, 300, 1000, 3000, 10_000], (many, run) => {
      const posts = Array.from({ length: many / 2 }, (_, i) => [other(source, i + run), other(target, i + run)]).flat();
      return () => pairPosts(posts);
    }),
    measured('pairing 20 issues of so many translations', [10, 30, 100], (many, run) => {
      const tags = Array.from(
        { length: many },
        (_, i) => `x${String.fromCharCode(97 + (i % 26))}${String.fromCharCode(97 + Math.floor(i / 26))}`,
      );
      const posts = Array.from({ length: 20 }, (_, i) => [
        other(source, i + run),
        ...tags.map((tag) => other(target, i + run, tag)),
      ]).flat();
      return () => pairPosts(posts, { sourceLocale: 'en' });
    }),
  ];
}

/** The slope of the line through the points, both axes logarithmic. */
function exponentOf({ points }: Series): number {
  const logs = points.map(([many, time]) => [Math.log(many), Math.log(time)] as const);
  const mean = (of: 0 | 1): number => logs.reduce((sum, log) => sum + log[of], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  return logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

function main(): void {
  const series = [...ofItems(), ofProblems(), ...ofFiles()];
  const sizes = [...new Set(series.flatMap(({ points }) => points.map(([many]) => many)))].sort((a, b) => a - b);
  const rows = series.map((one) => [
    one.name,
    ...sizes.map((size) => one.points.find(([many]) => many === size)?.[1].toFixed(1) ?? ''),
    exponentOf(one).toFixed(2),
  ]);
  const table = tableOf(['ms', ...sizes.map((size) => size.toLocaleString('en')), 'exponent'], rows);
  console.log(table);
  if (!values.write) return;
  writeFileSync(path.join(root, 'docs/images/growth.svg'), plotOf(series, 'items, changed links, files, translations'));
  renewPart('growth', table);
}

main();
