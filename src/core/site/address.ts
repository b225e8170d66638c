// An address taken apart, as far as finding its page needs it.
import { hostOf } from '../text/url.js';

export interface Address {
  /** Scheme and host, or Liquid that stands for them; empty for a relative one. */
  readonly prefix: string;
  /** Undefined for a relative one. */
  readonly host: string | undefined;
  /** As it is written; `/` first unless it is relative to the page. */
  readonly path: string;
  /** Query and fragment, with `?` and `#`. */
  readonly tail: string;
}

const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*|\/\/[^/?#]+|\{\{[^{}]{0,200}\}\})?([^?#]*)(.*)/is;
/** As `linkKey` leaves them: a host without its scheme. */
const bareHost = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?=[/?#]|$)/i;

/** @param isKey whether `url` is what `linkKey` made of one */
export function addressOf(url: string, isKey = false): Address {
  const trimmed = url.trim();
  const host = isKey ? bareHost.exec(trimmed)?.[0] : undefined;
  if (host !== undefined) return { prefix: host, host: host.toLowerCase(), ...pathAndTail(trimmed.slice(host.length)) };
  const [, prefix = '', path, tail] = parts.exec(trimmed) as unknown as [string, string | undefined, string, string];
  return { prefix, host: prefix.startsWith('{') ? undefined : hostOf(prefix), path, tail };
}

function pathAndTail(text: string): { path: string; tail: string } {
  const end = text.search(/[?#]/);
  return end < 0 ? { path: text, tail: '' } : { path: text.slice(0, end), tail: text.slice(end) };
}

/** What is compared: escapes undone, no closing slash, no `index.html` or `.html`. */
export function pathKey(path: string): string {
  return (
    unescaped(path)
      .normalize('NFC')
      .replace(/\/index(?:\.html?)?$/, '')
      .replace(/\.html?$/, '')
      .replace(/(?<!\/)\/+$/, '') || '/'
  );
}

/** The fragment of a tail, without `#`; empty if there is none. */
export function fragmentOf(tail: string): string {
  const at = tail.indexOf('#');
  return at < 0 ? '' : tail.slice(at + 1);
}

function unescaped(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray percent sign
  }
}
