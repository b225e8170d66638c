// What the heap holds when somebody has written in an issue for long: read, matched and checked anew after each of many edits.
//
//   npm run bench:heap [-- --edits 3000]
//
// Edits at random places, some of which break the Markdown; at every fortieth the text is as it was at first. What was
// worked out of texts is remembered up to a bound, so the heap grows, and then no more. The garbage is collected first.
// The long text gets a tenth of the edits.
import { parseArgs } from 'node:util';
import { runInNewContext } from 'node:vm';
import { setFlagsFromString } from 'node:v8';
import { checkPairAll, CheckMemory, pairContext } from '../src/core/checks/run.js';
import { loadIdentify, type Identify } from '../src/core/language/identify.js';
import { parseIssue } from '../src/core/parse/issue.js';
import { Chance } from '../test/soak/chance.js';
import { printTable } from './alignment/print.js';
import { benchTexts, type BenchText } from './texts.js';

const { values } = parseArgs({ options: { edits: { type: 'string', default: '3000' } } });
const mostEdits = Number(values.edits);
const longText = 100_000;
const pieces = [
  'A word',
  ' ',
  '\n\n',
  '# Parks\n',
  '- one\n- two\n',
  '**bold**',
  '*',
  '```\nlet a = 1;\n```\n',
  '[words](https://a.example/b)',
  '](',
  '<div>',
  '---\n',
  '| a | b |\n| - | - |\n',
  '3,000',
  'été',
  '公園',
];

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Megabytes of the heap, right after the first look and after each sixth of the edits. */
function heaps({ source, target }: BenchText, identify: Identify): number[] {
  const chance = new Chance(7);
  const edits = target.length > longText ? mostEdits / 10 : mostEdits;
  const sourceIssue = parseIssue(source);
  const memory = new CheckMemory();
  let text = target;
  let issue = parseIssue(text);
  const found: number[] = [];
  for (let edit = 0; edit <= edits; edit++) {
    checkPairAll(pairContext(sourceIssue, issue, { source: 'en', target: 'fr', identify, memory }));
    if (edit % Math.ceil(edits / 6) === 0) {
      collect();
      found.push(process.memoryUsage().heapUsed / 2 ** 20);
    }
    const at = chance.below(text.length);
    text =
      edit % 40 === 39
        ? target
        : text.slice(0, at) + chance.of(pieces) + text.slice(at + (chance.below(3) > 0 ? 0 : chance.below(80)));
    issue = parseIssue(text, issue);
  }
  return found;
}

async function main(): Promise<void> {
  const identify = await loadIdentify();
  const rows = benchTexts(240).map((text) => {
    const found = heaps(text, identify);
    return [
      `${text.name}, ${Math.round(text.target.length / 1024)} KB`,
      ...found.map((size) => `${size.toFixed(0)} MB`),
    ];
  });
  console.log(
    `\nHeap, all texts in one process, one after the other, ${mostEdits.toLocaleString('en')} edits each, a tenth of them in the long one\n`,
  );
  printTable(['text', 'at first', ...[1, 2, 3, 4, 5, 6].map((sixth) => `${sixth}/6`)], rows);
}

void main();
