// Renames that are not committed yet.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { hasBlob } from './blob.js';
import type { CommittedTree } from './committedTree.js';

/** As in git: a file with less in common was written anew. */
const minSimilarity = 0.5;

/** Beyond this, a folder was moved as a whole and edited as a whole: comparing every file with every other takes too long. */
const maxCompared = 100;

/**
 * The committed path of a file that was renamed since the last commit: the most similar of those files with the same
 * suffix that are gone from the working tree. Undefined if there is none.
 *
 * @param root the working tree
 * @param name a path in it
 * @param committedText the text of a committed path
 */
export async function renamedFrom(
  root: string,
  name: string,
  committed: CommittedTree,
  committedText: (name: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  const file = path.join(root, name);
  if (committed.has(name) || !existsSync(file)) return undefined;
  const suffix = path.posix.extname(name);
  const gone = [...committed].filter(
    ([old]) => path.posix.extname(old) === suffix && !existsSync(path.join(root, old)),
  );
  const same = gone.find(([, blob]) => hasBlob(file, blob));
  if (same || gone.length > maxCompared) return same?.[0];
  const text = readFileSync(file, 'utf8');
  let best: string | undefined;
  let bestSimilarity = minSimilarity;
  for (const [old] of gone) {
    const similarity = similarityOf((await committedText(old)) ?? '', text);
    if (similarity >= bestSimilarity) [best, bestSimilarity] = [old, similarity];
  }
  return best;
}

/** The share of a text that stands in another as well, line by line, in any order. From 0 to 1. */
export function similarityOf(before: string, after: string): number {
  const left = new Map<string, number>();
  for (const line of before.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of after.split('\n')) {
    const count = left.get(line) ?? 0;
    if (count === 0) continue;
    left.set(line, count - 1);
    common += line.length + 1;
  }
  return common / (Math.max(before.length, after.length) + 1);
}
