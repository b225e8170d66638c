// Which posts are checked against what.
import path from 'node:path';
import { checkPairAll, checkPostAll, pairContext, postContext, type Checked } from '../core/checks/run.js';
import { loadIdentify, type Identify } from '../core/language/identify.js';
import { sameLanguage } from '../core/language/locale.js';
import { severityIn } from '../core/project/settings.js';
import type { Site } from '../core/site/site.js';
import type { Recurring } from '../core/start/recurring.js';
import { readPast, type History, type PairPast } from '../core/stale/past.js';
import { progressOf } from '../core/view/progress.js';
import type { Progress } from '../core/view/panelState.js';
import { Failures } from './failures.js';
import { findMarkdown, isFolder } from './files.js';
import { readPost, readPosts, type Describe, type Post, type Posts } from './posts.js';
import { readPostText } from './postText.js';
import { ignoredAt, type FoundSettings, type SettingsFiles } from './settings.js';
import { treeOf } from './tree.js';

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

/** A post to check, by its name, and the tree that it belongs to. */
export interface Task {
  readonly path: string;
  readonly tree: number;
}

/** What is to be checked. */
export interface Work {
  readonly trees: readonly Posts[];
  /** In the order in which they are to be reported. */
  readonly tasks: readonly Task[];
  /** Files that could not be read, with why. */
  readonly unreadable: readonly string[];
}

/**
 * The issues' posts at and below `paths`. A file is paired within its whole tree, so that its source is found wherever
 * it is; a folder within itself.
 *
 * @param describe what reads the posts; this thread unless given
 */
export async function findWork(paths: readonly string[], options: JobOptions, describe?: Describe): Promise<Work> {
  const tasks: Task[] = [];
  const failures = new Failures();
  const [trees, names]: [Posts[], string[]] = [[], []];
  const seen = new Set<string>();
  for (const given of paths) {
    const folder = await failures.unless(() => isFolder(given));
    if (folder === undefined || (!folder && !(await failures.unless(() => readPostText(given))))) continue;
    const name = folder ? given : await treeOf(given);
    const wanted = (await findMarkdown([given])).files;
    if (!names.includes(name)) {
      names.push(name);
      trees.push(await postsIn(name, folder ? [] : wanted, options, describe));
    }
    const tree = names.indexOf(name);
    const posts = trees[tree]!;
    failures.add(...posts.unreadable); // one of them may be the source of a file that was named
    for (const path of wanted) {
      if (seen.has(path)) continue;
      seen.add(path);
      if (posts.roleOf(path)) tasks.push({ path, tree });
    }
  }
  return { trees, tasks, unreadable: failures.messages };
}

/** The tasks of each issue together, so that its source is read once; in each the source's own comes first. */
export function byIssue({ trees, tasks }: Pick<Work, 'trees' | 'tasks'>): Task[][] {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const source = trees[task.tree]!.roleOf(task.path)?.source;
    const key = `${task.tree} ${source ?? task.path}`;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (source === undefined) group.unshift(task);
    else group.push(task);
  }
  return [...groups.values()];
}

/** All posts of a tree, read and paired; `besides` are looked at whatever their names. @throws {UnreadableInput} if one of these cannot be read */
export async function postsIn(
  tree: string,
  besides: readonly string[],
  options: JobOptions,
  describe?: Describe,
): Promise<Posts> {
  for (const file of besides) readPostText(file); // says why it cannot be read before all others are
  const { settings } = await options.settings.of(tree);
  const sourceLocale = options.sourceLocale ?? settings.sourceLocale;
  const asked = new Map(besides.map((file) => [path.resolve(file), path.normalize(file)]));
  const { files, unreadable } = await findMarkdown([tree]);
  const found = files.filter((file) => !asked.has(path.resolve(file))); // one file has one name
  const posts = await readPosts([...found, ...asked.values()], sourceLocale, settings.rules.siteUrls, describe);
  return { ...posts, unreadable: [...unreadable, ...posts.unreadable] };
}

/** Reads what a task is about. @throws {UnreadableInput} if the post or its source can no longer be read */
export async function jobAt(
  { path: file, tree }: Task,
  trees: readonly Posts[],
  settings: SettingsFiles,
): Promise<Job | undefined> {
  const posts = trees[tree]!;
  const post = posts.read(file);
  return post && jobOf(post, posts, await settings.ofFile(file), await loadIdentify());
}

/**
 * The posts at and below `paths`, as translations of one source.
 *
 * @param failures learns of posts that cannot be read; they are left out
 * @throws {UnreadableInput} if the source or one of `paths` cannot be read
 */
export async function* jobsAgainst(
  paths: readonly string[],
  sourcePath: string,
  { settings }: JobOptions,
  failures: Failures,
): AsyncGenerator<Job> {
  const source = await readPost(sourcePath);
  const found = await findMarkdown(paths);
  failures.add(...found.unreadable);
  for (const file of found.files) {
    const post = await failures.unless(() => readPost(file));
    if (post && post.path !== source.path)
      yield {
        post: asTranslation(post, source),
        source,
        sourceMissing: false,
        site: undefined,
        settings: await settings.of(file),
        identify: await loadIdentify(),
      };
  }
}

/** How to check a post; undefined for one that is no newsletter issue. @throws {UnreadableInput} if its source can no longer be read */
export function jobOf(post: Post, posts: Posts, settings: FoundSettings, identify: Identify): Job | undefined {
  const role = posts.roleOf(post.path);
  if (!role) return undefined;
  const source = role.source === undefined ? undefined : posts.read(role.source);
  return { post, source, sourceMissing: role.sourceMissing, site: posts.site.around(post.path), settings, identify };
}

/** A post that is said to be a translation, and of which the most is still in the source's language: in that of its name or folder. */
function asTranslation(post: Post, source: Post): Post {
  const { locale, otherLocale } = post.facts;
  return otherLocale !== undefined && sameLanguage(locale, source.facts.locale)
    ? { ...post, facts: { ...post.facts, locale: otherLocale } }
    : post;
}

/** The job with what the history knows of its two posts, unless nobody wants to know. */
export async function withPast(job: Job, history: History): Promise<Job> {
  const { post, source, settings } = job;
  return source && severityIn(settings.settings, post.facts.locale)['stale-unit'] !== 'off'
    ? { ...job, past: await readPast(history, source.path, post.path, { sourceToday: source.text }) }
    : job;
}

/** Checks a job's post, or another state of its text. @param known see `PairContext.known` */
export function checkJob(
  { post: own, source, sourceMissing, site, settings: found, identify, past }: Job,
  post: Post = own,
  known?: Recurring,
): JobResult {
  const targetLocale = post.facts.locale;
  const { settings } = found;
  const options = { severity: severityIn(settings, targetLocale), ignored: ignoredAt(found, post.path) };
  const { rules } = settings;
  if (!source)
    return {
      ...checkPostAll(postContext(post.issue, { targetLocale, sourceMissing, site, rules, identify }), options),
      progress: undefined,
    };
  const context = pairContext(source.issue, post.issue, {
    source: source.facts.locale,
    target: targetLocale,
    site,
    rules,
    identify,
    past,
    known,
  });
  return { ...checkPairAll(context, options), progress: progressOf(context.alignment.units) };
}
