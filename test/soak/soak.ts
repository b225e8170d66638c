// `npm run soak -- --minutes 10 --seed 7`: two windows of a real VS Code on one folder, in which everything is done at
// random. Fails if a text, in a window or on the disk, is another than a model says, if something was logged as an error
// or a promise failed uncaught, or if a window that has shut everything weighs more than it did before.
// `--minutes 0.3` is the short form, which `npm test` has.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { addressOf } from '../../scripts/host/address.mjs';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { startServer } from '../../scripts/host/server.mjs';
import { root } from '../../scripts/project.mjs';
import { makeTemporary, removeTemporary } from '../../scripts/temporary.mjs';
import { makeWorkspace } from '../../scripts/workspace.mjs';
import { Chance } from './chance';
import { deeds, loneDeeds, outside, ownerOf, saveAll, type Soak } from './deeds';
import { Model, same } from './model';
import type { Weight } from './orders';
import { Repository } from './repository';
import { SoakWindow, Switchboard } from './window';

const { values: asked } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});
const minutes = Number(asked.minutes);
const warmUp = Math.min(1, minutes / 4);
/** Shorter runs weigh nothing. In minutes. */
const leastWeighed = 2;
/**
 * How much more of anything there may be at the end than after the first minute; of the heap, than half-way, since what
 * was worked out of texts is remembered up to a bound, and that fills.
 */
const allowed = { heap: 1.15, disposables: 1.02, emitters: 1.02 };

const counts = new Map<string, number>();
const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
const weights: { readonly when: string; readonly window: string; readonly weight: Weight }[] = [];
const complaints: string[] = [];
const cleanUp: (() => unknown)[] = [];

void main().then((code) => (process.exitCode = code));

async function main(): Promise<number> {
  let windows: Soak['windows'] | undefined;
  try {
    const soak = await begin();
    ({ windows } = soak);
    await (minutes < leastWeighed ? workBriefly : workAndWeigh)(soak, new Chance(Number(asked.seed)));
    await compareWindows(soak);
    for (const window of windows)
      complaints.push(...(await window.order('uncaught')).map((stack) => `uncaught in ${window.name}: ${stack}`));
  } catch (error) {
    complaints.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    for (const window of windows ?? []) await window.picture(path.join(root, 'out/soak')).catch(() => undefined); // what it looked like when it failed
  }
  try {
    for (const undo of cleanUp.splice(0).reverse()) await undo();
  } catch (error) {
    complaints.push(String(error));
  }
  return report();
}

async function workAndWeigh(soak: Soak, chance: Chance): Promise<void> {
  await work(soak, chance, warmUp);
  await weigh(soak, 'after the first minute');
  await work(soak, chance, (minutes - warmUp) / 2);
  await weigh(soak, 'half-way');
  await work(soak, chance, (minutes - warmUp) / 2);
  await weigh(soak, 'at the end');
}

/** The short form: nothing is weighed, as no leak shows in so short a time, and to weigh takes longer than that. */
async function workBriefly(soak: Soak, chance: Chance): Promise<void> {
  await work(soak, chance, minutes);
  await restore(soak);
  await wait(2000);
}

async function begin(): Promise<Soak> {
  const workspace = makeWorkspace({ corpus: true });
  cleanUp.push(() => workspace.remove());
  const model = new Model(workspace.folder);
  const repository = new Repository(workspace.folder);
  await repository.begin([...model.files.keys()]);
  const user = makeTemporary('user');
  cleanUp.push(() => removeTemporary(user));
  const switchboard = await Switchboard.open();
  cleanUp.push(() => switchboard.close());
  const testsPath = await buildHand();
  // Nothing that VS Code does of itself may change a text.
  const settings = {
    ...{
      'editor.autoClosingBrackets': 'never',
      'editor.autoClosingQuotes': 'never',
      'editor.autoSurround': 'never',
      'editor.autoIndent': 'none',
      'editor.formatOnType': false,
    },
    ...{
      'files.hotExit': 'off',
      'editor.acceptSuggestionOnCommitCharacter': false,
      'explorer.confirmDelete': false,
      'git.enabled': true,
      'markdown.updateLinksOnFileMove.enabled': 'never',
    },
  };
  const server = await startServer({
    userDataFolder: user,
    settings,
    env: { FACING_PAGES_SOAK_PORT: String(switchboard.port) },
  });
  cleanUp.push(async () => {
    await wait(1500); // VS Code logs a promise that nobody caught a second later
    complaints.push(...logged(user));
    await server.stop();
  });
  const browser = await launchBrowser();
  cleanUp.push(() => browser.close());
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const address = addressOf(server, { folder: workspace.folder, developmentPaths: [root], testsPath });
  const open = async (name: string) => {
    const page = await context.newPage();
    page.on(
      'pageerror',
      (error) => void (/\bdist\/webview\.js/.test(error.stack ?? '') && complaints.push(`${name}: ${error.stack}`)),
    );
    page.on('crash', () => void complaints.push(`${name} crashed`));
    return SoakWindow.open(name, page, address, switchboard);
  };
  const windows = [await open('first window'), await open('second window')] as const;
  return { model, repository, windows, count };
}

