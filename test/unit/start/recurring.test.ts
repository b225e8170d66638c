// What recurs from issue to issue, as a language's earlier issues have it.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import type { Alignment } from '../../../src/core/align/alignment.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { learnRecurring } from '../../../src/core/start/recurring.js';

const source = '# News and Notes\n\nThe *ferry* runs again, see [the plan](https://place.example/plan).\n\n# Goodbye\n';

function earlier(
  heading: string,
  text = 'Le *bac* circule de nouveau, voyez [le plan](https://place.example/plan).',
): Alignment {
  return alignIssues(parseIssue(source), parseIssue(`# ${heading}\n\n${text}\n\n# Au revoir\n`));
}

/** What stands for each block of the source. */
function learnt(...pairs: readonly Alignment[]): (string | undefined)[] {
  const issue = parseIssue(source.replace('again, see', 'again,\nsee'));
  const recurring = learnRecurring(pairs);
  return issue.blocks.map((block) => recurring(block, issue));
}

describe('what recurs', () => {
  it('is taken over with its markup, wherever the lines of the source break', () => {
    assert.deepEqual(learnt(earlier('Nouvelles')), [
      '# Nouvelles',
      'Le *bac* circule de nouveau, voyez [le plan](https://place.example/plan).',
      '# Au revoir',
    ]);
  });

  it('is what most issues have, and of equals the newest', () => {
    assert.equal(learnt(earlier('Nouveles'), earlier('Nouvelles'), earlier('Nouvelles'))[0], '# Nouvelles');
    assert.equal(learnt(earlier('Actualités'), earlier('Nouvelles'))[0], '# Actualités');
  });

  it('is not what was left untranslated, nor what refers to what the source does not define', () => {
    assert.equal(learnt(earlier('News and Notes'))[0], undefined);
    assert.equal(learnt(earlier('Nouvelles', 'Le *bac* circule de nouveau, voyez [le plan][plan].'))[1], undefined);
  });

  it('is nothing where nothing was translated before', () => {
    assert.deepEqual(learnt(), [undefined, undefined, undefined]);
  });
});
