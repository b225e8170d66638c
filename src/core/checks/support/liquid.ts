// The Liquid of a post, and the shortcodes of Hugo and Zola: tags and outputs, taken apart.
import type { Nodes } from 'mdast';
import { visit, SKIP } from 'unist-util-visit';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import type { Span } from '../../text/span.js';

/** A value of a tag, e.g. `caption="A robot"`. */
export interface LiquidParameter {
  readonly name: string;
  /** Without its quotation marks. */
  readonly value: string;
}

/** `{% include note.html text="…" %}` or `{{ page.title }}`; the shortcodes `{{< figure src="…" >}}` and `{{ figure(src="…") }}` are tags as well. */
export interface Liquid extends Span {
  readonly kind: 'tag' | 'output';
  /** Of a tag, its name; of an output, its whole expression. */
  readonly name: string;
  /** What names this one among those of its name: the file of an include, the variable of an assignment. */
  readonly head: string;
  readonly parameters: readonly LiquidParameter[];
  readonly raw: string;
  /** The block that it stands in, or the last one before it. */
  readonly block: Block | undefined;
  readonly isInBlock: boolean;
}

/** Both end at the next sign that could end them, so that looking takes time linear in the text. */
const liquid = /\{%-?((?:(?!\{%|%\})[\s\S])*?)-?%\}|\{\{-?((?:(?!\{\{|\}\}|\n\n)[\s\S])*?)-?\}\}/g;

/** Zola's way to write a shortcode: `figure(src="…", alt="…")`. */
const call = /^\s*([A-Za-z_][\w:]*)\(([\s\S]*)\)\s*$/;

/** All Liquid that runs and shows: not of comments and raw text, code, addresses. */
export function liquidOf(issue: Issue): Liquid[] {
  if (!/\{[%{]/.test(issue.text)) return [];
  const elsewhere = notHere(issue);
  const found: Liquid[] = [];
  let skipTo: string | undefined;
  let next = 0;
  let place = 0;
  for (const match of issue.text.matchAll(liquid)) {
    const [raw, tag, output] = match;
    const [start, end] = [match.index, match.index + raw.length];
    const called = call.exec(tag ?? output!);
    const content = called ? '' : (tag ?? shortcodeIn(output!));
    const [name, rest] = called ? [called[1]!, called[2]!] : content === undefined ? ['', ''] : split(content.trim());
    if (skipTo !== undefined) {
      if (name === skipTo) skipTo = undefined;
      continue;
    }
    if (name === 'comment' || name === 'raw') skipTo = `end${name}`;
    while (place < elsewhere.length && elsewhere[place]!.end <= start) place++;
    if (name === 'comment' || (place < elsewhere.length && elsewhere[place]!.start < end)) continue;
    while (next < issue.blocks.length && issue.blocks[next]!.span.start <= start) next++;
    const block = issue.blocks[next - 1];
    const placed = { start, end, raw, block, isInBlock: block !== undefined && end <= block.span.end };
    if (called) found.push({ ...placed, kind: 'tag', name, head: '', parameters: parametersOf(rest) });
    else if (content === undefined)
      found.push({ ...placed, kind: 'output', name: spaced(output!), head: '', parameters: [] });
    else if (tag === undefined)
      found.push({ ...placed, kind: 'tag', name, head: '', parameters: shortcodeParameters(rest) });
    else found.push({ ...placed, kind: 'tag', name, ...takenApart(name, rest) });
  }
  return found;
}

/** What a shortcode says, given what stands between its braces, `< name … >` or `% name … %`. */
function shortcodeIn(output: string): string | undefined {
  const inner = output.trim();
  const isOne =
    inner.length > 2 &&
    ((inner.startsWith('<') && inner.endsWith('>')) || (inner.startsWith('%') && inner.endsWith('%')));
  if (!isOne) return undefined;
  const content = inner.slice(1, -1).trim();
  return content.endsWith('/') ? content.slice(0, -1).trimEnd() : content;
}

/** Its named values, and the first of those without a name: the video that is shown, the page that is led to. */
function shortcodeParameters(rest: string): LiquidParameter[] {
  const named = parametersOf(rest);
  const first = /^("[^"]*"|'[^']*'|[^\s=]+)(?![^\s])(?!\s*=)/.exec(rest)?.[1];
  return first === undefined ? named : [{ name: 'value', value: unquoted(first) }, ...named];
}

function parametersOf(rest: string): LiquidParameter[] {
  return Array.from(
    rest.matchAll(/(?<![\p{L}\p{N}_-])([\p{L}_][\p{L}\p{N}_-]*)\s*[=:]\s*("[^"]*"|'[^']*'|[^\s,]+)/gu),
    ([, key, value]): LiquidParameter => ({ name: key!, value: unquoted(value!) }),
  );
}

function split(content: string): [string, string] {
  const name = /^[^\s"'=]*/.exec(content)![0];
  return [name, content.slice(name.length).trim()];
}

function spaced(expression: string): string {
  return expression
    .replace(/\s+/g, ' ')
    .replace(/ ?([|:,.[\]]) ?/g, '$1')
    .replaceAll('“', '"')
    .replaceAll('”', '"')
    .trim();
}

/** Includes, and tags that take an address, whose head may differ from one language to the next. */
function takenApart(name: string, rest: string): Pick<Liquid, 'head' | 'parameters'> {
  if (name === 'assign') {
    const match = /^([\w.-]+)\s*=([\s\S]*)$/.exec(rest);
    return match
      ? { head: match[1]!, parameters: [{ name: 'value', value: unquoted(match[2]!.trimStart()) }] }
      : { head: spaced(rest), parameters: [] };
  }
  if (name === 'link' || name === 'post_url') return { head: '', parameters: [] };
  const parameters = parametersOf(rest);
  const isConditional = /^(?:if|elsif|unless|for|case|when|capture|highlight|cycle|tablerow)$/.test(name);
  return {
    head: isConditional ? spaced(rest) : (/^[^\s=]*(?=\s|$)/.exec(rest)?.[0] ?? ''),
    parameters: isConditional ? [] : parameters,
  };
}

function unquoted(value: string): string {
  return value.trim().replace(/^(["'])([\s\S]*)\1$/, '$2');
}

/** Code, and the addresses of links, pictures and definitions, whose checks look at those. */
function notHere({ blocks, definitions }: Issue): Span[] {
  const spans: Span[] = definitions.map(({ span }) => span);
  for (const block of blocks) {
    for (const { urlSpan } of [...block.links, ...block.images]) if (urlSpan) spans.push(urlSpan);
    for (const root of block.nodes) {
      visit(root as Nodes, (node) => {
        if (node.type !== 'code' && node.type !== 'inlineCode') return undefined;
        spans.push(nodeSpan(node, block.nodeOffset));
        return SKIP;
      });
    }
  }
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
