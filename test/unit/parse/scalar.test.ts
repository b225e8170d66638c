// Values that are put into front matter are read as what they are.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { writeScalar } from '../../../src/core/parse/scalar.js';
import { holds } from '../support/property.js';

describe('a value of the front matter', () => {
  it('keeps its quotation marks', () => {
    assert.equal(writeScalar("l'île", "'x'"), "'l''île'");
    assert.equal(writeScalar('say "so"\\', '"x"'), '"say \\"so\\"\\\\"');
    assert.equal(writeScalar('plain words', 'x'), 'plain words');
    assert.equal(writeScalar('2026-03-08 10:00', 'x'), '2026-03-08 10:00');
  });

  it('gets some where YAML would read something else', () => {
    for (const value of ['no', 'NULL', '12', '1.5', 'a: b', 'a:', 'a #b', '- a', '[a]', '', ' a', 'a ', '@a']) {
      assert.match(writeScalar(value, ''), /^".*"$/, value);
    }
  });

  it('is read back as it was', () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'ab 12:#\'"\\-[]{}@é中.,?!|>&*~'), maxLength: 12 })
      .filter((value) => !/^\d{4}-\d\d-\d\d/.test(value));
    holds([text, fc.constantFrom('', '"x"', "'x'")], 300, (value, like) => {
      assert.deepEqual(parse(`a: ${writeScalar(value, like)}\n`), { a: value });
    });
  });
});
