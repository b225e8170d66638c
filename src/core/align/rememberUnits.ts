// What was worked out of two sides is not worked out again as long as their blocks stay what they are. See `text/remember.ts`.
import type { Block } from '../model.js';
import { keptByIdentity, type Identity } from '../text/identity.js';

/** `compute`, remembering its answer by the identities of the blocks. The answer must be made of these alone, and may name no places but such as count from a block's beginning. */
export function oncePerSides<Value>(
  compute: (source: readonly Block[], target: readonly Block[]) => Value,
): (source: readonly Block[], target: readonly Block[]) => Value {
  const known = keptByIdentity<{
    readonly source: readonly Identity[];
    readonly target: readonly Identity[];
    readonly value: Value;
  }>();
  return (source, target) => {
    const first = target[0] ?? source[0];
    if (!first) return compute(source, target);
    const found = known.get(first.identity);
    if (found && same(found.target, target) && same(found.source, source)) return found.value;
    const value = compute(source, target);
    known.set(first.identity, { source: source.map(identity), target: target.map(identity), value });
    return value;
  };
}

function identity(block: Block): Identity {
  return block.identity;
}

function same(before: readonly Identity[], now: readonly Block[]): boolean {
  return before.length === now.length && before.every((one, i) => one === now[i]!.identity);
}
