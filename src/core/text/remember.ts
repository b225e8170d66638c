// What was worked out of a text or a block is not worked out again, wherever edits elsewhere move it.
import type { Block } from '../model.js';
import { copyOf } from './copy.js';
import { keptByIdentity } from './identity.js';
import type { Span } from './span.js';

/** Texts that one function remembers, and their characters in all, in UTF-16 code units: more than two long texts have. The oldest go first. */
const mostTexts = 5_000;
const mostCharacters = 1_000_000;
/** A longer text is no block of a newsletter, and would keep too much in memory. In UTF-16 code units. */
const longestText = 20_000;

/** What all functions remember. */
const memories: Map<string, unknown>[] = [];

/** Forgets all texts: for who goes through many posts, of which few have a text in common. */
export function forgetTexts(): void {
  for (const memory of memories) memory.clear();
}

/** `compute`, remembering its answers about the texts that it was asked about lately. `key` tells apart what else the answer hangs on. */
export function oncePerText<Rest extends readonly unknown[], Value>(
  compute: (text: string, ...rest: Rest) => Value,
  key: (...rest: Rest) => string = () => '',
): (text: string, ...rest: Rest) => Value {
  const known = new Map<string, TextMemory<Value>>();
  memories.push(known);
  return (text, ...rest) => {
    if (text.length > longestText) return compute(text, ...rest);
    const of = key(...rest);
    let texts = known.get(of);
    if (!texts) known.set(of, (texts = new TextMemory<Value>()));
    return (texts.get(text) ?? texts.add(text, (own) => compute(own, ...rest))).value;
  };
}

class TextMemory<Value> {
  private readonly answers = new Map<string, { readonly value: Value }>();
  private characters = 0;

  get(text: string): { readonly value: Value } | undefined {
    return this.answers.get(text);
  }

  /** Remembers a copy: a part of a whole post would keep all of that in memory, and with every key comes another one. */
  add(text: string, compute: (own: string) => Value): { readonly value: Value } {
    const own = copyOf(text);
    const answer = { value: compute(own) };
    this.answers.set(own, answer);
    this.characters += own.length;
    for (const old of this.answers.keys()) {
      if (this.answers.size <= mostTexts && this.characters <= mostCharacters) break;
      this.answers.delete(old);
      this.characters -= old.length;
    }
    return answer;
  }
}

/**
 * `compute`, remembering its answer by the block's identity. The answer must be made of the block alone and of the
 * characters that it covers, and may name no places but such as count from its beginning, and no numbers of blocks.
 * `key` tells apart what else the answer hangs on.
 */
export function oncePerBlock<Rest extends readonly unknown[], Value>(
  compute: (block: Block, ...rest: Rest) => Value,
  key?: (...rest: Rest) => string,
): (block: Block, ...rest: Rest) => Value {
  return key ? perBlockAndKey(compute, key) : perBlock(compute);
}

/** Most answers hang on the block alone, and a long text has thousands of blocks: no map for each. */
function perBlock<Rest extends readonly unknown[], Value>(
  compute: (block: Block, ...rest: Rest) => Value,
): (block: Block, ...rest: Rest) => Value {
  const known = keptByIdentity<{ readonly value: Value }>();
  return (block, ...rest) => {
    let found = known.get(block.identity);
    if (!found) known.set(block.identity, (found = { value: compute(block, ...rest) }));
    return found.value;
  };
}

function perBlockAndKey<Rest extends readonly unknown[], Value>(
  compute: (block: Block, ...rest: Rest) => Value,
  key: (...rest: Rest) => string,
): (block: Block, ...rest: Rest) => Value {
  const known = keptByIdentity<Map<string, { readonly value: Value }>>();
  return (block, ...rest) => {
    let answers = known.get(block.identity);
    if (!answers) known.set(block.identity, (answers = new Map<string, { readonly value: Value }>()));
    const of = key(...rest);
    let found = answers.get(of);
    if (!found) answers.set(of, (found = { value: compute(block, ...rest) }));
    return found.value;
  };
}

/** As `oncePerBlock`, for answers that have spans of the whole text in them: these move with the block. The answer must be plain data. */
export function oncePerPlacedBlock<Rest extends readonly unknown[], Value>(
  compute: (block: Block, ...rest: Rest) => Value,
  key?: (...rest: Rest) => string,
): (block: Block, ...rest: Rest) => Value {
  const first = oncePerBlock(
    (block: Block, ...rest: Rest) => ({ at: block.span.start, value: compute(block, ...rest) }),
    key,
  );
  return (block, ...rest) => {
    const { at, value } = first(block, ...rest);
    return block.span.start === at ? value : moved(value, block.span.start - at);
  };
}

/** Plain data with all its spans `by` code units further down. */
export function moved<Value>(value: Value, by: number): Value {
  if (Array.isArray(value)) return value.map((one: unknown) => moved(one, by)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (isSpan(value)) return { ...value, start: value.start + by, end: value.end + by };
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, moved(one, by)])) as Value;
}

function isSpan(value: object): value is Span {
  return 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
}
