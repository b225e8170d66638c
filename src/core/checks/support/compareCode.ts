// The code of source and translation, matched: between backticks, and in blocks of its own.
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Unit } from '../../align/alignment.js';
import type { Block, Issue } from '../../model.js';
import { nodeSpan } from '../../parse/nodeSpan.js';
import { commonEnds } from '../../text/ends.js';
import { slice, type Span } from '../../text/span.js';
import type { PairContext } from '../check.js';
import { distance, essentialLines, isAccident, isCommand, isPlaceholder } from './codeText.js';
import { countsOf, isComparable } from './comparable.js';
import { pastedBlocks } from './comparedUnits.js';
import { oncePer } from './memo.js';

/** Code between backticks, and where it stands, backticks included. */
export interface InlineCode extends Span {
  readonly value: string;
}

export type CodeChange =
  | { readonly kind: 'damaged' | 'changed'; readonly source: InlineCode; readonly target: InlineCode }
  /** The words are there, without their backticks. */
  | { readonly kind: 'bare'; readonly source: InlineCode; readonly span: Span }
  | { readonly kind: 'lost'; readonly source: InlineCode; readonly block: Block }
  | {
      readonly kind: 'blockDamaged' | 'blockChanged' | 'blockLonger';
      readonly source: Block;
      readonly target: Block;
      readonly line: Span;
      readonly sourceLine: Span;
      readonly lines: number;
    };

/** All code that is not the source's. */
export function compareCode(context: PairContext): CodeChange[] {
  if (!context.source.blocks.some(({ code }) => code.length > 0)) return [];
  const [inSource, inTarget] = [context.source, context.target].map(({ blocks }) =>
    countsOf(blocks.flatMap((block) => block.code)),
  ) as [Map<string, number>, Map<string, number>];
  return context.alignment.units.flatMap((unit) =>
    isComparable(unit) && !unit.target.some((block) => pastedBlocks(context).has(block))
      ? [...inlineChanges(unit, context, inSource, inTarget), ...blockChange(unit, context)]
      : [],
  );
}

function inlineCodeOf({ text }: Issue, block: Block): InlineCode[] {
  const found: InlineCode[] = [];
  if (block.kind === 'code' || block.code.length === 0) return found;
  for (const root of block.nodes) {
    visit(root as Nodes, 'inlineCode', (node) => {
      const { start, end } = nodeSpan(node, block.nodeOffset);
      if (start >= block.span.start && end <= block.span.end && text[start] === '`')
        found.push({ start, end, value: node.value });
    });
  }
  return found;
}

/** Shorter code is too like other code to tell what it was. */
const shortest = 3;

function inlineChanges(
  unit: Unit,
  context: PairContext,
  inSource: ReadonlyMap<string, number>,
  inTarget: ReadonlyMap<string, number>,
): CodeChange[] {
  const sources = unit.source.flatMap((block) => inlineCodeOf(context.source, block));
  if (sources.length === 0) return [];
  const targets = unit.target.flatMap((block) => inlineCodeOf(context.target, block));
  const [own, theirs] = [byKey(targets), byKey(sources)];
  const fresh = targets.filter((one) => !theirs.has(keyOf(one)) && !inSource.has(one.value));
  const changes: CodeChange[] = [];
  const unmatched = [...theirs].flatMap(([key, one]) => (own.has(key) ? [] : [one]));
  let lost = unmatched.length - fresh.length; // the others seem to be translated
  for (const source of unmatched) {
    const at = nearest(source, fresh);
    if (at >= 0) {
      const [target] = fresh.splice(at, 1);
      if (isInflected(target!.value, source.value) || isMended(target!.value, source.value)) continue;
      changes.push({ kind: isAccident(target!.value, source.value) ? 'damaged' : 'changed', source, target: target! });
      continue;
    }
    const kept = inTarget.get(source.value) ?? 0;
    // As often as in the source: it stands in another place.
    if (kept >= inSource.get(source.value)! || isPlaceholder(source.value)) continue;
    const span = bareIn(unit.target, source.value, context.target);
    // What may be a word may be meant as one.
    if (span && kept === 0 && isWord(source.value, context)) continue;
    if (span) changes.push({ kind: 'bare', source, span });
    else if (lost-- > 0) changes.push({ kind: 'lost', source, block: unit.target.at(-1)! });
  }
  return changes;
}

