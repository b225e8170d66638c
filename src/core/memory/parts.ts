// What a unit's source has that is written in a translation as it is: links, pictures, code and numbers.
import type { Block, Issue } from '../model.js';
import { withAsciiDigits } from '../text/digits.js';
import { slice } from '../text/span.js';

/** A placeable of the source, to be put into what one writes. */
export interface SourcePart {
  readonly kind: 'link' | 'image' | 'code' | 'number';
  /** What a reader sees of it. */
  readonly label: string;
  /** As the source writes it. */
  readonly markdown: string;
  /** Of links and pictures. */
  readonly url: string | undefined;
  /** Whether the translation has it already. */
  readonly isThere: boolean;
}

const numberPattern = /(?<![\p{L}\p{N}])\p{Nd}+(?:[.,\u00a0\u202f:/-]\p{Nd}+)*(?:\s?%)?(?![\p{L}\p{N}])/gu;

/** The placeables of `blocks` of the source, those that `target` blocks do not have first; each once, in order. */
export function partsOf(source: Issue, blocks: readonly Block[], target: readonly Block[]): SourcePart[] {
  const all = blocks.flatMap((block): SourcePart[] => [
    ...block.links.map((link) => ({
      kind: 'link' as const,
      label: link.text.trim() || link.url,
      markdown: slice(source.text, link.span),
      url: link.url || undefined,
      isThere: target.some(({ links }) => links.some(({ key }) => key === link.key)),
    })),
    ...block.images.map((image) => ({
      kind: 'image' as const,
      label: image.alt.trim() || image.url,
      markdown: slice(source.text, image.span),
      url: image.url || undefined,
      isThere: target.some(({ images }) => images.some(({ key }) => key === image.key)),
    })),
    ...(block.kind === 'code' ? [] : block.code).map((code) => ({
      kind: 'code' as const,
      label: code,
      markdown: code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``,
      url: undefined,
      isThere: target.some((other) => other.code.includes(code)),
    })),
    ...numbersIn(block.text).map((number) => ({
      kind: 'number' as const,
      label: number,
      markdown: number,
      url: undefined,
      isThere: target.some(({ text }) => numbersIn(grouped(text)).some((other) => digits(other) === digits(number))),
    })),
  ]);
  const distinct = all.filter(
    (part, i) => all.findIndex((other) => other.kind === part.kind && other.markdown === part.markdown) === i,
  );
  return [...distinct.filter(({ isThere }) => !isThere), ...distinct.filter(({ isThere }) => isThere)];
}

function numbersIn(text: string): string[] {
  return text.replace(/https?:\S+/g, ' ').match(numberPattern) ?? [];
}

/** Spaces that group digits taken out: `4 000` is one number. */
function grouped(text: string): string {
  return text.replace(/(?<=\p{Nd})\s(?=\p{Nd}{3}(?!\p{Nd}))/gu, '');
}

function digits(number: string): string {
  return withAsciiDigits(number).replace(/\D/g, '');
}
