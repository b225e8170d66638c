// What addresses tell: damaged, cut off, localised, nearly the same.
import { commonEnds } from '../../text/ends.js';
import { isOneLetterOff } from '../../text/nearest.js';
import { oncePerText } from '../../text/remember.js';
import { hostOf, linkKey } from '../../text/url.js';

/** `https://` and what accidents leave of it: `ttps://`, `http//`, `https:/`, `htttp://`, `https：//`. */
const webScheme = /^(?!ssh:)[htps]{3,6}(?:[:：][/／]{0,3}|[/／]{2})(?=[\p{L}\p{N}])/iu;
const doubledScheme = /^(?:https?:\/\/)(?=[htps]{3,6}(?::|\/\/))/i;
const invisible = /[\u200b-\u200f\u2060\ufeff]/g;
const strayTail = /(?<![\][)}>,;。，、；：！？）】」』》〉”’»›…])[\][)}>,;。，、；：！？）】」』》〉”’»›…]+$/u;

/** Whether `text` can only be meant as an address, be it a damaged one. */
export function looksLikeAddress(text: string): boolean {
  return webScheme.test(text) || /^(?:www\.[\p{L}\p{N}]|mailto:\S|ftp:\/\/)/iu.test(text);
}

/** An address without what accidents do to one: a damaged or doubled scheme, white space at an end, brackets of the text around it. */
export function repairedAddress(address: string): string {
  return address
    .replace(invisible, '')
    .replace(/^(?:%20|\s)+|(?<!%20|\s)(?:%20|\s)+$/g, '')
    .replace(/^(https?:\/\/)(?:%20|\s)+/i, '$1')
    .replace(/^\((.*)\)$/s, '$1')
    .replace(doubledScheme, '')
    .replace(webScheme, (scheme) =>
      /^https?:\/\/$/i.test(scheme) ? scheme : /s/i.test(scheme) ? 'https://' : 'http://',
    )
    .replace(strayTail, (tail, _at, whole: string) => (closesSomething(tail, whole) ? tail : ''));
}

const brackets = ['()', '[]', '{}', '（）', '【】', '「」', '『』', '《》', '〈〉', '“”', '‘’', '«»', '‹›'];

function closesSomething(tail: string, address: string): boolean {
  return brackets.some((pair) => tail.includes(pair[1]!) && address.includes(pair[0]!));
}

/** Whether `target` is `source` after an accident that can be told from a decision. */
export function isAddressDamaged(target: string, source: string): boolean {
  if (target.trim() === source.trim()) return false;
  const [own, theirs] = [linkKey(target), linkKey(source)];
  return (
    isRepairable(target, source) || isCutOff(own, theirs) || isHostMistyped(own, theirs) || isFrontLost(target, theirs)
  );
}

