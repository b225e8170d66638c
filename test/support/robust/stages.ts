// What is done with two posts from reading to mending, stage by stage, and the processor's time that each took.
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fixSafely } from '../../../src/core/checks/fixAll.js';
import { checkPair, checkPost, pairContext, postContext } from '../../../src/core/checks/run.js';
import type { Identify } from '../../../src/core/language/identify.js';
import { describePost } from '../../../src/core/pair/facts.js';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { buildPanel } from '../../../src/core/view/buildPanel.js';
import { rowsOf } from '../../../src/core/view/panelState.js';

export const stages = ['remark', 'parse', 'again', 'pair', 'align', 'check', 'fix', 'panel'] as const;
export type Stage = (typeof stages)[number];

const plain = unified().use(remarkParse).freeze();
const image = (address: string): string => address;

/** Time of the processor in milliseconds, user and system. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of each stage. A plain parse and mending may be left out; each of the others needs the one before. */
export function timeStages(
  source: string,
  target: string,
  identify: Identify,
  wanted: readonly Stage[] = stages,
): Map<Stage, number> {
  const times = new Map<Stage, number>();
  const time = <Value>(stage: Stage, run: () => Value): Value => {
    const begin = cpuTime();
    const value = run();
    times.set(stage, cpuTime() - begin);
    return value;
  };
  const contextOf = (one: ReturnType<typeof parseIssue>, other: typeof one): ReturnType<typeof pairContext> =>
    pairContext(one, other, { source: 'en', target: 'fr', identify });
  if (wanted.includes('remark')) time('remark', () => plain.parse(source));
  const [one, other] = time('parse', () => [parseIssue(source), parseIssue(target)]);
  const middle = target.length >> 1;
  time('again', () => parseIssue(`${target.slice(0, middle)}x${target.slice(middle)}`, other));
  time('pair', () =>
    pairPosts([
      describePost('_posts/2026-03-01-letter.md', one, identify),
      describePost('_posts/fr/2026-03-01-lettre.md', other, identify),
    ]),
  );
  const context = time('align', () => contextOf(one, other));
  const problems = time('check', () => [
    ...checkPost(postContext(one, { targetLocale: 'en', identify })),
    ...checkPair(context),
  ]);
  if (wanted.includes('fix'))
    time('fix', () =>
      fixSafely(target, (text) => checkPair(text === target ? context : contextOf(one, parseIssue(text)))),
    );
  time('panel', () =>
    rowsOf(
      buildPanel({
        alignment: context.alignment,
        problems,
        sourceImage: image,
        targetImage: image,
        translations: [],
        issue: { number: 1, title: '' },
        source: { id: 's', label: 's', locale: 'en' },
        target: { id: 't', label: 't', locale: 'fr' },
      }).state,
    ),
  );
  return times;
}
