// What is loaded later is loaded once, not before somebody asks, and again if it failed.
import assert from 'node:assert/strict';
import { Later } from '../../../src/vscode/later.js';

describe('what is loaded later', () => {
  it('is loaded when somebody asks, and once', async () => {
    let times = 0;
    const later = new Later(() => Promise.resolve(++times));
    assert.deepEqual([later.now, later.asked, times], [undefined, undefined, 0]);
    assert.deepEqual(await Promise.all([later.get(), later.get()]), [1, 1]);
    assert.equal(await later.get(), 1);
    assert.equal(later.now, 1);
  });

  it('lets others have their turn before it is loaded', async () => {
    const order: string[] = [];
    const later = new Later(() => Promise.resolve(order.push('loaded')));
    setTimeout(() => order.push('a key'), 0);
    await later.get();
    assert.deepEqual(order, ['a key', 'loaded']);
  });

  it('lets others have their turn between its pieces, which are loaded once each', async () => {
    const order: string[] = [];
    const piece = (name: string) => async () => {
      order.push(name);
      setTimeout(() => order.push('a key'), 0);
      return Promise.resolve(name);
    };
    const later = Later.inPieces([piece('first'), piece('second')], piece('all'));
    assert.deepEqual(order, []);
    assert.deepEqual(await Promise.all([later.get(), later.get()]), ['all', 'all']);
    assert.deepEqual(order, ['first', 'a key', 'second', 'a key', 'all']);
  });

  it('tells that it was asked for while it is loaded', async () => {
    const later = new Later(() => Promise.resolve('there'));
    const loaded = later.get();
    assert.equal(later.asked, loaded);
    assert.equal(later.now, undefined);
    assert.equal(await later.asked, 'there');
  });

  it('is loaded anew for the next who asks if it could not be', async () => {
    let isThere = false;
    const later = new Later(() => (isThere ? Promise.resolve('there') : Promise.reject(new Error('not there'))));
    await assert.rejects(Promise.all([later.get(), later.get()]), /not there/);
    assert.equal(later.asked, undefined);
    isThere = true;
    assert.equal(await later.get(), 'there');
  });
});
