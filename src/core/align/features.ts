// What of a block can be recognised in its translation, as numbers that compare fast.
import type { Block } from '../model.js';
import { areAlike } from '../text/ends.js';
import { keptByIdentity } from '../text/identity.js';
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
  /** How much room the text takes, comparable across scripts. See `roomOf`. */
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
  const names = namesOfNow();
  const named = {
    source: source.map((block) => namedFeatures(block, names)),
    target: target.map((block) => namedFeatures(block, names)),
  };
  const idOfName = names.noIds();
  const nameOfId: number[] = [];
  const counts = { source: [] as number[], target: [] as number[] };
  const numbered = (features: Int32Array, count: number[]): number[] => {
    const numbers: number[] = [];
    for (const name of features) {
      let id = idOfName[name]!;
      if (id < 0) {
        idOfName[name] = id = nameOfId.length;
        nameOfId.push(name);
        counts.source.push(0);
        counts.target.push(0);
      }
      count[id]!++;
      numbers.push(id);
    }
    return numbers;
  };
  const numberBlocks = (side: 'source' | 'target'): Numbered[] =>
    named[side].map(({ strong, weak, length }) => ({
      strong: numbered(strong, counts[side]),
      weak: numbered(weak, counts[side]),
      length,
    }));
  const sourceNumbered = numberBlocks('source');
  const targetNumbered = numberBlocks('target');
  for (const name of nameOfId) idOfName[name] = -1;

  const blocks = source.length + target.length;
  /** By how many blocks a feature stands in. */
  const rarities: number[] = [];
  const weights = Float64Array.from(nameOfId, (name, id) => {
    const times = counts.source[id]! + counts.target[id]!;
    return (rarities[times] ??= Math.log(1 + blocks / times)) * names.factors[name]!;
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
      strong,
      weak: inBoth,
      length,
      weakNorm,
      strongWeight: strong.reduce((sum, id) => sum + weights[id]!, 0),
    };
  };
  let keys: string[] | undefined;
  return {
    source: sourceNumbered.map(finish),
    target: targetNumbered.map(finish),
    weights,
    sourceCounts: Int32Array.from(counts.source),
    targetCounts: Int32Array.from(counts.target),
    get keys() {
      return (keys ??= nameOfId.map((name) => names.keys[name]!));
    },
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

/** Numbers for features, which hold for all texts; a block's features are looked up once. */
class FeatureNames {
  readonly keys: string[] = [];
  /** What a feature counts for, beside its rarity. */
  readonly factors: number[] = [];
  private readonly names = new Map<string, number>();
  private ids = new Int32Array(0);
  private characters = 0;

  /** Whether these are so many, or so long together, that they are to be forgotten. */
  get isFull(): boolean {
    return this.keys.length > mostNames || this.characters > mostCharacters;
  }

  nameOf(key: string): number {
    let name = this.names.get(key);
    if (name === undefined) {
      this.names.set(key, (name = this.keys.length));
      this.keys.push(key);
      this.characters += key.length;
      this.factors.push(key.startsWith('emoji ') ? emojiFactor : key.startsWith('number ') ? ordinalFactor : 1);
    }
    return name;
  }

  /** Room for an id of each, all of them -1; to be left so. */
  noIds(): Int32Array {
    if (this.ids.length < this.keys.length) this.ids = new Int32Array(2 * this.keys.length).fill(-1);
    return this.ids;
  }
}

/** More are forgotten, all of them: a pair of issues has some thousands. */
const mostNames = 60_000;
/** In UTF-16 code units: the name of a block of code is all that it says, and there is another one at every key. */
const mostCharacters = 2_000_000;
let latest = new FeatureNames();

function namesOfNow(): FeatureNames {
  if (latest.isFull) latest = new FeatureNames();
  return latest;
}

/** A block's features, each once, by name. */
interface Named {
  readonly names: FeatureNames;
  readonly strong: Int32Array;
  readonly weak: Int32Array;
  readonly length: number;
}

const known = keptByIdentity<Named>();

function namedFeatures(block: Block, names: FeatureNames): Named {
  let found = known.get(block.identity);
  if (found?.names !== names) known.set(block.identity, (found = nameFeatures(block, names)));
  return found;
}

function nameFeatures(block: Block, names: FeatureNames): Named {
  const strong: string[] = [];
  const weak: string[] = [];
  for (const link of block.links) strong.push(`link ${link.key}`);
  for (const image of block.images) strong.push(`image ${image.key}`);
  for (const code of block.code) strong.push(`code ${code.trim()}`);
  for (const emoji of emojiOf(block.text)) strong.push(`emoji ${emoji}`);
  const addWords = (words: readonly ComparedWord[]): void => {
    for (const { feature } of words) if (feature !== undefined) weak.push(feature);
  };
  addWords(wordsOfBlock(block));
  for (const link of block.links) addUrlWords(link.key, weak);
  // Where items of a list say nothing else in both languages, their numbers tell which was left out.
  if (block.ordinal !== undefined) weak.push(`number ${block.ordinal}.`);
  // Translators give a heading the anchor that the source's has, so that links into the page still lead there.
  if (block.kind === 'heading') weak.push(`anchor ${block.anchor?.toLowerCase() ?? githubSlug(block.text)}`);
  for (const comment of block.comments) addWords(comparedWords(comment));
  const met = new Set<number>();
  const once = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys.map((key) => names.nameOf(key)).filter((name) => met.size < met.add(name).size));
  return { names, strong: once(strong), weak: once(weak), length: roomOf(block.text) };
}

/** Longer texts are as long as each other where they differ by less than this share: so most keys change no length. In Latin letters. */
const longText = 80;
const leastDifference = 0.02;

/** How much room a text takes, in Latin letters; that of a long one to the nearest of steps that grow with it. */
function roomOf(text: string): number {
  const weight = textWeight(text);
  const step = Math.log1p(leastDifference);
  return weight <= longText ? weight : longText * Math.exp(Math.round(Math.log(weight / longText) / step) * step);
}

/** The features of a text. */
export interface FeatureSet {
  readonly names: FeatureNames;
  readonly own: ReadonlySet<number>;
}

/** All features of blocks. */
export function featuresIn(blocks: readonly Block[]): FeatureSet {
  const names = namesOfNow();
  return {
    names,
    own: new Set(
      blocks.map((block) => namedFeatures(block, names)).flatMap(({ strong, weak }) => [...strong, ...weak]),
    ),
  };
}

/** Whether features are named otherwise by now: names that nobody forgets grow with every edit. */
export function isOutdated({ names }: FeatureSet): boolean {
  return names !== namesOfNow();
}

/** Whether a block has the same features before and after an edit, as far as they count beside a text that has `others`, and is as long. */
export function weighsAlike(before: Block, now: Block, { names, own }: FeatureSet): boolean {
  const [old, changed] = [namedFeatures(before, names), namedFeatures(now, names)];
  const inBoth = ({ weak }: Named): Int32Array => weak.filter((name) => own.has(name));
  return (
    old.length === changed.length && areAlike(old.strong, changed.strong) && areAlike(inBoth(old), inBoth(changed))
  );
}

/** A link that leads elsewhere in each language still shares words with its counterpart: `…/nlp-newsletter-4`. */
function addUrlWords(key: string, weak: string[]): void {
  for (const word of key.split(/[^\p{L}]+/u)) if (word.length >= shortestUrlWord) weak.push(`address ${fold(word)}`);
}
