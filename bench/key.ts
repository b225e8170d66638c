// What one key press costs the extension, stage by stage, beside one plain remark-parse of the same text.
//
//   npm run bench:key [-- --keys 200]
//
// On the samples' issue, on a real one where ../shared/corpus is there, and on one ten times as long as the sample. The
// keys go into the longest paragraph of the translation. Medians; what is shown at once, and what follows when typing
// pauses, are told apart.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { carriedProblems } from '../src/core/checks/carried.js';
import { checkPairAll, contextAfter, pairContext } from '../src/core/checks/run.js';
import { loadIdentify } from '../src/core/language/identify.js';
import { describePost } from '../src/core/pair/facts.js';
import { parseIssue } from '../src/core/parse/issue.js';
import { buildPanel, type PanelInput } from '../src/core/view/buildPanel.js';
import { RenderCache } from '../src/core/view/renderCache.js';
import { RowMemory } from '../src/core/view/rowMemory.js';
import { patchTo, type SentRows } from '../src/protocol/patch.js';
import { printTable } from './alignment/print.js';
import { benchTexts, type BenchText } from './texts.js';

const { values } = parseArgs({ options: { keys: { type: 'string', default: '200' } } });
const keys = Number(values.keys);

/** Milliseconds of each stage at each key. */
type Times = Map<string, number[]>;

async function measure({ source, target }: BenchText): Promise<Times> {
  const identify = await loadIdentify();
  const times: Times = new Map();
  const time = <Value>(stage: string, run: () => Value): Value => {
    const begin = performance.now();
    const value = run();
    const own = times.get(stage) ?? [];
    times.set(stage, own);
    own.push(performance.now() - begin);
    return value;
  };
  const markdown = unified().use(remarkParse).freeze();
  const sourceIssue = parseIssue(source);
  const look = (text: string, before = parseIssue(text)) => {
    const context = pairContext(sourceIssue, before, { source: 'en', target: 'fr', identify });
    return { text, context, ...checkPairAll(context) };
  };
  const before = look(target);
  const longest = before.context.target.blocks.filter(({ kind }) => kind === 'paragraph').reduce((a, b) => (b.text.length > a.text.length ? b : a));
  const at = longest.span.end - 1;
  const caches = { source: new RenderCache(), target: new RenderCache(), rows: new RowMemory() };
  const image = (address: string): string => address;
  const shown = (context: typeof before.context, problems: typeof before.problems): PanelInput => ({
    alignment: context.alignment, problems, sourceImage: image, targetImage: image, caches, translations: [],
    issue: { number: 1, title: '' }, source: { id: 's', label: 's', locale: 'en' }, target: { id: 't', label: 't', locale: 'fr' },
  });
  let text = target;
  let issue = before.context.target;
  let sent: SentRows = new Map();
  for (let key = 0; key < keys; key++) {
    text = `${text.slice(0, at)}${'abcdefghij'[key % 10]!}${text.slice(at + (key % 2))}`;
    time('one plain parse', () => markdown.parse(text));
    issue = time('read again', () => parseIssue(text, issue));
    time('describe', () => describePost('post.md', issue, identify));
    const after = time('alignment after', () => contextAfter(before.context, sourceIssue, issue));
    const carried = time('problems after', () => carriedProblems(before.problems, { before: before.text, after: text }, { before: source, after: source }));
    const panel = time('panel', () => buildPanel(shown(after, carried)));
    sent = time('patch', () => patchTo(panel.state, sent)).sent;
    if (key % 5 > 0) continue; // the rest waits until typing pauses
    const context = time('align anew', () => pairContext(sourceIssue, issue, { source: 'en', target: 'fr', identify }));
    time('all checks', () => checkPairAll(context));
  }
  return times;
}

const atOnce = ['read again', 'describe', 'alignment after', 'problems after', 'panel', 'patch'];

function median(times: readonly number[]): number {
  const warm = times.slice(times.length / 4).sort((a, b) => a - b);
  return warm[warm.length >> 1] ?? NaN;
}

async function main(): Promise<void> {
  const all = benchTexts(100);
  const measured: Times[] = [];
  for (const text of all) measured.push(await measure(text));
  const stages = [...measured[0]!.keys()];
  const cell = (times: Times, stage: string): string => {
    const plain = median(times.get('one plain parse')!);
    const own = stage === 'at once, in all' ? atOnce.reduce((sum, one) => sum + median(times.get(one)!), 0) : median(times.get(stage)!);
    return `${own.toFixed(2)} ms = ${(own / plain).toFixed(2)}`;
  };
  console.log('\nOne key press: milliseconds, and as a share of one plain parse of the text\n');
  printTable(['stage', ...all.map(({ name, target }) => `${name}, ${Math.round(target.length / 1024)} KB`)], [...stages.slice(0, 7), 'at once, in all', ...stages.slice(7)].map((stage) => [stage, ...measured.map((times) => cell(times, stage))]));
}

void main();
