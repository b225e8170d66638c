// Reading a text again after an edit: the same result as reading it afresh, with what stayed the same known again.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Issue } from '../../../src/core/model.js';
import { chunksAfter, chunksOf } from '../../../src/core/parse/chunks.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { changeBetween } from '../../../src/core/text/change.js';
import { corpusPosts, describeCorpus } from '../support/corpus.js';
import { posts } from '../support/markdown.js';
import { plainIssue } from '../support/plainIssue.js';
import { holds } from '../support/property.js';
import { sampleIssue, sampleNames } from '../support/samples.js';

function assertSame(text: string, before: Issue): Issue {
  const issue = parseIssue(text, before);
  assert.deepEqual(plainIssue(issue), plainIssue(parseIssue(text)));
  return issue;
}

/** An edit: where (a share of the text), how much is cut away, and what is put there. */
const edits = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(30),
    fc.oneof(
      fc.constantFrom(
        '',
        'x',
        ' ',
        '\n',
        '\n\n',
        '# b\n\n',
        '```\n',
        '<!--',
        '-->',
        '[a]',
        '[a]: https://a.example\n',
        '[1]',
        '---\n',
        '{% comment %}',
        '[a]({% link b c %})',
        '({{',
        '- ',
        'é',
        '<div>\n',
      ),
      fc.string({ maxLength: 10 }),
    ),
  ),
  { minLength: 1, maxLength: 8 },
);

function edited(text: string, [at, cut, put]: readonly [number, number, string]): string {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + put + text.slice(from + cut);
}

/** Makes the edits one after the other, each read with what was read before. */
function assertSameAll(start: string, steps: readonly (readonly [number, number, string])[]): void {
  let before = parseIssue(start);
  for (const step of steps) before = assertSame(edited(before.damage ? start : before.text, step), before);
}

describe('a post read again', () => {
  it('is what it is read afresh', () => holds([posts, edits], 120, assertSameAll));

  for (const sample of sampleNames) {
    it(`${sample} is what it is read afresh`, () =>
      holds([edits], 12, (steps) => assertSameAll(sampleIssue(sample).text, steps)));
  }

  it('knows all blocks but the one that was edited', () => {
    const before = sampleIssue('en12');
    const paragraph = before.blocks.find(
      ({ kind, links, span }) => kind === 'paragraph' && links.length > 0 && span.start > 2000,
    )!;
    const at = paragraph.span.end - 2;
    const after = parseIssue(`${before.text.slice(0, at)}x${before.text.slice(at)}`, before);
    const known = new Set(before.blocks.map(({ identity }) => identity));
    assert.deepEqual(
      after.blocks.filter(({ identity }) => !known.has(identity)).map(({ index }) => index),
      [paragraph.index],
    );
    assert.equal(after.blocks[0], before.blocks[0]);
  });

  it('is cut into chunks as it is afresh', () => {
    holds([posts, edits], 120, (start, steps) => {
      let [text, chunks] = [start, chunksOf(start, 0)];
      for (const step of steps) {
        const now = edited(text, step);
        chunks = chunksAfter(now, 0, chunks, changeBetween(text, now));
        assert.deepEqual(chunks, chunksOf(now, 0));
        text = now;
      }
    });
  });

  it('is cut into chunks as it is afresh where its front matter grows or shrinks', () => {
    const body = '# a\n\nwords\n\n# b\n\nwords\n';
    for (const [was, is] of [
      ['---\na: 1\n---\n', '---\na: 12\n---\n'],
      ['', '---\n---\n'],
      ['---\na: 1\n---\n', ''],
    ] as const) {
      const before = chunksOf(was + body, was.length);
      assert.equal(before.length, 2);
      assert.deepEqual(
        chunksAfter(is + body, is.length, before, changeBetween(was + body, is + body)),
        chunksOf(is + body, is.length),
      );
    }
  });

  it('leads references to where their definition is now', () => {
    const before = parseIssue('# a\n\n[w][l]\n\n# b\n\n[l]: https://a.example\n');
    const moved = assertSame('# a\n\n[w][l]\n\n# b\n\ntext\n\n[l]: https://a.example\n', before);
    assert.equal(moved.blocks[1]!.identity, before.blocks[1]!.identity);
    const changed = assertSame('# a\n\n[w][l]\n\n# b\n\ntext\n\n[l]: https://b.example\n', moved);
    assert.notEqual(changed.blocks[1]!.identity, before.blocks[1]!.identity);
    assertSame('# a\n\n[w][l]\n\n# b\n\ntext\n', changed);
  });
});

describeCorpus('dair-ai', 'real posts', () => {
  it('its posts read again are what they are read afresh', () => {
    for (const { text } of corpusPosts('dair-ai'))
      fc.assert(
        fc.property(edits, (steps) => assertSameAll(text, steps)),
        { numRuns: 1, seed: text.length },
      );
  });
});
