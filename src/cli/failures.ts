// Errors that concern one file: the command names the file and goes on with the others.
import { UnreadableInput } from './arguments.js';

/** Why files could not be read or written, each message once, in the order in which they came up. */
export class Failures {
  readonly #messages = new Set<string>();

  constructor(messages: readonly string[] = []) {
    this.add(...messages);
  }

  add(...messages: readonly string[]): void {
    for (const message of messages) this.#messages.add(message);
  }

  /** What `read` returns. If its file cannot be read, notes why and returns undefined. Any other error is passed on. */
  async unless<T>(read: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      this.add(error.message);
      return undefined;
    }
  }

  get messages(): readonly string[] {
    return [...this.#messages];
  }
}

/** What to say of a file when something fails that should not: a mistake of the program, of which the others know nothing. */
export function internalError(file: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `${file} was left out because of a mistake in Facing Pages: ${reason}. Please report it.`;
}
