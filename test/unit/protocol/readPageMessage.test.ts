// What the extension takes from the page, and what not.
import assert from 'node:assert/strict';
import type { PageMessage } from '../../../src/protocol/messages.js';
import { readPageMessage } from '../../../src/protocol/readPageMessage.js';

describe('messages of the page', () => {
  const good: readonly PageMessage[] = [
    { type: 'ready' },
    { type: 'reveal', key: 's1', side: 'target', focus: false },
    { type: 'reveal', key: 's1', side: 'source', focus: false, at: { word: 'map', nth: 2 } },
    { type: 'fix', problem: 'link-missing:x', fix: 0 },
    { type: 'switch', translation: 'file:///a.md' },
    { type: 'edit', key: 's1' },
    { type: 'write', key: 's1', was: '', text: 'words' },
    { type: 'undo', again: true },
    { type: 'intend', problem: 'link-missing:x' },
    { type: 'insertAll' },
    { type: 'chooseIssue' },
    { type: 'fixRow', key: 's1' },
  ];
  for (const message of good)
    it(`${message.type} is read`, () => assert.deepEqual(readPageMessage(structuredClone(message)), message));

  it('say which translation they are about', () => {
    assert.deepEqual(readPageMessage({ type: 'edit', key: 's1', about: 'file:///a.md' }), {
      type: 'edit',
      key: 's1',
      about: 'file:///a.md',
    });
    assert.deepEqual(readPageMessage({ type: 'edit', key: 's1', about: 7 }), { type: 'edit', key: 's1' });
  });

  it('lose what does not belong in them', () => {
    assert.deepEqual(
      readPageMessage({ type: 'reveal', key: 's1', side: 'source', focus: false, at: { word: 'map' } }),
      { type: 'reveal', key: 's1', side: 'source', focus: false },
    );
    assert.deepEqual(readPageMessage({ type: 'ready', command: 'rm', __proto__: { x: 1 } }), { type: 'ready' });
  });

  const bad: readonly unknown[] = [
    undefined,
    null,
    1,
    'ready',
    [],
    {},
    { type: 1 },
    { type: 'Ready' },
    { type: 'constructor' },
    { type: 'reveal', key: 's1', side: 'target' },
    { type: 'reveal', key: '', side: 'target', focus: true },
    { type: 'reveal', key: 's1', side: 'left', focus: true },
    { type: 'reveal', key: { toString: () => 's1' }, side: 'source', focus: true },
    { type: 'fix', problem: 'x', fix: -1 },
    { type: 'fix', problem: 'x', fix: 0.5 },
    { type: 'fix', problem: 'x', fix: '0' },
    { type: 'fix', problem: 'x', fix: Number.NaN },
    { type: 'fix', fix: 0 },
    { type: 'edit' },
    { type: 'fixRow', key: 1 },
    { type: 'write', key: 's1', was: 1, text: '' },
    { type: 'write', key: 's1', was: '', text: 'x'.repeat(5_000_001) },
    { type: 'undo' },
    { type: 'switch' },
    { type: 'switch', translation: ['file:///a.md'] },
    { type: 'switch', translation: 'x'.repeat(10_001) },
  ];
  it('that are none are refused', () => {
    for (const message of bad) assert.equal(readPageMessage(message), undefined, JSON.stringify(message));
  });
});
