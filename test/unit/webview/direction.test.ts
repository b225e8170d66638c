// Which way a text of the panel runs.
import assert from 'node:assert/strict';
import { directionOf } from '../../../src/webview/direction.js';

describe('the direction of a text', () => {
  it('is its column’s, also where it begins with a name in other letters', () => {
    assert.equal(directionOf('نشرة الدرب', 'rtl'), 'rtl');
    assert.equal(directionOf('Seam أداة للخرائط.', 'rtl'), 'rtl');
    assert.equal(directionOf('A letter about paths.', 'ltr'), 'ltr');
    assert.equal(directionOf('نشرة', 'ltr'), 'ltr');
    assert.equal(directionOf('Unknown', 'auto'), 'auto');
  });

  it('is its own in a column from the right where nothing is written so', () => {
    assert.equal(directionOf('A letter about paths.', 'rtl'), 'auto');
    assert.equal(directionOf('这封信。', 'rtl'), 'auto');
    assert.equal(directionOf('שלום', 'rtl'), 'rtl');
  });

  it('is its column’s where there are no letters at all', () => {
    assert.equal(directionOf('', 'rtl'), 'rtl');
    assert.equal(directionOf('63 %', 'rtl'), 'rtl');
  });
});
