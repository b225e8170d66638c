// Updating a translation: what its source has gained since, brought in.
import path from 'node:path';
import { loadIdentify } from '../core/language/identify.js';
import { parseIssue } from '../core/parse/issue.js';
import { learnRecurring } from '../core/start/recurring.js';
import { updateTranslation, type Updated } from '../core/start/update.js';
import { UnreadableInput } from './arguments.js';
import { alignedEarlier } from './earlierPairs.js';
import { GitHistory } from './git/history.js';
import { checkJob, jobOf, postsIn, withPast, type JobOptions } from './jobs.js';
import { treeOf } from './tree.js';
import { replaceText, writableFolders } from './write.js';

/**
 * Inserts into the translation at `file` what of its source it lacks; writes it unless this is only a trial.
 *
 * @throws {UnreadableInput} if the file is no translation whose source is there
 */
export async function updateOf(
  file: string,
  isTrial: boolean,
  options: JobOptions,
): Promise<Updated & { readonly unreadable: readonly string[] }> {
  const own = path.normalize(file).replaceAll(path.sep, '/');
  const tree = await treeOf(own);
  const posts = await postsIn(tree, [own], options);
  const post = posts.post(own);
  const job = post && jobOf(post, posts, await options.settings.of(own), await loadIdentify());
  if (!post || !job?.source || post.facts.locale === undefined)
    throw new UnreadableInput(`${file} is no translation whose source is here.`);
  const {
    source,
    settings: {
      settings: { rules },
    },
  } = job;
  const known = learnRecurring(
    alignedEarlier({ pairing: posts.pairing, source: source.facts, locale: post.facts.locale }, posts),
  );
  const history = new GitHistory([tree]);
  const asked = rules.sourceMarks ? await withPast(job, history).finally(() => history.close()) : job;
  const updated = updateTranslation(
    post.text,
    source.issue,
    known,
    (text) => checkJob(asked, { ...post, text, issue: parseIssue(text) }, known).problems,
    rules.sourceMarks,
  );
  if (!isTrial && updated.text !== post.text) replaceText(own, post.text, updated.text, await writableFolders([own]));
  return { ...updated, unreadable: posts.unreadable };
}
