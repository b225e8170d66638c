// Words that much data has are in memory once.

/** Plain data, changed in place: of words that other data has too, it has the very same ones. `shared` are all words met so far. */
export function withShared<Data>(data: Data, shared: Map<string, string>): Data {
  if (typeof data === 'string') {
    const known = shared.get(data);
    if (known === undefined) shared.set(data, data);
    return (known ?? data) as Data;
  }
  if (typeof data !== 'object' || data === null) return data;
  const all = data as Record<string, unknown>;
  for (const name of Object.keys(all)) all[name] = withShared(all[name], shared);
  return data;
}
