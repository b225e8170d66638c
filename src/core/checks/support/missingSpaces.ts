// Words that stand side by side without the space that belongs between them.
import type { Block, Issue } from '../../model.js';
import { emojiOf } from '../../text/words.js';
import type { Span } from '../../text/span.js';
import { isComparable } from './comparable.js';
import { hasUnspaced } from './emphasisMarks.js';
import { perBlock, perUnit } from './perRow.js';
import { stretchesOf } from './visibleText.js';

export interface MissingSpace {
  /** Both words, or the word and the emoji or link. */
  readonly span: Span;
  /** Where the space belongs. */
  readonly at: number;
  readonly kind: 'scripts' | 'link' | 'emoji' | 'words';
  readonly source?: Span;
}

/** Arabic and Hebrew put short words right before others, but never right behind a foreign one, nor long ones before it. */
const scripts =
  /[A-Za-z]{2,40}(?=[\p{Script=Arabic}\p{Script=Hebrew}]{3})|[\p{Script=Arabic}\p{Script=Hebrew}]{6,40}(?=[A-Za-z]{2})/gu;

/** What Persian puts behind a foreign word as behind its own: plurals, possessives, the comparative. */
const persianEnding = /^(?:ها[یي]{1,2}(?:[شمت]|[شمت]ان)?|تر[یي]ن|[شمت]ان|اند|ا[یي][مد])(?!\p{L})/u;

/** What one text shows by itself. */
export const missingSpaces = perBlock((block, { target: issue }): readonly MissingSpace[] => [
  ...(mayJoinScripts(block) ? stretchesOf(issue, block) : []).flatMap(({ start, text }) =>
    Array.from(text.matchAll(scripts)).flatMap((match): MissingSpace[] => {
      const behind = match.index + match[0].length;
      if (persianEnding.test(text.slice(behind, behind + 12))) return [];
      const at = start + behind;
      return [
        {
          kind: 'scripts',
          at,
          span: {
            start: start + match.index,
            end: at + /^[\p{L}\p{M}]*/u.exec(issue.text.slice(at, at + 40))![0].length,
          },
        },
      ];
    }),
  ),
  ...beforeLinks(issue, block),
]);

function mayJoinScripts({ text }: Block): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) && /[A-Za-z]/.test(text);
}

function mayBeGlued({ text }: Block): boolean {
  return /\p{L}\p{Extended_Pictographic}|\p{Ll}\p{Lu}/u.test(text);
}

/** `voir[la page](…)`: in these scripts no word goes on into a link. Behind it a suffix may follow. */
function beforeLinks({ text }: Issue, block: Block): MissingSpace[] {
  if (block.links.length === 0 || hasUnspaced(block.text)) return [];
  return block.links.flatMap((link): MissingSpace[] => {
    if (link.form !== 'inline' || link.text === '') return [];
    const before = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]{2,40}$/u.exec(
      text.slice(Math.max(block.span.start, link.span.start - 40), link.span.start),
    )?.[0];
    return before === undefined || !/^\p{L}/u.test(link.text)
      ? []
      : [
          {
            kind: 'link',
            at: link.span.start,
            span: { start: link.span.start - before.length, end: link.textSpan.end + 1 },
          },
        ];
  });
}

/** What the source shows to be two: an emoji with a space before it, words that stand side by side in it. */
export const gluedInTranslation = perUnit((unit, context): readonly MissingSpace[] => {
  if (!isComparable(unit)) return [];
  const { source, target } = unit;
  const text = source.map((block) => block.text).join(' ');
  const place = { start: source[0]!.span.start, end: source.at(-1)!.span.end };
  return target
    .filter(mayBeGlued)
    .flatMap((block) =>
      stretchesOf(context.target, block).flatMap((stretch) => [
        ...beforeEmoji(stretch, text, place),
        ...twoWords(stretch, text, place),
      ]),
    );
});

function beforeEmoji(
  { start, text }: { start: number; text: string },
  sourceText: string,
  source: Span,
): MissingSpace[] {
  return Array.from(text.matchAll(/\p{L}(?=\p{Extended_Pictographic})/gu)).flatMap((match): MissingSpace[] => {
    const at = start + match.index + match[0].length;
    const [emoji] = emojiOf(text.slice(match.index + match[0].length, match.index + 20));
    if (emoji === undefined || hasUnspaced(match[0]) || !sourceText.replaceAll('\ufe0f', '').includes(` ${emoji}`))
      return [];
    return [{ kind: 'emoji', at, span: { start: at - match[0].length, end: at + emoji.length }, source }];
  });
}

/** `inNLP` of “in NLP”: a small word and a capital one; small ones may have become one word in the other language. */
function twoWords({ start, text }: { start: number; text: string }, sourceText: string, source: Span): MissingSpace[] {
  return Array.from(
    text.matchAll(/(?<![\p{L}\p{N}])(\p{Ll}{2,20})(\p{Lu}[\p{L}\p{N}]{2,30})(?![\p{L}\p{N}])/gu),
  ).flatMap((match): MissingSpace[] => {
    const [whole, left, right] = match;
    if (!sourceText.includes(`${left!} ${right!}`) || sourceText.includes(whole)) return [];
    const at = start + match.index + left!.length;
    return [
      { kind: 'words', at, span: { start: start + match.index, end: start + match.index + whole.length }, source },
    ];
  });
}
