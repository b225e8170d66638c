// Leftovers of HTML in running text: tags that nobody closed, tags that are none, and what editors leave behind.
import type { Html, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import type { Span } from '../../text/span.js';
import type { DraftFix } from '../check.js';
import { htmlNames } from './htmlNames.js';
import { oncePer } from './memo.js';
import { replacing, type Stray } from './stray.js';
import { stretchesOf } from './visibleText.js';

interface Tag extends Span {
  readonly name: string;
  readonly text: string;
  readonly isClosing: boolean;
}

/** Elements inside a line of text, which must be closed. */
const formatting = new Set([
  'a',
  'b',
  'i',
  'em',
  'strong',
  'u',
  's',
  'del',
  'ins',
  'mark',
  'small',
  'big',
  'sup',
  'sub',
  'span',
  'code',
  'kbd',
  'q',
  'cite',
  'font',
  'tt',
  'strike',
]);

/** All leftovers of HTML in one block. */
export function strayTags(issue: Issue, block: Block): Stray[] {
  if (block.kind === 'code' || block.kind === 'html' || !hasTag(block, issue)) return [];
  const tags = tagsOf(block);
  return [
    ...spacedTags(issue, block),
    ...unbalanced(issue, block, tags),
    ...unknown(issue, tags),
    ...fromEditors(tags),
  ];
}

function hasTag({ span }: Block, { text }: Issue): boolean {
  return text.slice(span.start, span.end).includes('<');
}

function tagsOf(block: Block): Tag[] {
  const tags: Tag[] = [];
  for (const root of block.nodes) {
    visit(root as Nodes, 'html', (node: Html) => {
      const { start } = nodeSpan(node, block.nodeOffset);
      const match = /^<(\/?)([a-z][a-z0-9:-]*)/i.exec(node.value);
      if (match && start >= block.span.start && start < block.span.end)
        tags.push({
          start,
          end: start + node.value.length,
          name: match[2]!,
          text: node.value,
          isClosing: match[1] === '/',
        });
    });
  }
  return tags;
}

/** `</ b>`, `< br>`, `<br / >`: shown as they stand. */
function spacedTags(issue: Issue, block: Block): Stray[] {
  return stretchesOf(issue, block).flatMap(({ start, text }) =>
    Array.from(
      text.matchAll(/<(?:[ \t]+(\/?)|(\/)[ \t]+)([a-z][a-z0-9]{0,10})[ \t]*>|<([a-z]{2,6})[ \t]*\/[ \t]+>/gi),
    ).flatMap((match): Stray[] => {
      const [whole, slash = '', slashToo = '', name = match[4]!] = match;
      if (!htmlNames.has(name.toLowerCase()) || (slash + slashToo === '' && match[4] === undefined && name.length < 2))
        return [];
      const span = { start: start + match.index, end: start + match.index + whole.length };
      const tag = match[4] === undefined ? `<${slash || slashToo}${name}>` : `<${name}>`;
      return [{ kind: 'spacedTag', span, what: whole, fixes: [replacing(`Write “${tag}”`, span, tag, true)] }];
    }),
  );
}

function unbalanced(issue: Issue, block: Block, tags: readonly Tag[]): Stray[] {
  const open: Tag[] = [];
  const lone: Tag[] = [];
  for (const tag of tags) {
    if (
      !formatting.has(tag.name.toLowerCase()) ||
      tag.text.endsWith('/>') ||
      (tag.name === 'a' && !tag.isClosing && !/\shref\s*=/i.test(tag.text))
    )
      continue;
    const last = tag.isClosing ? open.findLastIndex(({ name }) => name.toLowerCase() === tag.name.toLowerCase()) : -1;
    if (!tag.isClosing) open.push(tag);
    else if (last >= 0) open.splice(last, 1);
    else if (tag.name !== 'a') lone.push(tag); // it may close an anchor
  }
  return [...open, ...lone]
    .filter((tag) => !isClosedElsewhere(issue, tag))
    .map((tag): Stray => ({
      kind: tag.isClosing ? 'unopenedTag' : 'unclosedTag',
      span: { start: tag.start, end: tag.end },
      what: tag.text.length > 40 ? `<${tag.name}>` : tag.text,
      fixes: [
        brokenEnd(issue, block, tag) ??
          replacing(`Remove “${tag.text.slice(0, 30)}”`, { start: tag.start, end: tag.end }, '', false),
      ],
    }));
}

/** `<kbd>Ctrl</kbd and`: the tag is closed by what only lacks its “>”. */
function brokenEnd({ text }: Issue, { span }: Block, tag: Tag): DraftFix | undefined {
  if (tag.isClosing) return undefined;
  const behind = text.slice(tag.end, Math.min(span.end, tag.end + 1000));
  const end = Array.from(behind.matchAll(/<\/([a-z][a-z0-9]{0,30})(?![\w:-]|\s*>)/gi)).find(
    ([, name]) => name!.toLowerCase() === tag.name.toLowerCase(),
  );
  if (!end) return undefined;
  const at = tag.end + end.index + end[0].length;
  return { title: `Write “${end[0]}>”`, edits: [{ span: { start: at, end: at }, newText: '>' }], preferred: true };
}

/** How many tags open and close each element in the whole post, by its name in lower case. */
const tagCounts = oncePer((issue: Issue): ReadonlyMap<string, { opened: number; closed: number }> => {
  const counts = new Map<string, { opened: number; closed: number }>();
  for (const [, slash, closed, opened] of issue.text.matchAll(
    /<(?:(\/)([a-z][a-z0-9]{0,30})\s{0,9}>|([a-z][a-z0-9]{0,30})(?=[\s>]))/gi,
  )) {
    const key = (closed ?? opened!).toLowerCase();
    const known = counts.get(key) ?? { opened: 0, closed: 0 };
    counts.set(key, slash ? { ...known, closed: known.closed + 1 } : { ...known, opened: known.opened + 1 });
  }
  return counts;
});

/** Whether all elements of that name in the post are closed in all, be it in another paragraph. */
function isClosedElsewhere(issue: Issue, { name }: Tag): boolean {
  const counts = tagCounts(issue).get(name.toLowerCase());
  return counts !== undefined && counts.opened === counts.closed;
}

/** `<token>`: Markdown takes it for HTML, browsers for an element they don't know, and nobody sees it. */
function unknown(issue: Issue, tags: readonly Tag[]): Stray[] {
  return tags.flatMap((tag): Stray[] => {
    if (tag.isClosing || htmlNames.has(tag.name.toLowerCase()) || !/^<[a-z][a-z0-9]*>$/i.test(tag.text)) return [];
    if ((tagCounts(issue).get(tag.name.toLowerCase())?.closed ?? 0) > 0) return [];
    const span = { start: tag.start, end: tag.end };
    return [
      {
        kind: 'unknownTag',
        span,
        what: tag.text,
        ...(/^\p{Lu}/u.test(tag.name) ? { severity: 'information' as const } : {}),
        fixes: [
          replacing('Show it as text', span, `&lt;${tag.name}&gt;`, false),
          { ...replacing('Show it as code', span, `\`${tag.text}\``, false), preferred: false },
        ],
      },
    ];
  });
}

const ofEditors =
  /\bclass\s*=\s*["']?(?:Mso\w|Apple-|markup--|graf)|docs-internal-guid|\bdata-mce-|\bmso-|font-weight:\s*(?:400|normal)|^<\/?(?:o|w|st1|m):[a-z]+/i;

/** `<span style="font-weight: 400;">`, `<o:p>`: what word processors put into text that is pasted. */
function fromEditors(tags: readonly Tag[]): Stray[] {
  return tags.flatMap((tag, i): Stray[] => {
    if (tag.isClosing || !ofEditors.test(tag.text)) return [];
    const close = closing(tags, i);
    const edits = [tag, ...(close ? [close] : [])].map(({ start, end }) => ({ span: { start, end }, newText: '' }));
    return [
      {
        kind: 'editor',
        span: { start: tag.start, end: tag.end },
        what: tag.text.length > 40 ? `<${tag.name} …>` : tag.text,
        severity: 'information',
        fixes: close ? [{ title: 'Remove the tags, keep the text', edits, preferred: true }] : [],
      },
    ];
  });
}

function closing(tags: readonly Tag[], opened: number): Tag | undefined {
  let depth = 0;
  return tags.slice(opened).find((tag) => {
    if (tag.name !== tags[opened]!.name) return false;
    depth += tag.isClosing ? -1 : 1;
    return depth === 0;
  });
}
