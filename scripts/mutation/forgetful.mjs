// Maps that are empty again as soon as Stryker turns to another mutant; loaded before the tests. See sandbox.mjs.

/** @returns {string | undefined} the mutant that is at work */
const mutant = () => /** @type {{ __stryker__?: { activeMutant?: string } }} */ (globalThis).__stryker__?.activeMutant;

class ForgetfulMap {
  #of = mutant();
  /** @type {Map<unknown, unknown>} */
  #now = new Map();

  get #map() {
    if (this.#of !== mutant()) [this.#of, this.#now] = [mutant(), new Map()];
    return this.#now;
  }

  get size() {
    return this.#map.size;
  }
  /** @param {unknown} key */
  get(key) {
    return this.#map.get(key);
  }
  /** @param {unknown} key */
  has(key) {
    return this.#map.has(key);
  }
  /** @param {unknown} key @param {unknown} value */
  set(key, value) {
    this.#map.set(key, value);
    return this;
  }
  /** @param {unknown} key */
  delete(key) {
    return this.#map.delete(key);
  }
  clear() {
    this.#map.clear();
  }
  keys() {
    return this.#map.keys();
  }
}

class ForgetfulWeakMap {
  #of = mutant();
  /** @type {WeakMap<WeakKey, unknown>} */
  #now = new WeakMap();

  get #map() {
    if (this.#of !== mutant()) [this.#of, this.#now] = [mutant(), new WeakMap()];
    return this.#now;
  }

  /** @param {WeakKey} key */
  get(key) {
    return this.#map.get(key);
  }
  /** @param {WeakKey} key @param {unknown} value */
  set(key, value) {
    this.#map.set(key, value);
    return this;
  }
}

Object.assign(globalThis, { ForgetfulMap, ForgetfulWeakMap });
