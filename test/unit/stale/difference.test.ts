// What changed between two texts, and whether a translation would follow.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changesBetween } from '../../../src/core/stale/difference.js';
import { originsOf } from '../../../src/core/stale/match.js';
import { pastText } from '../../../src/core/stale/past.js';
import { writtenSpan } from '../../../src/core/stale/places.js';
import { fingerprintOf, keyOf } from '../../../src/core/stale/words.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

/** `four>five`, in parentheses if it is slight. */
function told(before: string, after: string, locale = 'en'): string[] {
  return changesBetween(before, after, locale).map((change) => {
    const words = `${before.slice(change.before.start, change.before.end)}>${after.slice(change.after.start, change.after.end)}`;
    return change.isTypo ? `(${words})` : words;
  });
}

describe('changes between two texts', () => {
  it('are words, not marks', () => {
    assert.deepEqual(told('Fine, “thank you” — Inés!', 'fine thank you Ines'), []);
    assert.deepEqual(told('It costs $5.', 'It costs €5.'), ['$>€']);
    assert.deepEqual(told('a 1.5 b', 'a 15 b'), ['1.5>15']);
    assert.deepEqual(told('共有二十位志愿者。', '共有三十位志愿者。').length, 1);
  });

  it('name numbers as a whole', () => {
    assert.deepEqual(told('It has 12,400 kilometres, 310 more.', 'It has 12,900 kilometres, 810 more.'), [
      '12,400>12,900',
      '310>810',
    ]);
    assert.deepEqual(told('It has 1,212,400 of them now.', 'It has 1,212,900 of them now.'), ['1,212,400>1,212,900']);
    assert.deepEqual(told('Elle a 12 400 arbres, et 3,5 mètres.', 'Elle a 12 900 arbres, et 3,7 mètres.', 'fr'), [
      '12 400>12 900',
      '3,5>3,7',
    ]);
    // How its thousands are set apart is no difference; what stands in a list is no number.
    assert.deepEqual(told('It has 12,400 elms in all.', 'It has 12 400 oaks in all.'), ['elms>oaks']);
    assert.deepEqual(told('In 2019, 2020 and 2021 it rained.', 'In 2019, 2022 and 2021 it rained.'), ['2020>2022']);
  });

  it('that stand close together are one', () => {
    assert.deepEqual(told('It stands in the yard of the school.', 'It stands behind the school.'), [
      'in the yard of the>behind the',
    ]);
  });

  for (const [before, after] of [
    ['everbody', 'everybody'],
    ['e-mail', 'email'],
    ['its', 'it’s'],
    ['the the', 'the'],
    ['recieve', 'receive'],
    ['persistant', 'persistent'],
    ['Letter#3', 'Letter #3'],
    ['a', 'the'],
    ['complies', 'comply'],
    ['continuing', 'continue'],
  ] as const) {
    it(`“${before}” to “${after}” is slight`, () =>
      assert.deepEqual(
        told(`see ${before} now`, `see ${after} now`).filter((change) => !change.startsWith('(')),
        [],
      ));
  }

  for (const [before, after] of [
    ['million', 'billion'],
    ['able', 'unable'],
    ['can', 'cannot'],
    ['do', 'do not'],
    ['may', 'must'],
    ['six', 'dix'],
    ['2025', '2026'],
    ['10', '1 0'],
    ['opens', 'opened'],
    ['from', 'to'],
    ['Alice', 'Carol'],
    ['increase', 'decrease'],
    ['BIP40', 'BIP41'],
  ] as const) {
    it(`“${before}” to “${after}” is not`, () =>
      assert.ok(told(`see ${before} now`, `see ${after} now`).some((change) => !change.startsWith('('))));
  }

  it('of a language whose small words are not known all count', () => {
    assert.deepEqual(told('Das ist der Weg', 'Das ist ein Weg', 'de'), ['der>ein']);
  });

  it('lead from the one text to the other', () => {
    const text = fc
      .array(fc.constantFrom('a', 'tree', 'trees', '5', 'été', '地图', 'the', ', ', '(x)'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = changesBetween(before, after);
        let [at, rebuilt] = [0, ''];
        for (const change of changes) {
          rebuilt += before.slice(at, change.before.start) + after.slice(change.after.start, change.after.end);
          at = change.before.end;
        }
        assert.equal(keyOf(rebuilt + before.slice(at)).replaceAll(' ', ''), keyOf(after).replaceAll(' ', ''));
      }),
    );
  });
});

describe('where blocks of an earlier source went', () => {
  const blocks = (...texts: string[]): ReturnType<typeof pastText>['blocks'] => pastText(texts.join('\n\n')).blocks;
  const told = (before: ReturnType<typeof blocks>, now: ReturnType<typeof blocks>): (string | undefined)[] =>
    originsOf(before, now).map(
      (origin) => origin && `${before.indexOf(origin.block)}${origin.isRewritten ? ' anew' : ''}`,
    );

  it('is told by their words, wherever they stand', () => {
    assert.deepEqual(
      told(
        blocks('one two three', 'four five six', 'seven eight nine'),
        blocks('seven eight nine', 'four five sixty', 'one two three'),
      ),
      ['2', '1', '0'],
    );
  });
  it('is told by their place where one alone is left', () => {
    assert.deepEqual(
      told(blocks('# Head', 'one two three', '# Foot'), blocks('# Head', 'quite another thing', '# Foot')),
      ['0', '1 anew', '2'],
    );
    assert.deepEqual(
      told(blocks('# Head', 'one two three', '# Foot'), blocks('# Head', 'quite another thing', 'and more', '# Foot')),
      ['0', undefined, undefined, '2'],
    );
  });
});

describe('the place of words in the text', () => {
  it('is found through markup, addresses and comments', () => {
    const text =
      'See <!-- five --> the [five *old*](https://example.org/five) trees & {% include five.md %} `five` cars.';
    const issue = parseIssue(text);
    const [block] = issue.blocks;
    const spanOf = (words: string): string | undefined => {
      const start = block!.text.indexOf(words);
      const span = writtenSpan(issue, block!, { start, end: start + words.length });
      return span && text.slice(span.start, span.end);
    };
    assert.deepEqual(['five', 'old trees', 'cars'].map(spanOf), [
      'five',
      'old*](https://example.org/five) trees',
      'cars',
    ]);
  });
});

describe('a fingerprint', () => {
  it('is of the words, and of nothing else', () => {
    assert.equal(fingerprintOf('The *Old* trees.'), fingerprintOf('the old  trees!'));
    assert.notEqual(fingerprintOf('The old trees'), fingerprintOf('The odd trees'));
    assert.match(fingerprintOf(''), /^[0-9a-z]{5}$/);
  });
});
