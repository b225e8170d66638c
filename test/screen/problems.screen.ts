// The main job, as a translator sees it: open a translation, read its problems.
import assert from 'node:assert/strict';
import { withProblems, withoutProblems } from './samples';
import { Workbench } from './workbench';

describe('problems on the screen', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  it('a translation without a problem shows none', async () => {
    await workbench.openFile(withoutProblems);
    assert.equal(await workbench.problemCount(), 0);
  });

  it('a translation with slips lists them in the Problems view', async () => {
    await workbench.openFile(withProblems);
    const problems = await workbench.problems();
    await workbench.screenshot('problems');
    assert.ok(problems.length > 0);
    assert.ok((await workbench.problemCount()) >= problems.length);
  });
});
