// Bundles what ships into dist/: the extension, the panel's page, the command line. `--watch` rebuilds on every
// change, `--production` minifies. It fails if the extension would need Node, so that it runs in a web worker too.
import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(root, 'dist');
const watch = process.argv.includes('--watch');
const production = process.argv.includes('--production');

/**
 * gray-matter comes with engines that we must not ship: one `eval`s `---js` front matter, one is a second YAML
 * parser. We give it our own engine for YAML; only JSON, which it knows itself, is left. It also loads `fs` for a
 * function that we don't call, and keeps a Buffer of the text that nobody reads; neither exists in a web worker.
 * @type {esbuild.Plugin}
 */
const leanGrayMatter = {
  name: 'lean-gray-matter',
  setup(build) {
    const inGrayMatter = (/** @type {string} */ importer) => /[\\/]node_modules[\\/]gray-matter[\\/]/.test(importer);
    build.onResolve({ filter: /^(\.\/(lib\/)?engines|fs)$/ }, ({ path: asked, importer }) =>
      inGrayMatter(importer) ? { path: asked === 'fs' ? 'fs' : 'engines', namespace: 'lean-gray-matter' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'lean-gray-matter' }, ({ path: asked }) => ({
      contents: asked === 'fs' ? 'module.exports = {};' : 'module.exports = { json: { parse: JSON.parse } };',
    }));
  },
};

const nGrams = /[\\/]eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/;
/** @param {string} file */
const nGramsIn = async (file) => JSON.stringify((await import(pathToFileURL(file).href)).ngramsData);

/**
 * The language detector's megabyte of n-grams is a file of its own, `dist/ngrams.json`. Few starts need it, and code of that
 * size costs every start the time to compile it. The command line reads it beside its own parts, `dist/cli/`.
 * @type {esbuild.Plugin}
 */
const nGramsFromFile = {
  name: 'n-grams-from-file',
  setup(build) {
    build.onLoad({ filter: nGrams }, () => ({
      contents:
        "import { readFileSync } from 'node:fs'; export const ngramsData = JSON.parse(readFileSync(new URL('../ngrams.json', import.meta.url), 'utf8'));",
    }));
    build.onEnd(async () => {
      if (build.initialOptions.write === false) return;
      writeFileSync(
        path.join(build.initialOptions.outdir ?? dist, 'ngrams.json'),
        await nGramsIn(path.join(root, 'node_modules/eld/src/ngrams/extrasmall.js')),
      );
    });
  },
};

/**
 * The extension reads them itself, by what VS Code gives it: it is one file, and has no Node.
 * @type {esbuild.Plugin}
 */
const nGramsApart = {
  name: 'n-grams-apart',
  setup(build) {
    build.onLoad({ filter: /[\\/]eld[\\/]src[\\/]entries[\\/]static\.extrasmall\.js$/ }, () => ({
      contents:
        "import { createEld } from '../languageDetector.js'; const { instance, loadData } = createEld(); export const eld = Object.assign(instance, { loadData });",
    }));
  },
};

/**
 * Writes what comes out as modules of Node's older kind, which its host loads at once, as files of their own: esbuild itself
 * cuts into parts only what stays an ES module.
 * @type {esbuild.Plugin}
 */
