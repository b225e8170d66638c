// What was worked out of a unit is not worked out again as long as its blocks stay what they are. See `text/remember.ts`.
import type { Block } from '../model.js';
import { keptByIdentity, type Identity } from '../text/identity.js';
import type { Unit } from './alignment.js';

/** An answer, and the unit that it was given of. */
interface Remembered<Value> {
  readonly source: readonly Identity[];
  readonly target: readonly Identity[];
  readonly state: Unit['state'];
  readonly about: string;
  readonly value: Value;
}

/**
 * `compute`, remembering its answer by the identities of the unit's blocks. The answer must be made of these blocks and of
 * the characters that they cover, and of the unit's kind and state; not of its confidence, which hangs on the whole pair.
 * It may name no places but such as count from a block's beginning.
 *
 * @param about tells apart what else the answer hangs on
 */
export function oncePerUnit<Rest extends readonly unknown[], Value>(compute: (unit: Unit, ...rest: Rest) => Value, about: (...rest: Rest) => string = () => ''): (unit: Unit, ...rest: Rest) => Value {
  const known = keptByIdentity<Remembered<Value>>();
  return (unit, ...rest) => {
    const first = unit.target[0] ?? unit.source[0];
    if (!first) return compute(unit, ...rest);
    const of = about(...rest);
    const found = known.get(first.identity);
    if (found?.about === of && found.state === unit.state && same(found.target, unit.target) && same(found.source, unit.source)) return found.value;
    const value = compute(unit, ...rest);
    known.set(first.identity, { source: unit.source.map(identity), target: unit.target.map(identity), state: unit.state, about: of, value });
    return value;
  };
}

/** `look`, which is not asked again about a unit of which it had nothing to tell; what it tells may have places in it. Otherwise as `oncePerUnit`. */
export function unlessQuietUnit<Rest extends readonly unknown[], Value>(look: (unit: Unit, ...rest: Rest) => readonly Value[], about?: (...rest: Rest) => string): (unit: Unit, ...rest: Rest) => readonly Value[] {
  let fresh: readonly Value[] | undefined;
  const isQuiet = oncePerUnit((unit: Unit, ...rest: Rest) => (fresh = look(unit, ...rest)).length === 0, about);
  return (unit, ...rest) => {
    fresh = undefined;
    return isQuiet(unit, ...rest) ? nothing : (fresh ?? look(unit, ...rest));
  };
}

/** As `oncePerUnit`, for an answer that is made of nothing but the blocks of both sides. */
export function oncePerSides<Value>(compute: (source: readonly Block[], target: readonly Block[]) => Value): (source: readonly Block[], target: readonly Block[]) => Value {
  const known = keptByIdentity<{ readonly source: readonly Identity[]; readonly target: readonly Identity[]; readonly value: Value }>();
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

const nothing: readonly never[] = [];

function identity(block: Block): Identity {
  return block.identity;
}

function same(before: readonly Identity[], now: readonly Block[]): boolean {
  return before.length === now.length && before.every((one, i) => one === now[i]!.identity);
}
