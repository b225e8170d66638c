// What one key press costs the extension, stage by stage, beside one plain remark-parse of the same text.
//
//   npm run bench:key [-- --keys 300]
//
// On the samples' issue, on a real one where ../shared/corpus is there, and on one about ten times as long as that. The
// keys go into paragraphs throughout the translation, some into each before the next one; in the last column all of them
// into the real issue's longest paragraph. At every other key all is worked out that stands when typing pauses: text, alignment,
// problems, panel; at those between, what is shown until then. Medians. No CPU time: it counts what the compiler does meanwhile.
// The plain parses stand at each tenth key, the second of two in a row: warm, and what they leave to collect is on few keys' account.
// Bundled as what ships is: run by tsx, every function that is made is given its name, which costs a tenth.
import { parseArgs } from 'node:util';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { PairContext } from '../src/core/checks/check.js';
import { carriedProblems } from '../src/core/checks/carried.js';
import { checkPairAll, CheckMemory, contextAfter, pairContext } from '../src/core/checks/run.js';
import { loadIdentify } from '../src/core/language/identify.js';
import { describePost } from '../src/core/pair/facts.js';
import type { Issue } from '../src/core/model.js';
import { parseIssue } from '../src/core/parse/issue.js';
import type { Problem } from '../src/core/problem.js';
import { buildPanel, type PanelInput } from '../src/core/view/buildPanel.js';
import { RenderCache } from '../src/core/view/renderCache.js';
import { RowMemory } from '../src/core/view/rowMemory.js';
import { nothingSent, patchTo } from '../src/protocol/patch.js';
import { printTable } from './alignment/print.js';
import { benchTexts, type BenchText } from './texts.js';

const { values } = parseArgs({ options: { keys: { type: 'string', default: '300' } } });
const keys = Number(values.keys);

/** Milliseconds of each stage at each key. */
type Times = Map<string, number[]>;

const plain = 'one plain parse';

/** So many keys go into one paragraph before the next one. */
const keysInPlace = 10;

async function measure({ source, target }: BenchText, where: 'throughout' | 'longest'): Promise<Times> {
  const identify = await loadIdentify();
  const times: Times = new Map();
  const time = <Value>(stage: string, run: () => Value): Value => {
    const begin = performance.now();
    const value = run();
    times.set(stage, [...(times.get(stage) ?? []), performance.now() - begin]);
    return value;
  };
  const markdown = unified().use(remarkParse).freeze();
  const sourceIssue = parseIssue(source);
  const caches = { source: new RenderCache(), target: new RenderCache(), rows: new RowMemory() };
  const image = (address: string): string => address;
  const shown = ({ alignment }: PairContext, problems: readonly Problem[]): PanelInput => ({
    alignment,
    problems,
    sourceImage: image,
    targetImage: image,
    caches,
    translations: [],
    issue: { number: 1, title: '' },
    source: { id: 's', label: 's', locale: 'en' },
    target: { id: 't', label: 't', locale: 'fr' },
  });
  const memory = new CheckMemory();
  const align = (issue: Issue): PairContext =>
    pairContext(sourceIssue, issue, { source: 'en', target: 'fr', identify, memory });
  let text = target;
  let issue = parseIssue(text);
  let last = { text, context: align(issue), ...checkPairAll(align(issue)) };
  let sent = patchTo(buildPanel(shown(last.context, last.problems)).state, nothingSent).sent;
  for (let key = 0; key < keys; key++) {
    const at = placeOf(issue, where, Math.floor(key / keysInPlace));
    text = `${text.slice(0, at)}${'abcdefghij'[key % 10]!}${text.slice(at + (key % 4 > 1 ? 1 : 0))}`;
    if (key % keysInPlace === 0) {
      markdown.parse(text);
      time(plain, () => markdown.parse(text));
    }
    const isPause = key % 2 > 0;
    const step = isPause ? '' : 'at once: ';
    issue = time(`${step}read again`, () => parseIssue(text, issue));
    if (isPause) time('facts for pairing', () => describePost('post.md', issue, identify)); // until then nobody asks for them
    const context = isPause
      ? time('align', () => align(issue))
      : time('at once: alignment', () => contextAfter(last.context, sourceIssue, issue));
    const problems = isPause
      ? time('all checks', () => checkPairAll(context).problems)
      : time('at once: problems', () =>
          carriedProblems(last.problems, { before: last.text, after: text }, { before: source, after: source }),
        );
    const panel = time(`${step}panel`, () => buildPanel(shown(context, problems)));
    sent = time(`${step}patch`, () => patchTo(panel.state, sent)).sent;
    if (isPause) last = { text, context, problems, ignored: [] };
  }
  return times;
}

/** In UTF-16 code units, where the keys go: inside the last word of a paragraph, of the longest or of each in turn. */
function placeOf({ blocks }: Issue, where: 'throughout' | 'longest', turn: number): number {
  const paragraphs = blocks.filter(({ kind, text }) => kind === 'paragraph' && text.length > 40);
  // Steps of a prime number go through all of them, here and there.
  const one =
    where === 'longest'
      ? paragraphs.reduce((a, b) => (b.text.length > a.text.length ? b : a))
      : paragraphs[(turn * 7) % paragraphs.length]!;
  return one.span.end - 1;
}

/** Without the first half, while code and caches warm up. */
function median(times: readonly number[]): number {
  const warm = times.slice(times.length / 2).sort((a, b) => a - b);
  return warm[warm.length >> 1] ?? NaN;
}

async function main(): Promise<void> {
  const texts = benchTexts(240);
  const columns = texts.map((text) => ({ text, where: 'throughout' }));
  columns.push({ text: texts.find(({ name }) => name === 'real issue') ?? texts[0]!, where: 'longest' });
  const measured: Times[] = [];
  for (const { text, where } of columns) measured.push(await measure(text, where));
  const stages = [...measured[0]!.keys()].filter((stage) => stage !== plain);
  const [atOnce, atPause] = [
    stages.filter((stage) => stage.startsWith('at once: ')),
    stages.filter((stage) => !stage.startsWith('at once: ')),
  ];
  const row = (title: string, own: readonly string[]): string[] => [
    title,
    ...measured.map((times) => {
      const sum = own.reduce((all, stage) => all + median(times.get(stage)!), 0);
      return `${sum.toFixed(2)} ms = ${(sum / median(times.get(plain)!)).toFixed(3)}`;
    }),
  ];
  console.log('\nOne key press: milliseconds, and as a share of one plain parse of the text\n');
  printTable(
    [
      'stage',
      ...columns.map(
        ({ text: { name, target }, where }) =>
          `${name}, ${Math.round(target.length / 1024)} KB${where === 'longest' ? ', longest paragraph' : ''}`,
      ),
    ],
    [
      row(plain, [plain]),
      ...atPause.map((stage) => row(stage, [stage])),
      row('together', atPause),
      row('what is shown at once', atOnce),
    ],
  );
}

void main();
