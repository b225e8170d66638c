// Defects of markup: emphasis, headings, HTML, Liquid, code.
import type { Span } from '../../../../src/core/text/span.js';
import type { DefectBed, DefectKind, Planting } from '../defect.js';
import type { Couple } from '../pair.js';
import { couplesOf, nodesOf, one, plainWords, prose, rawOf, written } from '../places.js';

interface Emphasis {
  readonly span: Span;
  /** `*`, `**`, `_`, `__` */
  readonly sign: string;
  readonly inner: string;
  readonly couple: Couple;
}

/** Emphasised words inside running text, nothing else within. */
function emphases(bed: DefectBed): Emphasis[] {
  // Where the source emphasises too: else a single sign may be one that refers to a note.
  const isEmphasised = ({ source }: Couple): boolean => nodesOf(source, 'strong', 'emphasis').length > 0;
  return couplesOf(bed, 'paragraph', 'list-item')
    .filter(isEmphasised)
    .flatMap((couple) =>
      nodesOf(couple.target, 'strong', 'emphasis').flatMap(({ span, node }): Emphasis[] => {
        const [, sign, inner] =
          /^(\*\*|__|[*_])([\p{L}\p{N}][^*_[\]]*[\p{L}\p{N}])\1$/u.exec(bed.target.text.slice(span.start, span.end)) ??
          [];
        const around =
          bed.target.text.slice(span.start - 1, span.start) + bed.target.text.slice(span.end, span.end + 1);
        const isAlone =
          sign !== undefined &&
          (node.type === 'strong') === (sign.length === 2) &&
          !/[*_]/.test(around) &&
          rawOf(bed.target, couple.target).split(sign[0]!).length === 2 * sign.length + 1;
        return isAlone && inner !== undefined ? [{ span, sign, inner, couple }] : [];
      }),
    );
}

function atEmphasis(
  id: string,
  says: string,
  rewrite: (emphasis: Emphasis, bed: DefectBed) => string | undefined,
  foundBy = ['broken-emphasis', 'stray-markup'],
): DefectKind {
  return {
    id,
    says,
    foundBy,
    plant(bed) {
      const found = emphases(bed).flatMap((emphasis) => {
        const text = rewrite(emphasis, bed);
        return text === undefined ? [] : [{ emphasis, text }];
      });
      const chosen = one(bed.random, found);
      return (
        chosen && {
          edits: [{ span: chosen.emphasis.span, newText: chosen.text }],
          source: chosen.emphasis.couple.source.span,
          place: chosen.emphasis.span,
        }
      );
    },
  };
}

const trap: DefectKind = {
  id: 'emphasis-trap',
  says: '`**words。**and more`: closing signs that CommonMark does not see as such',
  foundBy: ['broken-emphasis'],
  plant(bed) {
    const found = couplesOf(bed, 'paragraph', 'list-item').flatMap((couple) =>
      plainWords(bed.target, couple.target)
        .filter(({ text }) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{6,}$/u.test(text))
        .map((word) => ({ couple, word })),
    );
    const chosen = one(
      bed.random,
      found.filter(({ couple }) => !/[*_]/.test(rawOf(bed.target, couple.target))),
    );
    if (!chosen) return undefined;
    const { word } = chosen;
    return { edits: [{ span: word, newText: `**${word.text.slice(0, 3)}。**${word.text.slice(3)}` }] };
  },
};

const strayStars: DefectKind = {
  id: 'stray-stars',
  says: 'two stars too many',
  foundBy: ['broken-emphasis', 'stray-markup'],
  plant(bed) {
    const words = couplesOf(bed, 'paragraph', 'list-item')
      .filter(({ target }) => !/[*_]/.test(rawOf(bed.target, target)))
      .flatMap(({ target }) => plainWords(bed.target, target));
    const word = one(bed.random, words);
    const before = bed.random.below(2) === 0;
    return word && { edits: [{ span: word, newText: before ? `**${word.text}` : `${word.text}**` }] };
  },
};

