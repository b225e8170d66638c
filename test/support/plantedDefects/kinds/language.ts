// Defects of language: what is left in the source's, or written in a third one.
import { fieldText } from '../../../../src/core/parse/field.js';
import type { BlockKind } from '../../../../src/core/model.js';
import type { Span } from '../../../../src/core/text/span.js';
import type { DefectBed, DefectKind } from '../defect.js';
import type { Couple } from '../pair.js';
import {
  couplesOf,
  one,
  openingOf,
  ordinaryWords,
  rawOf,
  standsAlone,
  textsOutsideLinks,
  wholeLines,
  wordsKept,
} from '../places.js';
import { sentenceEnds } from './structure.js';

/** Couples whose translator found it worth translating: few of the source's words are left. */
function translated(bed: DefectBed, leastWords: number, ...kinds: readonly BlockKind[]): Couple[] {
  return couplesOf(bed, ...kinds).filter(
    (couple) =>
      couple.source.kind === couple.target.kind &&
      wordsKept(couple) < 0.4 &&
      ordinaryWords(couple.source.text) >= leastWords,
  );
}

/** A block in the source's words, its own opening kept. */
function inSource(
  id: string,
  says: string,
  foundBy: readonly string[],
  leastWords: number,
  ...kinds: readonly BlockKind[]
): DefectKind {
  return {
    id,
    says,
    foundBy,
    plant(bed) {
      const couple = one(bed.random, translated(bed, leastWords, ...kinds));
      if (!couple) return undefined;
      const [own, source] = [rawOf(bed.target, couple.target), rawOf(bed.source, couple.source)];
      return {
        edits: [{ span: couple.target.span, newText: openingOf(own) + source.slice(openingOf(source).length) }],
        source: couple.source.span,
      };
    },
  };
}

const postTitle: DefectKind = {
  id: 'source-post-title',
  says: 'the post’s title in the source’s words',
  foundBy: ['front-matter-untranslated', 'untranslated-title'],
  plant: (bed) => fieldInSource(bed, 'title'),
};

const excerpt: DefectKind = {
  id: 'source-excerpt',
  says: 'excerpt or description in the source’s words',
  foundBy: ['front-matter-untranslated', 'untranslated-text'],
  plant: (bed) => fieldInSource(bed, 'excerpt') ?? fieldInSource(bed, 'description'),
};

function fieldInSource(bed: DefectBed, path: string) {
  const [own, source] = [
    bed.target.frontMatter?.fields.find((one) => one.path === path),
    bed.source.frontMatter?.fields.find((one) => one.path === path),
  ];
  if (
    !own ||
    !source ||
    own.valueSpan.start === own.valueSpan.end ||
    ordinaryWords(fieldText(bed.source.frontMatter, path)) < 2
  )
    return undefined;
  if (wordsKept({ source: { text: String(source.value) }, target: { text: String(own.value) } } as Couple) > 0.5)
    return undefined;
  return {
    edits: [{ span: own.valueSpan, newText: bed.source.text.slice(source.valueSpan.start, source.valueSpan.end) }],
    source: source.valueSpan,
    place: own.keySpan,
  };
}

const halfInSource: DefectKind = {
  id: 'source-half',
  says: 'the second half of a paragraph in the source’s words',
  foundBy: ['untranslated-text', 'leftover-source', 'wrong-language'],
  plant(bed) {
    const found = translated(bed, 20, 'paragraph', 'list-item').flatMap((couple) => {
      const [own, source] = [rawOf(bed.target, couple.target), rawOf(bed.source, couple.source)];
      const cuts = [sentenceEnds(source, bed.locales.source), sentenceEnds(own, bed.locales.target)];
      if (cuts[0]!.length < 2 || cuts[0]!.length !== cuts[1]!.length) return [];
      const at = Math.floor(cuts[0]!.length / 2) - 1;
      const [from, to] = [cuts[0]![at]!, cuts[1]![at]!];
      const whole = (text: string): boolean =>
        ['[]', '()', '{}'].every(([open, close]) => text.split(open!).length === text.split(close!).length) &&
        text.split('*').length % 2 === 1;
      const rest = source.slice(from).trim();
      if (!whole(rest) || !whole(own.slice(to)) || !whole(own.slice(0, to)) || ordinaryWords(rest) < 8) return [];
      return [{ couple, from, to, rest }];
    });
    const chosen = one(bed.random, found);
    if (!chosen) return undefined;
    const { couple, to, rest } = chosen;
    return {
      edits: [{ span: { start: couple.target.span.start + to, end: couple.target.span.end }, newText: ` ${rest}` }],
      source: couple.source.span,
    };
  },
};

