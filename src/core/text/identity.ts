// What a block is told from others by, and where what was worked out of it lies.

/** The identity of a block: see `Block.identity`. */
export class Identity {
  readonly #kept: unknown[] = [];

  static keptIn(one: Identity): unknown[] {
    return one.#kept;
  }
}

/** What one function has worked out, by identity; it goes when the identity goes. */
export interface Kept<Value> {
  get(identity: Identity): Value | undefined;
  set(identity: Identity, value: Value): void;
}

let places = 0;

/**
 * A place of its own in every identity. A weak map says the same; thousands of blocks in dozens of weak maps are what
 * garbage collection then takes its time with.
 */
export function keptByIdentity<Value>(): Kept<Value> {
  const place = places++;
  return {
    get: (identity) => Identity.keptIn(identity)[place] as Value | undefined,
    set: (identity, value) => {
      Identity.keptIn(identity)[place] = value;
    },
  };
}
