// Which posts there are and what translates what: read when the first issue is looked at, and kept up from then on.
import * as vscode from 'vscode';
import { namesakesOf, pairNamesakes } from '../core/pair/namesakes.js';
import type { Pairing, PostFacts } from '../core/pair/pairing.js';
import type { SiteIndex } from '../core/site/siteIndex.js';
import { documentsInTabs, isPostDocument, isPostName, openDocument } from './documents.js';
import { fileExists, findPosts, folderOf, pathOf } from './findPosts.js';
import { placesOf, PostPool, type Place } from './pool.js';
import { Newcomers } from './newcomers.js';
import type { Posts } from './posts.js';
import type { AllSettings, Settings } from './projectSettings.js';
import { Turn, wait } from './timing.js';
import { watchPosts } from './watchPosts.js';

/** How far the first reading of the files is. */
export interface Reading {
  readonly done: number;
  readonly of: number;
}

interface Root {
  readonly pool: PostPool;
  read: Promise<void> | undefined;
  isRead: boolean;
  /** The posts that are named like those that are open: they are read first. */
  namesakes: Promise<readonly PostFacts[]> | undefined;
  watching: vscode.Disposable | undefined;
}

/** Above this many characters, a document that is no issue is looked at again only when it was saved. */
const cheapLength = 64 * 1024;
/** Files that are read before all others, at most. */
const mostNamesakes = 32;
/** Open documents whose namesakes are looked for, at most. */
const mostOpen = 4;

