// When two addresses lead to one page or one picture.
import assert from 'node:assert/strict';
import { hostOf, imageKey, linkKey, shortUrl } from '../../../src/core/text/url.js';

const samePages: readonly (readonly [string, string, string])[] = [
  ['scheme', 'http://site.example/a', 'https://site.example/a'],
  ['no scheme', '//site.example/a', 'https://site.example/a'],
  ['www', 'https://www.site.example/a', 'https://site.example/a'],
  ['closing slash', 'https://site.example/a/', 'https://site.example/a'],
  ['closing slash of the host', 'https://site.example/', 'https://site.example'],
  ['case of the host', 'https://Site.Example/a', 'https://site.example/a'],
  ['tracking', 'https://site.example/a?utm_source=x&utm_medium=y', 'https://site.example/a'],
  ['tracking among others', 'https://site.example/a?id=3&fbclid=zz', 'https://site.example/a?id=3'],
  ['percent escapes', 'https://site.example/caf%C3%A9', 'https://site.example/café'],
  ['white space around', ' https://site.example/a ', 'https://site.example/a'],
  ['angle brackets', '<https://site.example/a>', 'https://site.example/a'],
  ['a page by its file', '{% link en/news/_posts/2024-03-21-a.md %}', '/en/news/2024/03/21/a/'],
  ['a post by its name', '{{ site.baseurl }}{% post_url 2024-3-1-a %}#b', '/2024/3/1/a#b'],
  ['empty fragment', 'https://site.example/a#', 'https://site.example/a'],
];

const otherPages: readonly (readonly [string, string, string])[] = [
  ['path', 'https://site.example/a', 'https://site.example/b'],
  ['case of the path', 'https://site.example/A', 'https://site.example/a'],
  ['host', 'https://one.example/a', 'https://two.example/a'],
  ['fragment', 'https://site.example/a#x', 'https://site.example/a#y'],
  ['parameter', 'https://site.example/a?id=1', 'https://site.example/a?id=2'],
  ['mail and page', 'mailto:me@site.example', 'https://me@site.example'],
  ['relative and absolute', '/a/b', 'https://a/b'],
];

describe('linkKey', () => {
  for (const [what, one, other] of samePages)
    it(`is one in spite of: ${what}`, () => assert.equal(linkKey(one), linkKey(other)));
  for (const [what, one, other] of otherPages)
    it(`tells apart: ${what}`, () => assert.notEqual(linkKey(one), linkKey(other)));

  it('keeps the address of a mail, and takes a broken escape as it is', () => {
    assert.equal(linkKey('mailto:me@site.example'), 'mailto:me@site.example');
    assert.equal(linkKey('https://site.example/100%'), 'site.example/100%');
  });
});

describe('imageKey', () => {
  it('is one whatever size and parameters an image host puts into the address', () => {
    const pictures = [
      'https://cdn.example/max/1200/1*abc.png',
      'https://cdn.example/max/800/1*abc.png',
      'http://cdn.example/1*abc.png',
      'https://cdn.example/fit/c/100/200/1*abc.png',
      'https://cdn.example/max/1200/1*abc.png?q=20',
      'https://cdn.example/1*abc.png#wide',
    ];
    assert.deepEqual([...new Set(pictures.map(imageKey))], ['cdn.example/1*abc.png']);
  });

  it('tells other pictures apart', () => {
    assert.notEqual(imageKey('../media/a.svg'), imageKey('../media/b.svg'));
    assert.notEqual(imageKey('/max/1200.png'), imageKey('/max/1201.png'));
  });
});

describe('hostOf and shortUrl', () => {
  it('gives the host of absolute addresses only', () => {
    assert.equal(hostOf('https://www.Site.example:8080/a?b#c'), 'site.example');
    assert.equal(hostOf('//me:secret@site.example/a'), 'site.example');
    assert.equal(hostOf('/a/b'), undefined);
    assert.equal(hostOf('a.md#x'), undefined);
  });

  it('says an address as people do, no longer than asked', () => {
    assert.equal(shortUrl('https://www.site.example/a/'), 'site.example/a');
    const long = shortUrl(`https://site.example/${'x'.repeat(100)}/the-end`, 40);
    assert.equal(long.length, 40);
    assert.match(long, /^site\.example.*….*\/the-end$/);
  });
});
