// What of a block can be recognised in its translation, as numbers that compare fast.
import type { Block } from '../model.js';
import { emojiOf, fold, textWeight, wordsOf, type Word } from '../text/words.js';
import type { Evidence } from './alignment.js';
import { wordsOfBlock } from './blockWords.js';

/** One recognisable thing: a link, a name, a number… */
export interface Feature {
  readonly kind: Evidence['kind'];
  readonly detail: string;
}

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
  /** By feature id. */
  readonly features: readonly Feature[];
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

interface Counted {
  readonly strong: Map<string, Feature>;
  readonly weak: Map<string, Feature>;
  readonly length: number;
}

/** Features of the blocks of two issues. Each side is told by its own blocks only, so exchanging them mirrors the result. */
export function featureSpace(source: readonly Block[], target: readonly Block[]): FeatureSpace {
  const sourceCounted = source.map(countedFeatures);
  const targetCounted = target.map(countedFeatures);
  const ids = new Map<string, number>();
  const features: Feature[] = [];
  const sourceFrequency: number[] = [];
  const targetFrequency: number[] = [];
  const enter = (counted: readonly Counted[], own: number[], other: number[]): void => {
    for (const { strong, weak } of counted) {
      for (const found of [strong, weak]) {
        for (const [key, feature] of found) {
          let id = ids.get(key);
          if (id === undefined) {
            ids.set(key, (id = features.length));
            features.push(feature);
            own.push(0);
            other.push(0);
          }
          own[id]!++;
        }
      }
    }
  };
  enter(sourceCounted, sourceFrequency, targetFrequency);
  enter(targetCounted, targetFrequency, sourceFrequency);

  const blocks = source.length + target.length;
  const weights = Float64Array.from(features, (feature, id) => {
    const rarity = Math.log(1 + blocks / (sourceFrequency[id]! + targetFrequency[id]!));
    return feature.kind === 'emoji' ? rarity * emojiFactor : rarity;
  });
  const inBoth = (id: number): boolean => sourceFrequency[id]! > 0 && targetFrequency[id]! > 0;
  const number = (counted: Counted): BlockFeatures => {
    const strong = Int32Array.from([...counted.strong.keys()], (key) => ids.get(key)!).sort();
    const weak = Int32Array.from([...counted.weak.keys()].map((key) => ids.get(key)!).filter(inBoth)).sort();
    return {
      strong, weak, length: counted.length,
      strongWeight: strong.reduce((sum, id) => sum + weights[id]!, 0),
      weakNorm: weak.reduce((sum, id) => sum + weights[id]! ** 2, 0),
    };
  };
  return {
    source: sourceCounted.map(number), target: targetCounted.map(number), features, weights,
    sourceCounts: Int32Array.from(sourceFrequency), targetCounts: Int32Array.from(targetFrequency),
  };
}

/** Blocks never change, so what was counted once holds. */
const memory = new WeakMap<Block, Counted>();

function countedFeatures(block: Block): Counted {
  let counted = memory.get(block);
  if (!counted) memory.set(block, (counted = countFeatures(block)));
  return counted;
}

function countFeatures(block: Block): Counted {
  const strong = new Map<string, Feature>();
  const weak = new Map<string, Feature>();
  const addStrong = (kind: Feature['kind'], detail: string): void => void strong.set(`${kind} ${detail}`, { kind, detail });
  for (const link of block.links) addStrong('link', link.key);
  for (const image of block.images) addStrong('image', image.key);
  for (const code of block.code) addStrong('code', code.trim());
  for (const emoji of emojiOf(block.text)) addStrong('emoji', emoji);
  addWords(wordsOfBlock(block), 'word', weak);
  for (const link of block.links) addUrlWords(link.key, weak);
  for (const comment of block.comments) addWords(wordsOf(comment), 'comment', weak);
  return { strong, weak, length: textWeight(block.text) };
}

function addWords(words: readonly Word[], kind: 'word' | 'comment', weak: Map<string, Feature>): void {
  for (const { text: word } of words) {
    const folded = fold(word);
    const digits = /\p{Nd}/u.test(folded) ? folded.replace(/[^\p{Nd}]/gu, '') : '';
    if (digits.length > 1) addOnce(weak, `number ${digits}`, 'number', digits);
    else if (folded.length >= shortestWord || !/^\p{Script=Latin}+$/u.test(folded)) addOnce(weak, `word ${folded.slice(0, stemLength)}`, kind, word);
  }
}

/** A link that leads elsewhere in each language still shares words with its counterpart: `…/nlp-newsletter-4`. */
function addUrlWords(key: string, weak: Map<string, Feature>): void {
  for (const word of key.split(/[^\p{L}]+/u)) {
    if (word.length >= shortestUrlWord) addOnce(weak, `address ${fold(word)}`, 'link', word);
  }
}

function addOnce(map: Map<string, Feature>, key: string, kind: Feature['kind'], detail: string): void {
  if (!map.has(key)) map.set(key, { kind, detail });
}
