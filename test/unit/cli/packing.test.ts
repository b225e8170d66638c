// Plain data as bytes: it comes back as it was, and takes less room beside a text that has its words.
import assert from 'node:assert/strict';
import { packed, unpacked } from '../../../src/cli/packing.js';

describe('packed data', () => {
  const words = Array.from({ length: 300 }, (_, i) => `stile ${(i * 7919) % 1000}`).join(', ');

  for (const [name, text] of [
    ['of one byte for a character', words],
    ['of two', `${words} – пристань`],
    ['longer than deflate looks back', words.repeat(20)],
  ] as const) {
    it(`comes back beside a text ${name}`, () => {
      const data = { parts: [text.slice(0, 900), text.slice(40)], number: 7, nothing: undefined };
      assert.deepEqual(unpacked(packed(data, text), text), data);
      assert.deepEqual(unpacked(packed(data)), data);
    });

    it(`takes less room beside a text ${name}`, () => {
      const data = text.slice(0, 1500).split(', ');
      assert.ok(packed(data, text).length < packed(data).length);
    });
  }
});
