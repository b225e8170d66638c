// Plain data as few bytes, for who keeps more of it than memory holds.
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Deflate looks back so far, in bytes. */
const window = 32 * 1024;

/**
 * Plain data as bytes.
 *
 * @param text what much of the data was cut out of: it takes less room then, and can only be read with it
 */
export function packed(data: unknown, text = ''): Uint8Array {
  return deflateRawSync(serialize(data), { level: 1, dictionary: dictionaryOf(text) });
}

/** What `packed` was given. */
export function unpacked(bytes: Uint8Array, text = ''): unknown {
  return deserialize(inflateRawSync(bytes, { dictionary: dictionaryOf(text) }));
}

/** The beginning of a text in the bytes in which the engine writes parts of it: one for a character, or two if one of them needs two. */
function dictionaryOf(text: string): Buffer | undefined {
  if (text === '') return undefined;
  return /[^\u0000-\u00ff]/.test(text)
    ? Buffer.from(text.slice(0, window / 2), 'utf16le')
    : Buffer.from(text.slice(0, window), 'latin1');
}
