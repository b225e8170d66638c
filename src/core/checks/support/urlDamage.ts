// Addresses that cannot be right, whatever they were meant to lead to.
import type { Block, Issue, Link } from '../../model.js';
import { isReadable } from '../../parse/limits.js';
import { slice, type Span } from '../../text/span.js';
import { fold } from '../../text/words.js';
import type { PostContext } from '../check.js';
import { isNoAddress, repairedAddress } from './addresses.js';
import { brokenLinksByBlock } from './brokenLinks.js';
import { proseOf } from './mask.js';
import { lookAgain, plainPerBlock } from './perRow.js';

/** `scheme`: `ttps:`, `http//`, `https://https://`. `tail`: signs of the text around it at its end. `swallowed`: the same, of an address in running text. */
export type UrlDamageKind = 'scheme' | 'space' | 'tail' | 'swallowed' | 'noScheme' | 'noMailto' | 'noHost' | 'empty';

export interface UrlDamage {
  readonly kind: UrlDamageKind;
  readonly span: Span;
  readonly url: string;
  /** What was meant; undefined where nobody can tell. */
  readonly repaired: string | undefined;
}

/** The damaged addresses of links, pictures and definitions, and what was meant as an address in running text; each once. */
export function damagedUrls(context: PostContext): UrlDamage[] {
  const found = new Map<number, UrlDamage>();
  for (const damage of inBlocks(context)) if (!found.has(damage.span.start)) found.set(damage.span.start, damage);
  return [...found.values()];
}

const inBlocks = plainPerBlock((block, context): readonly UrlDamage[] => {
  // Where an address is defined elsewhere, its place does not move with the block.
  if (
    ![...block.links, ...block.images].every(
      ({ urlSpan }) => !urlSpan || (urlSpan.start >= block.span.start && urlSpan.end <= block.span.end),
    )
  )
    lookAgain(context);
  return [...inLinks(block, context.target), ...inProse(block, context)];
});

function inLinks(block: Block, issue: Issue): UrlDamage[] {
  return [
    ...block.links.flatMap((link) => inLink(issue, link) ?? []),
    ...block.images.flatMap(
      ({ url, urlSpan }) => (urlSpan && damageOf(issue, slice(issue.text, urlSpan), urlSpan, url)) ?? [],
    ),
  ];
}

function inLink(issue: Issue, { form, span, url, urlSpan, text }: Link): UrlDamage | undefined {
  if (form === 'inline' && url === '')
    return text === '' ? undefined : { kind: 'empty', span, url, repaired: undefined };
  if (!urlSpan) return undefined;
  const written = slice(issue.text, urlSpan);
  if (form === 'autolink' && mailAddress.test(written)) return undefined; // Markdown adds what it lacks
  if (form !== 'bare') return damageOf(issue, written, urlSpan, text);
  const repaired = repairedAddress(written);
  return repaired !== written && written.startsWith(repaired)
    ? { kind: 'swallowed', span: urlSpan, url: written, repaired }
    : undefined;
}

/**
 * Of signs at the end only those that no address has: some do end in a comma or a semicolon.
 *
 * @param words what the reader sees of the link
 */
function damageOf(issue: Issue, url: string, span: Span, words: string): UrlDamage | undefined {
  if (/\{\{|\{%|<%|\$\{/.test(url)) return undefined; // a template's
  const repaired = repairedAddress(url);
  const isTail = repaired !== '' && url.startsWith(repaired);
  if (/^https?:\/\//i.test(repaired) && repaired !== url && !(isTail && /^[,;)}]+$/.test(url.slice(repaired.length))))
    return { kind: kindOf(url, repaired), span, url, repaired };
  if (isNoAddress(url)) return { kind: 'noHost', span, url, repaired: undefined };
  if (mailAddress.test(url)) return { kind: 'noMailto', span, url, repaired: `mailto:${url}` };
  return isHostFirst(url, words) ? { kind: 'noScheme', span, url, repaired: `https://${url}` } : undefined;
}

function kindOf(url: string, repaired: string): UrlDamageKind {
  if (url.replace(/\s|%20|[\u200b-\u200f\u2060\ufeff]/g, '') === repaired) return 'space';
  return url.startsWith(repaired) ? 'tail' : 'scheme';
}

const mailAddress = /^[^\s@/:?#]+@[^\s@/:?#]+\.[a-z]{2,}$/i;
/** Only what no file ends in, but for a logo's `.ai` and the like: those have to show as the words of the link, or have a path. */
const hostFirst = /^(?:[a-z0-9-]+\.)+(com|org|net|edu|gov|io|ai|dev|app|info|co|me)(\/|[?#]|$)/i;

function isHostFirst(url: string, words: string): boolean {
  if (/^www\.[\p{L}\p{N}-]+\./iu.test(url)) return true;
  const [, top, behind] = hostFirst.exec(url) ?? [];
  return top !== undefined && (behind === '/' || /^(?:com|org|net|edu|gov)$/i.test(top) || fold(words) === fold(url));
}

/** `ttps://example.org` in running text: Markdown and sites see no address in it. */
const damagedInProse =
  /(?<![\p{L}\p{N}:/.：／@#-])(?!https?:\/\/)(?!ssh:)[htps]{4,6}(?:[:：][/／]{1,3}|[/／]{2})[\p{L}\p{N}-]{1,63}\.[^\s<>"'`()[\]{}|\\^\u0000，。；：！？、（）「」『』《》]{1,500}/giu;

function inProse(block: Block, context: PostContext): UrlDamage[] {
  return lookingDamaged(block, context.target).filter(
    ({ span }) =>
      !brokenLinksByBlock(context)
        .get(block)
        ?.some((one) => one.span.start <= span.start && span.end <= one.span.end),
  );
}

function lookingDamaged(block: Block, issue: Issue): UrlDamage[] {
  if (block.kind === 'code' || block.kind === 'html' || !isReadable(slice(issue.text, block.span))) return [];
  return Array.from(proseOf(issue, block, 'hide links').matchAll(damagedInProse), (match): UrlDamage => {
    const url = match[0].replace(/(?<![.,;:!?*_~])[.,;:!?*_~]+$/, '');
    const start = block.span.start + match.index;
    return { kind: 'scheme', span: { start, end: start + url.length }, url, repaired: repairedAddress(url) };
  });
}
