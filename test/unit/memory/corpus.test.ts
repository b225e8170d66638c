// The memory of real issues: what the French of issues 4 and 5 have for what comes back in issue 8.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pairContext } from '../../../src/core/checks/run.js';
import { innerMarkdown } from '../../../src/core/memory/inner.js';
import { segmentsOf } from '../../../src/core/memory/segments.js';
import { TranslationMemory } from '../../../src/core/memory/translationMemory.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Block, Issue } from '../../../src/core/model.js';
import { corpusPath, describeCorpus } from '../support/corpus.js';

describeCorpus('dair-ai', 'the translation memory', () => {
  const read = (name: string): Issue => parseIssue(readFileSync(corpusPath('dair-ai/_posts', name), 'utf8'));
  const memory = new TranslationMemory();
  let issue: Issue;
  const french: Issue[] = [];

  before(() => {
    const rows = readFileSync(corpusPath('dair-ai/pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    for (const [number, locale, source, target] of rows) {
      if (locale !== 'fr') continue;
      const [from, to] = [read(source!), read(target!)];
      if (number === '8') issue = from;
      else {
        french.push(to);
        const context = pairContext(from, to, { source: 'en', target: 'fr' });
        memory.set(target!, segmentsOf(context, { path: target!, number: Number(number), date: source!.slice(0, 10) }));
      }
    }
  });

  const first = (block: Block): string | undefined =>
    memory.find({ source: innerMarkdown(issue, block), kind: block.kind })[0]?.target;

  it('offers the headings of issues 4 and 5 for those of issue 8 in the first place', () => {
    const offered = issue.blocks.filter(({ kind }) => kind === 'heading').map(first);
    const headings = new Set(
      french.flatMap((one) =>
        one.blocks.filter(({ kind }) => kind === 'heading').map((block) => innerMarkdown(one, block)),
      ),
    );
    const [updates, ...others] = offered;
    assert.equal(updates, undefined, 'no earlier issue has a heading like that');
    assert.deepEqual(
      others.filter((heading) => heading === undefined || !headings.has(heading)),
      [],
    );
    assert.deepEqual(
      others.map((heading) => heading!.replace(/\P{L}+/gu, ' ').trim()),
      [
        'Publications',
        'Créativité et société',
        'Outils et jeux de données',
        'Articles et Blog',
        'Education',
        'Mentions spéciales',
      ],
    );
  });

  it('offers their footer for that of issue 8 in the first place', () => {
    const footer = issue.blocks.filter(({ text }) => /^(?:If you have any datasets|Subscribe)/.test(text));
    assert.equal(footer.length, 2);
    assert.match(first(footer[0]!) ?? '', /^Si vous avez des jeux de données, des projets/);
    assert.match(first(footer[1]!) ?? '', /^\[Abonnez-vous\]/);
    for (const block of footer)
      assert.ok(
        french.every((one) => one.text.includes(first(block)!)),
        'word for word, as both have it',
      );
  });
});
