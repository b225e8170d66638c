// added-block: text that the source does not have.
import type { Block } from '../model.js';
import { definePairCheck, type PairContext } from './check.js';
import { compareImages } from './support/images.js';

export default definePairCheck({
  id: 'added-block',
  severity: 'hint',
  messages: {
    added: 'The source has nothing for this. A note of yours is fine; a paragraph that stands here twice is not.',
    addedSeveral: 'The source has nothing for these {count} blocks. Notes of yours are fine; paragraphs that stand here twice are not.',
  },
  *run(context) {
    for (const run of addedRuns(context)) {
      yield {
        message: run.length === 1 ? 'added' : 'addedSeveral',
        data: { count: run.length },
        span: { start: run[0]!.span.start, end: run.at(-1)!.span.end },
      };
    }
  },
});

/** Added blocks that stand together make one problem. A picture in the place of another is no addition. */
function addedRuns(context: PairContext): Block[][] {
  const instead = new Set(compareImages(context).changed.map(({ target }) => target.block));
  const runs: Block[][] = [];
  let previous = -2;
  for (const block of context.target.blocks) {
    if (context.units.ofTarget[block.index]?.state !== 'added' || instead.has(block)) continue;
    if (block.index === previous + 1) runs.at(-1)!.push(block);
    else runs.push([block]);
    previous = block.index;
  }
  return runs;
}
