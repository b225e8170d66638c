// Measures the traps named in the arguments and prints a line of JSON for each; a process of its own, so that a hang can be ended.
//
//   measure.ts <patience> <size> <trap>…
import { loadIdentify } from '../../src/core/language/identify.js';
import { changedText } from '../../test/support/robust/changed.js';
import { stages, timeStages } from '../../test/support/robust/stages.js';
import { traps } from '../../test/support/robust/traps.js';
import { startWatchdog } from '../../test/support/robust/watchdog.js';

async function main(): Promise<void> {
  const [patience, size, ...names] = process.argv.slice(2);
  const watchdog = startWatchdog();
  const identify = await loadIdentify();
  // A plain parse alone takes minutes of some of these.
  const own = stages.filter((stage) => stage !== 'remark');
  const run = (text: string): [string, number][] => [...timeStages(text, changedText(text), identify, own)];
  for (const warm of ['crowds: paragraphs with links', 'crowds: titles and texts', 'yaml: keys'])
    run(traps[warm]!(3000));
  for (const name of names) {
    console.log(JSON.stringify({ begins: name }));
    watchdog.allow(Number(patience));
    const trap = traps[name]!;
    console.log(JSON.stringify({ name, small: run(trap(Number(size))), large: run(trap(4 * Number(size))) }));
  }
  await watchdog.stop();
}

void main();
