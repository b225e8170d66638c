// Which posts belong together while they come, change and go.
import assert from 'node:assert/strict';
import type { Uri } from 'vscode';
import type { PostFacts } from '../../../src/core/pair/pairing.js';
import { PostPool } from '../../../src/vscode/pool.js';

const uri = (path: string): Uri => ({ path, toString: () => `file:///${path}` }) as unknown as Uri;
const links = ['harbour.example/buoys', 'harbour.example/bells', 'harbour.example/gulls'];
const facts = (path: string, locale: string, more: Partial<PostFacts> = {}): PostFacts => ({
  path,
  locale,
  localeFrom: 'front matter',
  title: 'Harbour Newsletter #7',
  number: 7,
  date: undefined,
  isNewsletter: true,
  reference: undefined,
  links,
  page: { permalink: undefined, headings: [], anchors: [], fields: {} },
  ...more,
});
const [english, german] = [uri('en.md'), uri('de.md')];

function pair(): PostPool {
  const pool = new PostPool();
  pool.complete = true;
  pool.set(english, facts('en.md', 'en'));
  pool.set(german, facts('de.md', 'de'));
  return pool;
}

describe('a pool of posts', () => {
  it('knows source and translation, and leads back to their files', () => {
    const pool = pair();
    const place = pool.placeOf(german, undefined);
    assert.equal(place?.issue?.source.path, 'en.md');
    assert.equal(place.translation?.post.path, 'de.md');
    assert.equal(pool.uriOf('en.md'), english);
    assert.equal(pool.placeOf(english, undefined)?.translation, undefined);
  });

  it('misses a source only once all files were read', () => {
    const pool = pair();
    pool.delete(english);
    // Alone, the translation would be taken for a source: the setting says what is one.
    assert.equal(pool.placeOf(german, 'en')?.sourceMissing, true);
    pool.complete = false;
    pool.set(german, facts('de.md', 'de', { title: 'Hafen-Newsletter #7' }));
    assert.equal(pool.placeOf(german, 'en')?.sourceMissing, false);
  });

  it('pairs anew when a language changes, and when links do that were saved', () => {
    const pool = pair();
    const before = pool.pairing(undefined);
    pool.set(german, facts('de.md', 'de'));
    assert.equal(pool.pairing(undefined), before, 'nothing has changed');
    pool.set(german, facts('de.md', 'de', { links: links.slice(1) }), true);
    assert.equal(pool.pairing(undefined), before, 'the address is still being typed');
    pool.set(german, facts('de.md', 'de', { links: links.slice(1) }), false);
    assert.notEqual(pool.pairing(undefined), before, 'it was saved');
    const saved = pool.pairing(undefined);
    pool.set(german, facts('de.md', 'nl', { links: links.slice(1) }), true);
    assert.notEqual(pool.pairing(undefined), saved, 'another language');
  });

  it('builds the site anew when what others see of a post has changed and was saved', () => {
    const pool = pair();
    const page = { permalink: undefined, headings: [{ depth: 2, text: 'Neues' }], anchors: ['neues'], fields: {} };
    const before = pool.siteOf(undefined, []);
    assert.equal(pool.siteOf(undefined, []), before);
    pool.set(german, facts('de.md', 'de', { page }), true);
    assert.equal(pool.siteOf(undefined, []), before, 'the heading is still being typed');
    pool.set(german, facts('de.md', 'de', { page }), false);
    assert.notEqual(pool.siteOf(undefined, []), before, 'it was saved');
    assert.equal(pool.siteOf(undefined, []).around('de.md')?.post.page, page);
    assert.notEqual(
      pool.siteOf(undefined, ['https://harbour.example/{lang}/*']),
      pool.siteOf(undefined, []),
      'other addresses are the site’s',
    );
  });

  it('lists what is in a folder, and not what is in one whose name begins alike', () => {
    const pool = new PostPool();
    for (const path of ['a/one.md', 'a/b/two.md', 'ab/three.md']) pool.set(uri(path), facts(path, 'en'));
    assert.deepEqual(
      pool.under(uri('a')).map(({ path }) => path),
      ['a/one.md', 'a/b/two.md'],
    );
  });
});
