// The body of a new translation: what recurs already translated, the rest marked as the project wants it.
import { wholeLines } from '../checks/support/blockLines.js';
import { styledBlocks } from '../checks/support/insertStyle.js';
import type { Block, Issue } from '../model.js';
import type { InsertStyle } from '../project/rules.js';
import type { Edit } from '../text/edit.js';
import { slice, type Span } from '../text/span.js';
import type { Recurring } from './recurring.js';

/** The edits of `source`'s body that make it the translation's first draft. */
export function draftBody(source: Issue, recurring: Recurring, style: InsertStyle): Edit[] {
  const translated = source.blocks.map((block) => recurring(block, source));
  const edits = source.blocks.flatMap((block, i): Edit[] => {
    const markdown = translated[i];
    return markdown === undefined || markdown === slice(source.text, block.span)
      ? []
      : [{ span: block.span, newText: markdown.replaceAll('\n', source.newline) }];
  });
  const styled =
    style === 'plain'
      ? []
      : runsOf(source, translated).flatMap(([first, last]) => styledRun(source, first, last, style));
  return [...edits, ...styled, ...withoutDirectives(source)];
}

/** Kinds that keep their form: a quoted heading would be none. */
const kept: ReadonlySet<Block['kind']> = new Set(['heading', 'title', 'image', 'code', 'html', 'table']);

/** Blocks that are marked together, by their first and last: a paragraph, a whole list with all that is indented in it. */
function runsOf({ blocks, text, lines }: Issue, translated: readonly (string | undefined)[]): [number, number][] {
  const runs: [number, number][] = [];
  const isInList = ({ kind, span }: Block): boolean =>
    kind === 'list-item' || /^[ \t]/.test(text[lines.startOf(lines.positionAt(span.start).line)] ?? '');
  blocks.forEach(({ kind }, i) => {
    if (translated[i] !== undefined || kept.has(kind)) return;
    const run = runs.at(-1);
    if (run?.[1] === i - 1 && isInList(blocks[i]!) && isInList(blocks[i - 1]!)) run[1] = i;
    else runs.push([i, i]);
  });
  return runs;
}

function styledRun(source: Issue, first: number, last: number, style: InsertStyle): Edit[] {
  const span = wholeLines(source, first, last);
  const others = source.blocks.filter(({ index }) => index === first - 1 || index === last + 1);
  if (others.some((other) => touches(wholeLines(source, other.index, other.index), span))) return [];
  const { text, isQuoted } = styledBlocks(source, first, last, style);
  const is = text.replaceAll('\n', source.newline);
  if (is === slice(source.text, span)) return [];
  const before = isQuoted && !/(?:^|\n)[ \t]*\r?\n$/.test(source.text.slice(0, span.start)) ? source.newline : '';
  const behind =
    isQuoted && !/^(?:\r?\n[ \t]*(?:\r?\n|$)|\s*$)/.test(source.text.slice(span.end)) ? source.newline : '';
  return [{ span, newText: before + is + behind }];
}

/** Blocks that share a line. */
function touches(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Comments that speak to the checks of the source are not the translation's; their lines go with them. */
function withoutDirectives({ directives, text, frontMatter }: Issue): Edit[] {
  return directives
    .filter(({ span }) => span.start >= (frontMatter?.span.end ?? 0))
    .map(({ span }) => {
      const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
      const isAlone =
        text.slice(lineStart, span.start).trim() === '' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(span.end));
      const end = isAlone ? span.end + /^[ \t]*(?:\r?\n)?/.exec(text.slice(span.end))![0].length : span.end;
      return { span: { start: isAlone ? lineStart : span.start, end }, newText: '' };
    });
}
