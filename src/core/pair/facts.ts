// One post to the facts by which pairing knows it.
import type { Identify } from '../language/identify.js';
import { sameLanguage, toLocale } from '../language/locale.js';
import { isPartlyIn, isWrittenIn, scriptOf } from '../language/script.js';
import type { Issue } from '../model.js';
import { field, fieldText } from '../parse/field.js';
import {
  dateIn,
  isDateFolder,
  localeInFileName,
  localeInFolder,
  localeInTitle,
  numberInFileName,
  numberInTitle,
} from './names.js';
import { pageFactsOf } from './page.js';
import type { PostFacts } from './pairing.js';

/** Words for “newsletter” as they stand in titles, names, tags and layouts. */
const newsletterWords =
  /news[-_ ]?letter|\bletter\b|\bdispatch\b|\bgazette\b|round-?up|news[-_ ]?brief|bulletin|\bdigest\b|\bweekly\b|this week in|info[-_ ]?lettre|lettre d.information|\blettre\b|bolet[ií]n|boletim|bollettino|rundbrief|nieuwsbrief|nyhetsbrev|bülten|biuletyn|бюллетень|рассылка|вестник|дайджест|简报|簡報|通讯|通訊|周报|週報|周刊|週刊|ニュースレター|뉴스레터|소식지|نشرة|البريدية|النشرة|خبرنامه|समाचार/iu;

const localeFields = ['lang', 'locale', 'language'];
const referenceFields = ['ref', 'translation_id', 'translationKey', 'translation_key', 'lang-ref', 'page_id'];

/**
 * The facts of a post.
 *
 * @param path as the caller names the file, with `/`
 * @param identify asked for the language only where neither front matter, title nor a tag in the name tells it
 */
export function describePost(path: string, issue: Issue, identify: Identify): PostFacts {
  const { frontMatter } = issue;
  const title = fieldText(frontMatter, 'title') || (issue.blocks.find((block) => block.kind === 'heading')?.text ?? '');
  const thumb = fieldText(frontMatter, 'image.thumb');
  const said = localeOf(path, title, issue, identify);
  const otherLocale = [localeInFileName(path)?.locale, localeInFolder(path), localeInTitle(title)].find(
    (other) => other !== undefined && !sameLanguage(other, said.locale),
  );
  return {
    path,
    title,
    ...said,
    ...(otherLocale !== undefined && { otherLocale }),
    number: numberInTitle(title) ?? numberInFileName(thumb.replace(/\.\w+$/, '')) ?? numberInFileName(path),
    date: dateIn(fieldText(frontMatter, 'date')) ?? dateIn(path.slice(path.lastIndexOf('/') + 1)) ?? dateIn(path),
    isNewsletter: saysNewsletter(path, title, issue),
    reference: referenceFields.map((name) => fieldText(frontMatter, name)).find(Boolean),
    links: fingerprint(issue, thumb),
    page: pageFactsOf(issue),
  };
}

/** Whether the posts around it have to be known to tell if it is an issue: most Markdown files are plainly none. */
export function mayBeIssue({ isNewsletter, date, localeFrom, page }: PostFacts): boolean {
  const hasHead = page.fields['title'] !== undefined || (date !== undefined && Object.keys(page.fields).length > 0);
  return isNewsletter || (hasHead && localeFrom !== undefined && localeFrom !== 'text');
}

function localeOf(
  path: string,
  title: string,
  issue: Issue,
  identify: Identify,
): Pick<PostFacts, 'locale' | 'localeFrom'> {
  const named = namedLocale(path, title, issue, identify);
  if (named.locale === undefined) return named;
  // Text in Chinese letters is no Chamorro, whatever its tag says; but a translation that has just begun is still in
  // the source's Latin ones.
  const written = scriptOf(proseOf(issue))?.script;
  if (written === undefined || written === 'Latin' || isWrittenIn(named.locale, written)) return named;
  const text = identify(proseOf(issue))?.locale;
  return text === undefined ? named : { locale: text, localeFrom: 'text' };
}

function namedLocale(
  path: string,
  title: string,
  issue: Issue,
  identify: Identify,
): Pick<PostFacts, 'locale' | 'localeFrom'> {
  const declared = localeFields.map((name) => toLocale(fieldText(issue.frontMatter, name))).find(Boolean);
  const titled = localeInTitle(title);
  const named = localeInFileName(path);
  if (declared)
    return (
      copiedLocale(declared, [titled, named?.locale, localeInFolder(path)], issue, identify) ?? {
        locale: declared,
        localeFrom: 'front matter',
      }
    );
  if (titled) return { locale: titled, localeFrom: 'title' };
  if (named?.sure) return { locale: named.locale, localeFrom: 'file name' };
  // What is left can be a word that looks like a tag, so the text has to agree.
  const prose = proseOf(issue);
  const text = identify(prose)?.locale;
  const agrees = (locale: string): boolean =>
    text === undefined || sameLanguage(locale, text) || isPartlyIn(locale, prose);
  if (named && agrees(named.locale)) return { locale: named.locale, localeFrom: 'file name' };
  const folder = localeInFolder(path);
  if (folder && agrees(folder)) return { locale: folder, localeFrom: 'folder' };
  return { locale: text, localeFrom: text ? 'text' : undefined };
}

/** Front matter that was copied with the source's language: where name, title or folder contradict it, the text decides. */
function copiedLocale(
  declared: string,
  others: readonly (string | undefined)[],
  issue: Issue,
  identify: Identify,
): Pick<PostFacts, 'locale' | 'localeFrom'> | undefined {
  const contradicting = others.find((other) => other !== undefined && !sameLanguage(other, declared));
  if (contradicting === undefined) return undefined;
  const text = identify(proseOf(issue))?.locale;
  return sameLanguage(text, contradicting) ? { locale: contradicting, localeFrom: 'text' } : undefined;
}

const enoughProse = 4000;

/** The beginning of the running text, which is enough to tell its language. */
export function proseOf(issue: Issue): string {
  let prose = '';
  for (const block of issue.blocks) {
    if (block.kind === 'paragraph' || block.kind === 'list-item')
      prose += `${block.text.replace(/https?:\S+/g, ' ')}\n`;
    if (prose.length > enoughProse) break;
  }
  return prose;
}

function saysNewsletter(path: string, title: string, issue: Issue): boolean {
  const fields = ['tags', 'tag', 'categories', 'category', 'type', 'layout', 'image.thumb', 'permalink'];
  const said = [
    title,
    nameAndFolders(path).replace(/[_-]+/g, ' '),
    ...fields.map((name) => fieldText(issue.frontMatter, name).replace(/[_-]+/g, ' ')),
  ];
  return issue.frontMatter !== undefined || issue.blocks.length > 0
    ? said.some((text) => newsletterWords.test(text))
    : false;
}

/** A post's name with the two folders around it, apart from those that only file it: `newsletter/2010/03/fr.md` stands in `newsletter`. */
function nameAndFolders(path: string): string {
  const folders = path.split('/');
  const name = folders.pop()!;
  return [...folders.filter((folder) => !isDateFolder(folder)).slice(-2), name].join('/');
}

function fingerprint(issue: Issue, thumb: string): string[] {
  const keys = new Set<string>();
  for (const block of issue.blocks) {
    for (const link of block.links) if (!link.key.startsWith('[')) keys.add(link.key);
    for (const image of block.images) keys.add(`image ${image.key}`);
  }
  for (const definition of issue.definitions) if (definition.url) keys.add(definition.url);
  if (thumb && field(issue.frontMatter, 'image.thumb')) keys.add(`thumb ${thumb}`);
  return [...keys];
}