/** Whether what stands as an absolute address cannot be one: its host has no dot, or white space. */
export function isNoAddress(url: string): boolean {
  const host = /^https?:\/\/([^/?#]*)/i.exec(url.trim())?.[1];
  return host !== undefined && (/%20|\s/.test(host) || !/[.:]|^localhost$/i.test(host));
}

/** Whether taking the accident back gives the source's address, so that nothing else can have been meant. */
export function isRepairable(target: string, source: string): boolean {
  if (isSchemeLost(target, source)) return true;
  const repaired = repairedAddress(target);
  return repaired !== target.trim() && linkKey(repaired) === linkKey(source);
}

/** `example.org/a` of `https://example.org/a`. */
function isSchemeLost(target: string, source: string): boolean {
  return (
    /^https?:\/\//i.test(source.trim()) &&
    !/^(?:[a-z][a-z0-9+.-]*:|[/.#?])/i.test(target.trim()) &&
    linkKey(target) === linkKey(source)
  );
}

/** `example.org/on-sou` of `example.org/on-sources`: cut inside a part of the path, not before one. */
function isCutOff(target: string, source: string): boolean {
  const next = source[target.length];
  return (
    target.includes('/') &&
    next !== undefined &&
    source.startsWith(target) &&
    isWordCharacter(target.at(-1)!) &&
    isWordCharacter(next)
  );
}

/** `github.comc/a/b` of `github.com/a/b`: the same path, and a host that differs by one letter. */
function isHostMistyped(target: string, source: string): boolean {
  const [[ownHost, ownPath], [host, path]] = [hostAndPath(target), hostAndPath(source)];
  return (
    path.length > 1 &&
    ownPath === path &&
    ownHost.replace(/\d/g, '') !== host.replace(/\d/g, '') &&
    isOneLetterOff(ownHost, host)
  );
}

/** Shorter ends are the same by chance. */
const longEnd = 16;

/** `_COPY@e/a-long-title-6515d8a53e01` of `medium.com/@e/a-long-title-6515d8a53e01`: the end is there, the host is not. */
function isFrontLost(target: string, source: string): boolean {
  if (hostOf(target) !== undefined || /^[/.#?]|^[a-z]+:/i.test(target)) return false;
  const end = target.slice(target.indexOf('/') + 1);
  return target.includes('/') && end.length >= longEnd && source.endsWith(`/${linkKey(`/${end}`).slice(1)}`);
}

function hostAndPath(key: string): [string, string] {
  const slash = key.indexOf('/');
  return slash < 0 ? [key, ''] : [key.slice(0, slash), key.slice(slash)];
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** How much of two keys is the same from the front and from the back: 0 nothing, 1 all. */
export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 1;
  const { front, back } = commonEnds(a, b);
  return (front + back) / longest;
}

/** Both locales of a pair, BCP 47, as far as they are known. */
export interface Locales {
  readonly sourceLocale: string | undefined;
  readonly targetLocale: string | undefined;
}

/** Whether two addresses lead to one page in two languages; headings in a page, and so its fragments, are translated as well. */
export function isSamePageLocalised(target: string, source: string, locales: Locales): boolean {
  if (target === '' || source === '') return false;
  const [[ownPage, ownPart], [page, part]] = [
    unescapedKey(target).split('#'),
    unescapedKey(source).split('#'),
  ] as const;
  const [ownNeutral, neutral] = [withoutLanguage(ownPage ?? '', locales), withoutLanguage(page ?? '', locales)];
  if (ownNeutral !== neutral) return isSamePath(ownNeutral, neutral) || isSamePath(neutral, ownNeutral);
  if (ownPage !== page) return true;
  // Headings of another site’s page have the same names for all; and a number names a comment or a line, and no heading.
  return ownPart === part || (hostOf(target) === undefined && !/\d/.test(`${ownPart ?? ''}${part ?? ''}`));
}

/** `example.org/news/2024/title` and `/news/2024/title`: which host the second is on is not said. `../title` can be either. */
function isSamePath(absolute: string, relative: string): boolean {
  const beside = /^(?:\.{1,2}\/)+(?=[^.])/.exec(relative)?.[0];
  if (beside !== undefined) return absolute.endsWith(`/${relative.slice(beside.length)}`) && !absolute.startsWith('.');
  return (
    relative.startsWith('/') &&
    relative.length >= longEnd &&
    absolute.endsWith(relative) &&
    /^[^/][^/.]*\.[^/]+$/.test(absolute.slice(0, -relative.length))
  );
}

/** `a%3Ab` and `a:b` lead to one page; an escaped `#` or `%` is not what it would be unescaped. */
const unescapedKey = oncePerText((url: string): string => {
  try {
    return decodeURIComponent(linkKey(url).replace(/%(?=2[35])/g, '%25'));
  } catch {
    return linkKey(url); // a stray percent sign
  }
});

/** Whether the target's address leads to a page of its own language on the site that the source's leads to. */
export function isSameSiteLocalised(target: string, source: string, locales: Locales): boolean {
  const [targetHost, sourceHost] = [hostOf(target), hostOf(source)];
  if (targetHost === undefined || sourceHost === undefined) return false;
  return (
    withoutLanguage(targetHost, locales) === withoutLanguage(sourceHost, locales) &&
    namesLocale(target, locales.targetLocale)
  );
}

/** Whether an address says that it is in this language: `fr.example.org`, `/fr/`, `_FR`, `?lang=fr`. */
export function namesLocale(address: string, locale: string | undefined): boolean {
  if (!locale) return false;
  return new RegExp(`(?:^|[^a-z])${languageOf(locale)}(?![a-z])`, 'i').test(address.replace(/^[a-z]+:\/\//i, ''));
}

/** A key without its language: the first label of its host, a part of its path, the end of a file's name, a parameter of its query. */
function withoutLanguage(key: string, { sourceLocale, targetLocale }: Locales): string {
  const [host, path, file, query] = signsOf(
    [sourceLocale, targetLocale, 'en'].flatMap((locale) => (locale ? [languageOf(locale)] : [])).join('|'),
  );
  return key.replace(host, '').replace(path, '').replace(file, '').replace(query, '');
}

/** What names one of the languages, `en|fr`, in a host, in a path, in a file's name (`map.fr.pdf`) and in a query. */
const signsOf = oncePerText((languages: string): readonly [RegExp, RegExp, RegExp, RegExp] => {
  const tag = `(?:${languages})(?:[-_][a-z]{2,4})?`;
  return [
    new RegExp(`^${tag}\\.(?=[^/]+\\.)`, 'i'),
    new RegExp(`/${tag}(?=/|$|[?#])`, 'gi'),
    new RegExp(`[._-]${tag}(?=\\.[a-z]\\w{1,4}(?:$|[?#]))`, 'gi'),
    new RegExp(`[?&](?:hl|lang|language|locale|l)=${tag}(?=&|#|$)`, 'gi'),
  ];
});

function languageOf(locale: string): string {
  return locale
    .split('-')[0]!
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
