// Which posts are checked against what.
import path from 'node:path';
import { checkPairAll, checkPostAll, pairContext, postContext, type Checked } from '../core/checks/run.js';
import { loadIdentify, type Identify } from '../core/language/identify.js';
import { issueOf } from '../core/pair/pair.js';
import { severityIn } from '../core/project/settings.js';
import type { Site } from '../core/site/site.js';
import type { Recurring } from '../core/start/recurring.js';
import { readPast, type History, type PairPast } from '../core/stale/past.js';
import { progressOf } from '../core/view/progress.js';
import type { Progress } from '../core/view/panelState.js';
import { findMarkdown, isFolder, treeOf } from './files.js';
import { readPost, readPosts, type Post, type Posts } from './posts.js';
import { ignoredAt, type FoundSettings, type SettingsFiles } from './settings.js';

/** Where the rules come from. */
export interface JobOptions {
  /** Over what the settings say. */
  readonly sourceLocale: string | undefined;
  readonly settings: SettingsFiles;
}

/** One post and what it translates. */
export interface Job {
  readonly post: Post;
  readonly source: Post | undefined;
  readonly sourceMissing: boolean;
  /** Undefined where only the two texts are looked at. */
  readonly site: Site | undefined;
  readonly settings: FoundSettings;
  readonly identify: Identify;
  /** Undefined where the history was not asked, or does not know the post. */
  readonly past?: PairPast | undefined;
}

/** What a job came to. */
export interface JobResult extends Checked {
  /** Undefined without a source. */
  readonly progress: Progress | undefined;
}

/** The posts at and below `paths`, as translations of one source. */
export async function jobsAgainst(paths: readonly string[], sourcePath: string, { settings }: JobOptions): Promise<{ jobs: Job[]; unreadable: string[] }> {
  const source = await readPost(sourcePath);
  const identify = await loadIdentify();
  const jobs: Job[] = [];
  for (const file of await findMarkdown(paths)) {
    const post = await readPost(file);
    if (post.path !== source.path) jobs.push({ post, source, sourceMissing: false, site: undefined, settings: await settings.of(file), identify });
  }
  return { jobs, unreadable: [] };
}

/** The issues' posts at and below `paths`. A file is paired within its whole tree, so that its source is found wherever it is; a folder within itself. */
export async function jobsByPairing(paths: readonly string[], options: JobOptions): Promise<{ jobs: Job[]; unreadable: string[] }> {
  const jobs: Job[] = [];
  const unreadable: string[] = [];
  const trees = new Map<string, Promise<Posts>>();
  const seen = new Set<string>();
  for (const given of paths) {
    const folder = await isFolder(given);
    const tree = folder ? given : await treeOf(given);
    const wanted = await findMarkdown([given]);
    if (!trees.has(tree)) trees.set(tree, postsIn(tree, folder ? [] : wanted, options));
    const posts = await trees.get(tree)!;
    if (folder) unreadable.push(...posts.unreadable);
    for (const file of wanted) {
      if (seen.has(file)) continue;
      seen.add(file);
      const post = posts.byPath.get(file) ?? (folder ? undefined : await readPost(file));
      const job = post && jobOf(post, posts, await options.settings.of(file), await loadIdentify());
      if (job) jobs.push(job);
    }
  }
  return { jobs, unreadable };
}

/** All posts of a tree, read and paired; `besides` are looked at whatever their names. */
export async function postsIn(tree: string, besides: readonly string[], options: JobOptions): Promise<Posts> {
  const { settings } = await options.settings.of(tree);
  const sourceLocale = options.sourceLocale ?? settings.sourceLocale;
  const asked = new Map(besides.map((file) => [path.resolve(file), path.normalize(file)]));
  const found = (await findMarkdown([tree])).filter((file) => !asked.has(path.resolve(file))); // one file has one name
  return readPosts([...found, ...asked.values()], sourceLocale, settings.rules.siteUrls);
}

/** How to check a post; undefined for one that is no newsletter issue. */
export function jobOf(post: Post, { pairing, byPath, site: index }: Posts, settings: FoundSettings, identify: Identify): Job | undefined {
  const member = issueOf(pairing, post.path);
  const site = index.around(post.path);
  if (member) return { post, source: member.translation && byPath.get(member.issue.source.path), sourceMissing: false, site, settings, identify };
  return pairing.unpaired.some((unpaired) => unpaired.post.path === post.path) ? { post, source: undefined, sourceMissing: true, site, settings, identify } : undefined;
}

/** The job with what the history knows of its two posts, unless nobody wants to know. */
export async function withPast(job: Job, history: History): Promise<Job> {
  const { post, source, settings } = job;
  return source && severityIn(settings.settings, post.facts.locale)['stale-unit'] !== 'off' ? { ...job, past: await readPast(history, source.path, post.path, { sourceToday: source.text }) } : job;
}

/** Checks a job's post, or another state of its text. @param known see `PairContext.known` */
export function checkJob({ post: own, source, sourceMissing, site, settings: found, identify, past }: Job, post: Post = own, known?: Recurring): JobResult {
  const targetLocale = post.facts.locale;
  const { settings } = found;
  const options = { severity: severityIn(settings, targetLocale), ignored: ignoredAt(found, post.path) };
  const { rules } = settings;
  if (!source) return { ...checkPostAll(postContext(post.issue, { targetLocale, sourceMissing, site, rules, identify }), options), progress: undefined };
  const context = pairContext(source.issue, post.issue, { source: source.facts.locale, target: targetLocale, site, rules, identify, past, known });
  return { ...checkPairAll(context, options), progress: progressOf(context.alignment.units) };
}
