// The pictures of a post lie beside it or in its workspace folder, and nowhere else, whatever it writes.
import assert from 'node:assert/strict';
import { picturePath } from '../../../src/vscode/panel/picturePath.js';

describe('the path of a picture', () => {
  const post = '/home/a/letters/_posts/fr/12.md';
  const folder = '/home/a/letters';

  for (const [written, expected] of [
    ['fence.png', '/home/a/letters/_posts/fr/fence.png'],
    ['./fence.png', '/home/a/letters/_posts/fr/fence.png'],
    ['../../images/fence.png', '/home/a/letters/images/fence.png'],
    ['/images/fence.png', '/home/a/letters/images/fence.png'],
    ['..\\..\\images\\fence.png', '/home/a/letters/images/fence.png'],
    ['a/../../fence.png', '/home/a/letters/_posts/fence.png'],
  ] as const)
    it(`${written} is in the folder`, () => assert.equal(picturePath(written, post, folder), expected));

  for (const written of [
    '../../../x.png',
    '/../x.png',
    '../../../letters-2/x.png',
    '../../../../../../../etc/passwd',
    '/../../../etc/passwd',
    '..\\..\\..\\x.png',
    'a/../../../../x.png',
    '../../..',
    '/',
  ]) {
    it(`${written} leads out of it`, () => assert.equal(picturePath(written, post, folder), undefined));
  }

  it('of a post that is in no workspace, beside it', () => {
    assert.equal(picturePath('fence.png', '/tmp/12.md', undefined), '/tmp/fence.png');
    assert.equal(picturePath('a/fence.png', '/c:/letters/12.md', undefined), '/c:/letters/a/fence.png');
    assert.equal(picturePath('../fence.png', '/tmp/a/12.md', undefined), undefined);
    assert.equal(picturePath('/fence.png', '/tmp/12.md', undefined), undefined);
  });
});
