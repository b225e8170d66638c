// Text to issue: the one entrance to parsing.
import type { Issue } from '../model.js';
import { indexLines } from '../text/span.js';
import { readBody, type Body } from './body.js';
import { frontMatterDirectives, placed } from './directives.js';
import { findDamage } from './encoding.js';
import { resolveEndnotes } from './endnotes.js';
import { parseFrontMatter, type ParsedFrontMatter } from './frontMatter.js';
import { sectionsOf } from './sections.js';

/** What an issue was made of, for the next time that its text is read. */
interface Parts {
  readonly head: ParsedFrontMatter;
  readonly body: Body;
}

const partsOf = new WeakMap<Issue, Parts>();

/**
 * Reads a post. Never throws: what cannot be read is in the issue's `faults`, and the rest is there all the same.
 * A text whose encoding is damaged is repaired first; all spans of the issue count in the repaired text.
 *
 * @param before the same post before an edit: what the edit left alone is not read again. The result is the same as
 * without it, and blocks that stayed what they are have the identity that they had.
 */
export function parseIssue(original: string, before?: Issue): Issue {
  const damage = findDamage(original);
  const text = damage?.repaired ?? original;
  const parts = before && partsOf.get(before);
  const head = (parts && before.text.length > 0 && sameHead(text, before.text, parts.head)) || parseFrontMatter(text);
  const body = readBody(text, head.bodyStart, parts?.body);
  const { frontMatter, faults } = head;
  const blocks = resolveEndnotes(body.blocks, text);
  const crlf = text.includes('\r\n') ? text.split('\r\n').length - 1 : 0;
  const issue: Issue = {
    text, frontMatter, faults, blocks, damage,
    definitions: body.definitions,
    lines: indexLines(text),
    directives: [...frontMatterDirectives(text, frontMatter), ...placed(body.directives, blocks)],
    newline: crlf > 0 && crlf > (text.split('\n').length - 1) / 2 ? '\r\n' : '\n',
    sections: sectionsOf(blocks),
  };
  partsOf.set(issue, { head, body });
  return issue;
}

/** The front matter of a text before, if it is also that of `text`: closed at the same place behind the same characters. */
function sameHead(text: string, before: string, head: ParsedFrontMatter): ParsedFrontMatter | undefined {
  const closedAt = head.bodyStart + 2; // with the line break that ends its last line
  return head.frontMatter && text.slice(0, closedAt) === before.slice(0, closedAt) ? head : undefined;
}
