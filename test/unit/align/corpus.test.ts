// Alignment of real issues: against gold, of parallel texts, and of damaged ones.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { alignIssues } from '../../../src/core/align/align.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { alignReport } from '../../../src/core/report/alignReport.js';
import { progressOf } from '../../../src/core/view/progress.js';
import { goldPairs, goldProgress } from '../../support/realPairs.js';
import { unplanted } from '../../support/planted/planted.js';
import { f1, judge, linksOfAlignment, total } from '../../support/planted/score.js';
import { corpusPath, describeCorpus } from '../support/corpus.js';

describeCorpus('dair-ai', 'alignment against gold', () => {
  it('is right in 99 of 100 links', () => {
    const score = total(
      goldPairs(corpusPath()).map((pair) =>
        judge(
          unplanted(pair),
          linksOfAlignment(alignIssues(parseIssue(pair.source), parseIssue(pair.target)), pair.ruler),
        ),
      ),
    );
    assert.ok(score.right > 700);
    assert.ok(f1(score) >= 0.99, `F1 ${f1(score)}`);
  });
});

describeCorpus('optech', 'alignment of parallel texts', () => {
  it('puts every block to its counterpart where the kinds are the same', () => {
    let same = 0;
    for (const date of ['2023-02-08', '2023-05-10', '2023-08-02', '2023-11-01']) {
      for (const locale of ['fr', 'ja']) {
        const [source, target] = ['en', locale].map((folder) =>
          parseIssue(
            readFileSync(corpusPath('optech', '_posts', folder, 'newsletters', `${date}-newsletter.md`), 'utf8'),
          ),
        ) as [ReturnType<typeof parseIssue>, ReturnType<typeof parseIssue>];
        if (
          source.blocks.length !== target.blocks.length ||
          source.blocks.some(({ kind }, i) => kind !== target.blocks[i]!.kind)
        )
          continue;
        same++;
        for (const unit of alignIssues(source, target).units) {
          assert.deepEqual(
            unit.source.map(({ index }) => index),
            unit.target.map(({ index }) => index),
            `${locale} ${date}`,
          );
        }
      }
    }
    assert.ok(same >= 6);
  });
});

describeCorpus('seeds', 'alignment of damaged files', () => {
  it('is that of the whole ones', () => {
    const names = { source: '004_d3cdff441cd373ee.txt', target: '003_fb370a5f4605524e.txt' };
    const read = (name: string): ReturnType<typeof parseIssue> =>
      parseIssue(readFileSync(corpusPath('seeds', name), 'utf8'));
    const [source, target] = [read(names.source), read(names.target)];
    assert.ok(source.damage && target.damage);
    const post = { path: 'x', locale: null };
    const damaged = alignReport(alignIssues(source, target), post, post);
    const whole = alignReport(
      alignIssues(parseIssue(source.damage.repaired), parseIssue(target.damage.repaired)),
      post,
      post,
    );
    assert.deepEqual(damaged, whole);
  });
});

describeCorpus('dair-ai', 'progress against gold', () => {
  for (const { name, source, target } of goldPairs(corpusPath())) {
    it(`of ${name} is right within two points`, () => {
      const { percent } = progressOf(alignIssues(parseIssue(source), parseIssue(target)).units);
      const known = goldProgress(corpusPath(), name);
      assert.ok(Math.abs(percent - known) <= 2, `${percent} instead of ${known.toFixed(1)}`);
    });
  }
});
