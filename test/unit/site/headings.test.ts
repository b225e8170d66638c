// A heading's words, by which the issues of a locale are held against each other.
import assert from 'node:assert/strict';
import { headingKey, headingWords } from '../../../src/core/site/headings.js';

describe('a heading’s words', () => {
  it('are without emoji, numbers in front and punctuation at its ends', () => {
    const headings = {
      '🌊 News from the river!': 'News from the river',
      '— Tools… ': 'Tools',
      'Ferry {#ferry}': 'Ferry',
      '…': '',
    };
    for (const [heading, words] of Object.entries(headings)) assert.equal(headingWords(heading), words, heading);
  });

  it('keep the bracket that closes one among them, and no other', () => {
    const headings = {
      'Stable (fest)': 'Stable (fest)',
      'Stable (fest)!': 'Stable (fest)',
      '标题（二）': '标题（二）',
      'fest)': 'fest',
      '(fest)': 'fest',
      'Stable (fest': 'Stable (fest',
      'A (b) c)': 'A (b) c',
    };
    for (const [heading, words] of Object.entries(headings)) assert.equal(headingWords(heading), words, heading);
    assert.equal(headingKey('STABLE (Fest)'), headingKey('Stable (fest).'));
  });
});
