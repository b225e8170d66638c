// Starting a translation: where it goes and what it begins with.
import type { Alignment } from '../align/alignment.js';
import type { Identify } from '../language/identify.js';
import type { Issue } from '../model.js';
import { describePost } from '../pair/facts.js';
import type { PostFacts } from '../pair/pairing.js';
import { parseIssue } from '../parse/issue.js';
import type { ProjectRules } from '../project/rules.js';
import { markFile } from '../stale/mark.js';
import { applyEdits, withoutCollisions } from '../text/edit.js';
import { draftBody } from './body.js';
import { adaptFrontMatter, addLanguage, saysLanguage } from './frontMatter.js';
import type { Site } from '../site/site.js';
import { withLocalLinks } from './localLinks.js';
import { placeTranslation, siblingsOf, type Placing, type Sibling } from './place.js';
import { learnRecurring } from './recurring.js';

/** What a translation is started from. */
export interface Starting extends Placing {
  readonly rules: ProjectRules;
  readonly author: string | undefined;
  readonly identify: Identify;
  /** The site as the source sees it, for links to pages that it has in the language; undefined if that is not known. */
  readonly site?: Site | undefined;
}

/** A translation that has just begun. */
export interface Draft {
  /** As pairing names files. */
  readonly path: string;
  readonly text: string;
}

/** From more issues than this nothing new is learnt. */
const mostEarlier = 12;

/** The translation of `placing`'s source into its language that is there already. */
export function startedAlready({ pairing, source, locale }: Placing): PostFacts | undefined {
  return pairing.issues
    .find((issue) => issue.source.path === source.path)
    ?.translations.find(({ post }) => post.locale === locale)?.post;
}

/** The pairs of the language to read for what recurs, newest first. */
export function earlierPairs({ pairing, source, locale }: Omit<Placing, 'today'>): readonly Sibling[] {
  return siblingsOf(pairing, source, locale).own.slice(0, mostEarlier);
}

/**
 * The first draft of a translation.
 *
 * @param source the source, as `starting.source` describes it
 * @param earlier the pairs of `earlierPairs`, aligned, in their order; those that could not be read left out
 */
export function startTranslation(source: Issue, earlier: readonly Alignment[], starting: Starting): Draft {
  const { locale, rules } = starting;
  const path = placeTranslation(starting);
  const edits = [
    ...adaptFrontMatter(source, { ...starting, fields: rules.fields }),
    ...draftBody(source, learnRecurring(earlier), rules.insert),
  ];
  const text = applyEdits(
    source.text,
    withoutCollisions(edits.map((edit) => ({ edits: [edit] }))).flatMap((group) => group.edits),
  ).replace(/^\ufeff/, '');
  const local = starting.site && !source.damage ? withLocalLinks(text, locale, starting.site) : text;
  const said = saying(local, path, locale, starting);
  return { path, text: rules.sourceMarks ? withSourceMark(said, source) : said };
}

/** With fingerprints of what it was made from, where there is a place for them. */
function withSourceMark(text: string, source: Issue): string {
  const issue = parseIssue(text);
  const mark = issue.damage ? undefined : markFile(issue, source);
  return mark ? applyEdits(text, [mark]) : text;
}

/** With a field for its language, unless title or name already say it: the words are still the source's. */
function saying(text: string, path: string, locale: string, starting: Starting): string {
  const issue = parseIssue(text);
  if (saysLanguage(issue) || describePost(path, issue, starting.identify).locale === locale) return text;
  const own = siblingsOf(starting.pairing, starting.source, locale).own;
  return applyEdits(text, [addLanguage(issue, 'lang', locale, own)]);
}
