// What of a block can be recognised in its translation, as numbers that compare fast.
import type { Block } from '../model.js';
import { oncePerBlock } from '../text/remember.js';
import { githubSlug } from '../text/slug.js';
import { emojiOf, fold, textWeight } from '../text/words.js';
import type { Evidence } from './alignment.js';
import { comparedWords, wordsOfBlock, type ComparedWord } from './blockWords.js';

/** The features of one block, as ids into a `FeatureSpace`, each once. */
export interface BlockFeatures {
  /** Links, pictures, code and emoji: a translation keeps them as they are. */
  readonly strong: readonly number[];
  /** Words and numbers that stand in both texts: names, cognates, loans, whatever was left untranslated. */
  readonly weak: readonly number[];
  /** Sums of the weights of `strong`, and of the squared weights of `weak`. */
  readonly strongWeight: number;
  readonly weakNorm: number;
  /** How much room the text takes, comparable across scripts. */
  readonly length: number;
}

/** Both issues' features, with weights that rise with rarity. */
export interface FeatureSpace {
  readonly source: readonly BlockFeatures[];
  readonly target: readonly BlockFeatures[];
  /** By feature id: kind and detail, e.g. `link arxiv.org/abs/2002.05715`. See `featureOf`. */
  readonly keys: readonly string[];
  readonly weights: Float64Array;
  /** In how many source blocks, and target blocks, each feature stands. */
  readonly sourceCounts: Int32Array;
  readonly targetCounts: Int32Array;
}

const shortestUrlWord = 4;
const emojiFactor = 0.6;
/** Whoever inserts an item counts the others anew. */
const ordinalFactor = 0.6;

/** Features of the blocks of two issues. Each side is told by its own blocks only, so exchanging them mirrors the result. */
export function featureSpace(source: readonly Block[], target: readonly Block[]): FeatureSpace {
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const counts = { source: [] as number[], target: [] as number[] };
  /** The last block that a feature was met in, so that each block counts once. */
  const lastIn: number[] = [];
  let current = 0;
  const add = (key: string, count: number[], numbers: number[]): void => {
    let id = ids.get(key);
    if (id === undefined) {
      ids.set(key, (id = keys.length));
      keys.push(key);
      counts.source.push(0);
      counts.target.push(0);
      lastIn.push(0);
    }
    if (lastIn[id] === current) return;
    lastIn[id] = current;
    count[id]!++;
    numbers.push(id);
  };
  const numberBlock = (side: 'source' | 'target') => (block: Block): Numbered => {
    const { strong, words, weak, length } = countedFeatures(block);
    const numbered = { strong: [] as number[], weak: [] as number[], length };
    current++;
    for (const key of strong) add(key, counts[side], numbered.strong);
    for (const { feature } of words) if (feature !== undefined) add(feature, counts[side], numbered.weak);
    for (const key of weak) add(key, counts[side], numbered.weak);
    return numbered;
  };
  const sourceNumbered = source.map(numberBlock('source'));
  const targetNumbered = target.map(numberBlock('target'));

  const blocks = source.length + target.length;
  const weights = Float64Array.from(keys, (key, id) => {
    const rarity = Math.log(1 + blocks / (counts.source[id]! + counts.target[id]!));
    return key.startsWith('emoji ') ? rarity * emojiFactor : key.startsWith('number ') ? rarity * ordinalFactor : rarity;
  });
  const finish = ({ strong, weak, length }: Numbered): BlockFeatures => {
    const inBoth: number[] = [];
    let weakNorm = 0;
    for (const id of weak) {
      if (counts.source[id] === 0 || counts.target[id] === 0) continue;
      inBoth.push(id);
      weakNorm += weights[id]! ** 2;
    }
    return {
      strong, weak: inBoth, length, weakNorm,
      strongWeight: strong.reduce((sum, id) => sum + weights[id]!, 0),
    };
  };
  return {
    source: sourceNumbered.map(finish), target: targetNumbered.map(finish), keys, weights,
    sourceCounts: Int32Array.from(counts.source), targetCounts: Int32Array.from(counts.target),
  };
}

/** What a feature's key says. A word, given by its beginning, is a key by itself: there are many of them. */
export function featureOf(key: string): Pick<Evidence, 'kind' | 'detail'> {
  const at = key.indexOf(' ');
  if (at < 0) return { kind: 'word', detail: key };
  const kind = key.slice(0, at);
  return { kind: kind === 'address' ? 'link' : (kind as Evidence['kind']), detail: key.slice(at + 1) };
}

interface Numbered {
  readonly strong: readonly number[];
  readonly weak: readonly number[];
  readonly length: number;
}

/** A block's features by key. */
interface Counted {
  readonly strong: readonly string[];
  readonly words: readonly ComparedWord[];
  /** Those besides its words. */
  readonly weak: readonly string[];
  readonly length: number;
}

const countedFeatures = oncePerBlock((block: Block): Counted => {
  const strong: string[] = [];
  const weak: string[] = [];
  for (const link of block.links) strong.push(`link ${link.key}`);
  for (const image of block.images) strong.push(`image ${image.key}`);
  for (const code of block.code) strong.push(`code ${code.trim()}`);
  for (const emoji of emojiOf(block.text)) strong.push(`emoji ${emoji}`);
  for (const link of block.links) addUrlWords(link.key, weak);
  // Where items of a list say nothing else in both languages, their numbers tell which was left out.
  if (block.ordinal !== undefined) weak.push(`number ${block.ordinal}.`);
  // Translators give a heading the anchor that the source's has, so that links into the page still lead there.
  if (block.kind === 'heading') weak.push(`anchor ${block.anchor?.toLowerCase() ?? githubSlug(block.text)}`);
  for (const comment of block.comments) for (const { feature } of comparedWords(comment)) if (feature !== undefined) weak.push(feature);
  return { strong, words: wordsOfBlock(block), weak, length: textWeight(block.text) };
});

/** A link that leads elsewhere in each language still shares words with its counterpart: `…/nlp-newsletter-4`. */
function addUrlWords(key: string, weak: string[]): void {
  for (const word of key.split(/[^\p{L}]+/u)) if (word.length >= shortestUrlWord) weak.push(`address ${fold(word)}`);
}
