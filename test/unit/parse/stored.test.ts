// Parsed issues as plain data: what comes back is what was parsed.
import assert from 'node:assert/strict';
import { deserialize, serialize } from 'node:v8';
import type { Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { restoredIssue, storedIssue, type StoredIssue } from '../../../src/core/parse/stored.js';
import { samplePairs } from '../../support/planted/samples.js';

/** What can be compared: no functions, no lines and columns of nodes, no identities. */
function plain({ lines: _lines, blocks, ...rest }: Issue): unknown {
  const withoutLines = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'line' || key === 'column' ? undefined : part)));
  return {
    ...rest,
    blocks: blocks.map(({ identity: _identity, ...block }) => ({ ...block, nodes: withoutLines(block.nodes) })),
  };
}

function throughBytes(text: string): Issue | undefined {
  const stored = storedIssue(parseIssue(text));
  return stored && restoredIssue(deserialize(serialize(stored)) as StoredIssue, text);
}

describe('a stored issue', () => {
  const texts: readonly (readonly [string, string])[] = [
    ...samplePairs()
      .slice(0, 4)
      .map(({ name, target }) => [name, target] as const),
    [
      'front matter with a date, an empty field and a list',
      '---\ntitle: "Letter #1"\ndate: 2026-03-08\nempty:\ntags: [a, b]\n---\n\nText.\n',
    ],
    [
      'lines cut out of one paragraph',
      '![a](a.png)\n*A caption*\n**A title**\nAnd its text, with a [link](https://a.example) and `code`.\n',
    ],
    [
      'endnotes, references and comments',
      '# One {#first}\n\nSee [this][1] and that[^n].<!-- facing-pages: ignore link-missing -->\n\n[1]: https://b.example\n[^n]: A note.\n',
    ],
    ['nothing', ''],
  ];
  for (const [name, text] of texts) {
    it(`is what it was: ${name}`, () => {
      const [before, after] = [parseIssue(text), throughBytes(text)!];
      assert.deepEqual(plain(after), plain(before));
      assert.deepEqual(after.lines.positionAt(text.length), before.lines.positionAt(text.length));
    });
  }

  it('has identities of its own, each block another', () => {
    const { blocks } = throughBytes('# One\n\nText.\n\nMore.\n')!;
    assert.equal(new Set(blocks.map(({ identity }) => identity)).size, blocks.length);
  });

  it('is none of a text whose encoding is damaged', () => {
    assert.equal(
      storedIssue(parseIssue('L’été, la forêt et le château : Ã©tÃ©, forÃªt, chÃ¢teau, Ã©cole, Ã¢ge.\n')),
      undefined,
    );
  });
});