/** The source's text without its links and emphasis, as it was pasted to be translated. */
function plain(bed: DefectBed, { source }: Couple): string {
  return source.text.replace(/\s+/g, ' ').trim();
}

const leftoverBelow: DefectKind = {
  id: 'leftover-below',
  says: 'the source’s paragraph left below its translation',
  foundBy: ['leftover-source'],
  plant(bed) {
    const couple = one(
      bed.random,
      translated(bed, 8, 'paragraph').filter(({ target }) => target.depth === 0 && standsAlone(bed.target, target)),
    );
    if (!couple) return undefined;
    const { end } = couple.target.span;
    return {
      edits: [{ span: { start: end, end }, newText: `\n\n${rawOf(bed.source, couple.source)}` }],
      source: couple.source.span,
    };
  },
};

const leftoverBehind: DefectKind = {
  id: 'leftover-behind',
  says: 'the source’s words left in the same paragraph, behind or before their translation',
  foundBy: ['leftover-source', 'untranslated-text'],
  plant(bed) {
    const couple = one(
      bed.random,
      translated(bed, 8, 'paragraph', 'list-item').filter(({ source }) => !/\d/.test(source.text)),
    );
    if (!couple) return undefined;
    const { start, end } = couple.target.span;
    const behind = bed.random.below(2) === 0 || couple.target.kind === 'list-item';
    const at = behind ? end : start;
    return {
      edits: [{ span: { start: at, end: at }, newText: behind ? ` ${plain(bed, couple)}` : `${plain(bed, couple)} ` }],
      source: couple.source.span,
    };
  },
};

const otherLocale: DefectKind = {
  id: 'other-language',
  says: 'a paragraph in a third language',
  foundBy: ['wrong-language'],
  // The other translation can have lost a link.
  besides: ['link-missing', 'link-changed', 'link-added'],
  plant(bed) {
    const found = translated(bed, 12, 'paragraph', 'list-item').flatMap((couple) => {
      const text = bed.inOtherLocale(couple.source);
      return text === undefined ? [] : [{ couple, text }];
    });
    const chosen = one(bed.random, found);
    if (!chosen) return undefined;
    const own = rawOf(bed.target, chosen.couple.target);
    return {
      edits: [
        { span: chosen.couple.target.span, newText: openingOf(own) + chosen.text.slice(openingOf(chosen.text).length) },
      ],
      source: chosen.couple.source.span,
    };
  },
};

const latinName = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*(?![\p{L}\p{N}])/gu;

const term: DefectKind = {
  id: 'glossary-term',
  says: 'a name that the glossary keeps, written otherwise',
  foundBy: ['terminology'],
  besides: ['untranslated-title'],
  plant(bed) {
    // A name that is left in the singular, or in a longer word, was kept.
    const isWholly = ({ text, couple }: Name): boolean =>
      couple.target.text.toLowerCase().split(text.toLowerCase().replace(/s$/, '')).length === 2;
    const found = names(bed, latinName).filter((name) => name.text.length > 3 && isWholly(name));
    const chosen = one(bed.random, found);
    if (!chosen) return undefined;
    const rules = { glossary: [{ term: chosen.text, keep: true, translations: {}, avoid: {}, note: undefined }] };
    return {
      edits: [{ span: chosen.span, newText: bed.writer.phrase(6) }],
      source: chosen.couple.source.span,
      place: chosen.couple.target.span,
      rules,
    };
  },
};

interface Name {
  readonly couple: Couple;
  readonly text: string;
  readonly span: Span;
}

/** What matches in the running text of couples and stands once in each side of them. */
function names(bed: DefectBed, pattern: RegExp): Name[] {
  return couplesOf(bed, 'paragraph', 'list-item', 'title', 'heading').flatMap((couple) =>
    textsOutsideLinks(couple.target).flatMap((span) => {
      const isOnce = (name: string): boolean =>
        couple.source.text.split(name).length === 2 && couple.target.text.split(name).length === 2;
      return [...bed.target.text.slice(span.start, span.end).matchAll(pattern)]
        .filter(([name]) => isOnce(name))
        .map((match) => ({
          couple,
          text: match[0],
          span: { start: span.start + match.index, end: span.start + match.index + match[0].length },
        }));
    }),
  );
}