/**
 * White space is no change: lines are broken elsewhere, and some languages put it before a colon. Nor are the slash
 * behind a folder and the brackets behind a function.
 */
function keyOf({ value }: InlineCode): string {
  return value.replace(/\s+/g, '').replace(/(?<=\w)(?:\/|\(\))$/, '');
}

/** `merged` for `merge`: a word of the language, with its ending. */
function isInflected(target: string, source: string): boolean {
  return /^[a-z]+$/.test(source) && target.startsWith(source) && /^(?:e?s|e?d|ing)$/.test(target.slice(source.length));
}

/** Whether the accident was the source's: the translation has plain signs where that has wide or typographic ones. */
function isMended(target: string, source: string): boolean {
  const odd = (code: string): number => (code.match(/[\uff01-\uff5e“”‘’\u3000]/g) ?? []).length;
  return odd(target) < odd(source) && isAccident(target, source);
}

/** The first code of each key, in the order of the text. */
function byKey(codes: readonly InlineCode[]): Map<string, InlineCode> {
  const found = new Map<string, InlineCode>();
  for (const one of codes) {
    const key = keyOf(one);
    if (!found.has(key)) found.set(key, one);
  }
  return found;
}

/** Code comes in about the source's order: of thousands of pieces in a paragraph only the next ones are looked at. */
const mostLookedAt = 60;

/** The target's code that this must have been: the same but for an accident, or nearly the same. */
function nearest({ value }: InlineCode, all: readonly InlineCode[]): number {
  const candidates = all.length > mostLookedAt ? all.slice(0, mostLookedAt) : all;
  const accident = candidates.findIndex((one) => isAccident(one.value, value));
  if (accident >= 0 || value.length < shortest || value.length > 200) return accident;
  const most = value.length < 8 ? 1 : Math.max(2, Math.floor(value.length / 6)); // two letters that changed places are two
  return candidates.findIndex(
    (one) =>
      !isPlaceholder(one.value) &&
      !/[^\0-\x7f]/.test(one.value) &&
      !/\d/.test(difference(one.value, value)) &&
      distance(one.value, value, most) <= most,
  );
}

/** What is between the common beginning and the common end: a number in it is a decision, as of a version. */
function difference(a: string, b: string): string {
  const { front, back } = commonEnds(a, b);
  return a.slice(front, a.length - back) + b.slice(front, b.length - back);
}

/** Whether code may be an ordinary word or a name, as opposed to `max_depth`, `foo()`, `--flag`, `camelCase`, `git pull`: the source has it without backticks as well. */
function isWord(value: string, { source }: PairContext): boolean {
  if (isCommand(value) || /[_()=<>/\\$-]|\.\w|\p{Ll}\p{Lu}/u.test(value)) return false;
  return wordsOutsideCode(source).has(value.toLowerCase());
}

