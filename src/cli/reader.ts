// Reads posts one by one, and keeps some of them so that they need not be read twice.
import { createHash } from 'node:crypto';
import { loadIdentify } from '../core/language/identify.js';
import { describePost } from '../core/pair/facts.js';
import type { Issue } from '../core/model.js';
import type { PostFacts } from '../core/pair/pairing.js';
import { parseIssue } from '../core/parse/issue.js';
import { readText, UnreadableInput, type TextFile } from './files.js';

/** A post that was read. */
export interface Post extends TextFile {
  readonly issue: Issue;
  readonly facts: PostFacts;
}

/** What a file says of itself, or why it cannot be read. No facts where those of its content are known already. */
export type Described = { readonly path: string; readonly hash: string; readonly facts: PostFacts | undefined } | { readonly path: string; readonly unreadable: string };

/** An issue takes about twenty times the room of its text. In UTF-16 code units of text: forty megabytes. */
const mostKept = 2_000_000;

/**
 * Reads posts. Of a tree, files are described one after the other, and wanted again in about that order: so the first
 * ones are kept, as many as there is room for, each until it was asked for.
 */
export class Reader {
  readonly #kept = new Map<string, Post>();
  /** Asked for lately: a source is wanted again for its next translation. */
  #last: readonly Post[] = [];
  #room: number;

  /** @param sharedBy how many readers share the room for texts */
  constructor(sharedBy = 1) {
    this.#room = mostKept / sharedBy;
  }

  /** @param known the hash of the content whose facts are known: then it is not parsed */
  async describe(file: string, known?: string): Promise<Described> {
    try {
      const { path, text } = await readText(file);
      const hash = hashOf(text);
      if (hash === known) return { path, hash, facts: undefined };
      const issue = parseIssue(text);
      const facts = describePost(path, issue, await loadIdentify());
      if (text.length <= this.#room) {
        this.#room -= text.length;
        this.#kept.set(path, { path, text, issue, facts });
      }
      return { path, hash, facts };
    } catch (error) {
      if (error instanceof UnreadableInput) return { path: file, unreadable: error.message };
      throw error;
    }
  }

  /** A post whose facts are known. @throws {UnreadableInput} */
  async post(path: string, facts: PostFacts): Promise<Post> {
    const read = this.#last.find((one) => one.path === path) ?? this.#taken(path) ?? (await readAgain(path, facts));
    const post = read.facts === facts ? read : { ...read, facts }; // pairing may know better what it is
    this.#last = [post, ...this.#last.filter((one) => one.path !== path)].slice(0, mostLast);
    return post;
  }

  #taken(path: string): Post | undefined {
    const kept = this.#kept.get(path);
    if (kept) this.#room += kept.text.length;
    this.#kept.delete(path);
    return kept;
  }
}

const mostLast = 3;

async function readAgain(path: string, facts: PostFacts): Promise<Post> {
  const { text } = await readText(path);
  return { path, text, issue: parseIssue(text), facts };
}

/** Tells texts apart. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
