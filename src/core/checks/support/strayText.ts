// Literal leftovers in running text: headings without their space, entities that show, backslashes, brackets, damaged templates.
import type { Block, Issue } from '../../model.js';
import { normaliseLabel } from '../../parse/markdown.js';
import { isForKramdown } from './kramdown.js';
import { hidden } from './mask.js';
import { oncePer } from './memo.js';
import { replacing, type Stray } from './stray.js';
import { stretchesOf, type Stretch } from './visibleText.js';

/** All leftovers in the text of one block; each stretch of plain text is looked at by itself, the brackets of a block together. Hangs on `aboutStrayText`. */
export function strayText(issue: Issue, block: Block): Stray[] {
  const stretches = stretchesOf(issue, block);
  return [
    ...stretches.flatMap((stretch) => [
      ...headings(issue, block, stretch),
      ...entities(stretch),
      ...backslashes(stretch),
      ...templates(issue, stretch),
      ...chatMarks(stretch),
    ]),
    ...brackets(issue, stretches),
  ];
}

/** What of the whole post decides on the leftovers of its blocks. */
export function aboutStrayText(issue: Issue): readonly boolean[] {
  return [isForKramdown(issue), hasTopHeadings(issue)];
}

/** `##Heading`, `＃ Heading`: at the beginning of a line of a paragraph. A single `#` may begin a hashtag. */
function headings(issue: Issue, block: Block, { start, text, inside }: Stretch): Stray[] {
  if (
    block.kind === 'heading' ||
    block.kind === 'table' ||
    inside.some(({ type }) => type === 'link' || type === 'linkReference')
  )
    return [];
  return Array.from(
    text.matchAll(/(?:^|\n)[ ]{0,3}(#{1,6}(?!#)|＃{1,6})([ \t]*)(?=[\p{L}\p{Extended_Pictographic}*_[“"«「])/gu),
  ).flatMap((match): Stray[] => {
    const at = start + match.index + match[0].indexOf(match[1]!);
    if (!isLineStart(issue.text, at) || (match[1]![0] === '#' && match[2] !== '')) return [];
    const line = issue.text.slice(at, at + 300).split(/[\r\n]/)[0]!;
    if (match[1] === '#' && (block.text.length > 100 || !isHeadingLike(issue, line.slice(1)))) return [];
    const end = at + match[1]!.length + match[2]!.length;
    return [
      {
        kind: 'heading',
        span: { start: at, end },
        what: line.slice(0, 40),
        fixes: [
          replacing(
            'Write it as a heading',
            { start: at, end },
            `${'#'.repeat(match[1]!.length)} `,
            match[1]!.length > 1,
          ),
        ],
      },
    ];
  });
}

/** One `#` and words: a heading only where the post has such headings, and no hashtag. */
function isHeadingLike(issue: Issue, line: string): boolean {
  return hasTopHeadings(issue) && !line.includes('#') && !/^\p{Ll}/u.test(line);
}

const hasTopHeadings = oncePer(
  ({ blocks }: Issue): boolean => blocks.filter((block) => block.kind === 'heading' && block.depth === 1).length >= 2,
);

function isLineStart(text: string, at: number): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, at - 4), at));
}

