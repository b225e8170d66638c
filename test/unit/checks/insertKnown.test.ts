// Source text that fixes insert, where the language's earlier issues have some of it already.
import assert from 'node:assert/strict';
import { insertedBlocks } from '../../../src/core/checks/support/insertKnown.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { InsertStyle } from '../../../src/core/project/rules.js';
import type { Recurring } from '../../../src/core/start/recurring.js';

const issue = `# News

The harbour opens at eight.

## Boats

***The first boat***
It leaves at nine.

The second boat leaves at ten.

Write to us!
`;

/** What is inserted of blocks `first` to `last`, where the words in `known` recur. */
function inserted(
  known: Readonly<Record<string, string>>,
  {
    text = issue,
    first = 0,
    last = -1,
    style = 'plain',
  }: { text?: string; first?: number; last?: number; style?: InsertStyle } = {},
): { text: string; isQuoted: boolean } {
  const source = parseIssue(text);
  const recurring: Recurring = (block) => known[block.text];
  return insertedBlocks(source, first, last < 0 ? source.blocks.length + last : last, style, recurring);
}

describe('what is inserted', () => {
  it('is the source’s where nothing recurs', () => {
    assert.deepEqual(inserted({}), { text: issue.trimEnd(), isQuoted: false });
    assert.deepEqual(insertedBlocks(parseIssue(issue), 0, 1, 'plain', undefined), {
      text: '# News\n\nThe harbour opens at eight.',
      isQuoted: false,
    });
  });

  it('is the language’s where it recurs: first, in the middle, last', () => {
    assert.deepEqual(inserted({ News: '# Nouvelles', Boats: '## Bateaux', 'Write to us!': 'Écrivez-nous !' }), {
      text: issue
        .trimEnd()
        .replace('# News', '# Nouvelles')
        .replace('## Boats', '## Bateaux')
        .replace('Write to us!', 'Écrivez-nous !'),
      isQuoted: false,
    });
  });

  it('is no more than was asked for', () => {
    assert.equal(
      inserted({ Boats: '## Bateaux' }, { first: 1, last: 2 }).text,
      'The harbour opens at eight.\n\n## Bateaux',
    );
    assert.equal(inserted({ News: '# Nouvelles', Boats: '## Bateaux' }, { first: 2, last: 2 }).text, '## Bateaux');
  });

  it('leaves alone what shares its lines with another block', () => {
    const blocks = parseIssue(issue).blocks.map(({ text }) => text);
    assert.ok(blocks.includes('The first boat') && blocks.includes('It leaves at nine.'));
    const both = 'News and *boats*\n===\n![a](https://example.org/a.png) ![b](https://example.org/b.png)\n\nMore.\n';
    assert.equal(
      inserted({ 'It leaves at nine.': 'Il part à neuf heures.' }).text,
      issue.trimEnd().replace('It leaves at nine.', 'Il part à neuf heures.'),
    );
    assert.equal(inserted({ 'More.': 'Plus.' }, { text: both }).text, both.trimEnd().replace('More.', 'Plus.'));
  });

  it('quotes what is not known, with blank lines around it', () => {
    const tight = '# News\nThe harbour opens at eight.\n## Boats\nThe second boat leaves at ten.\n';
    assert.deepEqual(inserted({ News: '# Nouvelles', Boats: '## Bateaux' }, { text: tight, style: 'quoted' }), {
      text: '# Nouvelles\n\n> The harbour opens at eight.\n\n## Bateaux\n\n> The second boat leaves at ten.',
      isQuoted: true,
    });
    assert.deepEqual(
      inserted(
        { News: '# Nouvelles', 'The harbour opens at eight.': 'Le port ouvre à huit heures.' },
        { text: tight, last: 1, style: 'quoted' },
      ),
      { text: '# Nouvelles\nLe port ouvre à huit heures.', isQuoted: false },
    );
  });

  it('has line feeds alone, and its own signs around what is known', () => {
    const windows = '- One.\r\n- Two. \r\n\r\n  Three.\r\n';
    assert.equal(
      inserted({ 'One.': 'Un.', 'Two. Three.': 'Deux.\r\n\r\n  Trois.' }, { text: windows }).text.includes('\r'),
      false,
    );
  });
});
