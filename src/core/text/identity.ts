// What a block is told from others by, and where what was worked out of it lies.

/** The identity of a block: see `Block.identity`. */
export class Identity {
  readonly #kept: unknown[] = [];

  static keptIn(one: object): unknown[] | undefined {
    return #kept in one ? one.#kept : undefined;
  }
}

/** What one function has worked out, by identity; it goes when the identity goes. */
export interface Kept<Value> {
  get(identity: object): Value | undefined;
  set(identity: object, value: Value): void;
}

let places = 0;

/**
 * A place of its own in every identity. A weak map says the same; thousands of blocks in dozens of weak maps are what
 * garbage collection then takes its time with.
 */
export function keptByIdentity<Value>(): Kept<Value> {
  const place = places++;
  return {
    get: (identity) => (Identity.keptIn(identity) ?? others.get(identity))?.[place] as Value | undefined,
    set: (identity, value) => {
      (Identity.keptIn(identity) ?? keptElsewhere(identity))[place] = value;
    },
  };
}

/** Of objects that serve as an identity and are none of ours. */
const others = new WeakMap<object, unknown[]>();

function keptElsewhere(identity: object): unknown[] {
  const kept = others.get(identity) ?? [];
  others.set(identity, kept);
  return kept;
}
