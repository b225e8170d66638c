// Names for rows and problems that last while the text around them changes.

/** Gives each text a key of its own; equal texts are told apart by their order. */
export class KeyMaker {
  private readonly seen = new Map<string, number>();

  /** A key for `content`, beginning with `prefix`. */
  key(prefix: string, content: string): string {
    return this.keyOf(prefix, hash(content));
  }

  /** The same for a content whose hash is known. */
  keyOf(prefix: string, hashed: string): string {
    const base = `${prefix}${hashed}`;
    const count = this.seen.get(base) ?? 0;
    this.seen.set(base, count + 1);
    return count === 0 ? base : `${base}.${count}`;
  }
}

/** 32-bit FNV-1a of the code units, in base 36. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return (value >>> 0).toString(36);
}
