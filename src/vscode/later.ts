// What is loaded when it is first needed, and not before.
import { wait } from './timing.js';

/**
 * Something that is loaded once, when somebody first asks for it; all who ask meanwhile wait for the same. What failed
 * to load is loaded anew for the next who asks.
 */
export class Later<T> {
  private loading: Promise<T> | undefined;
  private loaded: T | undefined;

  /** @param load mostly an `import()`, and what is made of it */
  constructor(private readonly load: () => Promise<T>) {}

  /** What was loaded; undefined until it is there. */
  get now(): T | undefined {
    return this.loaded;
  }

  /** What is being loaded, or was; undefined as long as nobody has asked for it. */
  get asked(): Promise<T> | undefined {
    return this.loading;
  }

  /**
   * One that is loaded in pieces, one after the other. A large part of a program takes long to read and to run for the first time:
   * others get their turn before each piece.
   * @param pieces of what `load` needs, each by itself
   */
  static inPieces<T>(pieces: readonly (() => Promise<unknown>)[], load: () => Promise<T>): Later<T> {
    return new Later(async () => {
      for (const piece of pieces) {
        await piece();
        await wait();
      }
      return load();
    });
  }

  /** Loads it if need be. Running code for the first time takes milliseconds at a stretch: others get their turn before. */
  get(): Promise<T> {
    return (this.loading ??= wait()
      .then(this.load)
      .then((loaded) => (this.loaded = loaded))
      .catch((error: unknown) => {
        this.loading = undefined;
        throw error;
      }));
  }
}
