// The translation memories of the workspace: one for each locale somebody writes in, made when it is first needed.
import * as vscode from 'vscode';
import { sameWriting } from '../../core/language/locale.js';
import { segmentsOf } from '../../core/memory/segments.js';
import { TranslationMemory } from '../../core/memory/translationMemory.js';
import type { Pairing, PostFacts } from '../../core/pair/pairing.js';
import { byNearness } from '../../core/memory/segment.js';
import { folderOf, pathOf } from '../findPosts.js';
import type { Review } from '../panel/model.js';
import type { WorkspaceIndex } from '../workspaceIndex.js';
import { Turn, wait } from '../timing.js';
import { readPair } from './readPair.js';

/** Of a tree with more translations into a language, the newest are read. */
const mostPairs = 400;
/** Asking waits for so long for the memory to become whole, and is then answered by what is there. In milliseconds. */
const patience = 1500;
/** What is being written is taken in again after this many milliseconds, or after this many times as long as that took. */
const renewal = { least: 1000, times: 20 };

/** What is known for a translation at this moment. */
export interface Remembered {
  readonly memory: TranslationMemory;
  /** How pairing names the translation. */
  readonly path: string;
  /** Whether all earlier translations are in it. */
  readonly isWhole: boolean;
}

interface Pair {
  readonly source: PostFacts;
  readonly target: PostFacts;
}

interface Store {
  readonly memory: TranslationMemory;
  /** Files of the pairs that are in it, by the translation's path. */
  readonly files: Map<string, readonly string[]>;
  /** Of open translations, the review that was taken in, and when it may be taken in again, as `performance.now()` tells it. */
  readonly reviews: Map<string, { readonly context: Review['context']; readonly until: number }>;
  /** Translations of which a file has changed since they were taken in. */
  readonly changed: Set<string>;
  pairing: Pairing | undefined;
  reading: Promise<void> | undefined;
}

/** Nothing is read before somebody writes; from then on, only what changes. */
export class Memories implements vscode.Disposable {
  private readonly stores = new Map<string, Store>();
  private readonly turn = new Turn();
  private readonly listening: vscode.Disposable;
  private isOver = false;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.listening = index.onDidChange((uri) => this.forget(uri.toString()));
  }

  /** The memory of a translation's language, the translation itself as it stands included; undefined if its language is not known. */
  async of({ source, target, context }: Review): Promise<Remembered | undefined> {
    if (target.locale === undefined) return undefined;
    const key = `${target.locale} ${vscode.workspace.getWorkspaceFolder(target.uri) ? '' : folderOf(target.uri).toString()}`;
    const store = this.stores.get(key) ?? {
      memory: new TranslationMemory(),
      files: new Map<string, readonly string[]>(),
      reviews: new Map<string, { context: Review['context']; until: number }>(),
      changed: new Set<string>(),
      pairing: undefined,
      reading: undefined,
    };
    this.stores.set(key, store);
    const path = pathOf(target.uri);
    const pairing = await this.index.pairingAround(target.uri);
    const pairs = pairsOf(pairing, target.locale);
    const own = pairs.find((pair) => pair.target.path === path);
    const taken = store.reviews.get(path);
    const began = performance.now();
    if (own && taken?.context !== context && began >= (taken?.until ?? 0)) {
      store.files.set(path, [source.uri.toString(), target.uri.toString()]);
      store.memory.set(path, segmentsOf(context, fileOf(own, target.locale)));
      const now = performance.now();
      store.changed.delete(path);
      store.reviews.set(path, { context, until: now + Math.max(renewal.least, renewal.times * (now - began)) });
    }
    for (const other of store.changed) if (other !== path) drop(store, other);
    const isWhole = pairs.every(({ target: post }) => store.files.has(post.path));
    if (!isWhole || store.pairing !== pairing) {
      store.pairing = pairing;
      store.reading ??= this.read(store, pairs, target.locale, target.uri).finally(() => (store.reading = undefined));
      await Promise.race([store.reading, wait(patience)]);
    }
    return { memory: store.memory, path, isWhole: !store.reading };
  }

  /** Takes in what is not there yet, newest first, and forgets what is no pair any more. */
  private async read(store: Store, pairs: readonly Pair[], locale: string, near: vscode.Uri): Promise<void> {
    const began = performance.now();
    const paths = new Set(pairs.map(({ target }) => target.path));
    for (const path of [...store.files.keys()].filter((one) => !paths.has(one))) drop(store, path);
    let read = 0;
    for (const pair of pairs) {
      if (this.isOver) return;
      if (store.files.has(pair.target.path)) continue;
      const [source, target] = [pair.source, pair.target].map(({ path }) => this.index.uriOf(path, near));
      if (!source || !target) continue;
      store.files.set(pair.target.path, [source.toString(), target.toString()]);
      try {
        const context = await readPair(
          { uri: source, locale: pair.source.locale },
          { uri: target, locale: pair.target.locale },
          () => this.turn.pause(),
        );
        if (!context) continue;
        await this.turn.pause();
        store.memory.set(pair.target.path, segmentsOf(context, fileOf(pair, locale)));
        read++;
      } catch (error) {
        this.log.error(
          `Reading ${target.toString()} for the translation memory failed.`,
          error instanceof Error ? error : String(error),
        );
      }
    }
    if (read > 0)
      this.log.info(
        `The translation memory read ${read} of ${pairs.length} pairs in ${Math.round(performance.now() - began)} ms: ${store.memory.size} segments.`,
      );
  }

  /** A pair whose text changed is read again when it is needed next; the one that is being written, as one writes. */
  private forget(uri: string): void {
    for (const { files, changed } of this.stores.values())
      for (const [path, own] of files) if (own.includes(uri)) changed.add(path);
  }

  dispose(): void {
    this.isOver = true;
    this.listening.dispose();
    this.stores.clear();
  }
}

function drop({ files, reviews, memory, changed }: Store, path: string): void {
  files.delete(path);
  reviews.delete(path);
  memory.delete(path);
  changed.delete(path);
}

/** The pairs of a locale, newest first, then those of its language's other regions. */
function pairsOf({ issues }: Pairing, locale: string): Pair[] {
  const pairs = issues.flatMap(({ source, translations }) =>
    translations
      .filter(({ post }) => post.locale !== undefined && sameWriting(post.locale, locale))
      .map(({ post }): Pair => ({ source, target: post })),
  );
  const at = (pair: Pair): Parameters<typeof byNearness>[0] => ({ ...fileOf(pair, locale), line: 0 });
  return pairs.sort((a, b) => byNearness(at(a), at(b))).slice(0, mostPairs);
}

function fileOf({ source, target }: Pair, locale: string): Parameters<typeof segmentsOf>[1] {
  return {
    path: target.path,
    number: source.number ?? target.number,
    date: source.date,
    region: target.locale === locale ? undefined : target.locale,
  };
}
