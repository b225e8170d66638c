// What Facing Pages is made of besides its own code: what each package weighs in what ships, and under which licence it
// is. `npm run docs:dependencies` renews docs/dependencies.md; the reasons in it are written by hand, and a unit test
// fails where a package has no line, no reason or another licence, or a line no package.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundles } from '../esbuild.config.mjs';
import { root } from './project.mjs';

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} licence as its package.json says it
 * @property {'ships' | 'comes along' | 'builds'} use chosen and shipped; shipped because another needs it; never shipped
 * @property {readonly [extension: number, panel: number, commandLine: number]} weights in bytes, minified; of what only builds, nothing
 * @property {number} size on disk, in bytes
 * @property {readonly string[]} askedBy the shipped packages that need it
 */

export const page = 'docs/dependencies.md';

/**
 * All packages that are chosen, and all that ship.
 * @returns {Promise<Package[]>} by name
 */
export async function packages() {
  const chosen = Object.keys(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies);
  const shipped = await shippedWeights();
  return [...new Set([...chosen, ...shipped.keys()])]
    .sort()
    .map((name) => packageOf(name, chosen.includes(name), shipped))
    .filter(({ use, weights }) => use !== 'comes along' || weights.some((bytes) => bytes > 0));
}

/**
 * @param {string} name
 * @param {boolean} isChosen
 * @param {ReadonlyMap<string, [number, number, number]>} shipped
 * @returns {Package}
 */
function packageOf(name, isChosen, shipped) {
  const weights = shipped.get(name);
  return {
    name,
    licence: manifestOf(name).license,
    use: !weights ? 'builds' : isChosen ? 'ships' : 'comes along',
    weights: weights ?? [0, 0, 0],
    size: sizeOf(path.join(root, 'node_modules', name)),
    askedBy: [...shipped.keys()].filter((other) => manifestOf(other).dependencies?.[name] !== undefined).sort(),
  };
}

/** @param {string} name */
function manifestOf(name) {
  return JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8'));
}

/**
 * What each package has of the bundles. Pictures and fonts that are copied count as well.
 * @returns {Promise<Map<string, [number, number, number]>>}
 */
async function shippedWeights() {
  /** @type {Map<string, [number, number, number]>} */
  const weights = new Map();
  const add = (/** @type {string} */ name, /** @type {0 | 1 | 2} */ bundle, /** @type {number} */ bytes) => {
    const known = weights.get(name) ?? [0, 0, 0];
    known[bundle] += bytes;
    weights.set(name, known);
  };
  for (const options of bundles) {
    const [entry] = Object.keys(/** @type {Record<string, string>} */ (options.entryPoints));
    if (entry === 'node/extension') continue; // the extension once more, in parts
    const bundle = entry === 'extension' ? 0 : entry === 'webview' ? 1 : 2;
    const { metafile } = await build({ ...options, minify: true, sourcemap: false, write: false, metafile: true });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
        if (name !== undefined) add(name, bundle, bytesInOutput);
      }
    }
  }
  for (const file of ['codicon.css', 'codicon.ttf'])
    add('@vscode/codicons', 1, statSync(path.join(root, 'node_modules/@vscode/codicons/dist', file)).size);
  return weights;
}

/**
 * @param {string} folder
 * @returns {number}
 */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + sizeOf(file);
    return sum + (entry.isFile() ? statSync(file).size : 0);
  }, 0);
}

/**
 * The lines of the page's tables: name, licence, reason.
 * @param {string} text
 * @returns {{ name: string, licence: string, reason: string }[]}
 */
export function linesOf(text) {
  return Array.from(text.matchAll(/^\| \[([^\]]+)\].*$/gm), ([line, name]) => {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    return { name: /** @type {string} */ (name), licence: cells.at(-2) ?? '', reason: cells.at(-1) ?? '' };
  });
}

/**
 * The page with all lines and figures as they are now; reasons are kept.
 * @param {string} text
 * @param {readonly Package[]} all
 */
function renewed(text, all) {
  const reasons = new Map(linesOf(text).map(({ name, reason }) => [name, reason]));
  const kilobytes = (/** @type {number} */ bytes) =>
    bytes === 0 ? '' : bytes < 1000 ? '< 1' : String(Math.round(bytes / 1000));
  const link = (/** @type {string} */ name) => `[${name}](https://www.npmjs.com/package/${name})`;
  /** @param {Package['use']} use */
  const table = (use) => {
    const rows = all
      .filter((one) => one.use === use)
      .map(({ name, licence, weights, size, askedBy }) => {
        const figures = use === 'builds' ? [(size / 1_000_000).toFixed(1)] : weights.map(kilobytes);
        return `| ${[link(name), ...figures, licence, use === 'comes along' ? askedBy.join(', ') : (reasons.get(name) ?? '')].join(' | ')} |`;
      });
    const heads = use === 'builds' ? ['MB on disk'] : ['Extension, KB', 'Panel, KB', 'Command line, KB'];
    return `| Package | ${heads.join(' | ')} | Licence | ${use === 'comes along' ? 'Asked for by' : 'What for'} |\n| --- | ${heads.map(() => '--: | ').join('')}--- | --- |\n${rows.join('\n')}\n`;
  };
  return text.replace(
    /<!-- (ships|comes along|builds) -->\n[\s\S]*?(?=\n<!-- end -->)/g,
    (_all, use) => `<!-- ${use} -->\n\n${table(use)}`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const file = path.join(root, page);
  writeFileSync(file, renewed(readFileSync(file, 'utf8'), await packages()));
}
