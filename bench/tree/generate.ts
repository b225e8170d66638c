// A tree of as many posts as are asked for: the samples' issue in its four languages, made new for each number.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { samplePairs } from '../../test/support/planted/samples.js';
import { grower } from '../alignment/grown.js';

/** Titled items of each post: about as long as the sample. */
const items = 8;

/** Writes posts into `folder/_posts`, four to an issue. @returns how many bytes they have */
export function writeTree(folder: string, posts: number): number {
  const below = path.join(folder, '_posts');
  mkdirSync(below, { recursive: true });
  const pairs = samplePairs().filter(({ name }) => name.includes('_12') && !name.includes('itself'));
  const [source, ...targets] = [pairs[0]!.source, ...pairs.map(({ target }) => target)].map(grower);
  const tags = pairs.map(({ name }) => /[A-Z]{2}(?=\]|\._)/.exec(name)![0]);
  let [written, bytes] = [0, 0];
  const write = (name: string, text: string): void => {
    if (written === posts) return;
    writeFileSync(path.join(below, name), text);
    written++;
    bytes += Buffer.byteLength(text);
  };
  for (let number = 1; written < posts; number++) {
    write(`${dateOf(number)}-Footpath_Letter_${number}.md`, numbered(source!(items, number), number));
    targets.forEach((make, i) =>
      write(`${dateOf(number)}-Footpath_Letter_${number}_[${tags[i]!}].md`, numbered(make(items, number), number)),
    );
  }
  return bytes;
}

/** One issue each day. */
function dateOf(number: number): string {
  return new Date(Date.UTC(2000, 0, number)).toISOString().slice(0, 10);
}

/** With the issue's own number in its front matter. */
function numbered(text: string, number: number): string {
  const end = text.indexOf('\n---', 3);
  return text.slice(0, end).replace(/(?<!\d)12(?!\d)/g, String(number)) + text.slice(end);
}
