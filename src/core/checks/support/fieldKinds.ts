// What a front matter field is: prose, the same in every language, each text's own; by its name and by the project's rules.
import type { FieldRules } from '../../project/rules.js';
import type { Field, FrontMatter } from '../../model.js';
import { oncePer } from './memo.js';

/** These say nothing to readers, or each post has its own. */
const silent =
  /^(?:modified|date|updated|last[-_]?(?:modified|updated|mod)|created|published(?:_at)?|draft|translator|translated[-_]by|translation[-_]of|original(?:[-_]url)?|version|id|uid|uuid)$/i;
/** These are the same in every language. */
const same =
  /^(?:layout|type|comments|share|tags|categor(?:y|ies)|ref|reference|translation[-_]?(?:id|key)|image(?:\..*)?|thumb|thumbnail|header(?:\..*)?|cover|math|mathjax|toc|issue|number)$/i;
const language = /^(?:lang|language|locale)$/i;
/** These name one text. */
const address = /^(?:permalink|slug|name|url|aliases|redirect_from|canonical(?:_url)?)$/i;
/** What readers see on the page, in lists of posts and in what search engines show. */
const prose = /^(?:title|subtitle|excerpt|description|summary|abstract|lead|headline|caption)$/i;
const picture = /^(?:image(?:\..*)?|(?:.*\.)?(?:thumb|thumbnail|cover|teaser|og_image|feature))$/i;
const reference = /^(?:ref|translation[-_]?(?:id|key)|translationKey|lang-ref|page_id)$/i;

export const isSilentField = ({ path }: Field): boolean => silent.test(path) || silent.test(path.split('.').at(-1)!);
export const isSameField = (path: string): boolean => same.test(path);
export const isLanguageField = (path: string): boolean => language.test(path);
export const isAddressField = (path: string): boolean => address.test(path);
export const isPictureField = (path: string): boolean => picture.test(path);
export const isReferenceField = (path: string): boolean => reference.test(path);

/** Whether readers see the field: by its name, or because the project says so. */
export function isProseField(path: string, rules: FieldRules): boolean {
  return prose.test(path) || isNamedBy(rules.prose, path);
}

/** Whether a list of the project's rules names the field: `image.thumb`, or `image.*` for all below. */
export function isNamedBy(names: readonly string[], path: string): boolean {
  return names.some((name) => name === path || (name.endsWith('.*') && path.startsWith(name.slice(0, -1))));
}

/** Whether a field is there and says nothing. */
export function isEmptyField({ path, value }: Field, frontMatter: FrontMatter): boolean {
  if (parentsIn(frontMatter).has(path)) return false;
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Paths with other fields below them. */
const parentsIn = oncePer(
  (frontMatter: FrontMatter): ReadonlySet<string> =>
    new Set(frontMatter.fields.flatMap(({ path }) => pathsAbove(path))),
);

/** The paths that `path` lies below: `a` and `a.b` of `a.b.c`. */
export function pathsAbove(path: string): string[] {
  return Array.from(path.matchAll(/\./g), ({ index }) => path.slice(0, index));
}
