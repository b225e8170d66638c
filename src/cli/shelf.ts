// Bytes that are wanted later, and of a large tree are more than memory should hold.
import { openSpillFile, type SpillFile } from './write.js';

/** Where something is kept: in the file at this place, or, where there can be no file, in memory. */
export type Kept = Uint8Array | { readonly at: number; readonly length: number };

/** So much is kept in memory, and written at one go, in bytes: a small tree needs no file. */
const roomSize = 1024 * 1024;

/**
 * Keeps bytes in a file in the system's folder for passing things. The file has no name: it is gone with the program,
 * whatever ends that.
 */
export class Shelf {
  #room = new Uint8Array(0);
  #used = 0;
  /** Where in the file the room's bytes will stand. */
  #start = 0;
  #file: SpillFile | undefined;
  #hasFailed = false;

  /** Keeps a copy. */
  put(bytes: Uint8Array): Kept {
    if (bytes.length > roomSize || this.#hasFailed) return bytes.slice();
    if (this.#room.length === 0) this.#room = new Uint8Array(roomSize);
    if (this.#used + bytes.length > roomSize && !this.#written()) return bytes.slice();
    this.#room.set(bytes, this.#used);
    const kept = { at: this.#start + this.#used, length: bytes.length };
    this.#used += bytes.length;
    return kept;
  }

  /** What was put there. It may change with the next `put`. @throws if the file can no longer be read */
  get(kept: Kept): Uint8Array {
    if (kept instanceof Uint8Array) return kept;
    const { at, length } = kept;
    if (at >= this.#start) return this.#room.subarray(at - this.#start, at - this.#start + length);
    return this.#file!.read(at, length);
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  /** Whether the room's bytes are in the file, and it is free for others. */
  #written(): boolean {
    try {
      this.#file ??= openSpillFile();
      this.#file.write(this.#room.subarray(0, this.#used), this.#start);
      this.#start += this.#used;
      this.#used = 0;
    } catch {
      this.#hasFailed = true; // no such folder, or it is full: the room stays what it is
    }
    return !this.#hasFailed;
  }
}
