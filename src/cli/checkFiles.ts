// Which posts are checked against what, and what comes out.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fixSafely } from '../core/checks/fixAll.js';
import { checkPairAll, checkPostAll, pairContext, postContext, type Checked } from '../core/checks/run.js';
import { issueOf } from '../core/pair/pair.js';
import { parseIssue } from '../core/parse/issue.js';
import { severityIn } from '../core/project/settings.js';
import type { CheckedFile } from '../core/report/checkReport.js';
import type { Site } from '../core/site/site.js';
import { findMarkdown, isFolder, treeOf } from './files.js';
import { readPost, readPosts, type Post, type Posts } from './posts.js';
import { ignoredAt, type FoundSettings, type SettingsFiles } from './settings.js';

/** What to check. */
export interface CheckOptions {
  readonly source: string | undefined;
  /** Over what the settings say. */
  readonly sourceLocale: string | undefined;
  readonly settings: SettingsFiles;
  /** Whether safe fixes are made and written. */
  readonly fix: boolean;
}

/** What was checked and done. */
export interface CheckResult {
  readonly files: readonly CheckedFile[];
  readonly fixed: number;
  readonly unreadable: readonly string[];
}

/** One post and what it translates. */
interface Job {
  readonly post: Post;
  readonly source: Post | undefined;
  readonly sourceMissing: boolean;
  /** Undefined where only the two texts are looked at. */
  readonly site: Site | undefined;
  readonly settings: FoundSettings;
}

/** Checks the posts at and below `paths`. @throws {UnreadableInput} */
export async function checkFiles(paths: readonly string[], options: CheckOptions): Promise<CheckResult> {
  const { jobs, unreadable } = options.source === undefined ? await jobsByPairing(paths, options) : await jobsAgainst(paths, options.source, options);
  let fixed = 0;
  const files: CheckedFile[] = [];
  for (const job of jobs) {
    const result = options.fix ? await fixFile(job) : { text: job.post.text, ...checked(job, job.post), fixed: 0 };
    fixed += result.fixed;
    files.push({
      path: job.post.path, text: result.text, problems: result.problems, ignored: result.ignored.length,
      source: job.source && { path: job.source.path, text: job.source.text },
    });
  }
  return { files, fixed, unreadable };
}

async function jobsAgainst(paths: readonly string[], sourcePath: string, { settings }: CheckOptions): Promise<{ jobs: Job[]; unreadable: string[] }> {
  const source = await readPost(sourcePath);
  const jobs: Job[] = [];
  for (const file of await findMarkdown(paths)) {
    const post = await readPost(file);
    if (post.path !== source.path) jobs.push({ post, source, sourceMissing: false, site: undefined, settings: await settings.of(file) });
  }
  return { jobs, unreadable: [] };
}

/** A file is paired within its whole tree, so that its source is found wherever it is; a folder within itself. */
async function jobsByPairing(paths: readonly string[], options: CheckOptions): Promise<{ jobs: Job[]; unreadable: string[] }> {
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
      const job = post && jobOf(post, posts, await options.settings.of(file));
      if (job) jobs.push(job);
    }
  }
  return { jobs, unreadable };
}

async function postsIn(tree: string, besides: readonly string[], options: CheckOptions): Promise<Posts> {
  const { settings } = await options.settings.of(tree);
  const sourceLocale = options.sourceLocale ?? settings.sourceLocale;
  const found = await findMarkdown([tree]);
  return readPosts([...new Set([...found, ...besides.map((file) => path.normalize(file))])], sourceLocale, settings.rules.siteUrls);
}

/** How to check a post; undefined for one that is no newsletter issue. */
function jobOf(post: Post, { pairing, byPath, site: index }: Posts, settings: FoundSettings): Job | undefined {
  const member = issueOf(pairing, post.path);
  const site = index.around(post.path);
  if (member) return { post, source: member.translation && byPath.get(member.issue.source.path), sourceMissing: false, site, settings };
  return pairing.unpaired.some((unpaired) => unpaired.post.path === post.path) ? { post, source: undefined, sourceMissing: true, site, settings } : undefined;
}

function checked({ source, sourceMissing, site, settings: found }: Job, post: Post): Checked {
  const targetLocale = post.facts.locale;
  const { settings } = found;
  const options = { severity: severityIn(settings, targetLocale), ignored: ignoredAt(found, post.path) };
  const { rules } = settings;
  if (!source) return checkPostAll(postContext(post.issue, { targetLocale, sourceMissing, site, rules }), options);
  return checkPairAll(pairContext(source.issue, post.issue, { source: source.facts.locale, target: targetLocale, site, rules }), options);
}

async function fixFile(job: Job): Promise<Checked & { text: string; fixed: number }> {
  const check = (text: string): Checked => checked(job, { ...job.post, text, issue: parseIssue(text) });
  const { text, fixed } = fixSafely(job.post.text, (now) => check(now).problems);
  if (text !== job.post.text) await writeFile(job.post.path, text);
  return { text, ...check(text), fixed: fixed.length };
}
