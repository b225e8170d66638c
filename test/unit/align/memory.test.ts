// Aligning again after an edit: what is remembered must say what aligning afresh says.
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { aligning, alignIssues } from '../../../src/core/align/align.js';
import type { Alignment } from '../../../src/core/align/alignment.js';
import { explainUnit } from '../../../src/core/align/explain.js';
import { AlignMemory } from '../../../src/core/align/memory.js';
import type { Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { finished } from '../../../src/core/steps.js';
import { holds } from '../support/property.js';
import { sampleIssue } from '../support/samples.js';

function plain(alignment: Alignment): unknown {
  return alignment.units.map((unit) => ({
    ...unit,
    source: unit.source.map(({ index }) => index),
    target: unit.target.map(({ index }) => index),
    why: explainUnit(alignment, unit),
  }));
}

/** Which text, where (a share of it), how much is cut away, and what is put there: mostly what is typed inside of a word. */
const edit = fc.tuple(
  fc.boolean(),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat(60), weight: 1 }),
  fc.constantFrom(
    'a',
    'e',
    ' ',
    's',
    'Mila',
    '12',
    '🚲',
    'x'.repeat(40),
    '**',
    '\n',
    '\n\n',
    '\n- ',
    '# ',
    '1. ',
    '[a](https://a.example/b)',
    '`code`',
    'un mot de plus',
  ),
);

function edited(issue: Issue, at: number, cut: number, put: string): Issue {
  const from = Math.floor(at * issue.text.length);
  return parseIssue(issue.text.slice(0, from) + put + issue.text.slice(from + cut), issue);
}

describe('an alignment that remembers the one before', () => {
  it('holds nothing of the hundreds of versions before that', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const heap = (): number => (collect(), process.memoryUsage().heapUsed);
    const source = parseIssue('Words.\n');
    const memory = new AlignMemory();
    const version = (i: number): Issue => parseIssue(`Mots.\n\n\`\`\`\n${'x'.repeat(110_000)}${i}\n\`\`\`\n`);
    finished(aligning(source, version(0), memory));
    const before = heap();
    for (let i = 1; i <= 150; i++) finished(aligning(source, version(i), memory));
    assert.ok(heap() - before < 12 * 2 ** 20, `150 versions of 110 KB weigh ${heap() - before} bytes`);
  });

  for (const language of ['fr', 'zh', 'ar'] as const) {
    it(`is that of the texts as they stand, whatever was edited: ${language}`, () =>
      holds([fc.array(edit, { minLength: 2, maxLength: 8 })], 25, (edits) => {
        let [source, target] = [sampleIssue('en12'), sampleIssue(`${language}12`)];
        const memory = new AlignMemory();
        finished(aligning(source, target, memory));
        for (const [inSource, at, cut, put] of edits) {
          if (inSource) source = edited(source, at, cut, put);
          else target = edited(target, at, cut, put);
          assert.deepEqual(plain(finished(aligning(source, target, memory))), plain(alignIssues(source, target)));
        }
      }));
  }

  const source = sampleIssue('en12');
  const target = sampleIssue('fr12');
  const memory = new AlignMemory();
  finished(aligning(source, target, memory));
  const paragraph = target.blocks.find(
    ({ kind, text, links }) => kind === 'paragraph' && text.length > 200 && links.length > 0,
  )!;
  const end = paragraph.span.end - 1;
  const known = (put: string, cut = 0): boolean =>
    memory.recall(source, parseIssue(target.text.slice(0, end - cut) + put + target.text.slice(end), target)) !==
    undefined;

  it('matches nothing anew for a letter more in a word', () => assert.ok(known('e')));
  it('matches anew what got much longer', () => assert.ok(!known('e'.repeat(100))));
  it('matches anew what has got a word of the source', () => assert.ok(!known(' Footpath')));
  it('matches anew what has got a link', () => assert.ok(!known(' [a](https://a.example)')));
  it('matches anew what has got a paragraph', () => assert.ok(!known('\n\nEncore un.')));
  it('matches anew what says the same as another paragraph', () => {
    const other = target.blocks.find(({ kind, text }) => kind === 'paragraph' && text.length > 100)!;
    const text =
      target.text.slice(0, paragraph.span.start) +
      target.text.slice(other.span.start, other.span.end) +
      target.text.slice(paragraph.span.end);
    assert.equal(memory.recall(source, parseIssue(text, target)), undefined);
  });
});
