// When two addresses lead to one page or one picture.

const trackingParameter = /^(?:utm_\w+|fbclid|gclid|ref_src|source)=/i;

/**
 * What two links to one page have in common: no scheme, no `www.`, no tracking parameters, no closing slash, host in
 * lower case, percent escapes undone. A relative address keeps its path; `mailto:` keeps its address. Jekyll's
 * `{% link … %}` and `{% post_url … %}` are where Jekyll puts such a page if it is not told otherwise.
 */
export function linkKey(url: string): string {
  const address = unescaped(withPages(url.trim())).replace(/^<|>$/g, '');
  const [beforeFragment, fragment] = splitOnce(address, '#');
  const [beforeQuery, query] = splitOnce(beforeFragment, '?');
  const bare = beforeQuery
    .replace(/^(?:[a-z][a-z0-9+.-]*:(?:\/\/)?|\/\/)/i, (scheme) => (/^mailto:/i.test(scheme) ? 'mailto:' : ''))
    .replace(/^www\./i, '');
  const slash = bare.indexOf('/');
  const host = slash < 0 ? bare : bare.slice(0, slash);
  const path = (slash < 0 ? '' : bare.slice(slash)).replace(/(?<!\/)\/+$/, '');
  const kept = (query ?? '').split('&').filter((part) => part && !trackingParameter.test(part));
  return host.toLowerCase() + path + (kept.length > 0 ? `?${kept.join('&')}` : '') + (fragment ? `#${fragment}` : '');
}

/** What two images of one picture have in common: the address without scheme, query, the way to its folder (`../../`: a translation may stand deeper) and the size that image hosts put into the path. */
export function imageKey(url: string): string {
  return linkKey(url.trim().replace(/^(?:\.{1,2}\/)+/, ''))
    .replace(/[?#].*/, '')
    .replace(/\/(?:max|fit\/c|fit\/t|w|width|resize:[^/]+)\/\d+(?:\/\d+)?(?=\/)/, '');
}

/** The host of an absolute address, in lower case, without `www.`; undefined for a relative one. */
export function hostOf(url: string): string | undefined {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)/i.exec(url.trim())?.[1]?.toLowerCase();
}

/** An address as people say it: no scheme, no `www.`, shortened in the middle to about `limit` characters. */
export function shortUrl(url: string, limit = 60): string {
  const bare = url.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  return bare.length <= limit ? bare : `${bare.slice(0, limit - 16)}…${bare.slice(-15)}`;
}

/** `/en/news/2024/03/21/title` for `{% link en/news/_posts/2024-03-21-title.md %}`. */
function withPages(url: string): string {
  if (!url.includes('{%')) return url;
  return url.replace(
    /(?:\{\{[^{}]*\}\})?\{%-?\s*(?:link|post_url)\s+([^\s%]+)\s*-?%\}/g,
    (_tag, file: string) =>
      `/${file
        .replace(/^\//, '')
        .replace(/\.(?:md|markdown|html?)$/i, '')
        .replace(/(^|\/)_posts\//, '$1')
        .replace(/(^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-(?=[^/]*$)/, '$1$2/$3/$4/')}`,
  );
}

function unescaped(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url; // a stray percent sign
  }
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}
