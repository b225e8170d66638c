// What is known of how pairs came about: read once for each commit, beside whatever else goes on.
import * as vscode from 'vscode';
import type { PairPast } from '../core/stale/past.js';
import { startedGit, type GitApi, type GitRepository } from './git.js';
import { historyIn } from './gitHistory.js';
import { Later } from './later.js';
import { Turn, wait } from './timing.js';

interface Entry {
  readonly target: vscode.Uri;
  readonly source: vscode.Uri;
  /** The commit that was read; undefined where there is no repository. */
  head: string | undefined;
  past: PairPast | undefined;
  isWanted: boolean;
  /** How often reading has failed in a row. */
  failures: number;
}

/** What reads a past: only where there is a repository. */
const reader = new Later(() => import('../core/stale/past.js'));

/** Pairs that are kept: those of the open translations, and of their siblings. */
const mostKept = 64;
/** After a failure it is read anew so much later, in milliseconds; after as many failures, with the next commit. */
const retriesAfter = [2_000, 15_000, 120_000];

export class Pasts implements vscode.Disposable {
  private readonly entries = new Map<string, Entry>();
  private readonly known = new Map<string, vscode.Disposable>();
  private readonly loaded = new vscode.EventEmitter<vscode.Uri>();
  private readonly turn = new Turn();
  private api: Promise<GitApi | undefined> | undefined;
  private readonly listening: vscode.Disposable[] = [this.loaded];
  private reading: Promise<void> = Promise.resolve();
  private isOver = false;
  /** Fired with a translation of which more is known now, or can be. */
  readonly onDidLoad = this.loaded.event;

  constructor(
    private readonly log: vscode.LogOutputChannel,
    private readonly git: () => Promise<GitApi | undefined> = startedGit,
    private readonly retries: readonly number[] = retriesAfter,
  ) {
    this.listening.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.api = undefined;
        this.lookAgain();
      }),
    );
  }

  dispose(): void {
    this.isOver = true;
    for (const disposable of [...this.listening, ...this.known.values()]) disposable.dispose();
  }

  /** What is known by now; never waits. Where more can be known it is read, and `onDidLoad` tells. */
  of(source: vscode.Uri, target: vscode.Uri): PairPast | undefined {
    const key = `${source.toString()} ${target.toString()}`;
    const entry = this.entries.get(key) ?? {
      source,
      target,
      head: undefined,
      past: undefined,
      isWanted: true,
      failures: 0,
    };
    this.entries.delete(key);
    this.entries.set(key, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > mostKept && oldest !== undefined) this.entries.delete(oldest);
    if (entry.isWanted) this.read(entry);
    return entry.past;
  }

  /** One pair after the other: reading starts programs. */
  private read(entry: Entry): void {
    entry.isWanted = false;
    this.reading = this.reading
      .then(() => this.readNow(entry))
      .catch((error: unknown) => {
        this.log.warn(
          `Reading the history of ${entry.target.toString()} failed.`,
          error instanceof Error ? error : String(error),
        );
        void this.retry(entry);
      });
  }

  /** Programs fail to start on a busy machine, and start a moment later. */
  private async retry(entry: Entry): Promise<void> {
    const delay = this.retries[entry.failures++];
    if (delay === undefined) return;
    await wait(delay);
    if (this.isOver) return;
    entry.isWanted = true;
    this.loaded.fire(entry.target);
  }

  private async readNow(entry: Entry): Promise<void> {
    const api = await (this.api ??= this.start());
    const repository = api?.getRepository(entry.target);
    if (!repository) return;
    this.follow(repository);
    const head = repository.state.HEAD?.commit;
    if (head === undefined || head === entry.head) return;
    const { readPast } = await reader.get();
    const began = performance.now();
    entry.past = await readPast(
      historyIn(repository, (text) => vscode.Uri.parse(text)),
      entry.source.toString(),
      entry.target.toString(),
      { pause: () => this.turn.pause() },
    );
    entry.head = head;
    entry.failures = 0;
    this.log.debug(`Read the history of ${entry.target.toString()} in ${Math.round(performance.now() - began)} ms.`);
    if (entry.past) this.loaded.fire(entry.target);
  }

  private async start(): Promise<GitApi | undefined> {
    const api = await this.git();
    if (!api) return undefined;
    this.listening.push(
      api.onDidOpenRepository(() => this.lookAgain()),
      api.onDidCloseRepository(({ rootUri }) => {
        const key = rootUri.toString();
        this.known.get(key)?.dispose();
        this.known.delete(key); // what is opened there again is another one
      }),
    );
    return api;
  }

  /** A commit, a checkout, a pull: what lies behind the files is another history then. */
  private follow(repository: GitRepository): void {
    const key = repository.rootUri.toString();
    if (this.known.has(key)) return;
    let head = repository.state.HEAD?.commit;
    this.known.set(
      key,
      repository.state.onDidChange(() => {
        if (repository.state.HEAD?.commit === head) return;
        head = repository.state.HEAD?.commit;
        this.lookAgain();
      }),
    );
  }

  /** What was asked for before may be known otherwise now: whoever still shows it asks again, and only that is read. */
  private lookAgain(): void {
    for (const entry of this.entries.values()) {
      entry.isWanted = true;
      entry.failures = 0;
      this.loaded.fire(entry.target);
    }
  }
}
