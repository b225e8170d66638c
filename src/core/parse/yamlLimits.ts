// What is too much to be read as front matter: the YAML parser would take minutes.
import { visit, type Document } from 'yaml';

/** Front matter of more characters than this is something else. */
const longest = 30_000;
/** Brackets and braces that are open at once; to walk such a document takes time with the square of its depth. */
const deepest = 50;
/** To follow an alias the parser walks all of the document. */
const mostAliases = 100;

/** Why `source` is not handed to the parser, as the end of a sentence about the front matter; undefined if it may be. */
export function whyUnread(source: string): string | undefined {
  if (source.length > longest)
    return `has more than ${longest} characters and is not read: is its closing “---” in the right place?`;
  if (depthOf(source) > deepest) return `has more than ${deepest} brackets inside one another and is not read.`;
  return undefined;
}

/** Whether the document has more aliases than are followed. */
export function hasManyAliases(document: Document): boolean {
  let count = 0;
  visit(document, { Alias: () => (++count > mostAliases ? visit.BREAK : undefined) });
  return count > mostAliases;
}

/** Brackets in quotation marks and comments count as well: fewer than in any front matter that has so many others. */
function depthOf(source: string): number {
  let [depth, most] = [0, 0];
  for (const [bracket] of source.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    most = Math.max(most, depth);
  }
  return most;
}
