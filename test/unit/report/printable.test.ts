// What makes names and words safe to print.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printable, printableJson, printableName, printablePath } from '../../../src/core/report/printable.js';
import { assertHarmless, hostileWords } from '../support/hostileOutput.js';
import { holds } from '../support/property.js';

const parts = fc.oneof(
  fc.constantFrom(...hostileWords, '#', '##', '[', ':', '::', './', '\\', ' '),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const texts = fc.array(parts, { maxLength: 6 }).map((some) => some.join(''));

describe('text to print', () => {
  it('shows control characters as escape sequences, each in its shortest form', () => {
    assert.equal(
      printable('a\u001b[31m\u0007\u007f\u009b\t\n\r\u0085\u2028\u202e\u2066\ufeff\ud800'),
      'a\\x1b[31m\\x07\\x7f\\x9b\\t\\n\\r\\x85\\u2028\\u202e\\u2066\\ufeff\\ud800',
    );
  });

  it('leaves right-to-left text, joiners, emoji and what stands in posts as they are', () => {
    for (const text of [
      'مرحبا بالعالم\u200f',
      'שלום\u200e',
      'می\u200cخواهم',
      '👩\u200d🌾🏴\u{e0067}\u{e007f}',
      'a:b',
      'C++ :: std',
      '# heading [1]',
      '#[1]',
      'C:\\posts',
      '§ 5, 12 %\u00a0…',
    ])
      assert.equal(printable(text), text);
  });

  it('shows in names what has no width, or only turns the direction of what is beside it', () => {
    assert.equal(printableName('a\u200f\u200e\u061c\u200b\u2060b'), 'a\\u200f\\u200e\\u061c\\u200b\\u2060b');
    assert.equal(printableName('می\u200cخواهم 👩\u200d🌾 [FR].md'), 'می\u200cخواهم 👩\u200d🌾 [FR].md');
  });

  it('begins no workflow command', () => {
    assert.equal(printable('::error::a'), '\\x3a:error::a');
    assert.equal(printable(' \u3000::error::a'), ' \u3000\\x3a:error::a');
    assert.equal(printableName('\u200b::a'), '\\u200b::a');
    assert.deepEqual(['::a.md', ' ::a.md', ':a.md', 'a/::b.md', './::a.md', '../::a.md'].map(printablePath), [
      './::a.md',
      './ ::a.md',
      ':a.md',
      'a/::b.md',
      './::a.md',
      '../::a.md',
    ]);
  });

  it('has none inside, in any CI service’s words', () => {
    assert.equal(
      printable('a ##[error]b ##vso[c] ##TeamCity[d] ### [e] #[f]'),
      'a ##\\x5berror]b ##vso\\x5bc] ##TeamCity\\x5bd] ### [e] #[f]',
    );
    assert.equal(printablePath('###[a].md'), '###\\x5ba].md');
  });

  it('is harmless whatever it was made of, and stays as it is when it is made so again', () => {
    for (const print of [printable, printableName, printablePath]) {
      holds([texts], 500, (text) => {
        const printed = print(text);
        assertHarmless(printed, JSON.stringify(text));
        assert.ok(!printed.includes('\n'));
        assert.equal(print(printed), printed);
      });
    }
  });

  it('is JSON that reads as it would have', () => {
    assert.equal(
      printableJson('{\n  "##[a": "\u009b\u202e\u200f[##vso["\n}'),
      '{\n  "##\\u005ba": "\\u009b\\u202e\\u200f[##vso\\u005b"\n}',
    );
    holds([fc.dictionary(texts, fc.array(texts))], 300, (value) => {
      const json = printableJson(JSON.stringify(value, null, 2));
      assertHarmless(json, json);
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
    });
  });
});
