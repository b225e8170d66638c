// What differs from issue to issue as a matter of course: dates in many forms, numbers, and where there are none.
import assert from 'node:assert/strict';
import { fill, hasMark, mark, withoutMarks, type Occasion } from '../../../src/core/series/marks.js';

const of: Occasion = { number: 12, date: '2026-03-08', locale: 'en' };
const next: Occasion = { number: 13, date: '2026-04-05', locale: 'en' };
const renewed = (text: string, where: 'name' | 'prose', from = of, to = next): string =>
  fill(mark(text, from, where), to);

describe('marks of dates', () => {
  it('keep the form, with zeros or without', () => {
    assert.equal(
      renewed('2026-3-8, 2026/03/08, 2026_3_8 and 20260308', 'prose'),
      '2026-4-5, 2026/04/05, 2026_4_5 and 20260405',
    );
    assert.equal(
      renewed('8 March 2026; March 08, 2026; Mar 8, 2026', 'prose'),
      '5 April 2026; April 05, 2026; Apr 5, 2026',
    );
  });

  it('are in the words of the issue’s language', () => {
    const [march, april] = [
      { ...of, locale: 'fr' },
      { ...next, locale: 'fr' },
    ];
    assert.equal(renewed('le 8 mars 2026', 'prose', march, april), 'le 5 avril 2026');
  });

  it('count years and months alone in names, not in prose', () => {
    assert.equal(renewed('/2026/03/news', 'name'), '/2026/04/news');
    assert.equal(renewed('in 2026', 'name', of, { ...next, date: '2027-01-02' }), 'in 2027');
    assert.equal(renewed('in 2026', 'prose', of, { ...next, date: '2027-01-02' }), 'in 2026');
  });

  it('are not what is no date, nor what is far from the issue', () => {
    for (const text of ['2026138', '2026-02-30', '2025-12-01', '12026-03-08', '2026-13-01'])
      assert.equal(renewed(text, 'prose'), text);
    assert.equal(renewed('2026-03-08', 'prose', { ...of, date: 'some day' }), '2026-03-08');
  });
});

describe('marks', () => {
  it('of what the next issue has not are left out', () => {
    const marked = mark('letter-12 of 2026-03-08', of, 'name');
    assert.equal(fill(marked, { number: undefined, date: undefined, locale: undefined }), 'letter- of ');
    assert.equal(withoutMarks(marked), 'letter- of ');
    assert.ok(hasMark(marked) && !hasMark('letter-12'));
  });

  it('are none where nothing is known of the issue', () => {
    const text = 'letter-12 of 2026-03-08';
    assert.equal(mark(text, { number: undefined, date: undefined, locale: undefined }, 'name'), text);
  });

  it('are not believed where the text itself has such characters', () =>
    assert.equal(renewed('a\u0001n5:0\u0002b', 'prose'), 'an5:0b'));

  it('number the issue before as well, not that before the second', () => {
    assert.equal(renewed('11 and 12, 012, v12.5, 10', 'prose'), '12 and 13, 013, v12.5, 10');
    assert.equal(renewed('1 and 2', 'prose', { ...of, number: 2 }, { ...next, number: 3 }), '1 and 3');
  });
});
