// Takes a picture of every open window when a test fails: out/screens/failed-TITLE.png says more than a time-out.
import type { RootHookObject } from 'mocha';
import { openWorkbenches } from './workbench';

export const mochaHooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    if (this.currentTest?.state !== 'failed') return;
    const name = this.currentTest.fullTitle().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    for (const workbench of openWorkbenches) await workbench.screenshot(`failed-${name}`).catch(() => undefined);
  },
};
