// Starting a translation: the new file for an issue in another language.
import path from 'node:path';
import { loadIdentify } from '../core/language/identify.js';
import { toLocale } from '../core/language/locale.js';
import { issueOf } from '../core/pair/pair.js';
import { startedAlready, startTranslation } from '../core/start/start.js';
import { UnreadableInput } from './arguments.js';
import { alignedEarlier } from './earlierPairs.js';
import { postsIn, type JobOptions } from './jobs.js';
import { exists, treeOf } from './tree.js';
import { createFile, writableFolders } from './write.js';

/** A new translation. */
export interface Started {
  readonly path: string;
  readonly text: string;
  /** Files around it that could not be read, with why. */
  readonly unreadable: readonly string[];
}

/**
 * Starts the translation of the issue at `file` into `tag`, as the files around it show the way; writes it unless
 * this is only a trial.
 *
 * @throws {UnreadableInput} if there is no such issue or language, or the translation is there already
 */
export async function startOf(file: string, tag: string, isTrial: boolean, options: JobOptions): Promise<Started> {
  const locale = toLocale(tag);
  if (locale === undefined) throw new UnreadableInput(`${tag} is no language tag such as fr, pt-BR or zh-Hant.`);
  const own = path.normalize(file).replaceAll(path.sep, '/');
  const posts = await postsIn(await treeOf(own), [own], options);
  const { pairing, site } = posts;
  const issue = issueOf(pairing, own)?.issue;
  const source = issue && posts.post(issue.source.path);
  if (!source) throw new UnreadableInput(`${file} is no newsletter issue whose source is here.`);
  const placing = { source: source.facts, locale, pairing, today: new Date().toISOString().slice(0, 10) };
  const already = startedAlready(placing);
  if (already) throw new UnreadableInput(`${already.path} is its translation already. Nothing was written.`);
  const earlier = alignedEarlier(placing, posts);
  const { rules } = (await options.settings.of(source.path)).settings;
  const draft = startTranslation(source.issue, earlier, {
    ...placing,
    rules,
    author: undefined,
    identify: await loadIdentify(),
    site: site.around(source.path),
  });
  if (await exists(draft.path)) throw new UnreadableInput(`${draft.path} is there already. Nothing was written.`);
  if (!isTrial) createFile(draft.path, draft.text, await writableFolders([own]));
  return { ...draft, unreadable: posts.unreadable };
}
