// The translation memory: what it finds, in which order, and what it forgets.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Origin, Segment } from '../../../src/core/memory/segment.js';
import { Lexicon, similarity } from '../../../src/core/memory/similarity.js';
import { leastPercent, TranslationMemory } from '../../../src/core/memory/translationMemory.js';

function origin(path: string, line = 3): Origin {
  const number = Number(/\d+/.exec(path)?.[0] ?? 0);
  return { path, line, number, date: `2026-01-${String(number).padStart(2, '0')}` };
}

function segment(path: string, source: string, target: string, kind: Segment['kind'] = 'paragraph', line = 3): Segment {
  return { kind, source, target, origin: origin(path, line) };
}

function memoryOf(...segments: readonly Segment[]): TranslationMemory {
  const memory = new TranslationMemory();
  for (const path of new Set(segments.map((one) => one.origin.path)))
    memory.set(
      path,
      segments.filter((one) => one.origin.path === path),
    );
  return memory;
}

const found = (memory: TranslationMemory, source: string, kind: Segment['kind'] = 'paragraph'): string[] =>
  memory.find({ source, kind }).map(({ percent, target }) => `${percent} ${target}`);

describe('the translation memory', () => {
  it('finds the same text, the same words, and similar ones, with how alike they are', () => {
    const memory = memoryOf(segment('1.fr.md', 'The bridge is open again.', 'Le pont est rouvert.'));
    assert.deepEqual(found(memory, 'The bridge is\nopen again.'), ['100 Le pont est rouvert.']);
    assert.deepEqual(found(memory, 'The **bridge** is open again'), ['99 Le pont est rouvert.']);
    assert.deepEqual(found(memory, 'The bridge is open again. {% assign timestamp="1:02" %}'), [
      '99 Le pont est rouvert.',
    ]);
    assert.deepEqual(found(memory, 'The bridge is closed again.'), ['72 Le pont est rouvert.']); // 6 of 22 letters
    assert.deepEqual(found(memory, 'The ferry is late.'), []);
    assert.deepEqual(found(memory, ''), []);
  });

  it('says where it is from, newest first', () => {
    const memory = memoryOf(
      segment('1.fr.md', 'News', 'Nouvelles'),
      segment('3.fr.md', 'News', 'Nouvelles'),
      segment('2.fr.md', 'News', 'Nouvelles'),
    );
    assert.deepEqual(
      memory.find({ source: 'News', kind: 'heading' })[0]?.origins.map(({ path }) => path),
      ['3.fr.md', '2.fr.md', '1.fr.md'],
    );
  });

  it('has what another region says behind what is as much alike and of the own', () => {
    const lisbon = { ...segment('9.pt.md', 'Bus', 'Autocarro'), origin: { ...origin('9.pt.md'), region: 'pt' } };
    const both = { ...segment('8.pt.md', 'Map', 'Mapa'), origin: { ...origin('8.pt.md'), region: 'pt' } };
    const memory = memoryOf(
      lisbon,
      segment('1.br.md', 'Bus', 'Ônibus'),
      both,
      segment('2.br.md', 'Map', 'Mapa'),
      segment('3.br.md', 'A bus', 'Um ônibus'),
    );
    assert.deepEqual(found(memory, 'Bus'), ['100 Ônibus', '100 Autocarro', '75 Um ônibus']);
    assert.deepEqual(
      memory.find({ source: 'Map', kind: 'paragraph' })[0]?.origins.map(({ path }) => path),
      ['2.br.md', '8.pt.md'],
    );
  });

  it('puts first what is most alike, then what is of the same kind, then the usual, then the newest', () => {
    const memory = memoryOf(
      segment('1.fr.md', 'Walks', 'Promenades', 'heading'),
      segment('2.fr.md', 'Walks', 'Promenades', 'heading'),
      segment('3.fr.md', 'Walks', 'Balades', 'heading'),
      segment('4.fr.md', 'Walks', 'Randonnées', 'heading'),
      segment('5.fr.md', 'Walks', 'Il marche', 'paragraph'),
      segment('6.fr.md', 'Walks and talks', 'Marche et parole', 'heading'),
    );
    assert.deepEqual(found(memory, 'Walks', 'heading'), [
      '100 Promenades',
      '100 Randonnées',
      '100 Balades',
      '100 Il marche',
    ]);
    assert.equal(found(memory, 'Walks', 'paragraph')[0], '100 Il marche');
  });

  it('offers what is left as it is only if two issues leave it so', () => {
    const once = segment('1.fr.md', 'Source', 'Source', 'caption');
    assert.deepEqual(found(memoryOf(once), 'Source', 'caption'), []);
    assert.deepEqual(found(memoryOf(once, segment('2.fr.md', 'Source', 'Source', 'caption')), 'Source', 'caption'), [
      '100 Source',
    ]);
  });

  it('does not answer with the very place that is being written', () => {
    const memory = memoryOf(segment('1.fr.md', 'Read more', 'Lire la suite', 'paragraph', 7));
    assert.deepEqual(memory.find({ source: 'Read more', kind: 'paragraph', not: { path: '1.fr.md', line: 7 } }), []);
    assert.equal(memory.find({ source: 'Read more', kind: 'paragraph', not: { path: '1.fr.md', line: 8 } }).length, 1);
  });

  it('compares scripts without spaces word by word', () => {
    const memory = memoryOf(
      segment('1.en.md', '川沿いの小道はふたたび通れるようになりました。', 'The path along the river is open again.'),
    );
    assert.match(found(memory, '川沿いの道はふたたび通れるようになりました。')[0] ?? '', /^[5-9]\d The path/);
  });

  it('forgets a pair that is taken out, and what another version of it said', () => {
    const memory = memoryOf(
      segment('1.fr.md', 'The mill', 'Le moulin'),
      segment('2.fr.md', 'The mill', 'Le moulin'),
      segment('2.fr.md', 'The weir', 'Le barrage'),
    );
    memory.set('2.fr.md', [segment('2.fr.md', 'The weir', 'Le déversoir')]);
    assert.deepEqual(found(memory, 'The weir'), ['100 Le déversoir']);
    assert.deepEqual(
      memory.find({ source: 'The mill', kind: 'paragraph' })[0]?.origins.map(({ path }) => path),
      ['1.fr.md'],
    );
    memory.delete('1.fr.md');
    memory.delete('2.fr.md');
    assert.equal(memory.size, 0);
    assert.deepEqual(found(memory, 'The mill'), []);
  });

  it('forgets a segment that stood twice in a pair', () => {
    const memory = memoryOf(
      segment('1.fr.md', 'Read more', 'Lire la suite', 'paragraph', 7),
      segment('1.fr.md', 'Read more', 'Lire la suite', 'paragraph', 9),
    );
    memory.delete('1.fr.md');
    assert.equal(memory.size, 0);
  });

  it('misses nothing that is alike enough, whichever words are rare', () => {
    const word = fc.constantFrom('a', 'the', 'path', 'river', 'bridge', 'neighbours', 'walk', 'of', 'benches');
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 30 }), text, (texts, wanted) => {
        const memory = new TranslationMemory();
        memory.set(
          '1.fr.md',
          texts.map((source) => segment('1.fr.md', source, `T ${source}`)),
        );
        const lexicon = new Lexicon();
        const percents = texts
          .map((source) =>
            source === wanted
              ? 100
              : Math.min(99, Math.floor(100 * similarity(lexicon.tokensOf(wanted), lexicon.tokensOf(source), lexicon))),
          )
          .filter((percent) => percent >= leastPercent)
          .sort((a, b) => b - a);
        assert.deepEqual(
          memory.find({ source: wanted, kind: 'paragraph' }).map(({ percent }) => percent),
          percents.slice(0, 5),
        );
      }),
    );
  });
});

describe('similarity', () => {
  it('is the share of words that stay, each by its length', () => {
    const lexicon = new Lexicon();
    const between = (a: string, b: string): number => similarity(lexicon.tokensOf(a), lexicon.tokensOf(b), lexicon);
    assert.equal(between('Fünf Brücken', 'fünf BRUCKEN'), 1);
    assert.equal(between('abcd efgh', 'abcd ijkl'), 0.5);
    assert.equal(between('News', 'The News'), 4 / 7);
    assert.equal(between('abcd efgh', 'efgh abcd'), 0, 'order counts'); // two words replaced
    assert.equal(between('see [here](https://a.example/x)', 'see [here](https://b.example/y)'), 1);
  });
});
