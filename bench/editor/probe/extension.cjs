// Watches the extension being started and reading a tree, from within the extension host; see bench/editor.ts.
const { writeFileSync } = require('node:fs');
const Module = require('node:module');
const vscode = require('vscode');

const id = 'facing-pages.facing-pages';
const idleSeconds = 20;

/** @typedef {{ described: number, parsed: number, paired: number, checked: number }} Work */

/** Milliseconds of the processor's time, all threads of this process together. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** @param {number} ms */
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * What it costs to load the bundle, and to call its `activate`, in milliseconds of the processor's time; and how long that
 * call takes on the clock, from the call to what it promises.
 */
const started = { load: 0, activate: 0, called: 0 };

/** Loading any other module is left alone. */
function watchLoading(/** @type {unknown} */ bundle) {
  const loaders = /** @type {any} */ (Module)._extensions;
  const load = loaders['.js'];
  loaders['.js'] = (/** @type {any} */ module, /** @type {string} */ file) => {
    const before = cpu();
    load(module, file);
    if (file !== bundle) return;
    started.load = cpu() - before;
    const { activate } = module.exports;
    module.exports = {
      ...module.exports,
      activate: async (/** @type {unknown} */ context) => {
        const [from, begun] = [cpu(), performance.now()];
        const api = await activate(context);
        [started.activate, started.called] = [cpu() - from, performance.now() - begun];
        return api;
      },
    };
  };
}

/** Looks every 2 ms how long the host was busy since, and how much of that it computed. */
function watchStretches() {
  const everyMs = 2;
  const longest = { took: 0, computed: 0 };
  let last = { at: performance.now(), cpu: cpu() };
  const timer = setInterval(() => {
    const next = { at: performance.now(), cpu: cpu() };
    const took = next.at - last.at - everyMs;
    const computed = Math.min(took, next.cpu - last.cpu);
    if (computed > longest.computed) Object.assign(longest, { took, computed });
    last = next;
  }, everyMs);
  return { longest, end: () => clearInterval(timer) };
}

async function watch() {
  const settings = vscode.workspace.getConfiguration('facingPagesProbe');
  const [open, posts, file] = [
    String(settings.get('open')),
    Number(settings.get('posts')),
    String(settings.get('file')),
  ];
  await wait(8000); // until the window has come to rest
  const idleBefore = await idle();
  const uri = vscode.Uri.joinPath(/** @type {any} */ (vscode.workspace.workspaceFolders)[0].uri, open);
  const [begun, cpuBefore] = [performance.now(), cpu()];
  const firstProblems = new Promise((resolve) => {
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((one) => one.toString() === uri.toString()) && vscode.languages.getDiagnostics(uri).length > 0)
        resolve({ after: performance.now() - begun, described: work().described, cpu: cpu() - cpuBefore });
    });
  });
  const stretches = watchStretches();
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const first = await firstProblems;
  stretches.end();
  while (work().described < posts - 1) await wait(50);
  const read = { after: performance.now() - begun };
  await quiet();
  const reading = { ...read, cpu: cpu() - cpuBefore, work: work(), memory: process.memoryUsage().heapUsed / 1e6 };
  const idleAfter = await idle();
  const [workBefore, cpuEdit] = [work(), cpu()];
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, new vscode.Position(document.lineCount, 0), '\nUne phrase de plus.\n');
  await vscode.workspace.applyEdit(edit);
  await document.save();
  await quiet();
  const after = work();
  const edited = Object.fromEntries(
    Object.entries(after).map(([kind, count]) => [kind, count - workBefore[/** @type {keyof Work} */ (kind)]]),
  );
  writeFileSync(
    file,
    JSON.stringify({
      started,
      first,
      stretch: stretches.longest,
      reading,
      idleBefore,
      idleAfter,
      edited: { work: edited, cpu: cpu() - cpuEdit },
    }),
  );
}

/** Milliseconds of the processor's time that a minute of doing nothing costs. */
async function idle() {
  const before = cpu();
  await wait(idleSeconds * 1000);
  return ((cpu() - before) / idleSeconds) * 60;
}

async function quiet() {
  for (let [last, same] = [JSON.stringify(work()), 0]; same < 8;) {
    await wait(250);
    const now = JSON.stringify(work());
    same = now === last ? same + 1 : 0;
    last = now;
  }
}

/** @returns {Work} */
function work() {
  return vscode.extensions.getExtension(id)?.exports?.work() ?? { described: 0, parsed: 0, paired: 0, checked: 0 };
}

exports.activate = () => {
  watchLoading(vscode.workspace.getConfiguration('facingPagesProbe').get('bundle'));
  watch().catch((error) => console.error(error));
};
