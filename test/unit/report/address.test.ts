// Addresses of files: relative, and of just the file.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linkAddress, relativeReference } from '../../../src/core/report/address.js';
import { hostileWords } from '../support/hostileOutput.js';
import { holds } from '../support/property.js';

describe('the address of a file in a page', () => {
  it('begins with where it leads from', () => {
    assert.deepEqual(['a.md', '_posts/a.md', '../a.md', '..a.md', '.a/b.md', 'javascript:a.md'].map(linkAddress), [
      './a.md',
      './_posts/a.md',
      '../a.md',
      './..a.md',
      './.a/b.md',
      './javascript:a.md',
    ]);
  });

  it('has what means something in an address, in Markdown or in HTML encoded', () => {
    assert.equal(
      linkAddress('a b#c?d%e<f>"g"\'h\'(i)[j]{k}|l\\m`n\n\u001b\u009b\u202e\ud800é.md'),
      './a%20b%23c%3Fd%25e%3Cf%3E%22g%22%27h%27%28i%29%5Bj%5D%7Bk%7D%7Cl%5Cm%60n%0A%1B%C2%9B%E2%80%AE%EF%BF%BD%C3%A9.md',
    );
  });
});

describe('the address of a file for programs', () => {
  it('is that of ordinary names, encoded', () => {
    assert.deepEqual(['_posts/a [FR].md', '../é.md', '/tmp/a.md', "it's (1).md"].map(relativeReference), [
      '_posts/a%20%5BFR%5D.md',
      '../%C3%A9.md',
      '/tmp/a.md',
      "it's%20(1).md",
    ]);
  });

  it('has no scheme and no host', () => {
    assert.deepEqual(['javascript:a.md', '//host/a.md', 'a b#c?.md', '\ud800.md'].map(relativeReference), [
      'javascript%3Aa.md',
      '/.//host/a.md',
      'a%20b%23c%3F.md',
      '%EF%BF%BD.md',
    ]);
  });
});

describe('either address', () => {
  const names = fc
    .array(fc.constantFrom(...hostileWords), { minLength: 1, maxLength: 3 })
    .map((some) =>
      some
        .join('-')
        .replaceAll('/', '∕')
        .replace(/\p{Cs}/gu, '\ufffd'),
    )
    .filter((name) => !/^\.{1,2}$/.test(name));

  it('leads to the file beside the page, whatever its name is', () => {
    for (const addressOf of [linkAddress, relativeReference]) {
      holds([fc.array(names, { minLength: 1, maxLength: 3 })], 300, (some) => {
        const path = some.join('/');
        const address = addressOf(path);
        assert.match(address, /^[\w\-.~!$&'()*+,;=:@%/]+$/);
        const { href, protocol, search, hash, pathname } = new URL(address, 'file:///folder/page.md');
        assert.deepEqual(
          [protocol, search, hash, decodeURIComponent(pathname)],
          ['file:', '', '', `/folder/${path}`],
          href,
        );
      });
    }
  });
});
