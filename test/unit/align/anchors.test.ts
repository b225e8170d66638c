// Anchors: which pairs of blocks are some, which chain of them is kept, and what they say of the blocks around them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findAnchors, heaviestChain, type Anchor } from '../../../src/core/align/anchors.js';
import { featureSpace } from '../../../src/core/align/features.js';
import { tiesOf } from '../../../src/core/align/ties.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { holds } from '../support/property.js';

const story = (words: string, ...links: readonly string[]): string =>
  `${words} ${links.map((link) => `[x](https://place.example/${link})`).join(' ')}`;

/** `0-2` for an anchor of source block 0 and target block 2; blocks are given as Markdown. */
function anchors(source: readonly string[], target: readonly string[]): Anchor[] {
  const [of, to] = [parseIssue(`${source.join('\n\n')}\n`), parseIssue(`${target.join('\n\n')}\n`)];
  assert.deepEqual([of.blocks.length, to.blocks.length], [source.length, target.length]);
  return findAnchors(of.blocks, to.blocks, featureSpace(of.blocks, to.blocks));
}

const places = (found: readonly Anchor[]): string[] => found.map(({ source, target }) => `${source}-${target}`);

describe('anchors', () => {
  const [source, target] = [
    ['Bridges', 'Ferries', 'Mills', 'Weirs'],
    ['Ponts', 'Bacs', 'Moulins', 'Barrages'],
  ];
  const filled = (words: readonly string[], links: readonly (readonly string[])[]): string[] =>
    words.map((word, i) => story(word, ...links[i]!));
  const own = [
    ['a1', 'a2'],
    ['b1', 'b2'],
    ['c1', 'c2'],
    ['d1', 'd2'],
  ];

  it('tie blocks that share rare links, wherever they stand', () => {
    assert.deepEqual(places(anchors(filled(source, own), filled(target, own))), ['0-0', '1-1', '2-2', '3-3']);
    assert.deepEqual(places(anchors(filled(source, own), filled(target, [...own].reverse()))), [
      '0-3',
      '1-2',
      '2-1',
      '3-0',
    ]);
  });

  it('are none where too little is shared', () => {
    assert.deepEqual(places(anchors(filled(source, own), filled(target, [['a1'], ['x'], ['y'], ['z']]))), []);
  });

  it('are none of what stands often in one of the texts', () => {
    const often = (count: number) =>
      Array.from({ length: 5 }, (_, i) => (i < count ? ['often1', 'often2', 'often3'] : [`only${i}`]));
    const five = ['Ein', 'Zwei', 'Drei', 'Vier', 'Sechs'];
    const once = [['often1', 'often2', 'often3'], ['x'], ['y'], ['z'], ['w']];
    assert.deepEqual(
      places(
        anchors(
          filled(five, often(1)),
          filled(
            five.map((word) => `${word}lein`),
            once,
          ),
        ),
      ),
      ['0-0'],
    );
    assert.deepEqual(
      places(
        anchors(
          filled(five, often(4)),
          filled(
            five.map((word) => `${word}lein`),
            once,
          ),
        ),
      ),
      [],
    );
    assert.deepEqual(
      places(
        anchors(
          filled(
            five.map((word) => `${word}lein`),
            once,
          ),
          filled(five, often(4)),
        ),
      ),
      [],
    );
  });

  it('are none where another block is as good, on either side', () => {
    const twice = [
      ['a1', 'a2'],
      ['a1', 'a2'],
      ['c1', 'c2'],
      ['d1', 'd2'],
    ];
    assert.deepEqual(places(anchors(filled(source, own), filled(target, twice))), ['2-2', '3-3']);
    assert.deepEqual(places(anchors(filled(source, twice), filled(target, own))), ['2-2', '3-3']);
  });

  it('are with the one that shares most, whichever comes first', () => {
    const [less, more, rest] = [
      ['a1', 'a2'],
      ['a1', 'a2', 'a3', 'a4'],
      [['x'], ['y']],
    ];
    const [others, autres] = [
      [...rest, ['z']],
      [['u'], ['v'], ['w']],
    ];
    assert.deepEqual(places(anchors(filled(source, [less, more, ...rest]), filled(target, [more, ...autres]))), [
      '1-0',
    ]);
    assert.deepEqual(places(anchors(filled(source, [more, less, ...rest]), filled(target, [more, ...autres]))), [
      '0-0',
    ]);
    assert.deepEqual(places(anchors(filled(source, [more, ...others]), filled(target, [less, more, ['u'], ['v']]))), [
      '0-1',
    ]);
    assert.deepEqual(places(anchors(filled(source, [more, ...others]), filled(target, [more, less, ['u'], ['v']]))), [
      '0-0',
    ]);
  });

  it('are none by what stands often, even where something else is shared besides', () => {
    const often = ['often1', 'often2', 'often3'];
    const [one, four] = [
      [['own', ...often], ['x'], ['y'], ['z'], ['w']],
      [['own', ...often], often, often, often, ['v']],
    ];
    const [five, cinq] = [
      ['Ein', 'Zwei', 'Drei', 'Vier', 'Sechs'],
      ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'],
    ];
    assert.deepEqual(places(anchors(filled(five, one), filled(cinq, four))), []);
    assert.deepEqual(places(anchors(filled(five, four), filled(cinq, one))), []);
    assert.deepEqual(
      places(anchors(filled(five, one), filled(cinq, [...four.slice(0, 3), ['u'], ['v']]))),
      ['0-0'],
      'three times is not often',
    );
  });

  it('are none of a title with what it names', () => {
    const linked = '[Orion](https://place.example/o1) [and](https://place.example/o2)';
    assert.deepEqual(
      places(
        anchors([`## ${linked}`, 'One.', 'Two.', 'Three.'], [`Un texte. ${linked}`, 'Deux.', 'Trois.', 'Quatre.']),
      ),
      [],
    );
    assert.deepEqual(
      places(anchors([`## ${linked}`, 'One.', 'Two.', 'Three.'], [`## ${linked}`, 'Deux.', 'Trois.', 'Quatre.'])),
      ['0-0'],
    );
  });

  it('weigh more the more is shared', () => {
    const [one, two] = anchors(
      filled(source, [['a1', 'a2'], ['b1', 'b2', 'b3'], ['c'], ['d']]),
      filled(target, [['a1', 'a2'], ['b1', 'b2', 'b3'], ['x'], ['y']]),
    );
    assert.ok(one && two && two.weight > one.weight, `${one?.weight} ${two?.weight}`);
  });
});

describe('the heaviest chain of anchors', () => {
  const some = fc.array(fc.record({ source: fc.nat(8), target: fc.nat(8), weight: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 9,
  });
  const rises = (chain: readonly Anchor[]): boolean =>
    chain.every((one, i) => i === 0 || (chain[i - 1]!.source < one.source && chain[i - 1]!.target < one.target));
  const weigh = (chain: readonly Anchor[]): number => chain.reduce((sum, { weight }) => sum + weight, 0);

  it('rises on both sides, and none that does weighs more', () => {
    holds([some], 200, (all) => {
      const chain = heaviestChain(all);
      assert.ok(rises(chain), JSON.stringify(chain));
      let most = 0;
      for (let bits = 0; bits < 2 ** all.length; bits++) {
        const chosen = all.filter((_, i) => bits & (1 << i)).sort((a, b) => a.source - b.source);
        if (rises(chosen)) most = Math.max(most, weigh(chosen));
      }
      assert.equal(weigh(chain), most);
    });
  });

  it('of none is none', () => assert.deepEqual(heaviestChain([]), []));
});

describe('ties of anchors', () => {
  const issue = (...sections: readonly (readonly string[])[]) =>
    parseIssue(
      sections
        .map(
          ([heading, ...items]) =>
            `## ${heading}\n\n${items.map((item) => `**${item}**\n\nText of ${item}.\n`).join('\n')}`,
        )
        .join('\n'),
    );
  const source = issue(['News', 'Bridges', 'Ferries'], ['Walks', 'Mills']);
  const target = issue(['Nouvelles', 'Ponts', 'Bacs'], ['Promenades', 'Moulins']);
  const at = (words: string, of = source): number => of.blocks.findIndex(({ text }) => text === words);
  const anchor = (from: string, to: string, weight = 5): Anchor => ({
    source: at(from),
    target: at(to, target),
    weight,
  });
  const between = (made: readonly Anchor[], from: string, to: string): number =>
    tiesOf(source, target, made).between(at(from), at(to, target));

  it('say that blocks of tied items go together, and with no others that are tied', () => {
    const made = [anchor('Text of Bridges.', 'Text of Ponts.'), anchor('Text of Mills.', 'Text of Moulins.')];
    assert.equal(between(made, 'Bridges', 'Ponts'), 1);
    assert.equal(between(made, 'Mills', 'Moulins'), 1);
    assert.equal(between(made, 'Bridges', 'Moulins'), -1);
    assert.equal(between(made, 'Bridges', 'Bacs'), 0, 'of which nothing is known');
    assert.equal(between(made, 'Ferries', 'Ponts'), 0);
  });

  it('say so of headings by their sections, the strongest tie first', () => {
    const made = [
      anchor('Text of Bridges.', 'Text of Ponts.', 5),
      anchor('Text of Ferries.', 'Text of Moulins.', 9),
      anchor('Text of Mills.', 'Text of Moulins.', 3),
    ];
    assert.equal(between(made, 'News', 'Nouvelles'), 1, 'Nouvelles has no other');
    assert.equal(between(made, 'News', 'Promenades'), 1);
    assert.equal(between(made, 'Walks', 'Promenades'), 1, 'Walks has no other');
    assert.equal(between(made, 'Walks', 'Nouvelles'), -1);
    assert.equal(between([made[0]!], 'Walks', 'Promenades'), 0);
  });

  it('add up', () => {
    const made = [
      anchor('Text of Bridges.', 'Text of Ponts.', 5),
      anchor('Bridges', 'Ponts', 5),
      anchor('Text of Ferries.', 'Text of Moulins.', 9),
      anchor('Text of Mills.', 'Text of Bacs.', 20),
      anchor('Mills', 'Moulins', 12),
    ];
    assert.equal(
      between(made, 'News', 'Promenades'),
      -1,
      'nine against ten on one side, and against twelve on the other',
    );
  });

  it('compare a heading and another block by their items', () => {
    const made = [anchor('Text of Bridges.', 'Text of Ponts.')];
    assert.equal(between(made, 'News', 'Ponts'), 0);
  });
});
