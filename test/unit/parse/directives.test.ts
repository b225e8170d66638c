// Directives: what counts as one, where it belongs, and that the text is the same without it.
import assert from 'node:assert/strict';
import { writtenSubject } from '../../../src/core/parse/directives.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { cpuTime } from '../../support/robust/stages.js';

const comment = '<!-- facing-pages: ignore link-missing -->';

describe('a directive', () => {
  for (const [kind, text] of [
    ['image', '![a](b.png)'],
    ['title', '***A title***'],
    ['heading', '## A heading'],
    ['list-item', '- an item'],
    ['paragraph', 'A text.'],
    ['paragraph', '> A quotation.'],
  ] as const) {
    it(`behind ${text} leaves it what it is`, () => {
      const [block] = parseIssue(`${text} ${comment}\n`).blocks;
      const [alone] = parseIssue(`${text}\n`).blocks;
      assert.equal(block!.kind, kind);
      assert.deepEqual(
        [block!.kind, block!.text, block!.span, block!.comments],
        [alone!.kind, alone!.text, alone!.span, alone!.comments],
      );
    });
  }

  it('is no comment in which the source is kept', () => {
    const [block] = parseIssue(`A text.\n\n<!-- Un texte. -->\n\n${comment}\n`).blocks;
    assert.deepEqual(block!.comments, ['Un texte.']);
  });

  for (const [what, text] of [
    ['code in a line', `Write \`${comment}\` there.`],
    ['code in a fence', `~~~\n${comment}\n~~~`],
    ['the text of a field', `---\nexcerpt: |\n  # facing-pages: ignore link-missing\n---\n`],
    ['a comment that only speaks of it', '<!-- about facing-pages: ignore link-missing -->'],
    ['a comment that is never closed', 'Text.\n\n<!-- facing-pages: ignore link-missing'],
  ] as const) {
    it(`is not ${what}`, () => assert.deepEqual(parseIssue(text).directives, []));
  }

  it('is found wherever comments are, each on its own', () => {
    const { directives } = parseIssue(
      `${comment}\n\nOne. ${comment} ${comment}\n\n> - Two. ${comment}\n>\n>   <!-- facing-pages:\n>   ignore-file x -->\n`,
    );
    assert.deepEqual(
      directives.map(({ kind, place }) => [kind, place.in === 'body' && place.block]),
      [
        ['ignore', undefined],
        ['ignore', 0],
        ['ignore', 0],
        ['ignore', 1],
        ['unclear', 1],
      ],
    );
  });

  it('holds its subject whatever that is', () => {
    for (const subject of [
      'a--b',
      'a-->b',
      '{{ site.x }} {% y %}',
      'two\n lines\u0000',
      '…'.repeat(300),
      '👩‍💻',
      '#1 "x" \'y\'',
    ]) {
      const written = writtenSubject(subject);
      assert.doesNotMatch(written, /--|\{\{|\{%|%\}|\}\}|\n/);
      assert.equal(writtenSubject(written), written);
      assert.equal(parseIssue(`Text. <!-- facing-pages: ignore x ${written} -->`).directives[0]?.subject, written);
      assert.equal(parseIssue(`---\n# facing-pages: ignore x ${written}\na: b\n---\n`).directives[0]?.subject, written);
    }
  });

  it('is read in time, whatever stands there', function () {
    this.timeout(60_000); // other programs may have the processor: what counts is its time
    const begin = cpuTime();
    for (const text of [
      '<!-- facing-pages: '.repeat(20_000),
      `${comment}\n\n`.repeat(3_000),
      `Text. ${comment.repeat(3_000)}`,
      '-->\n\n'.repeat(20_000),
      `---\n# facing-pages:${' '.repeat(20_000)}x\n---\n`,
    ])
      parseIssue(text);
    assert.ok(cpuTime() - begin < 5_000, `${cpuTime() - begin} ms`);
  });
});
