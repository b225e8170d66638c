// What the extension's start loads, and what becomes of those who ask while the rest is loaded.
import assert from 'node:assert/strict';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build, type BuildOptions, type Metafile } from 'esbuild';

type Run = (...asked: unknown[]) => unknown;

describe('the extension’s start', () => {
  let code = '';
  let inputs: Metafile['inputs'] = {};

  before(async function () {
    this.timeout(60_000);
    const config = pathToFileURL(path.join(import.meta.dirname, '../../esbuild.config.mjs')).href;
    const { bundles } = (await import(config)) as { bundles: BuildOptions[] };
    const options = bundles.find(({ entryPoints }) => 'extension' in (entryPoints ?? {}));
    const { outputFiles, metafile } = await build({ ...options, write: false, sourcemap: false, metafile: true });
    code = outputFiles[0]!.text;
    inputs = metafile.inputs;
  });

  /** The files that are run as soon as `file` is: those behind an `import()` are not. */
  function loadedWith(file: string): string[] {
    const found = new Set([file]);
    for (const one of found)
      for (const { path: imported, kind, external } of inputs[one]?.imports ?? [])
        if (kind !== 'dynamic-import' && !external) found.add(imported);
    return [...found];
  }

  it('loads a few files of its own, no core and no package', () => {
    const loaded = loadedWith('src/vscode/extension.ts');
    assert.deepEqual(
      loaded.filter((file) => !file.startsWith('src/vscode/')),
      [],
    );
    const bytes = loaded.reduce((sum, file) => sum + inputs[file]!.bytes, 0);
    assert.ok(bytes < 40_000, `${bytes} bytes`);
  });

  it('is followed by what looks at open documents, without parser, checks and panel', () => {
    const dear =
      /\/(?:micromark[^/]*|yaml|parse5|hast-[^/]*)\/|^src\/core\/(?:parse\/(?:issue|markdown|frontMatter)|align\/|checks\/(?:index|run|context)|memory\/|series\/|start\/)/;
    assert.deepEqual(
      loadedWith('src/vscode/parts/features.ts').filter((file) => dear.test(file)),
      [],
    );
    // The pattern is not out of date: each of these names something that a later part loads.
    for (const part of ['src/core/parse/issue.ts', 'src/vscode/checking.ts', 'src/vscode/panel/panels.ts'])
      assert.ok(
        loadedWith(part).some((file) => dear.test(file)),
        part,
      );
  });

  it('has a command that is called at once wait for what it does', async () => {
    const host = started(code);
    const called = host.commands.get('facingPages.goToCounterpart')!();
    assert.equal(host.log.length, 0, 'nothing was loaded by then');
    await called;
    assert.equal(host.log[0], 'the services are there');
    assert.ok(host.log.includes('the active editor was asked for'));
  });

  it('has a panel that comes back wait for what fills it, and leaves one alone that is shut meanwhile', async () => {
    const host = started(code);
    const [stays, goes] = [view(), view()];
    const kept = { translation: 'file:///letters/3_[FR].md' };
    const returns = [stays, goes].map((one) => host.restore(one.panel, kept));
    goes.shut();
    await Promise.allSettled(returns);
    assert.deepEqual([stays.isFilled(), goes.isFilled()], [true, false]);
  });

  it('answers who asked of a text, unless it was edited meanwhile: VS Code asks anew', async () => {
    const [same, edited] = [started(code), started(code)];
    const ask = async (host: Host, edit: boolean): Promise<number> => {
      const document = { languageId: 'markdown', isUntitled: true, uri: {}, version: 1 };
      const answer = host.hover(document, {}, {});
      if (edit) document.version++;
      await answer;
      return host.askedOf.filter((one) => one === document).length;
    };
    assert.equal(await ask(same, false), 1);
    assert.equal(await ask(edited, true), 0);
  });

  it('loads nothing for a text that is none of ours', async () => {
    const host = started(code, { startsByItself: false });
    assert.equal(
      await host.hover({ languageId: 'markdown', isUntitled: false, uri: { scheme: 'git' }, version: 1 }, {}, {}),
      undefined,
    );
    await wait(20);
    assert.deepEqual(host.log, []);
  });
});