async function work(soak: Soak, chance: Chance, length: number): Promise<void> {
  for (const end = Date.now() + length * 60_000; Date.now() < end;) {
    const which = chance.below(16);
    if (which === 0) {
      tell(await chance.weighed(outside)(soak, chance));
    } else if (which === 1) {
      const name = chance.of([...soak.model.files.keys()]);
      tell(await chance.weighed(loneDeeds)(soak, ownerOf(soak, name), name, chance));
    } else {
      const all = soak.windows.map((window) => {
        const names = [...soak.model.files.keys()].filter((name) => ownerOf(soak, name) === window);
        return names.length === 0
          ? Promise.resolve()
          : chance
              .weighed(deeds)(soak, window, chance.of(names), new Chance(chance.below(2 ** 31)))
              .then((did) => tell(`${window.name} ${did}`));
      });
      for (const done of await Promise.allSettled(all)) if (done.status === 'rejected') throw done.reason;
    }
    await wait(chance.below(4) === 0 ? chance.below(1200) : 0);
  }
}

/** Saves and shuts everything, and makes the files what they were at first. */
async function restore(soak: Soak): Promise<void> {
  await saveAll(soak);
  soak.model.compare();
  for (const window of soak.windows) {
    await window.order('shutPanel');
    await window.order('closeEditors');
  }
  await soak.repository.reset();
  soak.model.read();
  for (const file of soak.model.files.values()) file.begin(file.disk);
}

/** Everything is shut, the files are as they were at first, and the windows have had time to notice: what is left? */
async function weigh(soak: Soak, when: string): Promise<void> {
  await restore(soak);
  for (const window of soak.windows) {
    // The same files are opened each time, so that what is remembered of them is the same.
    for (const name of [...soak.model.files.keys()].slice(0, 6)) await window.order('open', name);
    await wait(3000);
    await window.order('closeEditors');
  }
  await wait(5000);
  for (const window of soak.windows) weights.push({ when, window: window.name, weight: await window.order('weigh') });
}

/** Both windows show of every file what the disk says. */
async function compareWindows({ model, windows }: Soak): Promise<void> {
  model.compare();
  for (const window of windows) {
    for (const [name, { disk }] of model.files)
      same(await window.order('open', name), disk, `in the ${window.name}: ${name}`);
    await window.order('closeEditors');
  }
}

/** What our log says went wrong, and what VS Code's says of us. */
function logged(user: string): string[] {
  return globSync(['**/*.log'], { cwd: path.join(user, 'logs') }).flatMap((name) => {
    const lines = readFileSync(path.join(user, 'logs', name), 'utf8').split(/\n(?=\d{4}-)/);
    const ours = /Facing Pages/.test(name)
      ? /\[(?:error|warning)\]/
      : /\[error\][^]*(?:facing-?pages|dist[/\\]extension)/i;
    return lines.filter((line) => ours.test(line)).map((line) => `${name}: ${line.slice(0, 1000)}`);
  });
}

async function buildHand(): Promise<string> {
  const outfile = path.join(root, 'out/test/soak/hand.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/soak/hand.ts'],
    outfile,
    bundle: true,
    external: ['vscode'],
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

function tell(did: string): void {
  count('deeds');
  if (asked.verbose) process.stdout.write(`${new Date().toISOString().slice(11, 19)} ${did}\n`);
}

function report(): number {
  for (const [what, times] of counts) process.stdout.write(`${what}: ${times}\n`);
  for (const { when, window, weight } of weights) {
    process.stdout.write(
      `${when}, ${window}: ${(weight.heap / 2 ** 20).toFixed(1)} MB, ${weight.disposables} disposables, ${weight.emitters} emitters, ${weight.documents} documents\n`,
    );
  }
  // The second window is reloaded now and then, and so weighs what it did at first.
  const [first, half, last] = weights.filter(({ window }) => window === weights[0]?.window).map(({ weight }) => weight);
  for (const [what, factor] of Object.entries(allowed) as [keyof typeof allowed, number][]) {
    const before = what === 'heap' ? half : first;
    if (before && last && last[what] > before[what] * factor)
      complaints.push(`a leak: ${what} grew from ${before[what]} to ${last[what]}`);
  }
  for (const complaint of complaints) process.stdout.write(`FAILED: ${complaint}\n`);
  process.stdout.write(
    complaints.length === 0
      ? `Nothing went wrong in ${minutes} minutes (seed ${asked.seed}).\n`
      : `${complaints.length} things went wrong (seed ${asked.seed}).\n`,
  );
  return complaints.length === 0 ? 0 : 1;
}
