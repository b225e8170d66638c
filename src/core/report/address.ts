// Paths of files as addresses (RFC 3986) that lead to just these files: no name begins a scheme, a host, a query or a fragment.

/**
 * The address of a file in a link of a page.
 *
 * @param path with `/`, relative to the page's folder
 * @returns it with `./` in front unless it leads upwards: a name such as `javascript:x.md` is no scheme behind that
 */
export function linkAddress(path: string): string {
  const encoded = encodeURI(wellFormed(path)).replace(/[#?'()]/g, percentEncoded);
  return /^\.\.?(?:\/|$)/.test(encoded) ? encoded : `./${encoded}`;
}

/** A relative reference for programs, `a%20b.md`. @param path with `/`, relative or absolute */
export function relativeReference(path: string): string {
  const encoded = wellFormed(path).split('/').map(encodeURIComponent).join('/');
  return encoded.startsWith('//') ? `/.${encoded}` : encoded; // `//server/x.md` would name a host
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Half a surrogate pair, which names on Windows may have, cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
