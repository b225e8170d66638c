// Files and open documents, read as posts: each version once.
import * as vscode from 'vscode';
import { loadIdentify, type Identify } from '../core/language/identify.js';
import type { Issue } from '../core/model.js';
import { describePost, mayBeIssue } from '../core/pair/facts.js';
import type { PostFacts } from '../core/pair/pairing.js';
import { indexLines, type LineIndex } from '../core/text/span.js';
import { openDocument, sizeLimit } from './documents.js';
import { Later } from './later.js';
import { newWork } from './work.js';

/** A post as it was read. */
export interface Post {
  readonly uri: vscode.Uri;
  /** Of the open document; undefined if it came from the disk. */
  readonly version: number | undefined;
  /** The document's or the file's text, without a byte order mark, damaged or not. */
  readonly text: string;
  /** Of `text`. */
  readonly lines: LineIndex;
  readonly issue: Issue;
  readonly facts: PostFacts;
}

/** The largest part of all that the first Markdown document needs. */
const parser = Later.inPieces([() => import('../core/parse/frontMatter.js')], () => import('../core/parse/issue.js'));

/** Posts from the disk that are kept: sources, mostly, of what is open. */
const mostKept = 12;

/** Reads posts, and reads none twice that has not changed. */
export class Posts {
  private readonly ofDocuments = new WeakMap<vscode.TextDocument, Post>();
  private readonly ofFiles = new Map<string, { stamp: string; post: Post }>();
  private identify: Identify | undefined;
  readonly work = newWork();

  /**
   * @param pathOf how pairing is to name a file
   * @param nGrams the file that the language detector was bundled without
   */
  constructor(
    private readonly pathOf: (uri: vscode.Uri) => string,
    private readonly nGrams: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Has the parser loaded by the time that it is needed. */
  prepare(): void {
    parser.get().catch(() => {}); // whoever needs it tries again, and is told
  }

  /** The post that a document holds now; undefined if it is too large or no text. */
  async ofDocument(document: vscode.TextDocument): Promise<Post | undefined> {
    for (;;) {
      const { version } = document;
      const known = this.ofDocuments.get(document);
      if (known?.version === version) return known;
      const text = document.getText();
      if (!isReadable(text)) return undefined;
      const post = await this.read(document.uri, text, version, known?.issue);
      if (document.version !== version) continue; // typed on while the language detector was loaded
      if (post) this.ofDocuments.set(document, post);
      return post;
    }
  }

  /**
   * Whether a document may be an issue of a newsletter, as far as it tells itself. Loads nothing for one that doesn't: most Markdown files
   * are none.
   */
  async mayBeIssue(document: vscode.TextDocument): Promise<boolean> {
    if (this.ofDocuments.get(document)?.version === document.version)
      return this.ofDocument(document).then((post) => post !== undefined && mayBeIssue(post.facts));
    const text = document.getText();
    const issue = isReadable(text) ? await this.parse(document.uri, text) : undefined;
    return issue !== undefined && mayBeIssue(describePost(this.pathOf(document.uri), issue, () => undefined));
  }

  /** The post at `uri`, unsaved edits included; undefined if there is none that can be read. */
  async at(uri: vscode.Uri): Promise<Post | undefined> {
    const document = openDocument(uri);
    if (document) return this.ofDocument(document);
    const key = uri.toString();
    const stamp = await stampOf(uri);
    const known = this.ofFiles.get(key);
    this.ofFiles.delete(key);
    const post = stamp === undefined ? undefined : known?.stamp === stamp ? known.post : await this.fromDisk(uri);
    if (stamp === undefined || !post) return undefined;
    this.ofFiles.set(key, { stamp, post }); // set anew, so that the first of the map is the one unused for longest
    const [oldest] = this.ofFiles.keys();
    if (this.ofFiles.size > mostKept && oldest !== undefined) this.ofFiles.delete(oldest);
    return post;
  }

  /**
   * What pairing needs to know of the file at `uri`; does not keep what it read.
   * @param ready awaited between reading and parsing, so that many files don't hold up the host
   */
  async describe(uri: vscode.Uri, ready: () => Promise<void>): Promise<PostFacts | undefined> {
    const text = openDocument(uri) || (await stampOf(uri)) === undefined ? undefined : await textOf(uri);
    await ready();
    const document = openDocument(uri);
    if (document) return (await this.ofDocument(document))?.facts;
    this.work.described++;
    return text === undefined ? undefined : (await this.read(uri, text, undefined))?.facts;
  }

  private async fromDisk(uri: vscode.Uri): Promise<Post | undefined> {
    const text = await textOf(uri);
    return text === undefined ? undefined : this.read(uri, text, undefined);
  }

  /** @param before the same post as it was read before */
  private async read(
    uri: vscode.Uri,
    text: string,
    version: number | undefined,
    before?: Issue,
  ): Promise<Post | undefined> {
    const issue = await this.parse(uri, text, before);
    if (!issue) return undefined;
    const { pathOf } = this;
    const lines = issue.damage ? indexLines(text) : issue.lines;
    const { identify } = this;
    if (!identify) return { uri, version, text, lines, issue, facts: await this.factsOf(this.pathOf(uri), issue) };
    // What is shown of a key press needs no facts, and they take a while: they are found when somebody asks.
    let facts: PostFacts | undefined;
    return {
      uri,
      version,
      text,
      lines,
      issue,
      get facts() {
        return (facts ??= describePost(pathOf(uri), issue, identify));
      },
    };
  }

  /** Undefined for a text that is too large. One file that is too much for the parser must not keep the others from being read. */
  private async parse(uri: vscode.Uri, text: string, before?: Issue): Promise<Issue | undefined> {
    const { parseIssue } = await parser.get();
    this.work.parsed++;
    try {
      const issue = parseIssue(text, before);
      return issue.tooLarge === undefined ? issue : undefined;
    } catch (error) {
      this.log.error(`Parsing ${uri.toString()} failed.`, error instanceof Error ? error : String(error));
      return undefined;
    }
  }

  /** The language detector, which is loaded when it is first needed. */
  async detector(): Promise<Identify> {
    return (this.identify ??= await loadIdentify(async () =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(this.nGrams)),
    ));
  }

  /** The language detector is loaded when it is first asked; before, it is only noted that it was. */
  private async factsOf(path: string, issue: Issue): Promise<PostFacts> {
    let asked = false;
    const facts = describePost(path, issue, () => {
      asked = true;
      return undefined;
    });
    if (!asked) return facts;
    return describePost(path, issue, await this.detector());
  }
}

function isReadable(text: string): boolean {
  return text.length <= sizeLimit && !text.includes('\0');
}

/** The text at `uri`, unsaved edits included; undefined for what is gone, not ours to read, too large or no text. */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri)?.getText();
  if (open !== undefined) return isReadable(open) ? open : undefined;
  return (await stampOf(uri)) === undefined ? undefined : textOf(uri);
}

/** The file's text, without a byte order mark; undefined for what is gone, not ours to read, or no text. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const text = new TextDecoder('utf-8').decode(await vscode.workspace.fs.readFile(uri));
    return isReadable(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/** Changes when the file does; undefined for what is no file of a size to read. */
async function stampOf(uri: vscode.Uri): Promise<string | undefined> {
  try {
    const { type, size, mtime } = await vscode.workspace.fs.stat(uri);
    return type & vscode.FileType.File && size <= sizeLimit ? `${mtime}:${size}` : undefined;
  } catch {
    return undefined;
  }
}
