// From a place in one text to what stands level with it in the other.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { indexUnits } from '../../../src/core/align/alignment.js';
import { counterpartSpan, otherBlocks, unitAt, type AlignedPair } from '../../../src/core/align/counterpart.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const source = '# News\n\nThe [bridge](https://example.org/a) is open.\n\nA [choir](https://example.org/b) sings.\n';
const target = '# Nouvelles\n\nLe [pont](https://example.org/a) est ouvert.\n';
const alignment = alignIssues(parseIssue(source), parseIssue(target));
const pair: AlignedPair = { alignment, units: indexUnits(alignment.units) };

function textAt(offset: number): string | undefined {
  const span = counterpartSpan(pair, 'source', offset);
  return span && target.slice(span.start, span.end);
}

describe('the unit at a place', () => {
  it('is the one whose block is there', () => {
    const found = unitAt(pair, 'target', target.indexOf('ouvert'));
    assert.equal(found?.block.text, 'Le pont est ouvert.');
    assert.deepEqual(
      otherBlocks(found.unit, 'target').map(({ text }) => text),
      ['The bridge is open.'],
    );
  });

  it('is none between blocks, and none before the first', () => {
    assert.equal(unitAt(pair, 'target', target.indexOf('\n\nLe') + 1), undefined);
    assert.equal(
      unitAt(
        { alignment: alignIssues(parseIssue(`\n\n${source}`), parseIssue(target)), units: pair.units },
        'source',
        0,
      ),
      undefined,
    );
  });

  it('has no other blocks where something is missing', () => {
    assert.deepEqual(otherBlocks(unitAt(pair, 'source', source.indexOf('sings'))!.unit, 'source'), []);
  });
});

describe('the counterpart of a place', () => {
  it('is what says the same', () => {
    assert.equal(textAt(source.indexOf('open')), 'Le [pont](https://example.org/a) est ouvert.');
  });

  it('of what is missing is what stands before it', () => {
    assert.equal(textAt(source.indexOf('sings')), 'Le [pont](https://example.org/a) est ouvert.');
  });

  it('is none where the text itself is empty', () => {
    const lone = alignIssues(parseIssue(''), parseIssue(target));
    assert.equal(counterpartSpan({ alignment: lone, units: indexUnits(lone.units) }, 'source', 0), undefined);
  });

  it('is none where the other text is empty', () => {
    const lone = alignIssues(parseIssue(source), parseIssue(''));
    assert.equal(counterpartSpan({ alignment: lone, units: indexUnits(lone.units) }, 'source', 10), undefined);
  });
});
