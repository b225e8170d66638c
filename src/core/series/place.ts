// Where a series' next issue goes and how it is named.
import type { PostFacts } from '../pair/pairing.js';
import { fill, hasMark, mark, type Occasion } from './marks.js';
import type { Series } from './series.js';
import { commonest } from './usual.js';

/** Of more issues than this the names may have been others. */
const mostIssues = 8;

interface Parts {
  readonly stem: string;
  readonly suffix: string;
}

/** The path of the next issue, as pairing names files, in the folder of the last ones and named as they are; without words of one issue. */
export function placeNext(series: Series, next: Occasion): string {
  const recent = series.slice(0, mostIssues);
  const parts = recent.map(partsOf);
  const stem = stemFor(parts.map((one) => one.stem))[0]!;
  const suffix = commonest(parts.map((one) => one.suffix))[0]!;
  const named = hasMark(stem) ? stem : withMark(stem, next);
  return folderOf(series, next) + fill(named, next) + suffix;
}

/** Folders change from issue to issue where they have done so before; else a number in one is none of an issue. */
function folderOf(series: Series, next: Occasion): string {
  const folders = series.map(({ path }) => path.slice(0, path.lastIndexOf('/') + 1));
  return new Set(folders).size < 2 ? folders[0]! : fill(mark(folders[0]!, series[0]!, 'name'), next);
}

/** Name, marked, and suffix. Twice the same suffix is a slip. */
function partsOf(post: PostFacts): Parts {
  const at = post.path.lastIndexOf('/') + 1;
  const suffixes = /(?<!\s)(?:\s*\.(?:md|markdown|mdown|mkd))+\s*$/i.exec(post.path)?.[0] ?? '';
  return {
    stem: mark(post.path.slice(at, post.path.length - suffixes.length), post, 'name'),
    suffix: /\.[^.]*$/.exec(suffixes)?.[0].trim() ?? suffixes,
  };
}

/** The marked name that most have of those that have no words of their own; else what the newest has in common with others. */
function stemFor(stems: readonly string[]): readonly [string | undefined, number] {
  const shared = new Set(
    wordsOf(stems[0]!).filter(
      (word) => stems.length === 1 || stems.filter((stem) => wordsOf(stem).includes(word)).length * 3 > stems.length,
    ),
  );
  const general = stems.filter((stem) => wordsOf(stem).every((word) => shared.has(word)) && hasMark(stem));
  if (stems.length > 1 && general.length > 0) return commonest(general);
  return [headOf(stems[0]!, stems.length === 1 ? undefined : shared), 1];
}

/** The newest name up to its first word of its own; where nothing tells which those are, up to its last mark. */
function headOf(stem: string, shared: ReadonlySet<string> | undefined): string {
  if (!shared) {
    const last = stem.lastIndexOf('\u0002');
    const isNumbered = stem.includes('\u0001n');
    return isNumbered ? stem.slice(0, last + 1) : stem;
  }
  let end = stem.length;
  for (const { index, 0: word } of stem.matchAll(/\u0001[^\u0001\u0002]*\u0002|[\p{L}\p{M}]+/gu)) {
    if (word.startsWith('\u0001') || shared.has(word.toLowerCase())) continue;
    end = index;
    break;
  }
  return stem.slice(0, end).replace(/(?<![^\p{L}\p{N}\u0002])[^\p{L}\p{N}\u0002]+$/u, '');
}

function wordsOf(stem: string): string[] {
  return (
    stem
      .replace(/\u0001[^\u0001\u0002]*\u0002/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}

/** A name that says neither number nor date would be the last issue's. */
function withMark(stem: string, { number, date }: Occasion): string {
  return `${stem}-${number ?? date ?? 'new'}`.replace(/^-/, '');
}
