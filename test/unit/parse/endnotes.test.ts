// Endnotes: addresses in a numbered list at the end, which the text refers to by their numbers.
import assert from 'node:assert/strict';
import { placeOf } from '../../../src/core/parse/directives.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { directivesFor, isIgnoredInFile } from '../../../src/core/ignore/cover.js';

const notes = (...numbers: readonly number[]): string =>
  numbers.map((number) => `[${number}] Note: <https://place.example/${number}>`).join('\n\n');
/** The texts of the blocks, and the addresses in each. */
const read = (text: string): [string, ...string[]][] =>
  parseIssue(text).blocks.map((block) => [
    block.text.split(' ')[0]!,
    ...block.links.map(({ url }) => url.replace('https://place.example/', '')),
  ]);

describe('endnotes', () => {
  it('are links of the blocks that refer to them, in their order', () => {
    assert.deepEqual(read(`A[2] and [x](https://place.example/x) and B[1].\n\nC[3].\n\n${notes(1, 2, 3)}\n`), [
      ['A[2]', '2', 'x', '1'],
      ['C[3].', '3'],
    ]);
  });

  it('stay what they are where fewer than three are there, where a number stands twice, or where few are referred to', () => {
    for (const text of [
      `A[1] B[2].\n\n${notes(1, 2)}\n`,
      `A[1] B[2] C[3].\n\n${notes(1, 2, 3, 3)}\n`,
      `A[1].\n\n${notes(1, 2, 3)}\n`,
    ])
      assert.equal(read(text)[0]!.length, 1, text);
  });

  it('are not referred to in code, nor by numbers that none has', () => {
    assert.deepEqual(
      read(`A[1] B[2] C[3] D[9].\n\n~~~\nlist[1]\n~~~\n\n${notes(1, 2, 3)}\n`).map((one) => one.length),
      [4, 1],
    );
  });
});

describe('the place of a problem', () => {
  const issue = parseIssue('---\ntitle: x\nimage:\n  thumb: a.png\n---\n\nOne.\n\nTwo.\n');
  const at = (words: string, length = words.length) =>
    placeOf({ start: issue.text.indexOf(words), end: issue.text.indexOf(words) + length }, issue);

  it('is a field, or the block that it is in or behind', () => {
    assert.deepEqual(at('a.png'), { in: 'front matter', field: 'image.thumb' });
    assert.deepEqual(at('One.'), { in: 'body', block: 0 });
    assert.deepEqual(at('\n\nTwo', 1), { in: 'body', block: 0 });
  });

  it('is the next block where it begins between two and runs into that', () => {
    assert.deepEqual(at('\nTwo'), { in: 'body', block: 1 });
    assert.deepEqual(at('.\n\nTwo'), { in: 'body', block: 0 }, 'not where it shares something with the block before');
    assert.deepEqual(at('\nOne'), { in: 'body', block: 0 }, 'nor need there be one before');
  });
});

describe('what is marked as intended', () => {
  const issue = parseIssue(
    '---\n# facing-pages: ignore front-matter-changed\nimage:\n  thumb: a.png\ntitle: x\n---\n\n<!-- facing-pages: ignore link-missing (a.example) -->\n\nOne.\n',
  );
  const marks = (check: string, words: string, subject?: string): number =>
    directivesFor(
      { check, subject, span: { start: issue.text.indexOf(words), end: issue.text.indexOf(words) + 1 } },
      issue,
    ).length;

  it('in front matter is the next field, with those below it', () => {
    assert.equal(marks('front-matter-changed', 'image:'), 1);
    assert.equal(marks('front-matter-changed', 'a.png'), 1);
    assert.equal(marks('front-matter-changed', 'title'), 0);
    assert.equal(marks('front-matter-changed', 'One.'), 0, 'a problem of the body');
  });

  it('by the settings is all of a check, or what is about one thing', () => {
    const span = { start: 0, end: 1 };
    assert.ok(isIgnoredInFile({ check: 'a', span }, [{ check: 'a' }]));
    assert.ok(isIgnoredInFile({ check: 'a', span, subject: 'x  y' }, [{ check: 'a', subject: 'x y' }]));
    assert.ok(!isIgnoredInFile({ check: 'a', span }, [{ check: 'a', subject: 'x' }]));
    assert.ok(!isIgnoredInFile({ check: 'b', span }, [{ check: 'a' }]));
  });
});
