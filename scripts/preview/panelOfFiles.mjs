// A panel's state made of two files, as the extension would make it. Runs under tsx: it loads the core's TypeScript.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Addresses that begin so stand for files: the page asks for them, and whoever opened the page answers. */
export const host = 'https://files.example';

const core = (/** @type {string} */ name) => import(new URL(`../../src/core/${name}.ts`, import.meta.url).href);

/**
 * The state, with two more translations made up for the head.
 * @param {string} sourcePath
 * @param {string} targetPath
 * @param {string} [beforePath] the source as the translator had it
 */
export async function panelOfFiles(sourcePath, targetPath, beforePath) {
  const { checkPair, pairContext } = await core('checks/run');
  const { buildPanel } = await core('view/buildPanel');
  const [source, target] = [await read(sourcePath), await read(targetPath)];
  const past = beforePath && (await pastOf(beforePath, sourcePath, targetPath));
  const context = pairContext(source.issue, target.issue, {
    source: source.text.locale,
    target: target.text.locale,
    past,
  });
  return buildPanel({
    issue: { number: source.number, title: source.title },
    source: source.text,
    target: target.text,
    translations: [
      { ...target.text, progress: undefined },
      { id: 'b', label: 'b.md', locale: 'pt-BR', progress: { done: 62, of: 71, percent: 87 } },
      { id: 'c', label: 'c.md', locale: 'ja', progress: { done: 71, of: 71, percent: 100 } },
    ],
    alignment: context.alignment,
    stale: context.stale,
    problems: checkPair(context),
    sourceImage: source.image,
    targetImage: target.image,
  }).state;
}

/**
 * A history in which the source was changed after it was translated.
 * @param {string} before
 * @param {string} sourcePath
 * @param {string} targetPath
 */
async function pastOf(before, sourcePath, targetPath) {
  const { pastText } = await core('stale/past');
  const text = (/** @type {string} */ file) => pastText(readFileSync(file, 'utf8'));
  const then = { rev: '1', date: '2026-03-15', text: text(before) };
  return {
    target: [{ ...then, text: text(targetPath), source: then.text }],
    source: [{ rev: '2', date: '2026-03-20', text: text(sourcePath) }, then],
  };
}

/** @param {string} file */
async function read(file) {
  const { parseIssue } = await core('parse/issue');
  const { describePost } = await core('pair/facts');
  const issue = parseIssue(readFileSync(file, 'utf8'));
  const { locale, number, title } = describePost(file, issue, () => undefined);
  const image = (/** @type {string} */ address) => (/^https?:/.test(address) ? address : host + fileOf(address, file));
  return { issue, number, title, image, text: { id: file, label: path.basename(file), locale } };
}

/**
 * A slash at the head of an address means the site's root: the nearest folder above the post that has such a file.
 * @param {string} address
 * @param {string} post
 */
function fileOf(address, post) {
  let folder = path.dirname(path.resolve(post));
  if (!address.startsWith('/')) return path.join(folder, address);
  while (!existsSync(path.join(folder, address)) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return path.join(folder, address);
}