const entity =
  /&(?:nbsp|amp|lt|gt|quot|apos|mdash|ndash|hellip|laquo|raquo|rsquo|lsquo|ldquo|rdquo|#\d{2,6}|#x[\da-f]{2,5})/gi;

/** `&amp;nbsp;`, `&nbsp；`, `&nbsp` without its end: all of them are shown as they stand. */
function entities({ start, text }: Stretch): Stray[] {
  if (!text.includes('&')) return [];
  const found: Stray[] = [];
  for (const match of text.matchAll(new RegExp(String.raw`&amp;(?=${entity.source.slice(1)};)`, 'gi'))) {
    const rest = /^[#\w]+;/.exec(text.slice(match.index + match[0].length))![0];
    const span = { start: start + match.index, end: start + match.index + match[0].length + rest.length };
    found.push({
      kind: 'entity',
      span,
      what: `&${rest}`,
      fixes: [replacing(`Write “&${rest}”`, span, `&${rest}`, true)],
    });
  }
  for (const match of text.matchAll(new RegExp(String.raw`${entity.source}(?:[ \t]?；|(?![\w;；=]))`, 'gi'))) {
    if (
      !/^&(?:nbsp|quot|mdash|ndash|hellip|laquo|raquo|[lr][sd]quo|#)|；$/i.test(match[0]) ||
      text[match.index - 1] === '\\'
    )
      continue;
    const name = match[0].replace(/(?<![ \t])[ \t]*；$/, '');
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    found.push({
      kind: 'entityEnd',
      span,
      what: match[0],
      fixes: [replacing(`Write “${name};”`, span, `${name};`, true)],
    });
  }
  for (const match of text.matchAll(/(?<=\S)(?:[ \t]*&nbsp;){2,}[ \t]*(?=\S)/g)) {
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    found.push({
      kind: 'spaces',
      span,
      what: '&nbsp;',
      severity: 'hint',
      fixes: [replacing('Leave one', span, '&nbsp;', false)],
    });
  }
  return found;
}

/** `\\` is vertical space where it stands alone on a line, and a line break at the end of one; elsewhere it shows. */
function backslashes({ start, text }: Stretch): Stray[] {
  if (!text.includes('\\\\')) return [];
  const found: Stray[] = [];
  for (const match of text.matchAll(/(?<!\\)\\\\(?!\\)[ \t]+(?=\S)/g)) {
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    if (text[match.index + match[0].length] === hidden) continue;
    found.push({ kind: 'backslashes', span, what: '\\\\', fixes: [replacing('Remove it', span, '', false)] });
  }
  return found;
}

/** `{ % include x % }`, `｛％ … ％｝`, `{% include x` without an end; `[words](address) {:target="_blank"}`. */
function templates(issue: Issue, { start, text }: Stretch): Stray[] {
  const found: Stray[] = [];
  const add = (kind: Stray['kind'], index: number, length: number, what: string, fixed?: string): void => {
    const span = { start: start + index, end: start + index + length };
    found.push({
      kind,
      span,
      what,
      fixes: fixed === undefined ? [] : [replacing(`Write “${fixed.slice(0, 40)}”`, span, fixed, true)],
    });
  };
  for (const match of text.matchAll(
    /[{｛][ \t]*[%％][ \t]*([a-z_]+(?:[ \t][^{}%％｛｝\n]{0,200}?)?)[ \t]*[%％][ \t]*[}｝]/g,
  )) {
    if (!match[0].startsWith('{%')) add('liquid', match.index, match[0].length, match[0], `{% ${match[1]!} %}`);
  }
  for (const match of text.matchAll(
    /(?<![{%\p{N}])%[ \t]*((?:include(?:_relative)?|assign|if|unless|for|end[a-z]+|raw|comment|capture|highlight)\b[^{}%\n]{0,200}?)[ \t]*%\}/gu,
  )) {
    add('liquid', match.index, match[0].length, match[0], `{% ${match[1]!} %}`);
  }
  for (const match of text.matchAll(/(?<!\{)\{%-?[ \t]*[a-z_]+\b[^{}%\n]{0,100}/g)) {
    if (!/^\{%(?:(?!\{%|%\})[\s\S])*%\}/.test(issue.text.slice(start + match.index, start + match.index + 10_000)))
      add(
        'liquidOpen',
        match.index,
        /^\{%[^\n]{0,500}?(?=\s*(?:\{%|\r?\n|$))/.exec(text.slice(match.index, match.index + 600))?.[0].length ?? 2,
        match[0].trim(),
      );
  }
  if (!isForKramdown(issue)) return found;
  for (const match of issue.text
    .slice(start - 1, start + text.length)
    .matchAll(/(?<=[)\]])([ \t]+)\{[:：][ \t]*(?:[.#][\w-]+|[\w-]+=)[^{}\n]{0,100}\}/g)) {
    if (
      start - 1 + match.index + match[0].length > start + text.length ||
      isLineStart(issue.text, start - 1 + match.index)
    )
      continue;
    add('attributes', match.index - 1, match[0].length, match[0].trim(), match[0].trim().replace('：', ':'));
  }
  return found;
}

/** What chat programs leave where their sources stood. */
function chatMarks({ start, text }: Stretch): Stray[] {
  return Array.from(
    text.matchAll(
      /[ \t]?(?::?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|【\d{1,3}(?::\d{1,3})?†[^【】]{0,60}】)/g,
    ),
    (match) => {
      const span = { start: start + match.index, end: start + match.index + match[0].length };
      return { kind: 'chat', span, what: match[0].trim(), fixes: [replacing('Remove it', span, '', true)] };
    },
  );
}

interface Bracket {
  readonly character: string;
  readonly at: number;
}

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
/** `[0, 1)`, `]0; 2,5[`, `[1, Inf)`: intervals open and close as they like. */
const interval =
  /[[\]()][-+−]?(?:\d{1,9}(?:[.,]\d{1,9})?|[\d.]{1,11}|∞|\p{L}|inf)[ ]?[,;][ ]?[-+−]?(?:\d{1,9}(?:[.,]\d{1,9})?|[\d.]{1,11}|∞|\p{L}|inf)[[\]()]/giu;
/** `1)`, `a)`, `iv)` in a list; `:)`, `;-(`. */
const isListMark = /(?:^|[^\p{L}\p{N}])(?:\p{N}{1,3}|\p{L}|[ivx]{1,4})$/u;
const isFace = /[:;=]['’]?-?$/;

/** Brackets that nothing closes or opens. */
function brackets(issue: Issue, stretches: readonly Stretch[]): Stray[] {
  const open: Bracket[] = [];
  const found: Stray[] = [];
  for (const { start, text } of stretches) {
    const bare = text.replace(interval, (match) => (isBalanced(match) ? match : hidden.repeat(match.length)));
    for (const { 0: written, index } of bare.matchAll(/\\[\s\S]|[[\]()（）［］]/g)) {
      if (written.startsWith('\\')) continue;
      const character = written.normalize('NFKC');
      const opening = openings[character];
      const before = bare.slice(Math.max(0, index - 5), index);
      if (!opening) open.push({ character, at: start + index });
      else {
        const last = open.findLastIndex((bracket) => bracket.character === opening);
        if (last >= 0) open.splice(last, 1);
        else if (!isFace.test(before) && (character === ']' || !isListMark.test(before)))
          found.push(lone(issue, 'close', character, start + index));
      }
    }
    if (open.length + found.length > 20) return []; // art or code
  }
  const lasting = open.filter(({ at }) => !isFace.test(issue.text.slice(Math.max(0, at - 3), at)));
  return [...found, ...lasting.map(({ character, at }) => lone(issue, 'open', character, at))];
}

function isBalanced(text: string): boolean {
  return /^\(.*\)$|^\[.*\]$/s.test(text);
}

function lone(issue: Issue, kind: 'open' | 'close', character: string, at: number): Stray {
  const span = { start: at, end: at + 1 };
  const isSquare = character === '[' || character === ']';
  const label = kind === 'open' && isSquare ? labelBehind(issue, at) : undefined;
  const isDoubled = /[)\]）］]/.test(issue.text[at - 1] ?? '') && kind === 'close';
  const fixes =
    label !== undefined
      ? [replacing('Close it before the label', { start: label, end: label }, ']', false)]
      : isSquare || isDoubled
        ? [replacing('Remove it', span, '', false)]
        : [];
  return { kind, span, what: issue.text[at]!, ...(isSquare ? {} : { severity: 'information' as const }), fixes };
}

/** Where the `]` is missing in `[words[label]`, if that label is defined. */
function labelBehind({ text, definitions }: Issue, at: number): number | undefined {
  const match = /^\[[^[\]]{1,200}?(\[([^[\]]{1,200})\])/.exec(text.slice(at, at + 500));
  return match && definitions.some((one) => one.label === normaliseLabel(match[2]!))
    ? at + match[0].length - match[1]!.length
    : undefined;
}
