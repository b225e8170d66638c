// Reads posts one by one, and keeps some of them so that they need not be read twice.
import { createHash } from 'node:crypto';
import { loadIdentify } from '../core/language/identify.js';
import { describePost, mayBeIssue } from '../core/pair/facts.js';
import type { Issue } from '../core/model.js';
import type { PostFacts } from '../core/pair/pairing.js';
import { parseIssue } from '../core/parse/issue.js';
import { restoredIssue, storedIssue, type StoredIssue } from '../core/parse/stored.js';
import { UnreadableInput } from './arguments.js';
import { internalError } from './failures.js';
import { readText, type TextFile } from './files.js';
import { packed, unpacked } from './packing.js';
import { readPostText, tooLargeInput } from './postText.js';
import { Shelf, type Kept } from './shelf.js';

/** A post that was read. */
export interface Post extends TextFile {
  readonly issue: Issue;
  readonly facts: PostFacts;
}

/** What a file says of itself, or why it cannot be read. No facts where those of its content are known already. */
export type Described =
  | { readonly path: string; readonly hash: string; readonly facts: PostFacts | undefined }
  | { readonly path: string; readonly unreadable: string };

/** A source is wanted again for its next translation. */
const mostLast = 3;

/** An issue as it was parsed, in a form that takes a tenth of its room, and a tenth of the time of parsing to come back from. */
interface Packed {
  /** Of the text that was parsed. */
  readonly hash: string;
  readonly kept: Kept;
}

/**
 * Reads posts. Of a tree, all files are described, and then all are wanted: so what was parsed is kept, packed, until it
 * was asked for.
 */
export class Reader {
  readonly #kept = new Map<string, Packed>();
  readonly #shelf = new Shelf();
  /** Asked for lately. */
  #last: readonly Post[] = [];

  /** @param known the hash of the content whose facts are known: then it is not parsed */
  async describe(file: string, known?: string): Promise<Described> {
    try {
      const { path, text } = readText(file);
      const hash = hashOf(text);
      if (hash === known) return { path, hash, facts: undefined };
      const issue = parseIssue(text);
      const facts = structuredClone(describePost(path, issue, await loadIdentify())); // words cut out of a text keep all of it in memory
      if (issue.tooLarge !== undefined && mayBeIssue(facts)) throw tooLargeInput(file, issue.tooLarge); // a long list of changes is no issue, and nobody's concern
      this.#keep(path, hash, issue);
      return { path, hash, facts };
    } catch (error) {
      const unreadable = error instanceof UnreadableInput ? error.message : internalError(file, error);
      return { path: file, unreadable };
    }
  }

  /** A post whose facts are known. @throws {UnreadableInput} */
  post(path: string, facts: PostFacts): Post {
    const read = this.#last.find((one) => one.path === path) ?? this.#read(path, facts);
    const post = read.facts === facts ? read : { ...read, facts }; // pairing may know better what it is
    this.#last = [post, ...this.#last.filter((one) => one.path !== path)].slice(0, mostLast);
    return post;
  }

  #read(path: string, facts: PostFacts): Post {
    const { text } = readPostText(path);
    const known = this.#taken(path);
    const issue =
      known?.hash === hashOf(text)
        ? restoredIssue(unpacked(this.#shelf.get(known.kept), text) as StoredIssue, text)
        : parseIssue(text);
    return { path, text, issue, facts };
  }

  #keep(path: string, hash: string, issue: Issue): void {
    const stored = storedIssue(issue);
    if (stored) this.#kept.set(path, { hash, kept: this.#shelf.put(packed(stored, issue.text)) });
  }

  #taken(path: string): Packed | undefined {
    const kept = this.#kept.get(path);
    this.#kept.delete(path);
    return kept;
  }

  close(): void {
    this.#shelf.close();
  }
}

/** Tells texts apart. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
