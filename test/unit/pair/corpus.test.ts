// Pairing of real trees.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadIdentify } from '../../../src/core/language/identify.js';
import { describePost } from '../../../src/core/pair/facts.js';
import { pairPosts } from '../../../src/core/pair/pair.js';
import type { Pairing } from '../../../src/core/pair/pairing.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { corpusFiles, corpusPath, corpusPosts, describeCorpus, type CorpusFile } from '../support/corpus.js';
import { pairsIn } from '../support/posts.js';

async function pairFiles(files: readonly CorpusFile[]): Promise<Pairing> {
  const identify = await loadIdentify();
  return pairPosts(files.map(({ path, text }) => describePost(path, parseIssue(text), identify)));
}

describeCorpus('dair-ai', 'pairing', () => {
  it('finds every pair and nothing else', async () => {
    const rows = readFileSync(corpusPath('dair-ai', 'pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split('\t'));
    const pairing = await pairFiles(corpusPosts('dair-ai', '_posts'));
    assert.deepEqual(
      pairsIn(pairing),
      rows.map(([, , source, target]) => `dair-ai/_posts/${target} < dair-ai/_posts/${source}`).sort(),
    );
    assert.equal(pairing.unpaired.length, 0);
    assert.equal(pairing.skipped.length, 5);
    const told = new Map(
      pairing.issues.flatMap(({ translations }) =>
        translations.map(({ post }) => [post.path.slice('dair-ai/_posts/'.length), post.locale]),
      ),
    );
    for (const [, locale, , target] of rows) assert.equal(told.get(target!), locale, target);
  });
});

describeCorpus('optech', 'pairing', () => {
  it('gives every translation the source of its date', async () => {
    const pairs = pairsIn(await pairFiles(corpusPosts('optech', '_posts')));
    const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
    assert.equal(pairs.length, 102);
    for (const one of pairs) assert.equal(name(one.split(' < ')[0]!), name(one.split(' < ')[1]!));
  });
});

describeCorpus('seeds', 'pairing of damaged files', () => {
  it('works as if they were whole, and misses the source that is not there', async () => {
    const pairing = await pairFiles(
      corpusFiles('seeds').map((file) => ({ ...file, path: file.path.replace(/\.txt$/, '.md') })),
    );
    assert.deepEqual(
      pairing.issues.map(({ source, translations }) => [source.number, translations.map(({ post }) => post.locale)]),
      [[5, ['fr', 'pt', 'es']]],
    );
    assert.deepEqual(
      pairing.unpaired.map(({ post }) => [post.locale, post.number]),
      [['fr', 4]],
    );
  });
});
