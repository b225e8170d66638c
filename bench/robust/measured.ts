// The time of traps, measured in a process of its own that is ended if it hangs.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Stage } from '../../test/support/robust/stages.js';

/** Milliseconds of the processor's time by stage; none if the trap failed or was ended. */
export interface Measured {
  readonly name: string;
  /** Of the text of the size asked for. */
  readonly small: ReadonlyMap<Stage, number>;
  /** Of one four times as long. */
  readonly large: ReadonlyMap<Stage, number>;
}

interface Line {
  readonly begins?: string;
  readonly name: string;
  readonly small: [Stage, number][];
  readonly large: [Stage, number][];
}

/**
 * Measures the traps `names` at `size` UTF-16 code units and at four times that; one that takes more than `patience`
 * milliseconds of the processor's time is ended, and another process goes on behind it.
 */
export async function* measureTraps(
  names: readonly string[],
  size: number,
  patience: number,
): AsyncGenerator<Measured> {
  let rest = names;
  while (rest.length > 0) {
    const script = fileURLToPath(new URL('measure.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, String(patience), String(size), ...rest], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let current: string | undefined;
    for await (const line of createInterface(child.stdout)) {
      const read = JSON.parse(line) as Line;
      current = read.begins;
      if (read.begins !== undefined) continue;
      yield { name: read.name, small: new Map(read.small), large: new Map(read.large) };
      rest = rest.slice(rest.indexOf(read.name) + 1);
    }
    if (current === undefined) {
      if (rest.length > 0) throw new Error(`measuring ended before “${rest[0]}”`);
      return;
    }
    yield { name: current, small: new Map(), large: new Map() };
    rest = rest.slice(rest.indexOf(current) + 1);
  }
}
