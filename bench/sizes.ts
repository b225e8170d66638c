// What ships and what of it weighs how much: the bundles as they are published, and each dependency in them; and how long
// the command line takes to start (`npm run build -- --production` first).
//
//   npm run bench:sizes [-- --write]
//
// `--write` renews docs/speed.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { root } from '../scripts/project.mjs';
import { tableOf } from './alignment/print.js';
import { loadedTable } from './sizes/loaded.js';
import { renewPart } from './speed/page.js';
import { costOf } from './tree/program.js';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

interface Bundle {
  readonly name: string;
  readonly bytes: number;
  readonly zipped: number;
  /** Bytes by package; our own code is `src`. */
  readonly parts: ReadonlyMap<string, number>;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'facing-sizes-'));
  try {
    const config = pathToFileURL(path.join(root, 'esbuild.config.mjs')).href;
    const { bundles } = (await import(config)) as { bundles: BuildOptions[] };
    const built: Bundle[] = [];
    const loaded: string[] = [];
    for (const options of bundles) {
      const { metafile, outputFiles } = await build({
        ...options,
        minify: true,
        sourcemap: false,
        write: false,
        outdir: folder,
        metafile: true,
      });
      const contents = outputFiles.map(({ contents: bytes }) => bytes);
      if ('node/extension' in (options.entryPoints ?? {})) loaded.push(loadedTable(metafile));
      built.push({
        name: nameOf(metafile),
        bytes: sum(contents.map(({ length }) => length)),
        zipped: sum(contents.map((bytes) => gzipSync(bytes).length)),
        parts: partsOf(metafile),
      });
    }
    const table = [bundleTable(built, folder), ...loaded, packageTable(built), await startTable(folder)].join('\n\n');
    console.log(table);
    if (values.write) renewPart('sizes', table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By the file with which it begins, or by the folder that has its parts. */
function nameOf({ outputs }: Metafile): string {
  const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint !== undefined)!;
  return path.basename(path.dirname(file)) === 'node' ? 'node/*.js' : path.basename(file);
}

function partsOf({ outputs }: Metafile): Map<string, number> {
  const parts = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs))) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? 'src';
    parts.set(name, (parts.get(name) ?? 0) + bytesInOutput);
  }
  return parts;
}

function bundleTable(built: readonly Bundle[], folder: string): string {
  const table = readFileSync(path.join(root, 'dist/ngrams.json'));
  const rows = [
    ...built.map(({ name, bytes, zipped }) => [name, bytes, zipped] as const),
    ['ngrams.json', table.length, gzipSync(table).length] as const,
  ];
  return tableOf(
    ['what ships', 'KB', 'gzipped, KB'],
    [
      ...rows.map(([name, bytes, zipped]) => [name, kilobytes(bytes), kilobytes(zipped)]),
      ['all of the package (.vsix)', '', kilobytes(packageSize(folder))],
    ],
  );
}

/** Of the package as it is built from `dist/` now. In bytes. */
function packageSize(folder: string): number {
  const file = path.join(folder, 'facing-pages.vsix');
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', file],
    { cwd: root, stdio: 'ignore' },
  );
  return statSync(file).size;
}

/** The processor's time of a start beside that of Node itself, the least of several, in an empty folder. */
async function startTable(folder: string): Promise<string> {
  const cli = path.join(root, 'dist/cli.js');
  const starts: readonly (readonly [string, readonly string[]])[] = [
    ['node -e 0', ['-e', '0']],
    ['facing-pages --version', [cli, '--version']],
    ['facing-pages check, of nothing', [cli, 'check']],
  ];
  const least = starts.map(() => Infinity);
  for (let i = 0; i < 9; i++) {
    for (const [j, [, args]] of starts.entries()) least[j] = Math.min(least[j]!, (await costOf(args, folder)).cpu);
  }
  return tableOf(
    ['start', 'CPU, ms', '× node'],
    starts.map(([name], i) => [name, (least[i]! * 1000).toFixed(0), (least[i]! / least[0]!).toFixed(2)]),
  );
}

/** Lighter packages are told together. In bytes. */
const light = 5 * 1024;

function packageTable(built: readonly Bundle[]): string {
  const shown = built.filter(({ name }) => name.endsWith('js'));
  const names = [...new Set(shown.flatMap(({ parts }) => [...parts.keys()]))];
  const heaviest = (name: string): number => Math.max(...shown.map(({ parts }) => parts.get(name) ?? 0));
  const heavy = names.filter((name) => heaviest(name) >= light).sort((a, b) => heaviest(b) - heaviest(a));
  const rest = names.filter((name) => heaviest(name) < light);
  const row = (title: string, among: readonly string[]): string[] => [
    title,
    ...shown.map(({ parts }) => kilobytes(sum(among.map((name) => parts.get(name) ?? 0)))),
  ];
  return tableOf(
    ['package', ...shown.map(({ name }) => `${name}, KB`)],
    [
      ...heavy.map((name) => row(name === 'src' ? '(our own code)' : name, [name])),
      row(`${rest.length} lighter ones`, rest),
    ],
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(0);
}

void main();
