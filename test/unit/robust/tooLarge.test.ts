// A post that is too large for a newsletter issue: it is named, costs next to nothing, and the others are checked.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { largest, whyTooLarge } from '../../../src/core/parse/tooLarge.js';
import { cpuTime } from '../../support/robust/stages.js';
import { enterFolder, leave, runCommand } from '../support/commandLine.js';
import { sampleText } from '../support/samples.js';

const head = '---\ntitle: "Letter 13"\n---\n\n';
const headLines = 3;
const paragraphs = (count: number): string => 'The ferry runs.\n\n'.repeat(count);

/** For each limit: what it counts, and a text that has `count` of it. */
const cases = [
  ['characters', largest.characters, (count: number) => `${'a'.repeat(99)}\n`.repeat(count / 100 + 1).slice(0, count)],
  [
    'characters',
    largest.withPictures,
    (count: number) => `![a](data:image/png;base64,${'iVBORw0KGgo'.repeat(count / 11 + 1)}`.slice(0, count - 1) + ')',
  ],
  ['lines of text', largest.lines, (count: number) => paragraphs(count)],
  ['lines of text', largest.lines, (count: number) => 'The ferry runs.\r\r'.repeat(count)],
  ['lines of text', largest.lines, (count: number) => '\u00a0\n\n'.repeat(count)],
  ['signs of markup', largest.signs, (count: number) => 'a|b '.repeat(count)],
  ['signs of markup', largest.signs, (count: number) => 'a\\b '.repeat(count)],
  ['signs of markup', largest.signs, (count: number) => `${'a'.repeat(5)}${'\r'.repeat(count)}`],
] as const;

describe('a text that is too large for an issue', () => {
  for (const [what, most, textOf] of cases) {
    it(`has more than ${most} ${what}: ${JSON.stringify(textOf(3).slice(0, 24))}`, () => {
      const [enough, tooMuch] = [textOf(most), textOf(most + 1)];
      assert.equal(whyTooLarge(enough), undefined);
      assert.match(
        whyTooLarge(tooMuch)!,
        new RegExp(
          `^has more than ${most.toLocaleString('en')} ${what}.*, which is too many for a newsletter issue\\.$`,
        ),
      );
    });
  }

  it('has its front matter, a fault in the first place, and no blocks', () => {
    const issue = parseIssue(head + paragraphs(largest.lines));
    assert.deepEqual([issue.blocks, issue.sections], [[], []]);
    assert.equal(issue.frontMatter?.fields[0]?.value, 'Letter 13');
    assert.deepEqual(issue.faults, [
      {
        span: { start: 0, end: 3 },
        message:
          'This post has more than 2,500 lines of text, which is too many for a newsletter issue. It is not read.',
      },
    ]);
    assert.equal(parseIssue(head + paragraphs(largest.lines - headLines)).blocks.length, largest.lines - headLines);
  });

  it('is looked at in no time, however long it is', () => {
    const text = paragraphs(300_000); // 5 MB; to read it takes half a minute
    const begin = cpuTime();
    parseIssue(text, parseIssue(text));
    assert.ok(cpuTime() - begin < 2_000, `${cpuTime() - begin} ms`);
  });

  it('lacks nothing beside its source, and its translation has nothing that it lacks', () => {
    const [short, long] = [parseIssue(head + paragraphs(3)), parseIssue(head + paragraphs(largest.lines))];
    for (const [source, target] of [
      [short, long],
      [long, short],
      [long, long],
    ] as const) {
      assert.deepEqual(checkPair(pairContext(source, target, { source: 'en', target: 'fr' })), []);
    }
  });

  it('can be written back to a size that is read, at each of its edits', () => {
    const long = parseIssue(head + paragraphs(largest.lines));
    const text = head + paragraphs(5);
    assert.deepEqual(
      parseIssue(text, long).blocks.map((block) => block.text),
      parseIssue(text).blocks.map((block) => block.text),
    );
  });
});

describe('a post that is too large', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = enterFolder('facing-large-');
    mkdirSync('tree/_posts', { recursive: true });
    writeFileSync('tree/_posts/2026-03-08-Footpath_Letter_12.md', sampleText('en12'));
    writeFileSync('tree/_posts/2026-03-15-Lettre_12_[FR].md', sampleText('fr12'));
    writeFileSync('tree/_posts/2026-04-08-Footpath_Letter_13.md', head + paragraphs(largest.lines));
    writeFileSync('tree/CHANGELOG.md', paragraphs(largest.lines + 1));
  });
  after(() => leave(folder));

  const named =
    'tree/_posts/2026-04-08-Footpath_Letter_13.md has more than 2,500 lines of text, which is too many for a newsletter issue. It was not checked.';

  it('is named, and the others are checked', async () => {
    const { out, err } = await runCommand('check', '--format', 'json', 'tree');
    assert.ok(err.includes(named), err);
    assert.match(out, /Lettre_12/);
    assert.doesNotMatch(out, /Letter_13/);
  });

  it('is named only if it may be an issue', async () => {
    const { err } = await runCommand('check', '--format', 'json', 'tree');
    assert.doesNotMatch(err, /CHANGELOG/);
  });

  for (const command of ['pairs', 'status', 'stale']) {
    it(`is named by ${command}`, async () => {
      const { err } = await runCommand(command, 'tree');
      assert.ok(err.includes(named), err);
    });
  }

  for (const args of [
    ['check'],
    ['new'],
    ['start', '--locale', 'fr'],
    ['update'],
    ['check', '--source', 'tree/_posts/2026-03-08-Footpath_Letter_12.md'],
    ['align', 'tree/_posts/2026-03-08-Footpath_Letter_12.md'],
  ]) {
    it(`ends ${args.slice(0, 2).join(' ')} where it was named itself`, async () => {
      const { code, err } = await runCommand(...args, 'tree/_posts/2026-04-08-Footpath_Letter_13.md');
      assert.equal(code, 2);
      assert.ok(err.includes(named), err);
    });
  }

  it('is named where it was named itself, though it can be no issue', async () => {
    const { code, err } = await runCommand('check', 'tree/CHANGELOG.md');
    assert.equal(code, 2);
    assert.match(err, /^facing-pages: tree\/CHANGELOG\.md has more than 2,500 lines of text/m);
  });

  it('is read if it is as large as may be', async () => {
    const file = 'tree/_posts/2026-05-08-Footpath_Letter_14.md';
    writeFileSync(file, head + paragraphs(largest.lines - headLines));
    const { err } = await runCommand('check', '--format', 'json', 'tree');
    assert.ok(err.includes(named), err);
    assert.doesNotMatch(err, /Letter_14/);
  });
});
