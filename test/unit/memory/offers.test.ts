// What is offered for a place in a translation.
import assert from 'node:assert/strict';
import { pairContext } from '../../../src/core/checks/run.js';
import { offersFor } from '../../../src/core/memory/offers.js';
import { partsOf } from '../../../src/core/memory/parts.js';
import { writingPlace } from '../../../src/core/memory/place.js';
import type { Segment } from '../../../src/core/memory/segment.js';
import { TranslationMemory } from '../../../src/core/memory/translationMemory.js';
import { typedAt } from '../../../src/core/memory/typed.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const source = `# News

The [bridge](https://a.example/bridge) is open again.

The [ferry](https://a.example/ferry) runs on Sundays.

The [mill](https://a.example/mill) turns.

# Walks

Bring boots and a [map](https://a.example/map).
`;
const target = `# Nouvelles

Le [pont](https://a.example/bridge) est rouvert.

# Promenades

Prenez des bottes et une [carte](https://a.example/map).
`;

const contextOf = (of: string, to: string) =>
  pairContext(parseIssue(of), parseIssue(to), { source: 'en', target: 'fr' });
const placeAt = (of: string, to: string, words: string): string[] => {
  const at = to.indexOf(words);
  assert.ok(at >= 0);
  return writingPlace(contextOf(of, to), at + words.length).units.map((unit) => unit.source[0]!.text);
};

describe('a place where somebody writes', () => {
  it('is there for the unit that it is in', () => {
    assert.deepEqual(placeAt(source, target, 'Prenez des'), ['Bring boots and a map.']);
    assert.deepEqual(
      placeAt(source, target.replace('rouvert.', 'rouvert.  '), 'rouvert. '),
      ['The bridge is open again.'],
      'white space behind it',
    );
  });

  it('between blocks is there for what is missing there', () => {
    assert.deepEqual(placeAt(source, target, 'rouvert.\n'), ['The ferry runs on Sundays.', 'The mill turns.']);
  });

  it('where nothing is missing is there for nothing', () => {
    assert.deepEqual(placeAt(source, target, 'Promenades\n'), []);
  });

  it('in a text that translates nothing is there for what is missing around it', () => {
    const started = target.replace('rouvert.\n', 'rouvert.\n\nLe\n');
    assert.deepEqual(placeAt(source, started, 'rouvert.\n\nLe'), ['The ferry runs on Sundays.', 'The mill turns.']);
  });

  it('where one text is begun that two were made of is there for it first, then for what is missing', () => {
    const [of, to] = [
      'The [bridge](https://a.example/bridge) is open again.\n\nIt was closed for the whole of the winter, as the river had risen.\n',
      'Le [pont](https://a.example/bridge)\n\nest rouvert.\n',
    ];
    assert.equal(placeAt(of, to, 'Le [pont]')[0], 'The bridge is open again.');
  });

  it('in a file that is empty, or has nothing but its front matter, is there for what comes first', () => {
    const first = ['News', 'The bridge is open again.', 'The ferry runs on Sundays.'];
    assert.deepEqual(placeAt(source, '', ''), first);
    assert.deepEqual(placeAt(`---\ntitle: x\n---\n\n${source}`, '---\ntitle: x\n---\n\n', '---\n\n'), first);
  });

  it('in the front matter is there for nothing', () => {
    assert.deepEqual(placeAt(`---\ntitle: x\n---\n${source}`, '---\ntitle: x\n---\n', 'title'), []);
  });
});

function memoryOf(
  ...pairs: readonly (readonly [kind: Segment['kind'], source: string, target: string])[]
): TranslationMemory {
  const memory = new TranslationMemory();
  memory.set(
    '1.fr.md',
    pairs.map(([kind, of, to], line) => ({
      kind,
      source: of,
      target: to,
      origin: { path: '1.fr.md', line, number: 1, date: undefined },
    })),
  );
  return memory;
}

describe('offers', () => {
  const offersAt = (of: string, to: string, memory: TranslationMemory) => {
    const context = contextOf(of, to);
    const unit = context.alignment.units.find((one) => one.source.length > 0)!;
    return offersFor(memory, context, unit, '2.fr.md');
  };

  it('are for the text as a whole first, then for its sentences', () => {
    const memory = memoryOf(
      ['sentence', 'The ferry runs again.', 'Le bac circule de nouveau.'],
      ['paragraph', 'It is green now. And it is late.', 'Il est vert. Et en retard.'],
    );
    const offers = offersAt('It is green now. The ferry runs again.\n', '', memory);
    assert.deepEqual(
      offers.map(({ percent, sentence, text }) => [percent, sentence, text]),
      [[100, 1, 'Le bac circule de nouveau.']],
    );
  });

  it('show what was translated then, and where that differs', () => {
    const [offer] = offersAt(
      'The **green** ferry runs again.\n',
      '',
      memoryOf(['paragraph', 'The [old](x) ferry runs again.', 'Le vieux bac circule.']),
    );
    assert.deepEqual(offer?.then, [
      { text: 'The ', differs: false },
      { text: 'old', differs: true },
      { text: ' ferry runs again.', differs: false },
    ]);
  });

  it('have no references that lead nowhere here', () => {
    const memory = memoryOf([
      'paragraph',
      'See [the map][map] and [the list][list].',
      'Voir [la carte][map] et [la liste][list].',
    ]);
    const [offer] = offersAt('See [the map][map] and the list.\n', '', memory);
    assert.equal(offer?.text, 'Voir [la carte][map] et la liste.');
  });

  it('have references without a label of their own, if their words name one here', () => {
    const memory = memoryOf(['paragraph', 'See [map][] and [list][].', 'Voir [map][] et [list][].']);
    const [offer] = offersAt('See [map][] and list.\n\n[map]: https://a.example/map\n', '', memory);
    assert.equal(offer?.text, 'Voir [map][] et list.');
  });

  it('are not what the very place says, and none for several blocks at once', () => {
    const memory = memoryOf(['paragraph', 'It is [green](https://a.example/1) now.', 'Il est vert.']);
    const context = contextOf('It is [green](https://a.example/1) now.\n', 'Il est [vert](https://a.example/1).\n');
    const [unit] = context.alignment.units;
    assert.deepEqual(offersFor(memory, context, unit!, '1.fr.md'), []);
    assert.equal(offersFor(memory, context, unit!, '2.fr.md').length, 1);
    assert.deepEqual(
      offersFor(memory, context, { ...unit!, source: [unit!.source[0]!, unit!.source[0]!] }, '2.fr.md'),
      [],
    );
    assert.deepEqual(offersFor(memory, context, { ...unit!, source: [] }, '2.fr.md'), []);
  });

  it('have the numbers and addresses of now', () => {
    const [offer] = offersAt(
      'Letter 13 is [here](https://a.example/13).\n',
      '',
      memoryOf([
        'paragraph',
        'Letter 12 is [here](https://a.example/12).',
        'La lettre 12 est [ici](https://a.example/12).',
      ]),
    );
    assert.equal(offer?.text, 'La lettre 13 est [ici](https://a.example/13).');
    assert.equal(offer.changes.length, 2);
  });
});

describe('parts of the source', () => {
  it('are its links, pictures, code and numbers; what is not there yet first', () => {
    const context = contextOf(
      'Run `npm ci` 3 times, see [the list](https://a.example/list), ![a bench](bench.png) and 4,000 more.\n',
      'Lancez `npm ci` et voyez [la liste](https://a.example/list) : 4\u202f000 autres.\n',
    );
    const [unit] = context.alignment.units;
    const parts = partsOf(context.source, unit!.source, unit!.target).map(
      ({ kind, markdown, isThere }) => `${isThere ? 'there' : 'not'} ${kind} ${markdown}`,
    );
    assert.deepEqual(parts, [
      'not image ![a bench](bench.png)',
      'not number 3',
      'there link [the list](https://a.example/list)',
      'there code `npm ci`',
      'there number 4,000',
    ]);
  });

  it('are labelled by their addresses where they have no words, and by nothing where they have no address', () => {
    const { source: issue } = contextOf(
      'See [](https://a.example/list), ![](bench.png), [gone]() and ``a ` b``. No number.\n\n```\ncode()\n```\n',
      '',
    );
    const parts = partsOf(issue, issue.blocks, []).map(({ kind, label, markdown, url }) => [
      kind,
      label,
      markdown,
      url,
    ]);
    assert.deepEqual(parts, [
      ['link', 'https://a.example/list', '[](https://a.example/list)', 'https://a.example/list'],
      ['link', 'gone', '[gone]()', undefined],
      ['image', 'bench.png', '![](bench.png)', 'bench.png'],
      ['code', 'a ` b', '`` a ` b ``', undefined],
    ]);
  });
});

describe('what is being typed', () => {
  /** `|` is the cursor. */
  const typed = (line: string): string => {
    const at = line.indexOf('|');
    const { kind, start, end } = typedAt(line.replace('|', ''), at);
    return `${kind} ${start}-${end}`;
  };

  it('is a link behind a bracket, and its closing one goes with it', () => {
    assert.equal(typed('Voir [|'), 'link 5-6');
    assert.equal(typed('Voir [la|]'), 'link 5-9');
    assert.equal(typed('Voir ![un banc|'), 'words 14-14');
    assert.equal(typed('[voir|](https://a.example)'), 'words 5-5', 'a link that is whole');
  });

  it('is an address behind the words of a link', () => {
    assert.equal(typed('[ici](|)'), 'address 6-6');
    assert.equal(typed('[ici](htt|ps://a.example) là'), 'address 6-23');
  });

  it('is code behind a backtick', () => {
    assert.equal(typed('Lancez `np|` puis'), 'code 7-11');
    assert.equal(typed('Lancez `npm` pu|'), 'words 15-15');
    assert.equal(typed('```|'), 'words 3-3');
  });

  it('is words anywhere else', () => {
    assert.equal(typed('Prenez |'), 'words 7-7');
  });
});
