// The extension's bundle runs where there is no Node: in the web worker of VS Code in the browser.
import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build, type BuildOptions } from 'esbuild';

/** What a web worker has besides the language itself, as far as the extension needs it. */
const worker = { TextDecoder, setTimeout, clearTimeout, performance, crypto };

describe('the extension’s bundle', () => {
  let options: BuildOptions;
  let code = '';

  before(async function () {
    this.timeout(60_000);
    const config = pathToFileURL(path.join(import.meta.dirname, '../../esbuild.config.mjs')).href;
    const { bundles } = (await import(config)) as { bundles: BuildOptions[] };
    const found = bundles.find(({ entryPoints }) => 'extension' in (entryPoints ?? {}));
    assert.ok(found);
    options = { ...found, write: false, sourcemap: false };
    code = await bundle(options);
  });

  it('evaluates no text as a program', () => {
    assert.doesNotMatch(code, /\beval\(|\bnew Function\(/);
  });

  it('loads and starts with what a web worker has, and asks for nothing but vscode', async () => {
    const asked: string[] = [];
    const anything: object = new Proxy(function () {}, {
      get: (target, key): unknown =>
        key === 'prototype'
          ? target.prototype
          : key === Symbol.iterator
            ? () => [].values()
            : key === Symbol.toPrimitive
              ? () => 0
              : key === 'then'
                ? undefined
                : anything,
      set: () => true,
      apply: () => anything,
      construct: () => anything,
    });
    let show: () => void = () => {};
    const isShown = new Promise<void>((resolve) => (show = resolve));
    const window = new Proxy(
      {},
      { get: (_, name) => (name === 'createTreeView' ? () => (show(), anything) : anything) },
    );
    const vscode = new Proxy(
      {},
      {
        get: (_, name) => (name === 'window' ? window : anything),
        ownKeys: () => namesIn(code),
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: anything }),
      },
    );
    const exported = run(code, (name) => {
      asked.push(name);
      return vscode;
    });
    const activate = exported['activate'] as (context: object) => object;
    assert.equal(typeof activate(anything), 'object');
    await isShown; // the last of what it does by itself
    assert.deepEqual([...new Set(asked)], ['vscode']);
  });

  it('reads a post there, front matter too', async () => {
    const parser = await bundle({ ...options, entryPoints: { parser: 'src/core/parse/issue.ts' } });
    const exported = run(parser, (name) => assert.fail(`asked for ${name}`));
    const parseIssue = exported['parseIssue'] as (text: string) => {
      frontMatter: { fields: { value: unknown }[] };
      blocks: unknown[];
      faults: unknown[];
    };
    const issue = parseIssue(
      '---\ntitle: Harbour Newsletter\n---\n\n# Buoys\n\nSeals &amp; [gulls](https://harbour.example).\n',
    );
    assert.equal(issue.frontMatter.fields[0]?.value, 'Harbour Newsletter');
    assert.equal(issue.blocks.length, 2);
    assert.equal(parseIssue('---js\n{ title: "x" }\n---\n').faults.length, 1);
  });
});

async function bundle(options: BuildOptions): Promise<string> {
  const { outputFiles } = await build(options);
  return outputFiles?.[0]?.text ?? '';
}

/** Runs a bundle in a world of its own and answers what it exports. */
function run(code: string, require: (name: string) => unknown): Readonly<Record<string, unknown>> {
  const module = { exports: {} };
  vm.runInNewContext(code, { ...worker, module, exports: module.exports, require });
  return module.exports;
}

/** What the bundle may ask of vscode: every name behind a dot. */
function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\bvscode\d*\.(\w+)/g)].map((match) => match[1]!))];
}