const acronym: DefectKind = {
  id: 'change-acronym',
  says: 'another letter in an acronym that the translation keeps everywhere else',
  foundBy: ['acronym-changed'],
  plant(bed) {
    const found = names(bed, /(?<![\p{L}\p{N}_./-])\p{Lu}{3,6}(?![\p{L}\p{N}_./-])/gu);
    const everywhere = (text: string): boolean => {
      const couples = bed.couples.filter(({ source }) => source.text.includes(text));
      return couples.length >= 5 && couples.every(({ target }) => target.text.includes(text));
    };
    const chosen = one(
      bed.random,
      found.filter(({ text }) => everywhere(text)),
    );
    if (!chosen) return undefined;
    // Not the same letters in another order: that is how many languages render acronyms.
    const other = [...'KVWBZ'].find((letter) => !chosen.text.includes(letter))!;
    return {
      edits: [{ span: chosen.span, newText: chosen.text.slice(0, 1) + other + chosen.text.slice(2) }],
      source: chosen.couple.source.span,
      place: chosen.couple.target.span,
    };
  },
};

const identifier: DefectKind = {
  id: 'change-identifier',
  says: 'another figure in GPT-2, BIP341 and the like',
  foundBy: ['acronym-changed', 'number-changed'],
  plant(bed) {
    const chosen = one(bed.random, names(bed, /(?<![\p{L}\p{N}_./-])\p{Lu}{2,6}-?\d+(?![\p{L}\p{N}_./-])/gu));
    if (!chosen) return undefined;
    const { text } = chosen;
    return {
      edits: [{ span: chosen.span, newText: text.slice(0, -1) + String((Number(text.at(-1)) % 9) + 1) }],
      source: chosen.couple.source.span,
      place: chosen.couple.target.span,
    };
  },
};

const staleComment: DefectKind = {
  id: 'stale-comment',
  says: 'the source kept in a comment below its translation, as it was before a sentence was rewritten',
  foundBy: ['stale-inline-source'],
  plant(bed) {
    const fits = translated(bed, 12, 'paragraph').filter(
      ({ source, target }) =>
        target.depth === 0 &&
        standsAlone(bed.target, target) &&
        target.comments.length === 0 &&
        sentenceEnds(source.text, bed.locales.source).length >= 2,
    );
    const couple = one(bed.random, fits);
    if (!couple) return undefined;
    const source = rawOf(bed.source, couple.source).replace(/--+>?/g, '–');
    // The words of the last sentence turned round: another sentence of the same language.
    const ends = sentenceEnds(source, bed.locales.source);
    const cut = ends.at(-2) ?? 0;
    const stale = `${source.slice(0, cut)} ${source.slice(cut).trim().split(/\s+/).reverse().join(' ')}`;
    const { end } = wholeLines(bed.target, couple.target.index, couple.target.index);
    return {
      edits: [
        { span: { start: couple.target.span.end, end: couple.target.span.end }, newText: `\n\n<!-- ${stale} -->` },
      ],
      source: couple.source.span,
      place: { start: couple.target.span.start, end },
    };
  },
};

const heading: DefectKind = {
  id: 'other-heading',
  says: 'a heading in other words than all other issues have for it',
  foundBy: ['inconsistent-heading'],
  plant(bed) {
    const couple = one(
      bed.random,
      couplesOf(bed, 'heading').filter(
        ({ source, target }) =>
          source.text !== target.text &&
          /^#{1,6} +[^*_[\]`]+$/.test(rawOf(bed.target, target)) &&
          !/\d/.test(source.text),
      ),
    );
    if (!couple) return undefined;
    const opening = openingOf(rawOf(bed.target, couple.target));
    const signs =
      rawOf(bed.target, couple.target)
        .match(/\p{Extended_Pictographic}\ufe0f?/gu)
        ?.join('') ?? '';
    const renderingsOf = (asked: string) =>
      asked.trim() === couple.source.text.trim() ? [{ text: couple.target.text, issues: 4 }] : [];
    return {
      edits: [{ span: couple.target.span, newText: `${opening}${bed.writer.phrase(10)} ${signs}`.trimEnd() }],
      source: couple.source.span,
      site: { renderingsOf },
    };
  },
};

export const languageKinds: readonly DefectKind[] = [
  postTitle,
  excerpt,
  inSource('source-heading', 'a heading in the source’s words', ['untranslated-title'], 1, 'heading'),
  inSource('source-title', 'an item’s title in the source’s words', ['untranslated-title'], 1, 'title'),
  inSource('source-paragraph', 'a paragraph in the source’s words', ['untranslated-text'], 4, 'paragraph'),
  inSource('source-list-item', 'a bullet in the source’s words', ['untranslated-text'], 4, 'list-item'),
  inSource('source-caption', 'a caption in the source’s words', ['untranslated-text'], 2, 'caption'),
  halfInSource,
  leftoverBelow,
  leftoverBehind,
  otherLocale,
  heading,
  term,
  acronym,
  identifier,
  staleComment,
];
