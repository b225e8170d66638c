// Reviews: a post with its problems, and beside its source where it has one; for the Problems view and the panel.
import * as vscode from 'vscode';
import type { PairContext } from '../core/checks/check.js';
import { checkPairAll, checkPostAll, pairContext, postContext, type Checked } from '../core/checks/run.js';
import type { Identify } from '../core/language/identify.js';
import type { Issue } from '../core/model.js';
import { parseIssue } from '../core/parse/issue.js';
import type { Problem } from '../core/problem.js';
import type { FacingIssue, FacingModel, FacingText, Review, ReviewedText } from './panel/model.js';
import type { Recurring } from '../core/start/recurring.js';
import type { Site } from '../core/site/site.js';
import type { Place } from './pool.js';
import type { Post, Posts } from './posts.js';
import type { AllSettings, Settings } from './projectSettings.js';
import type { WorkspaceIndex } from './workspaceIndex.js';

/** A post and what the checks say of it. Spans of problems count in `post.text`, their `source` in `source.text`. */
export interface CheckedPost {
  readonly place: Place;
  readonly post: Post;
  readonly problems: readonly Problem[];
  /** What somebody has marked as intended. */
  readonly ignored: readonly Problem[];
  /** Only of a translation whose source was found. */
  readonly source: Post | undefined;
  readonly review: Review | undefined;
}

/** Checks another state of the same post's text against the same source. */
export type Checker = (text: string) => readonly Problem[];

/** Reviews that are kept for the next question: of the open translations, and of their siblings that the panel lists. */
const mostKept = 32;

/** Stands for the settings of VS Code, which are in no file that we know. */
const ofVsCode = vscode.Uri.from({ scheme: 'facing-pages', path: '/settings' });

export class Reviews implements FacingModel, vscode.Disposable {
  private readonly kept = new Map<string, { readonly settings: Settings; readonly checked: CheckedPost }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly listening: vscode.Disposable;
  /** Fired when a post has changed, or the settings. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly index: WorkspaceIndex,
    private readonly posts: Posts,
    private readonly settings: AllSettings,
  ) {
    this.listening = vscode.Disposable.from(
      this.changed,
      index.onDidChange((uri) => this.changed.fire(uri)),
      settings.onDidChange((file) => this.changed.fire(file ?? ofVsCode)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.kept.delete(uri.toString())),
    );
  }

  dispose(): void {
    this.listening.dispose();
  }

  async issueOf(uri: vscode.Uri): Promise<FacingIssue | undefined> {
    const issue = (await this.index.placeOf(uri))?.issue;
    const source = issue && this.facingText(issue.source, uri);
    if (!source) return undefined;
    const translations = issue.translations.flatMap(({ post }) => this.facingText(post, uri) ?? []);
    translations.sort((a, b) => (a.locale ?? '').localeCompare(b.locale ?? '') || a.uri.path.localeCompare(b.uri.path));
    return { number: issue.source.number, title: issue.source.title, source, translations };
  }

  async reviewOf(translation: vscode.Uri): Promise<Review | undefined> {
    return (await this.checked(translation))?.review;
  }

  /** The issue's text at `uri`, checked as it stands now, unsaved edits included; undefined for all other files. */
  async checked(uri: vscode.Uri): Promise<CheckedPost | undefined> {
    const found = await this.read(uri);
    if (!found) return undefined;
    const { place, post, source, settings } = found;
    const known = this.kept.get(uri.toString());
    if (known && known.settings === settings && known.checked.post === post && known.checked.source === source && samePlace(known.checked.place, place)) return known.checked;
    const checked = check(found);
    this.kept.delete(uri.toString());
    this.kept.set(uri.toString(), { settings, checked });
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return checked;
  }

  /** For trying fixes on the text at `uri` before anything is changed. @param known see `PairContext.known` */
  async checkerOf(uri: vscode.Uri, known?: Recurring): Promise<Checker | undefined> {
    const found = await this.read(uri);
    if (!found) return undefined;
    return (text) => checkedAs(found, parseIssue(text), known).problems;
  }

  private async read(uri: vscode.Uri): Promise<Found | undefined> {
    const place = await this.index.placeOf(uri);
    if (!place) return undefined;
    const sourceUri = place.translation && place.issue && this.index.uriOf(place.issue.source.path, uri);
    const source = sourceUri && (await this.posts.at(sourceUri));
    const post = await this.posts.at(uri);
    const settings = await this.settings.of(uri);
    const identify = source && (await this.posts.detector());
    // The site changes with every post that is saved: what others say of this one is asked anew when it changes itself.
    return post && { place, post, source, settings, identify, site: this.index.siteAround(uri, settings).around(place.facts.path) };
  }

  private facingText(facts: { readonly path: string; readonly locale: string | undefined }, near: vscode.Uri): FacingText | undefined {
    const uri = this.index.uriOf(facts.path, near);
    return uri && { uri, locale: facts.locale };
  }
}

interface Found {
  readonly place: Place;
  readonly post: Post;
  readonly source: Post | undefined;
  readonly site: Site | undefined;
  readonly settings: Settings;
  /** Only where there are two languages to tell apart. */
  readonly identify: Identify | undefined;
}

function samePlace(a: Place, b: Place): boolean {
  const sameIssue = a.issue?.source.locale === b.issue?.source.locale && a.issue?.translations.length === b.issue?.translations.length;
  return a.facts.locale === b.facts.locale && sameIssue && a.sourceMissing === b.sourceMissing;
}

function check(found: Found): CheckedPost {
  const { place, post, source } = found;
  const { problems, ignored, context } = checkedAs(found, post.issue);
  if (!context || !source) return { place, post, problems, ignored, source: undefined, review: undefined };
  const review: Review = {
    source: reviewed(source, place.issue?.source.locale),
    target: reviewed(post, place.facts.locale),
    context,
    problems,
    ignored,
  };
  return { place, post, problems, ignored, source, review };
}

/** What the checks say of `target` in the place of the post that was found. */
function checkedAs({ place, post, source, site, settings, identify }: Found, target: Issue, known?: Recurring): Checked & { context: PairContext | undefined } {
  const { locale } = place.facts;
  const { rules } = settings;
  const options = { severity: settings.severityIn(locale), ignored: settings.ignoredAt(post.uri) };
  if (source) {
    const context = pairContext(source.issue, target, { source: place.issue?.source.locale, target: locale, site, rules, identify, known });
    return { ...checkPairAll(context, options), context };
  }
  const context = postContext(target, { targetLocale: locale, sourceMissing: place.sourceMissing, site, rules });
  return { ...checkPostAll(context, options), context: undefined };
}

function reviewed({ uri, version, issue }: Post, locale: string | undefined): ReviewedText {
  return { uri, version, issue, locale };
}
