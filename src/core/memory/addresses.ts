// The addresses in a piece of Markdown, without parsing it as a whole: of links, pictures, and labels of references; and the tags of a template.

const addressPattern =
  /\]\(\s*<?([^\s<>()]+(?:\([^\s()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]*")?\s*\)|\]\[([^\]\n]+)\]|<(https?:[^\s<>]+)>|(?<![("'<\w])(https?:\/\/[^\s<>()\]]+[^\s<>()\].,;:!?'"])|(\{%[^%\n]*%\})|(?:href|src)=["']([^"'\s]+)["']/g;

/** Each as often as it stands, in order. */
export function addressesIn(markdown: string): string[] {
  return [...markdown.matchAll(addressPattern)].map((match) => match.slice(1).find((part) => part !== undefined)!);
}
