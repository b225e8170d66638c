// A shelf: what was put on it comes back, wherever it is by then.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Shelf } from '../../../src/cli/shelf.js';

describe('a shelf', () => {
  const lengths = [3, 0, 5_000_000, 7, 700_000, 600_000, 1, 1_000_000, 12];
  const pieces = lengths.map((length, i) => new Uint8Array(length).fill(i + 1));
  const assertKept = (shelf: Shelf): void => {
    const kept = pieces.map((bytes) => shelf.put(bytes));
    for (const round of [1, 2])
      kept.forEach((one, i) =>
        assert.equal(Buffer.compare(shelf.get(one), pieces[i]!), 0, `piece ${i}, round ${round}`),
      );
  };

  it('keeps what is put on it, large or small, and leaves no file', () => {
    const own = (): string[] =>
      readdirSync(tmpdir()).filter((name) => name.startsWith('facing-pages-') && /-[0-9a-f]{12}$/.test(name));
    const before = own();
    const shelf = new Shelf();
    assertKept(shelf);
    assert.deepEqual(own(), before);
    shelf.close();
  });

  it('keeps what was put on it when the room is wanted again', () => {
    const shelf = new Shelf();
    const bytes = new Uint8Array([1, 2, 3]);
    const kept = shelf.put(bytes);
    bytes.fill(9);
    assert.deepEqual([...shelf.get(kept)], [1, 2, 3]);
    for (let i = 0; i < 8; i++) shelf.put(new Uint8Array(400_000));
    assert.deepEqual([...shelf.get(kept)], [1, 2, 3]);
    shelf.close();
  });

  it('keeps all in memory where there can be no file', () => {
    const folder = process.env['TMPDIR'];
    process.env['TMPDIR'] = path.join(tmpdir(), 'nowhere', 'at', 'all');
    try {
      const shelf = new Shelf();
      assertKept(shelf);
      shelf.close();
    } finally {
      if (folder === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = folder;
    }
  });
});
