// What the files should say at every moment, kept beside VS Code: each document's text, its past, and what is on disk.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import type { PlainEdit } from './orders';

/** A change, and how many times somebody may have to press undo for it. */
interface Change {
  readonly before: string;
  readonly after: string;
  readonly steps: number;
}

export class FileModel {
  /** What the document says. */
  text: string;
  /** What the disk says. */
  disk: string;
  #past: Change[] = [];
  #future: Change[] = [];

  /** @param stale it was changed from outside: the window needs a moment to notice */
  constructor(
    disk: string,
    public stale = false,
  ) {
    this.text = disk;
    this.disk = disk;
  }

  get isDirty(): boolean {
    return this.text !== this.disk;
  }

  get undoable(): Change | undefined {
    return this.#past.at(-1);
  }

  get redoable(): Change | undefined {
    return this.#future.at(-1);
  }

  change(after: string): void {
    if (after !== this.text) this.#push({ before: this.text, after, steps: 1 });
  }

  /** VS Code takes typing back in pieces of its own choice, which do not end where one began to type elsewhere. */
  typed(after: string, strokes: number): void {
    const last = this.#past.at(-1);
    if (last && last.steps > 1) this.#past.pop();
    this.#push(
      last && last.steps > 1
        ? { before: last.before, after, steps: last.steps + strokes }
        : { before: this.text, after, steps: 1 + strokes },
    );
  }

  undone(): void {
    const change = this.#past.pop()!;
    this.#future.push(change);
    this.text = change.before;
  }

  redone(): void {
    const change = this.#future.pop()!;
    this.#past.push(change);
    this.text = change.after;
  }

  saved(): void {
    this.disk = this.text;
  }

  #push(change: Change): void {
    this.#past.push(change);
    this.#future = [];
    this.text = change.after;
  }

  /** The disk was changed by somebody else, or the window was shut: nothing from before can be undone. */
  begin(disk: string): void {
    this.stale ||= disk !== this.text;
    this.text = disk;
    this.disk = disk;
    this.#past = [];
    this.#future = [];
  }
}

export class Model {
  readonly files = new Map<string, FileModel>();

  constructor(readonly folder: string) {
    this.read();
  }

  /** Takes what is on disk for what should be there: after git, or another program, has changed it. */
  read(): void {
    const names = new Set(
      globSync(['**/*.md'], { cwd: this.folder, ignore: ['**/.git/**', '**/node_modules/**'] }).filter((name) =>
        isPlain(this.onDisk(name)!),
      ),
    );
    for (const name of this.files.keys()) if (!names.has(name)) this.files.delete(name);
    for (const name of names) {
      const disk = this.onDisk(name)!;
      const known = this.files.get(name);
      if (!known)
        this.files.set(name, new FileModel(disk, true)); // a window may hold a file of that name that was there before
      else if (known.disk !== disk) known.begin(disk);
    }
  }

  /** What a file says on the disk; undefined if it is not there. */
  onDisk(name: string): string | undefined {
    const file = path.join(this.folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** Fails if a file on the disk is not what it should be. */
  compare(): void {
    for (const [name, { disk }] of this.files) same(this.onDisk(name), disk, `on the disk: ${name}`);
  }
}

/** VS Code opens a file with other line ends, a mark at its beginning or damaged UTF-8 as another text. */
function isPlain(text: string): boolean {
  return !/[\r\u2028\u2029\ufeff\ufffd]/.test(text);
}

/** The text after edits that do not overlap. */
export function applied(text: string, edits: readonly PlainEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((said, { start, end, text: put }) => said.slice(0, start) + put + said.slice(end), text);
}

/** Fails where two texts are not the same, and says where they part. */
export function same(found: string | undefined, wanted: string, where: string): void {
  if (found === wanted) return;
  const at = [...wanted].findIndex((_, i) => found?.[i] !== wanted[i]);
  const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 60));
  assert.fail(
    `${where}: the text differs at ${at}: ${found === undefined ? 'there is none' : around(found)} instead of ${around(wanted)} (${found?.length} and ${wanted.length} characters)`,
  );
}
