// Tables of contents, texts that stand twice, and the units of blocks.
import assert from 'node:assert/strict';
import { indexUnits, type Unit } from '../../../src/core/align/alignment.js';
import { contentsOf, mayTranslate, type Entries } from '../../../src/core/align/contents.js';
import { copiesIn, originalsIn } from '../../../src/core/align/copies.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const contents = (text: string): string[] => {
  const { blocks } = parseIssue(text);
  const found = contentsOf(blocks);
  return blocks.filter(({ index }) => found.get(index)?.repeat === 'most').map((block) => block.text);
};
const list = (...items: readonly string[]): string => `${items.map((item) => `- ${item}`).join('\n')}\n\n`;
const titled = (...titles: readonly string[]): string =>
  titles.map((title) => `## ${title}\n\nSome words.\n\n`).join('');

describe('a table of contents', () => {
  it('is a list that repeats three titles', () => {
    assert.deepEqual(contents(list('Bridges', 'Ferries', 'Mills') + titled('Bridges', 'Ferries', 'Mills')), [
      'Bridges',
      'Ferries',
      'Mills',
    ]);
  });

  it('is no list of fewer, nor one of which fewer are titles', () => {
    assert.deepEqual(contents(list('Bridges', 'Ferries') + titled('Bridges', 'Ferries', 'Mills')), []);
    assert.deepEqual(contents(list('Bridges', 'Ferries', 'Weirs') + titled('Bridges', 'Ferries', 'Mills')), []);
    assert.deepEqual(
      contents(list('Bridges', 'Ferries', 'Mills', 'a', 'b', 'c', 'd') + titled('Bridges', 'Ferries', 'Mills')),
      [],
    );
  });

  it('has entries that repeat none, if at least half of them do', () => {
    const items = ['Bridges', 'a', 'Ferries', 'b', 'Mills', 'c'];
    assert.deepEqual(contents(list(...items) + titled('Bridges', 'Ferries', 'Mills')), items);
  });

  it('may number and mark its entries', () => {
    assert.deepEqual(
      contents(list('1.1 Bridges!', '1.2 FERRIES', '1.3 Café') + titled('Bridges', '2. Ferries', 'Café…')).length,
      3,
    );
  });

  it('may stand behind other lists, and repeat titles of items', () => {
    const text = `${list('Boots', 'Maps', 'Bread')}Words between.\n\n${list('Bridges', 'Ferries', 'Mills')}**Bridges**\n\nWords.\n\n**Ferries**\n\nWords.\n\n**Mills**\n\nWords.\n`;
    assert.deepEqual(contents(text), ['Bridges', 'Ferries', 'Mills']);
  });

  it('is not two lists that other words part', () => {
    assert.deepEqual(
      contents(
        `${list('Bridges', 'Ferries')}Words between.\n\n${list('Mills')}${titled('Bridges', 'Ferries', 'Mills')}`,
      ),
      [],
    );
  });

  it('repeats no paragraphs', () => {
    assert.deepEqual(contents(`${list('Bridges', 'Ferries', 'Mills')}Bridges\n\nFerries\n\nMills\n`), []);
  });

  it('translates contents alone, or a list that repeats some titles or is about as long', () => {
    const entries = (count: number, repeat: Entries['repeat']): Entries => ({ count, repeat });
    const both = (one: Entries | undefined, other: Entries | undefined): boolean => {
      assert.equal(mayTranslate(one, other), mayTranslate(other, one));
      return mayTranslate(one, other);
    };
    assert.ok(
      both(entries(4, 'most'), entries(9, 'most')) &&
        both(entries(4, 'none'), entries(9, 'some')) &&
        both(undefined, undefined) &&
        both(undefined, entries(4, 'some')),
    );
    assert.ok(
      both(entries(9, 'most'), entries(4, 'some')) &&
        both(entries(8, 'most'), entries(6, 'none')) &&
        both(entries(4, 'most'), entries(5, 'none')),
    );
    assert.ok(
      !both(entries(8, 'most'), entries(5, 'none')) &&
        !both(entries(3, 'most'), entries(5, 'none')) &&
        !both(entries(3, 'most'), undefined),
    );
  });

  it('is none of entries without words', () => {
    assert.deepEqual(contents(`${list('1', '2', '3')}${titled('4', '5', '6')}`).length, 3, 'numbers repeat each other');
    assert.deepEqual(contents(`${list('![](a.png)', '![](b.png)', '![](c.png)')}## ![](d.png)\n\nWords.\n`), []);
  });
});

describe('texts that stand twice', () => {
  const long = 'This text is long enough to be no chance.';
  const texts = (...blocks: readonly string[]) => parseIssue(`${blocks.join('\n\n')}\n`).blocks;

  it('are copies of the last one before them', () => {
    assert.deepEqual([...originalsIn(texts(long, 'Other.', long, long))], [-1, -1, 0, 2]);
    assert.deepEqual(copiesIn(texts(long, 'Other.', long)), [false, false, true]);
  });

  it('are no copies where they are short, but repeat each other', () => {
    assert.deepEqual([...originalsIn(texts('Read more', 'Read more'))], [-1, 0]);
    assert.deepEqual(copiesIn(texts('Read more', 'Read more')), [false, false]);
    assert.deepEqual(copiesIn(texts('x'.repeat(29), 'x'.repeat(29), 'y'.repeat(30), 'y'.repeat(30))), [
      false,
      false,
      false,
      true,
    ]);
  });

  it('are none where links or kinds differ', () => {
    const linked = (...names: readonly string[]) =>
      `${long} ${names.map((name) => `[x](https://place.example/${name})`).join(' ')}`;
    assert.deepEqual(copiesIn(texts(linked('a', 'b'), linked('a', 'c'))), [false, false]);
    assert.deepEqual(copiesIn(texts(linked('a', 'b'), linked('a', 'b'))), [false, true]);
    assert.deepEqual(copiesIn(texts(`${long} x`, `${long} [x](https://place.example/a)`)), [false, false]);
    assert.deepEqual(copiesIn(texts(long, `- ${long}`)), [false, false]);
  });
});

describe('the units of blocks', () => {
  it('are found from either side', () => {
    const [a, b, c] = parseIssue('A.\n\nB.\n\nC.\n').blocks;
    const unit = (source: Unit['source'], target: Unit['target']): Unit => ({
      kind: 'paragraph',
      state: 'translated',
      source,
      target,
      confidence: 1,
    });
    const [first, second, third] = [unit([a!, b!], [a!]), unit([c!], []), unit([], [b!, c!])];
    const { ofSource, ofTarget } = indexUnits([first, second, third]);
    assert.deepEqual(
      ofSource.map((one) => [first, second, third].indexOf(one)),
      [0, 0, 1],
    );
    assert.deepEqual(
      ofTarget.map((one) => [first, second, third].indexOf(one)),
      [0, 2, 2],
    );
  });
});
