// A part of a text that lives on without it.

/** The same characters. A part that is cut out of a text keeps all of it in memory; this one does not. */
export function copyOf(part: string): string {
  return ` ${part}`.slice(1);
}
