// Text to issue: the one entrance to parsing.
import type { Issue } from '../model.js';
import { indexLines } from '../text/span.js';
import { readBody, type Body } from './body.js';
import { frontMatterDirectives, placed } from './directives.js';
import { findDamage } from './encoding.js';
import { resolveEndnotes } from './endnotes.js';
import { parseFrontMatter, type ParsedFrontMatter } from './frontMatter.js';
import { sectionsOf } from './sections.js';
import { whyTooLarge } from './tooLarge.js';

/** What an issue was made of, for the next time that its text is read. */
interface Parts {
  readonly head: ParsedFrontMatter;
  readonly body: Body;
}

const partsOf = new WeakMap<Issue, Parts>();

/**
 * Reads a post. Never throws: what cannot be read is in the issue's `faults`, and the rest is there all the same.
 * A text whose encoding is damaged is repaired first; all spans of the issue count in the repaired text. Of a text that is
 * too large for an issue only the front matter is read.
 *
 * @param before the same post before an edit: what the edit left alone is not read again. The result is the same as
 * without it, and blocks that stayed what they are have the identity that they had.
 */
export function parseIssue(original: string, before?: Issue): Issue {
  const tooLarge = whyTooLarge(original);
  if (tooLarge !== undefined) return unreadIssue(original, tooLarge);
  const damage = findDamage(original);
  const text = damage?.repaired ?? original;
  const parts = before && partsOf.get(before);
  const head = (parts && before.text.length > 0 && sameHead(text, before.text, parts.head)) || parseFrontMatter(text);
  const body = readBody(text, head.bodyStart, parts?.body);
  const { frontMatter, faults } = head;
  const blocks = resolveEndnotes(body.blocks, text);
  const issue: Issue = {
    text,
    frontMatter,
    faults,
    blocks,
    damage,
    tooLarge,
    definitions: body.definitions,
    lines: indexLines(text),
    directives: [...frontMatterDirectives(text, frontMatter), ...placed(body.directives, blocks)],
    newline: newlineOf(text),
    sections: sectionsOf(blocks),
  };
  partsOf.set(issue, { head, body });
  return issue;
}

/** An issue of which only the front matter was read. */
function unreadIssue(text: string, tooLarge: string): Issue {
  const { frontMatter, faults } = parseFrontMatter(text);
  const end = text.search(/[\r\n]|$/);
  return {
    text,
    frontMatter,
    tooLarge,
    faults: [{ span: { start: 0, end }, message: `This post ${tooLarge} It is not read.` }, ...faults],
    blocks: [],
    definitions: [],
    directives: [],
    sections: [],
    damage: undefined,
    lines: indexLines(text),
    newline: newlineOf(text),
  };
}

function newlineOf(text: string): Issue['newline'] {
  const crlf = text.includes('\r\n') ? text.split('\r\n').length - 1 : 0;
  return crlf > 0 && crlf > (text.split('\n').length - 1) / 2 ? '\r\n' : '\n';
}

/** The front matter of a text before, if it is also that of `text`: closed at the same place behind the same characters. */
function sameHead(text: string, before: string, head: ParsedFrontMatter): ParsedFrontMatter | undefined {
  const closedAt = head.bodyStart + 2; // with the line break that ends its last line
  return head.frontMatter && text.slice(0, closedAt) === before.slice(0, closedAt) ? head : undefined;
}
