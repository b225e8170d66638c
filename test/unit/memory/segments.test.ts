// What the memory keeps of a pair, and what it does not trust.
import assert from 'node:assert/strict';
import { pairContext } from '../../../src/core/checks/run.js';
import { segmentsOf } from '../../../src/core/memory/segments.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { sampleIssue } from '../support/samples.js';

const file = { path: 'x.fr.md', number: 3, date: '2026-01-01' };

function segments(source: string, target: string): string[] {
  const context = pairContext(parseIssue(source), parseIssue(target), { source: 'en', target: 'fr' });
  return segmentsOf(context, file).map(
    ({ kind, source: from, target: to, origin }) => `${origin.line} ${kind}: ${from} = ${to}`,
  );
}

describe('the segments of a pair', () => {
  it('are its blocks, without the marks of headings and lists, and their sentences', () => {
    assert.deepEqual(
      segments(
        '## News ##\n\n- The [bridge](https://a.example/1) is open.\n- The ferry [runs](https://a.example/2) again. It is\n  green now.\n',
        '## Nouvelles ##\n\n- Le [pont](https://a.example/1) est ouvert.\n- Le bac [circule](https://a.example/2) de nouveau. Il est vert\n  maintenant.\n',
      ),
      [
        '0 heading: News = Nouvelles',
        '2 list-item: The [bridge](https://a.example/1) is open. = Le [pont](https://a.example/1) est ouvert.',
        '3 list-item: The ferry [runs](https://a.example/2) again. It is green now. = Le bac [circule](https://a.example/2) de nouveau. Il est vert maintenant.',
        '3 sentence: The ferry [runs](https://a.example/2) again. = Le bac [circule](https://a.example/2) de nouveau.',
        '3 sentence: It is green now. = Il est vert maintenant.',
      ],
    );
  });

  it('are no sentences where the two sides have another number of them, or of another length', () => {
    const kinds = (target: string): number =>
      segments('A walk by the [river](https://a.example/1). It is long and winding, and it takes a day.\n', target)
        .length;
    assert.equal(
      kinds('Une marche au bord de la [rivière](https://a.example/1), longue et sinueuse, d’une journée.\n'),
      1,
    );
    assert.equal(
      kinds(
        'Une longue marche au bord de la [rivière](https://a.example/1), sinueuse et qui prend toute une journée. Oui.\n',
      ),
      1,
    );
    assert.equal(
      kinds(
        'Une marche au bord de la [rivière](https://a.example/1). Elle est longue et sinueuse, et prend une journée.\n',
      ),
      3,
    );
  });

  it('are none of what is not translated, or missing, or said twice', () => {
    const source =
      'The [bridge](https://a.example/1) over the river is open again.\n\nThe [ferry](https://a.example/2) has been painted green by neighbours.\n\nThe [mill](https://a.example/3) turns.\n';
    const target =
      'Le [pont](https://a.example/1) sur la rivière est de nouveau ouvert.\n\nThe [ferry](https://a.example/2) has been painted green by neighbours.\n';
    assert.deepEqual(segments(source, target), [
      '0 paragraph: The [bridge](https://a.example/1) over the river is open again. = Le [pont](https://a.example/1) sur la rivière est de nouveau ouvert.',
    ]);
  });

  it('are none of a text that nobody looks for again, and none of code and pictures', () => {
    const long = (word: string): string => `${`${word} `.repeat(400).trim()} [x](https://a.example/1).`;
    assert.deepEqual(segments(`${long('bridges')}\n`, `${long('ponts')}\n`), []);
    assert.deepEqual(
      segments(
        '```\nlet bridge = 1; // [x](https://a.example/1)\n```\n\n![](https://a.example/a.png)\n',
        '```\nlet bridge = 1; // [x](https://a.example/1)\n```\n\n![](https://a.example/a.png)\n',
      ),
      [],
    );
  });

  it('are those of what moved, too, and none of two texts that became one', () => {
    const [one, two, three] = [
      'The [bridge](https://a.example/1) over the river is open.',
      'The [ferry](https://a.example/2) has been painted green.',
      'The [mill](https://a.example/3) turns again since Sunday.',
    ];
    const [un, deux, trois] = [
      'Le [pont](https://a.example/1) sur la rivière est ouvert.',
      'Le [bac](https://a.example/2) a été repeint en vert.',
      'Le [moulin](https://a.example/3) tourne depuis dimanche.',
    ];
    assert.equal(segments([one, two, three].join('\n\n'), [deux, trois, un].join('\n\n')).length, 3);
    assert.deepEqual(
      segments([one, two, three].join('\n\n'), [`${un} ${deux}`, trois].join('\n\n')).map((line) => line.slice(0, 28)),
      ['2 paragraph: The [mill](http'],
    );
  });

  it('of a sample with slips are only what is whole', () => {
    const context = pairContext(sampleIssue('en12'), sampleIssue('fr12'), { source: 'en', target: 'fr' });
    const all = segmentsOf(context, file);
    assert.ok(all.length > 10);
    for (const { source, target, kind } of all)
      assert.ok(source !== target || kind === 'heading' || kind === 'title' || kind === 'caption', source);
  });
});
