// The main job works from the installed package, without anything of the project's working copy.
import assert from 'node:assert/strict';
import { withProblems } from '../screen/samples';
import { Workbench } from '../screen/workbench';
import { vsix } from './vsix';

describe('the installed package', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ vsix: vsix() });
  });
  after(() => workbench.close());

  it('finds the problems of a translation', async () => {
    await workbench.openFile(withProblems);
    const problems = await workbench.problems();
    await workbench.screenshot('installed-package');
    assert.ok(problems.length > 0);
  });
});
