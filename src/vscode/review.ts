// Reviews: a post with its problems, and beside its source where it has one; for the Problems view and the panel.
import * as vscode from 'vscode';
import type { CheckMemory } from '../core/checks/run.js';
import type { FacingIssue, FacingModel, FacingText, Review } from './panel/model.js';
import type { PairedIssue } from '../core/pair/pairing.js';
import type { Recurring } from '../core/start/recurring.js';
import type { Pasts } from './pasts.js';
import type { Place } from './pool.js';
import type { Post, Posts } from './posts.js';
import type { AllSettings, Settings } from './projectSettings.js';
import type { CheckedPost, Checker, Found } from './checking.js';
import { engine } from './engine.js';
import { newestFirst } from './issuesTree/rows.js';
import { openDocument } from './documents.js';
import type { WorkspaceIndex } from './workspaceIndex.js';

/** Reviews that are kept for the next question: of the open translations, and of their siblings that the panel lists. */
const mostKept = 32;
/** Nobody waits longer than this for problems after an edit, in milliseconds. */
const longestPatience = 2500;

/** Stands for the settings of VS Code, which are in no file that we know. */
const ofVsCode = vscode.Uri.from({ scheme: 'facing-pages', path: '/settings' });

export class Reviews implements FacingModel, vscode.Disposable {
  private readonly kept = new Map<string, Kept>();
  /** What is being checked now, so that nobody checks it a second time. */
  private readonly running = new Map<
    string,
    { readonly found: Found; readonly checked: Promise<CheckedPost | undefined> }
  >();
  /** Several ask at the same key: the panel, suggestions, ghost text. */
  private lastSketch: { readonly of: CheckedPost; readonly sketch: CheckedPost } | undefined;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly newlyChecked = new vscode.EventEmitter<CheckedPost>();
  private readonly listening: vscode.Disposable;
  /** Fired when a post has changed, or the settings. */
  readonly onDidChange = this.changed.event;
  /** Fired when a post was checked that has changed, or was not known, with what was found. */
  readonly onDidCheck = this.newlyChecked.event;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly posts: Posts,
    private readonly settings: AllSettings,
    private readonly pasts: Pasts,
  ) {
    this.listening = vscode.Disposable.from(
      this.changed,
      this.newlyChecked,
      index.onDidChange((uri) => this.changed.fire(uri)),
      pasts.onDidLoad((uri) => this.changed.fire(uri)),
      settings.onDidChange((file) => {
        this.kept.clear(); // a glance must not show what other settings made
        this.changed.fire(file ?? ofVsCode);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.kept.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.listening.dispose();
  }

  async issueOf(uri: vscode.Uri): Promise<FacingIssue | undefined> {
    const issue = (await this.index.placeOf(uri))?.issue;
    return issue && this.facingIssue(issue, uri);
  }

  async issuesAround(uri: vscode.Uri): Promise<readonly FacingIssue[]> {
    const { issues } = await this.index.pairingAround(uri);
    return [...issues].sort(newestFirst).flatMap((issue) => this.facingIssue(issue, uri) ?? []);
  }

  async reviewOf(translation: vscode.Uri): Promise<Review | undefined> {
    return (await this.checked(translation))?.review;
  }

  /** The issue's text at `uri`, checked as it stands now, unsaved edits included; undefined for all other files. */
  async checked(uri: vscode.Uri): Promise<CheckedPost | undefined> {
    const found = await this.read(uri);
    if (!found) return undefined;
    const { check, CheckMemory } = await engine.get();
    const key = uri.toString();
    const known = this.kept.get(key);
    if (known && known.settings === found.settings && sameTexts(known.checked, found)) return known.checked;
    const running = this.running.get(key);
    if (running && running.found.settings === found.settings && sameTexts(running.found, found)) return running.checked;
    const began = performance.now();
    this.posts.work.checked++;
    const memory = known?.memory ?? new CheckMemory();
    const mine = { found, checked: check(found, memory).catch((error: unknown) => this.checkedInstead(uri, error)) };
    this.running.set(key, mine);
    try {
      const checked = await mine.checked;
      if (checked && this.running.get(key) === mine)
        this.keep(key, { settings: found.settings, checked, memory, took: performance.now() - began });
      return checked;
    } finally {
      if (this.running.get(key) === mine) this.running.delete(key);
    }
  }

  /** What is edited while it is checked is checked as it stands by then. @throws what went wrong otherwise */
  private async checkedInstead(uri: vscode.Uri, error: unknown): Promise<CheckedPost | undefined> {
    const { Outdated } = await engine.get();
    if (!(error instanceof Outdated)) throw error;
    return this.checked(uri);
  }

  async sketchOf(translation: vscode.Uri): Promise<Review | undefined> {
    return (await this.sketched(translation))?.review;
  }

  /**
   * The issue's text at `uri` as it stands now, with what can be told of it at once: problems may be those of a moment
   * ago, without their fixes' edits. Checks only what was never checked; may be asked at every key.
   */
  async glance(uri: vscode.Uri): Promise<CheckedPost | undefined> {
    return (await this.sketched(uri)) ?? this.checked(uri);
  }

  /**
   * How long to wait after an edit of `uri` before it is checked again, in milliseconds: at least `least`; longer for a
   * text that takes long to check, so that the next key does not have to wait.
   */
  patience(uri: vscode.Uri | undefined, least: number): number {
    return Math.max(least, Math.min(longestPatience, this.kept.get(uri?.toString() ?? '')?.took ?? 0));
  }

  private async sketched(translation: vscode.Uri): Promise<CheckedPost | undefined> {
    const checked = this.kept.get(translation.toString())?.checked;
    if (!checked?.source || !checked.review) return undefined;
    const pair = { source: checked.source, review: checked.review };
    // Only what is open can have been edited just now; asking the disk would take longer than all the rest.
    const [post, source] = await Promise.all([this.edited(checked.post), this.edited(checked.source)]);
    if (!post || !source) return undefined;
    if (post === checked.post && source === checked.source) return checked;
    const last = this.lastSketch;
    if (last?.of === checked && last.sketch.post === post && last.sketch.source === source) return last.sketch;
    const sketch = (await engine.get()).sketched(checked, pair, post, source);
    this.lastSketch = { of: checked, sketch };
    return sketch;
  }

  /** What has become of a post by edits of its document; itself if it is not open. */
  private async edited(post: Post): Promise<Post | undefined> {
    const document = openDocument(post.uri);
    return document ? this.posts.ofDocument(document) : post;
  }

  private keep(key: string, known: Kept): void {
    this.kept.delete(key);
    this.kept.set(key, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    this.newlyChecked.fire(known.checked);
  }

  /** For trying fixes on the text at `uri` before anything is changed. @param known see `PairContext.known` */
  async checkerOf(uri: vscode.Uri, known?: Recurring): Promise<Checker | undefined> {
    const found = await this.read(uri);
    if (!found) return undefined;
    return (await engine.get()).checkerOf(found, this.kept.get(uri.toString())?.memory, known);
  }

  private async read(uri: vscode.Uri): Promise<Found | undefined> {
    const place = await this.index.placeOf(uri);
    if (!place) return undefined;
    const sourceUri = place.translation && place.issue && this.index.uriOf(place.issue.source.path, uri);
    const source = sourceUri && (await this.posts.at(sourceUri));
    const post = await this.posts.at(uri);
    const settings = await this.settings.of(uri);
    const identify = source && (await this.posts.detector());
    const past =
      source && settings.severityIn(place.facts.locale)['stale-unit'] !== 'off'
        ? this.pasts.of(source.uri, uri)
        : undefined;
    // The site changes with every post that is saved: what others say of this one is asked anew when it changes itself.
    return (
      post && {
        place,
        post,
        source,
        past,
        settings,
        identify,
        site: this.index.siteAround(uri, settings).around(place.facts.path),
      }
    );
  }

  private facingIssue({ source: post, translations: own }: PairedIssue, near: vscode.Uri): FacingIssue | undefined {
    const source = this.facingText(post, near);
    if (!source) return undefined;
    const translations = own.flatMap((one) => this.facingText(one.post, near) ?? []);
    translations.sort((a, b) => (a.locale ?? '').localeCompare(b.locale ?? '') || a.uri.path.localeCompare(b.uri.path));
    return { number: post.number, title: post.title, source, translations };
  }

  private facingText(
    facts: { readonly path: string; readonly locale: string | undefined },
    near: vscode.Uri,
  ): FacingText | undefined {
    const uri = this.index.uriOf(facts.path, near);
    return uri && { uri, locale: facts.locale };
  }
}

interface Kept {
  readonly settings: Settings;
  readonly checked: CheckedPost;
  readonly memory: CheckMemory;
  /** In milliseconds, others' turns included. */
  readonly took: number;
}

function samePlace(a: Place, b: Place): boolean {
  const sameIssue =
    a.issue?.source.locale === b.issue?.source.locale && a.issue?.translations.length === b.issue?.translations.length;
  return a.facts.locale === b.facts.locale && sameIssue && a.sourceMissing === b.sourceMissing;
}

function sameTexts(a: Pick<Found, 'place' | 'post' | 'source' | 'past'>, b: Found): boolean {
  return a.post === b.post && a.source === b.source && a.past === b.past && samePlace(a.place, b.place);
}