/** Tags that stand in the source's block as well. */
function tags(
  bed: DefectBed,
  pattern: RegExp,
): { readonly span: Span; readonly raw: string; readonly couple: Couple }[] {
  return bed.clean.flatMap((couple) => {
    const [own, source] = [rawOf(bed.target, couple.target), rawOf(bed.source, couple.source)];
    if (/<!--|```/.test(own)) return [];
    return [...own.matchAll(pattern)]
      .filter(([raw]) => source.includes(raw))
      .map((match) => ({
        span: {
          start: couple.target.span.start + match.index,
          end: couple.target.span.start + match.index + match[0].length,
        },
        raw: match[0],
        couple,
      }));
  });
}

function atTag(
  id: string,
  says: string,
  pattern: RegExp,
  foundBy: readonly string[],
  rewrite: (raw: string) => string,
  besides?: readonly string[],
): DefectKind {
  return {
    id,
    says,
    foundBy,
    ...(besides ? { besides } : {}),
    plant(bed): Planting | undefined {
      const chosen = one(bed.random, tags(bed, pattern));
      return (
        chosen && {
          edits: [{ span: chosen.span, newText: rewrite(chosen.raw) }],
          source: chosen.couple.source.span,
          place: chosen.couple.target.span,
        }
      );
    },
  };
}

const template = /\{%(?:(?!\{%|%\}).)*%\}|\{\{(?:(?!\{\{|\}\}).)*\}\}/g;

/** Templates that both texts have as often: in addresses of links, or anywhere else. */
function templates({ source, target }: DefectBed, where: 'in addresses' | 'elsewhere'): RegExpMatchArray[] {
  const known = new Set(source.text.match(template));
  const isInAddress = ({ index, 0: raw }: RegExpMatchArray): boolean =>
    /\]\([^()\s]*$|^\[[^\]\n]+\]:\s+\S*$/m.test(target.text.slice(Math.max(0, index! - 200), index)) ||
    /^[^\s()]*\)/.test(target.text.slice(index! + raw.length, index! + raw.length + 200));
  return [...target.text.matchAll(template)].filter(
    (match) =>
      known.has(match[0]) &&
      target.text.split(match[0]).length === source.text.split(match[0]).length &&
      isInAddress(match) === (where === 'in addresses'),
  );
}

/** Templates on lines of their own, between blocks or around them. */
function atTemplate(id: string, says: string, rewrite: (raw: string) => string): DefectKind {
  return {
    id,
    says,
    foundBy: ['liquid-changed', 'stray-markup'],
    besides: ['link-missing', 'link-changed', 'reference-undefined', 'html-changed', 'link-added', 'missing-block'],
    plant(bed) {
      const chosen = one(bed.random, templates(bed, 'elsewhere'));
      if (!chosen) return undefined;
      const at = bed.source.text.indexOf(chosen[0]);
      const span = { start: chosen.index!, end: chosen.index! + chosen[0].length };
      return {
        edits: [written(bed, span, rewrite(chosen[0]))],
        source: { start: at, end: bed.source.text.lastIndexOf(chosen[0]) + chosen[0].length },
        place: withPartner(bed.target.text, chosen[0]),
      };
    },
  };
}

/** From where a tag stands first to where it stands last, and to the ones that open or close it, which are wrong without it. */
function withPartner(text: string, raw: string): Span {
  const [start, end] = [text.indexOf(raw), text.lastIndexOf(raw) + raw.length];
  const [, closes, name] = /^\{%-?\s*(end)?([a-z]+)/.exec(raw) ?? [];
  const opener = closes ? text.slice(0, start).lastIndexOf(`{% ${name!}`) : -1;
  const closer = name !== undefined && !closes ? text.indexOf(`{% end${name}`, end) : -1;
  return { start: opener < 0 ? start : opener, end: closer < 0 ? end : text.indexOf('%}', closer) + 2 };
}

/** What is wrong then is the address. */
const addressTemplate: DefectKind = {
  id: 'address-liquid',
  says: 'the Liquid in a link’s address lost, or its end',
  foundBy: ['link-changed', 'url-damaged', 'link-missing', 'broken-link-syntax', 'stray-markup'],
  plant(bed) {
    const chosen = one(bed.random, templates(bed, 'in addresses'));
    const link =
      chosen &&
      bed.target.blocks
        .flatMap(({ links }) => links)
        .find(({ urlSpan }) => urlSpan !== undefined && urlSpan.start <= chosen.index! && chosen.index! < urlSpan.end);
    const same = link && bed.source.blocks.flatMap(({ links }) => links).find(({ key }) => key === link.key);
    if (!chosen || !same) return undefined;
    const span = { start: chosen.index!, end: chosen.index! + chosen[0].length };
    return {
      edits: [{ span, newText: bed.random.below(2) === 0 ? '' : chosen[0].slice(0, -2) }],
      source: same.span,
      place: link.span,
    };
  },
};

/** Code of a clean block that the source's has too. */
function codes(bed: DefectBed): { readonly span: Span; readonly inner: string; readonly couple: Couple }[] {
  return couplesOf(bed, ...prose, 'title', 'heading').flatMap((couple) =>
    nodesOf(couple.target, 'inlineCode').flatMap(({ span }) => {
      const isLinked = couple.target.links.some((link) => link.span.start <= span.start && span.end <= link.span.end);
      const inner = isLinked ? undefined : /^`([^`]+)`$/.exec(bed.target.text.slice(span.start, span.end))?.[1];
      const count = (list: readonly string[]): number => list.filter((code) => code === inner).length;
      return inner !== undefined &&
        inner.length > 2 &&
        count(couple.target.code) === 1 &&
        count(couple.source.code) === 1
        ? [{ span, inner, couple }]
        : [];
    }),
  );
}

function atCode(
  id: string,
  says: string,
  rewrite: (inner: string, bed: DefectBed) => string,
  suits: (inner: string, bed: DefectBed) => boolean = () => true,
): DefectKind {
  return {
    id,
    says,
    foundBy: ['code-changed'],
    plant(bed) {
      const chosen = one(
        bed.random,
        codes(bed).filter(({ inner }) => suits(inner, bed)),
      );
      const text = chosen && rewrite(chosen.inner, bed);
      return (
        chosen && {
          edits: [written(bed, chosen.span, text ?? '')],
          source: chosen.couple.source.span,
          place: chosen.couple.target.span,
        }
      );
    },
  };
}

/** What the source writes without backticks as well may be meant as a word. */
function isNoWord(inner: string, { source }: DefectBed): boolean {
  const words = source.text
    .replace(/`[^`\n]*`/g, ' ')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return !new Set<string>(words).has(inner.toLowerCase());
}

function atHeading(
  id: string,
  says: string,
  foundBy: readonly string[],
  pattern: RegExp,
  rewrite: (raw: string) => string,
): DefectKind {
  return {
    id,
    says,
    foundBy,
    plant(bed) {
      const headings = couplesOf(bed, 'heading').filter(
        ({ source, target }) => source.depth === target.depth && pattern.test(rawOf(bed.target, target)),
      );
      // With fewer there is no telling what the translation does with its headings.
      if (bed.target.blocks.filter(({ kind }) => kind === 'heading').length < 3) return undefined;
      const chosen = one(bed.random, headings);
      return (
        chosen && {
          edits: [{ span: chosen.target.span, newText: rewrite(rawOf(bed.target, chosen.target)) }],
          source: chosen.source.span,
        }
      );
    },
  };
}

export const markupKinds: readonly DefectKind[] = [
  atEmphasis('emphasis-unclosed', 'the closing signs of an emphasis lost', ({ sign, inner }) => sign + inner),
  atEmphasis('emphasis-unopened', 'the opening signs of an emphasis lost', ({ sign, inner }) => inner + sign),
  atEmphasis(
    'emphasis-space',
    'a space before the closing signs of an emphasis',
    ({ sign, inner }) => `${sign}${inner} ${sign}`,
  ),
  atEmphasis('emphasis-uneven', '`**words*`', ({ sign, inner }) =>
    sign.length === 2 ? sign + inner + sign[0]! : undefined,
  ),
  trap,
  strayStars,
  atHeading('heading-level', 'a heading a level deeper', ['heading-level-changed'], /^#{1,5} /, (raw) => `#${raw}`),
  atHeading(
    'heading-no-space',
    '`##Heading`',
    ['heading-level-changed', 'stray-markup', 'block-kind-changed'],
    /^#{2,6} /,
    (raw) => raw.replace(/^(#+) +/, '$1'),
  ),
  atTag(
    'drop-html',
    'an HTML tag lost',
    /<\/?[a-z][^<>\n]*>/gi,
    ['html-changed', 'stray-markup', 'image-missing', 'image-changed', 'link-missing'],
    () => '',
  ),
  atTag('break-html', 'the end of an HTML tag lost', /<\/[a-z]+>/gi, ['html-changed', 'stray-markup'], (raw) =>
    raw.slice(0, -1),
  ),
  atTemplate('drop-liquid', 'a Liquid tag lost', () => ''),
  atTemplate('alter-liquid', 'a letter of a name in a Liquid tag changed', (raw) =>
    raw.replace(/(?<=^\{(?:%-?\s*\S+\s+|\{-?\s*))\w/, (letter) => (letter === 'x' ? 'y' : 'x')),
  ),
  atTemplate('break-liquid', 'the end of a Liquid tag lost', (raw) => raw.slice(0, -2)),
  addressTemplate,
  atCode('alter-code', 'a letter of code changed', (inner, bed) => {
    const at = bed.random.below(inner.length);
    return `\`${inner.slice(0, at)}${inner[at] === 'x' ? 'y' : 'x'}${inner.slice(at + 1)}\``;
  }),
  atCode('drop-code', 'code lost with its backticks', () => ''),
  atCode('plain-code', 'the backticks of code lost', (inner) => inner, isNoWord),
];
