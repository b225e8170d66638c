// What several checks need of one context is worked out once.

/** What was worked out of an object, by the place of whoever did. One map for all of them: each costs garbage collection its time. */
const known = new WeakMap<object, unknown[]>();
let places = 0;

/** `compute`, remembering its answer for as long as the object that it was asked about lives. */
export function oncePer<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const place = places++;
  return (key) => {
    let answers = known.get(key);
    if (!answers) known.set(key, (answers = []));
    const found = answers[place] as { readonly value: Value } | undefined;
    if (found) return found.value;
    const value = compute(key);
    answers[place] = { value };
    return value;
  };
}