const asCommonJs = {
  name: 'as-common-js',
  setup({ initialOptions: options, onEnd }) {
    const { write = true, minify, charset, target, sourcemap } = options;
    options.write = false;
    if (sourcemap) options.sourcemap = 'inline'; // is read again below
    onEnd(async ({ outputFiles = [], metafile }) => {
      for (const file of outputFiles) {
        const { code, map } = await esbuild.transform(file.text, {
          format: 'cjs',
          platform: 'node',
          supported: { 'dynamic-import': false }, // `require` loads the parts: an `import()` would go through Node's other loader
          ...(target && { target }),
          ...(minify && { minify }),
          ...(charset && { charset }),
          sourcemap: sourcemap ? 'external' : false,
          sourcefile: path.basename(file.path),
          sourcesContent: false,
        });
        const text = sourcemap ? `${code}//# sourceMappingURL=${path.basename(file.path)}.map\n` : code;
        file.contents = new TextEncoder().encode(text);
        const output = metafile?.outputs[path.relative(root, file.path)];
        if (output) output.bytes = file.contents.length;
        if (!write) continue;
        mkdirSync(path.dirname(file.path), { recursive: true });
        writeFileSync(file.path, text);
        if (map) writeFileSync(`${file.path}.map`, map);
      }
    });
  },
};

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  outdir: dist,
  sourcemap: true,
  sourcesContent: false,
  minify: production,
  metafile: true,
  logLevel: 'warning',
  legalComments: 'none',
  charset: 'utf8',
  plugins: [leanGrayMatter],
};

/** @type {esbuild.BuildOptions} */
const extension = {
  ...common,
  entryPoints: { extension: 'src/vscode/extension.ts' },
  plugins: [leanGrayMatter, nGramsApart],
  external: ['vscode'],
  platform: 'browser', // of a module for Node and one for the browser take the latter: both hosts can run it
  conditions: ['worker'], // ...but not one that needs a page
  target: 'es2023',
  define: { 'Buffer.from': 'String', 'process.env.NODE_ENV': '"production"' },
};

/** @type {esbuild.BuildOptions[]} */
export const bundles = [
  // For hosts in a web worker, which can load no second file.
  { ...extension, format: 'cjs' },
  // The same for hosts in Node: the beginning, and parts that are loaded when they are needed.
  {
    ...extension,
    entryPoints: { 'node/extension': 'src/vscode/extension.ts' },
    plugins: [leanGrayMatter, nGramsApart, asCommonJs],
    format: 'esm',
    splitting: true,
    chunkNames: 'node/[name]-[hash]',
  },
  {
    ...common,
    entryPoints: { webview: 'src/webview/main.ts' },
    format: 'iife',
    platform: 'browser',
    target: 'es2023',
  },
  {
    ...common,
    entryPoints: { webview: 'src/webview/style.css' },
    external: ['*.ttf'],
  },
  {
    // Parts, so that a start loads what it needs: the arguments; what the commands do; the language detector.
    ...common,
    entryPoints: { cli: 'src/cli/main.ts', 'cli/worker': 'src/cli/worker.ts' },
    plugins: [leanGrayMatter, nGramsFromFile],
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'cli/[name]-[hash]',
    platform: 'node',
    mainFields: ['module', 'main'], // jsonc-parser's other form requires files at run time that a bundle does not have
    target: 'node20',
    // A dependency that is no ES module asks for Node's own by a name that an ES module does not have.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
    },
  },
];

/** `dist/cli.js`: the name by which the command line is known, whatever form its parts have. */
const commandLine = "#!/usr/bin/env node\nimport('./cli.mjs');\n";

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();

async function main() {
  mkdirSync(dist, { recursive: true });
  writeFileSync(path.join(dist, 'cli.js'), commandLine);
  for (const parts of ['cli', 'node']) rmSync(path.join(dist, parts), { recursive: true, force: true }); // of an earlier build they have other names
  for (const file of ['codicon.css', 'codicon.ttf']) {
    copyFileSync(path.join(root, 'node_modules/@vscode/codicons/dist', file), path.join(dist, file));
  }
  if (watch) {
    for (const options of bundles) await (await esbuild.context({ ...options, logLevel: 'info' })).watch();
  } else {
    for (const options of bundles) report(await esbuild.build(options));
    chmodSync(path.join(dist, 'cli.js'), 0o755);
  }
}

/** @param {esbuild.BuildResult} result */
function report(result) {
  for (const [file, { bytes }] of Object.entries(result.metafile?.outputs ?? {})) {
    if (!file.endsWith('.map'))
      process.stdout.write(`${file.padEnd(24)} ${(bytes / 1024).toFixed(1).padStart(8)} KB\n`);
  }
}