interface Host {
  readonly commands: ReadonlyMap<string, Run>;
  /** What has happened so far. */
  readonly log: readonly string[];
  /** The documents whose settings were asked for. */
  readonly askedOf: readonly unknown[];
  restore(view: object, kept: unknown): Promise<void>;
  hover(document: object, position: object, token: object): Promise<unknown>;
}

/** The extension right after `activate`, in a host that takes everything and does nothing. */
function started(code: string, { startsByItself = true } = {}): Host {
  const commands = new Map<string, Run>();
  const log: string[] = [];
  const askedOf: unknown[] = [];
  const hovers: Run[] = [];
  let restore: Run = () => undefined;
  const anything: object = new Proxy(function () {}, {
    get: (target, key): unknown =>
      key === 'prototype'
        ? target.prototype
        : key === Symbol.iterator
          ? () => [].values()
          : key === Symbol.toPrimitive
            ? () => ''
            : key === 'then'
              ? undefined
              : anything,
    set: () => true,
    apply: () => anything,
    construct: () => anything,
  });
  const or = (own: object): object =>
    new Proxy(own, { get: (target, key): unknown => (key in target ? Reflect.get(target, key) : anything) });
  const vscode = {
    commands: or({ registerCommand: (id: string, run: Run) => (commands.set(id, run), anything) }),
    languages: or({
      registerHoverProvider: (_: unknown, { provideHover }: { provideHover: Run }) => (
        hovers.push(provideHover),
        anything
      ),
    }),
    window: or({
      get activeTextEditor() {
        log.push('the active editor was asked for');
        return undefined;
      },
      createOutputChannel: () => (log.push('the services are there'), anything),
      registerWebviewPanelSerializer: (_: unknown, serializer: { deserializeWebviewPanel: Run }) => (
        (restore = (...asked) => serializer.deserializeWebviewPanel(...asked)),
        anything
      ),
    }),
    workspace: or({
      textDocuments: [],
      fs: or({ isWritableFileSystem: (scheme: unknown) => scheme !== 'git' }),
      getConfiguration: (_: unknown, document?: unknown) => (askedOf.push(document), { get: () => false }),
    }),
  };
  const names = [...new Set([...code.matchAll(/\bvscode\d*\.(\w+)/g)].map((match) => match[1]!))];
  const all = Object.fromEntries(
    names.map((name) => [name, name in vscode ? vscode[name as keyof typeof vscode] : anything]),
  );
  const module = { exports: {} as Record<string, Run> };
  // What it does by itself comes after others' questions, or not at all.
  let timers = 0;
  const setTimeoutThere = (run: () => void, ms?: number): unknown =>
    timers++ === 0 && !startsByItself ? undefined : setTimeout(run, ms);
  vm.runInNewContext(code, {
    TextDecoder,
    performance,
    crypto,
    setTimeout: setTimeoutThere,
    clearTimeout,
    module,
    exports: module.exports,
    require: () => all,
  });
  module.exports['activate']!(anything);
  return {
    commands,
    log,
    askedOf,
    restore: async (...asked) => void (await restore(...asked)),
    hover: async (...asked) => hovers[0]!(...asked),
  };
}

/** A panel of VS Code that tells whether somebody has put something into it. */
function view(): { readonly panel: object; shut(): void; isFilled(): boolean } {
  let isFilled = false;
  const listeners: (() => void)[] = [];
  const panel = {
    onDidDispose: (listener: () => void) => (listeners.push(listener), { dispose: () => {} }),
    get webview(): never {
      isFilled = true;
      throw new Error('there is no page here');
    },
  };
  return { panel, shut: () => listeners.forEach((listener) => listener()), isFilled: () => isFilled };
}