const wordsOutsideCode = oncePer(({ text, blocks }: Issue): ReadonlySet<string> => {
  return new Set(
    blocks.flatMap(({ span, kind }) =>
      kind === 'code'
        ? []
        : (slice(text, span)
            .replace(/`[^`]*`/g, ' ')
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? []),
    ),
  );
});

/** Where code stands as plain words. */
function bareIn(blocks: readonly Block[], value: string, { text }: Issue): Span | undefined {
  if (value.length < shortest) return undefined;
  for (const { span, links } of blocks) {
    let at = slice(text, span).indexOf(value);
    for (; at >= 0; at = slice(text, span).indexOf(value, at + 1)) {
      const [start, end] = [span.start + at, span.start + at + value.length];
      const isWhole = !/[\w-]/.test(text[start - 1] ?? '') && !/[\w-]/.test(text[end] ?? '');
      if (isWhole && text[start - 1] !== '`' && !links.some((link) => link.span.start < end && start < link.span.end))
        return { start, end };
    }
  }
  return undefined;
}

/** A block of code against its counterpart: comments, quoted prose and white space may differ, the rest must not. */
function blockChange({ source: sources, target: targets }: Unit, context: PairContext): CodeChange[] {
  const [source, target] = [sources[0]!, targets[0]!];
  if (sources.length !== 1 || targets.length !== 1 || source.kind !== 'code' || target.kind !== 'code') return [];
  const [from, to] = [source.code[0]!, target.code[0]!];
  if (from === to) return [];
  const place = (index: number, line: number): { line: Span; sourceLine: Span } => ({
    line: lineIn(context.target, target, to.split('\n')[index]!),
    sourceLine: lineIn(context.source, source, from.split('\n')[line]!),
  });
  const [fromLines, toLines] = [from.split('\n'), to.split('\n')];
  const damaged =
    fromLines.length === toLines.length
      ? toLines.flatMap((line, i) =>
          isAccident(line, fromLines[i]!) &&
          line.trim() !== fromLines[i]!.trim() &&
          /\S/.test(line) &&
          line.replace(/\s/g, '') !== fromLines[i]!.replace(/\s/g, '')
            ? [i]
            : [],
        )
      : [];
  if (damaged.length > 0 && isAccident(essentialLines(to).join('\n'), essentialLines(from).join('\n')))
    return [{ kind: 'blockDamaged', source, target, ...place(damaged[0]!, damaged[0]!), lines: damaged.length }];
  if (!isProgram(source, context.source)) return [];
  const [a, b] = [essentialLines(from), essentialLines(to)];
  if (a.length === b.length && a.every((line, i) => line === b[i] || isProseChange(line, b[i]!))) return [];
  let first = 0;
  while (first < a.length && a[first] === b[first]) first++;
  const differing = a.filter((line, i) => line !== b[i]).length;
  // Where one of them ends, its last line is what can be shown.
  const [index, line] = [rawIndex(to, b[first] ?? b.at(-1) ?? ''), rawIndex(from, a[first] ?? a.at(-1) ?? '')];
  return [
    {
      kind: first < a.length ? 'blockChanged' : 'blockLonger',
      source,
      target,
      ...place(index, line),
      lines: Math.max(1, differing),
    },
  ];
}

/** A fence that names a language, or signs that only programs have; anything else may be prose. */
function isProgram(block: Block, { text }: Issue): boolean {
  const language = /^(?:`{3,}|~{3,})[ \t]*([\w+#-]+)/.exec(text.slice(block.span.start, block.span.start + 60))?.[1];
  if (language !== undefined) return !/^(?:te?xt|plain\w*|md|markdown|output|console|none|quote|poem)$/i.test(language);
  return /[;{}]\s*$|\w\([^()]*\)|^[ \t]*(?:def|import|from|class|function|const|let|var|if|for|return|pip|npm|git|sudo)\b/m.test(
    block.code[0]!,
  );
}

/** Whether two lines differ only in words of another script, or in words inside angle brackets. */
function isProseChange(source: string, target: string): boolean {
  const bare = (line: string): string =>
    line
      .replace(/<[^<>]*>/g, '<>')
      .replace(/[^\0-\x7f]+/g, '')
      .replace(/\p{L}+/gu, 'a')
      .replace(/a(?:[ _-]+a)*/g, 'a')
      .replace(/\s+/g, '');
  return /[^\0-\x7f]/.test(target) && bare(source) === bare(target);
}

function rawIndex(code: string, essential: string): number {
  const lines = code.split('\n');
  const at = lines.findIndex((line) => essentialLines(line).includes(essential));
  return at < 0 ? 0 : at;
}

function lineIn({ text }: Issue, { span }: Block, line: string): Span {
  const at = line.trim() === '' ? -1 : slice(text, span).indexOf(line.trim());
  return at < 0
    ? {
        start: span.start,
        end: Math.min(span.end, text.indexOf('\n', span.start) < 0 ? span.end : text.indexOf('\n', span.start)),
      }
    : { start: span.start + at, end: span.start + at + line.trim().length };
}
