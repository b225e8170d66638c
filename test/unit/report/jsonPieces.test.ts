// JSON in pieces: together they are what JSON.stringify says.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonPieces } from '../../../src/core/report/jsonPieces.js';
import { holds } from '../support/property.js';

describe('JSON in pieces', () => {
  const said = (value: unknown): string => [...jsonPieces(value)].join('');

  it('is what JSON.stringify says, whatever the value is', () => {
    holds([fc.jsonValue()], 200, (value) => assert.equal(said(value), JSON.stringify(value, null, 2)));
  });

  it('has a list where something can be gone through, again and again', () => {
    holds([fc.array(fc.jsonValue())], 100, (list) => {
      const value = { a: 1, none: undefined, within: [{ list: new Set(list), b: {} }], c: [] };
      const plain = JSON.stringify({ ...value, within: [{ list: [...new Set(list)], b: {} }] }, null, 2);
      assert.equal(said(value), plain);
      assert.equal(said(value), plain);
    });
  });

  it('comes in pieces', () => {
    assert.ok([...jsonPieces({ list: new Set([{ a: 1 }, { b: 2 }]) })].length > 4);
  });
});
