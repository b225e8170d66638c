// Long work in steps, between which others can have their turn.

/** Work that stops now and then, and says in the end what came of it. */
export type Steps<Value> = Generator<void, Value>;

/** Does all of it at once. */
export function finished<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}

/** Does it with a pause before each step, in which others get their turn; a pause that throws puts an end to it. */
export async function inTurns<Value>(steps: Steps<Value>, pause: () => Promise<void>): Promise<Value> {
  for (;;) {
    await pause();
    const next = steps.next();
    if (next.done) return next.value;
  }
}
