// What of a block can be recognised in its translation, as numbers that compare fast.
import type { Block } from '../model.js';
import { emojiOf, fold, textWeight } from '../text/words.js';
import type { Evidence } from './alignment.js';
import { comparedWords, wordsOfBlock, type ComparedWord } from './blockWords.js';

/** The features of one block, as ids into a `FeatureSpace`, ascending. */
export interface BlockFeatures {
  /** Links, pictures, code and emoji: a translation keeps them as they are. */
  readonly strong: Int32Array;
  /** Words and numbers that stand in both texts: names, cognates, loans, whatever was left untranslated. */
  readonly weak: Int32Array;
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

/** Letters that words of related languages share at their beginning: `theor|etical`, `théor|ique`. */
const stemLength = 5;
const shortestWord = 3;
const shortestUrlWord = 4;
const emojiFactor = 0.6;
const digit = /\p{Nd}/u;
const lastAscii = 0x7f;

/** Features of the blocks of two issues. Each side is told by its own blocks only, so exchanging them mirrors the result. */
export function featureSpace(source: readonly Block[], target: readonly Block[]): FeatureSpace {
  const ids = new Map<string, number>();
  const keys: string[] = [];
  const counts = { source: [] as number[], target: [] as number[] };
  const number = (found: readonly string[], side: 'source' | 'target'): number[] =>
    found.map((key) => {
      let id = ids.get(key);
      if (id === undefined) {
        ids.set(key, (id = keys.length));
        keys.push(key);
        counts.source.push(0);
        counts.target.push(0);
      }
      counts[side][id]!++;
      return id;
    });
  const numberBlock = (side: 'source' | 'target') => (block: Block): Numbered => {
    const { strong, weak, length } = countedFeatures(block);
    return { strong: number(strong, side), weak: number(weak, side), length };
  };
  const sourceNumbered = source.map(numberBlock('source'));
  const targetNumbered = target.map(numberBlock('target'));

  const blocks = source.length + target.length;
  const weights = Float64Array.from(keys, (key, id) => {
    const rarity = Math.log(1 + blocks / (counts.source[id]! + counts.target[id]!));
    return key.startsWith('emoji ') ? rarity * emojiFactor : rarity;
  });
  const finish = ({ strong, weak, length }: Numbered): BlockFeatures => {
    const inBoth = weak.filter((id) => counts.source[id]! > 0 && counts.target[id]! > 0);
    return {
      strong: Int32Array.from(strong).sort(), weak: Int32Array.from(inBoth).sort(), length,
      strongWeight: strong.reduce((sum, id) => sum + weights[id]!, 0),
      weakNorm: inBoth.reduce((sum, id) => sum + weights[id]! ** 2, 0),
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

/** A block's features by key, each once. */
interface Counted {
  readonly strong: readonly string[];
  readonly weak: readonly string[];
  readonly length: number;
}

/** Blocks never change, so what was counted once holds. */
const memory = new WeakMap<Block, Counted>();

function countedFeatures(block: Block): Counted {
  let counted = memory.get(block);
  if (!counted) memory.set(block, (counted = countFeatures(block)));
  return counted;
}

function countFeatures(block: Block): Counted {
  const strong = new Set<string>();
  const weak = new Set<string>();
  for (const link of block.links) strong.add(`link ${link.key}`);
  for (const image of block.images) strong.add(`image ${image.key}`);
  for (const code of block.code) strong.add(`code ${code.trim()}`);
  for (const emoji of emojiOf(block.text)) strong.add(`emoji ${emoji}`);
  addWords(wordsOfBlock(block), weak);
  for (const link of block.links) addUrlWords(link.key, weak);
  for (const comment of block.comments) addWords(comparedWords(comment), weak);
  return { strong: [...strong], weak: [...weak], length: textWeight(block.text) };
}

function addWords(words: readonly ComparedWord[], weak: Set<string>): void {
  for (const { folded } of words) {
    const digits = digit.test(folded) ? folded.replace(/[^\p{Nd}]/gu, '') : '';
    if (digits.length > 1) weak.add(`number ${digits}`);
    else if (folded.length >= shortestWord || folded.charCodeAt(0) > lastAscii) weak.add(folded.length > stemLength ? folded.slice(0, stemLength) : folded);
  }
}

/** A link that leads elsewhere in each language still shares words with its counterpart: `…/nlp-newsletter-4`. */
function addUrlWords(key: string, weak: Set<string>): void {
  for (const word of key.split(/[^\p{L}]+/u)) if (word.length >= shortestUrlWord) weak.add(`address ${fold(word)}`);
}