/** The posts around those that are open. Holds a few facts of each, not their texts. */
export class WorkspaceIndex implements vscode.Disposable {
  private readonly roots = new Map<string, Root>();
  /** Files that were deleted while a document of them is still open. */
  private readonly gone = new Set<string>();
  private readonly strangers = new WeakSet<vscode.TextDocument>();
  private readonly turn = new Turn();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly progressed = new vscode.EventEmitter<void>();
  private readonly stopped = new vscode.EventEmitter<void>();
  private readonly listening: vscode.Disposable;
  private readonly newcomers = new Newcomers((uri) => this.read(uri));
  /** Fired when a post was edited, saved, created, deleted or renamed, with the file that changed. */
  readonly onDidChange = this.changed.event;
  /** Fired while files are read for the first time, at the end, and when all is forgotten; see `reading`. */
  readonly onDidProgress = this.progressed.event;
  reading: Reading | undefined;
  /** What the first reading of the files waits for. */
  private goesFirst: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly posts: Posts,
    private readonly settings: AllSettings,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.listening = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isPostDocument(document)) this.changed.fire(document.uri);
      }),
      vscode.workspace.onDidSaveTextDocument((document) => {
        this.gone.delete(document.uri.toString());
        this.strangers.delete(document);
        if (isPostDocument(document)) this.changed.fire(document.uri); // its links count now
      }),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (isPostDocument(document)) this.update(document.uri); // what was not saved is no more
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.forgetAll()),
    );
  }

  /** Where an issue's text stands among the others, once these were read; undefined for all other files. */
  async placeOf(uri: vscode.Uri): Promise<Place | undefined> {
    if (!this.settings.ofUser().enabled || (await this.isGone(uri))) return undefined;
    const document = openDocument(uri);
    const root = this.rootOf(uri);
    if (!document) return this.placeIn(root, uri);
    if (this.strangers.has(document)) return undefined;
    const place = await this.placeOfDocument(root, document);
    if (!place && document.getText().length > cheapLength) this.strangers.add(document);
    return place;
  }

  /**
   * Where an open issue's text stands among those that are named like it, while the others are still being read;
   * undefined if these have to tell, or were read.
   */
  async earlyPlaceOf(uri: vscode.Uri): Promise<Place | undefined> {
    const document = openDocument(uri);
    const root = this.rootOf(uri);
    if (
      !document ||
      root.isRead ||
      uri.scheme === 'untitled' ||
      !this.settings.ofUser().enabled ||
      this.strangers.has(document)
    )
      return undefined;
    if (!(await this.posts.mayBeIssue(document))) return undefined;
    const post = await this.posts.ofDocument(document);
    if (!post || root.isRead) return undefined;
    void this.readAll(root, uri);
    const others = (await root.namesakes) ?? [];
    const { facts } = post;
    const isNamesake = namesakesOf(facts.path);
    const alike = others.filter(({ path }) => isNamesake(path));
    const pairing = root.isRead
      ? undefined
      : pairNamesakes([facts, ...alike], (await this.settings.of(uri)).sourceLocale);
    return pairing && placesOf(pairing, false).get(facts.path);
  }

  /** Does what somebody waits for while the other files are not yet read. */
  async beforeReadingOn<T>(work: () => Promise<T>): Promise<T> {
    const done = work();
    this.goesFirst = Promise.allSettled([this.goesFirst, done]);
    return done;
  }

  /** What translates what around `uri`. */
  async pairingAround(uri: vscode.Uri): Promise<Pairing> {
    const root = this.rootOf(uri);
    await this.readAll(root, uri);
    return root.pool.pairing((await this.settings.of(uri)).sourceLocale);
  }

  /** The site that the posts around `uri` make up, as far as they were read. @param settings those of `uri` */
  siteAround(uri: vscode.Uri, { sourceLocale, rules }: Settings): SiteIndex {
    return this.rootOf(uri).pool.siteOf(sourceLocale, rules.siteUrls);
  }

  /** The file that pairing, asked about `near`, calls `path`. */
  uriOf(path: string, near: vscode.Uri): vscode.Uri | undefined {
    return this.rootOf(near).pool.uriOf(path);
  }

  /** Ends a reading that takes too long; what was read by then is used. */
  stopReading(): void {
    this.stopped.fire();
  }

  /** Reads everything anew when it is needed next. */
  forgetAll(): void {
    this.stopReading();
    for (const { watching } of this.roots.values()) watching?.dispose();
    this.roots.clear();
    for (const { uri } of documentsInTabs()) this.changed.fire(uri);
    this.progressed.fire();
  }

  dispose(): void {
    this.stopReading();
    for (const { watching } of this.roots.values()) watching?.dispose();
    for (const part of [this.listening, this.newcomers, this.changed, this.progressed, this.stopped]) part.dispose();
  }

  private async placeOfDocument(root: Root, document: vscode.TextDocument): Promise<Place | undefined> {
    // What is plainly no issue starts nothing; but once the others are read, it may turn out to translate one.
    if (!root.read && !(await this.posts.mayBeIssue(document))) return undefined;
    const post = await this.posts.ofDocument(document);
    return post && this.placeIn(root, document.uri, post.facts, document.isDirty);
  }

  private async placeIn(
    root: Root,
    uri: vscode.Uri,
    facts?: PostFacts,
    isBeingEdited = false,
  ): Promise<Place | undefined> {
    if (uri.scheme !== 'untitled') await this.readAll(root, uri);
    if (facts) root.pool.set(uri, facts, isBeingEdited);
    return root.pool.placeOf(uri, (await this.settings.of(uri)).sourceLocale);
  }

  private rootOf(uri: vscode.Uri): Root {
    const key =
      uri.scheme === 'untitled'
        ? uri.toString()
        : vscode.workspace.getWorkspaceFolder(uri)
          ? ''
          : folderOf(uri).toString();
    let root = this.roots.get(key);
    if (!root)
      this.roots.set(
        key,
        (root = {
          pool: new PostPool(this.posts.work),
          read: undefined,
          isRead: false,
          namesakes: undefined,
          watching: undefined,
        }),
      );
    return root;
  }

  private readAll(root: Root, near: vscode.Uri): Promise<void> {
    return (root.read ??= this.readFiles(root, near)
      .catch((error: unknown) => this.failed('Reading the posts failed.', error))
      .finally(() => (root.isRead = true)));
  }

  private async readFiles(root: Root, near: vscode.Uri): Promise<void> {
    const began = performance.now();
    let stop = false;
    const stopping = this.stopped.event(() => (stop = true));
    let tell: (namesakes: readonly PostFacts[]) => void = () => {};
    root.namesakes = new Promise((resolve) => (tell = resolve));
    root.watching = watchPosts(near, { touched: (uri) => this.update(uri), deleted: (uri) => this.drop(uri) });
    try {
      const uris = await findPosts(near);
      const first = await this.namesakesAmong(uris, near);
      const last = uris.filter((uri) => !first.has(uri));
      let done = 0;
      const read = async (some: readonly vscode.Uri[]): Promise<PostFacts[]> => {
        const found: PostFacts[] = [];
        for (const { uri, facts } of await Promise.all(
          some.map(async (uri) => ({ uri, facts: await this.posts.describe(uri, () => this.turn.pause()) })),
        )) {
          if (facts && !this.gone.has(uri.toString())) root.pool.set(uri, facts);
          if (facts) found.push(facts);
        }
        this.reading = { done: (done += some.length), of: uris.length };
        this.progressed.fire();
        return found;
      };
      tell(await read([...first]));
      for (let i = 0; i < last.length && !stop; i += 8) {
        await wait(); // whoever waited for the namesakes says whether the others have to wait
        await this.goesFirst;
        await read(last.slice(i, i + 8));
      }
      root.pool.complete = !stop;
      this.log.info(`Read ${done} of ${uris.length} posts in ${Math.round(performance.now() - began)} ms.`);
    } finally {
      tell([]);
      stopping.dispose();
      this.reading = undefined;
      this.progressed.fire();
    }
  }

  private async namesakesAmong(uris: readonly vscode.Uri[], near: vscode.Uri): Promise<ReadonlySet<vscode.Uri>> {
    const wanted = [
      near,
      ...documentsInTabs()
        .slice(0, mostOpen)
        .map(({ uri }) => uri),
    ].map((uri) => namesakesOf(pathOf(uri)));
    const found = new Set<vscode.Uri>();
    for (const uri of uris) {
      await this.turn.pause();
      const path = pathOf(uri);
      if (found.size < mostNamesakes && wanted.some((isNamesake) => isNamesake(path))) found.add(uri);
    }
    return found;
  }

  /** Reads a file that has come, or changed on disk. */
  private update(uri: vscode.Uri): void {
    const root = this.rootOf(uri);
    if (!root.read || !isPostName(uri)) return;
    if (root.pool.has(uri)) this.read(uri);
    else this.newcomers.note(uri);
  }

  private read(uri: vscode.Uri): void {
    const root = this.rootOf(uri);
    const updated = this.posts
      .describe(uri, () => this.turn.pause())
      .then((facts) => {
        if (!facts && !root.pool.delete(uri)) return;
        if (facts) {
          this.gone.delete(uri.toString());
          root.pool.set(uri, facts);
        }
        this.changed.fire(uri);
      });
    updated.catch((error: unknown) => this.failed(`Reading ${uri.toString()} failed.`, error));
  }

  private failed(what: string, error: unknown): void {
    this.log.error(what, error instanceof Error ? error : String(error));
  }

  /** Forgets a file, or the files of a folder, that is no more. The news may be old: what is there again stays. */
  private drop(uri: vscode.Uri): void {
    const { pool } = this.rootOf(uri);
    const open = documentsInTabs().map((document) => document.uri);
    const within = isPostName(uri)
      ? [uri]
      : [...pool.under(uri), ...open.filter((one) => one.toString().startsWith(`${uri.toString()}/`))];
    for (const one of within) {
      this.gone.add(one.toString());
      const dropped = this.isGone(one).then((isGone) => {
        if (!isGone) return this.update(one);
        pool.delete(one);
        this.changed.fire(one);
      });
      dropped.catch((error: unknown) => this.failed(`Forgetting ${one.toString()} failed.`, error));
    }
  }

  private async isGone(uri: vscode.Uri): Promise<boolean> {
    const key = uri.toString();
    if (!this.gone.has(key) || !(await fileExists(uri))) return this.gone.has(key);
    this.gone.delete(key);
    return false;
  }
}
