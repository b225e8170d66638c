// Insertions that are joined, and how long that takes.
import assert from 'node:assert/strict';
import { joinInsertions } from '../../../src/core/checks/support/joinInsertions.js';
import { cpuTime } from '../../support/robust/stages.js';

function joined(...texts: readonly string[]): string[] {
  const chosen = texts.map((newText) => ({ problems: [], edits: [{ span: { start: 5, end: 5 }, newText }] }));
  return joinInsertions(chosen).flatMap(({ edits }) => edits.map(({ newText }) => newText));
}

describe('insertions at one place', () => {
  it('are one', () => assert.deepEqual(joined('One.\n\n', 'Two.\n\n'), ['One.\n\nTwo.\n\n']));

  it('are none with definitions', () => {
    assert.deepEqual(joined('[a]: https://a.example\n\n  [b c]:d\n', 'One.\n').length, 2);
    assert.deepEqual(joined('[a]: b\nOne.\n', 'Two.\n').length, 2, 'lines of both');
    assert.deepEqual(joined('\n', 'Two.\n').length, 1);
  });

  it('take no time, whatever stands in brackets', () => {
    const begin = cpuTime();
    joined(`${'[a]:'.repeat(5_000)}\nb`, `${'[a]: '.repeat(5_000)}\nb`);
    assert.ok(cpuTime() - begin < 1_000);
  });
});
