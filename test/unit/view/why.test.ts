// What the panel says of why two texts stand in one row.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { whyTogether } from '../../../src/core/view/why.js';

describe('the reason for a row', () => {
  const alignment = alignIssues(
    parseIssue(
      '# News\n\nRead [the report](https://council.example/report) of 14 May on 230 pages.\n\nIt rained.\n\nThanks to all.',
    ),
    parseIssue(
      '# Nouvelles\n\nLisez [le rapport](https://council.example/report) du 14 mai sur 230 pages.\n\nIl a plu.',
    ),
  );
  const reasons = alignment.units.map((unit) => whyTogether(alignment, unit));

  it('names the weightiest evidence, and how sure it is', () => {
    assert.match(reasons[1]!, /^Put together by .*the link council\.example\/report.* \(\d+ % sure\)\.$/);
  });

  it('says so where there is no evidence', () =>
    assert.match(reasons[2]!, /^Put together by place and length alone \(\d+ % sure\)\.$/));

  it('is empty where there is one side only', () => assert.equal(reasons.at(-1), ''));
});
