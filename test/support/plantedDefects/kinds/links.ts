// Defects of links: lost, leading elsewhere, added, still in the source's words, or written so that they do not work.
import { isWrittenIn, scriptOf } from '../../../../src/core/language/script.js';
import type { Span } from '../../../../src/core/text/span.js';
import type { DefectBed, DefectKind, Planting } from '../defect.js';
import { couplesOf, linkCouples, nodesOf, one, ordinaryWords, plainWords, prose, type LinkCouple } from '../places.js';

/** A defect at one link: what stands in its place. */
function atLink(
  id: string,
  says: string,
  foundBy: readonly string[],
  rewrite: (words: string, url: string, bed: DefectBed, link: LinkCouple) => string | undefined,
  besides?: readonly string[],
): DefectKind {
  return {
    id,
    says,
    foundBy,
    ...(besides ? { besides } : {}),
    plant(bed) {
      const found = linkCouples(bed).flatMap((couple) => {
        const { link } = couple;
        const text = rewrite(bed.target.text.slice(link.textSpan.start, link.textSpan.end), link.url, bed, couple);
        return text === undefined ? [] : [{ couple, text }];
      });
      const chosen = one(bed.random, found);
      if (!chosen) return undefined;
      const { link, source } = chosen.couple;
      // A link that goes with its words takes one of the spaces around it.
      const start =
        chosen.text === '' && bed.target.text[link.span.start - 1] === ' ' ? link.span.start - 1 : link.span.start;
      return {
        edits: [{ span: { start, end: link.span.end }, newText: chosen.text }],
        source: source.span,
        place: { start, end: link.span.end },
      };
    },
  };
}

/** A letter or figure of the last part of an address replaced by another one. */
function mutated(url: string, bed: DefectBed): string | undefined {
  const [, head, tail] = /^(https?:\/\/[^/#?]+\/[^#?]*?)([\w-]{3,})\/?$/.exec(url) ?? [];
  if (head === undefined || tail === undefined) return undefined;
  const at = bed.random.below(tail.length);
  const other = /\d/.test(tail[at]!) ? String((Number(tail[at]) + 1) % 10) : tail[at] === 'x' ? 'y' : 'x';
  return head + tail.slice(0, at) + other + tail.slice(at + 1);
}

/** Names and numbers that go with a link's words. */
const wordsGone = ['number-changed', 'acronym-changed'];

const broken = ['broken-link-syntax', 'url-damaged'];
const damaged = ['url-damaged', 'broken-link-syntax', 'link-changed'];

const otherLink: DefectKind = {
  id: 'other-link',
  says: 'the address of another link of the text',
  foundBy: ['link-changed', 'link-missing'],
  plant(bed) {
    const [a, b] = bed.random.some(linkCouples(bed), 2);
    if (!a || !b || !a.link.urlSpan) return undefined;
    return { edits: [{ span: a.link.urlSpan, newText: b.link.url }], source: a.source.span, place: a.link.span };
  },
};

const addLink: DefectKind = {
  id: 'add-link',
  says: 'a word made a link to somewhere else',
  foundBy: ['link-added'],
  plant(bed) {
    const words = couplesOf(bed, 'paragraph', 'list-item').flatMap(({ target }) => plainWords(bed.target, target));
    const word = one(
      bed.random,
      words.filter(({ text }) => text.length > 2),
    );
    return (
      word && { edits: [{ span: word, newText: `[${word.text}](https://added.example/${bed.random.below(1000)})` }] }
    );
  },
};

/** Words of a link's own in the source, which the translator found worth translating. */
function sourceWords({ link, source }: LinkCouple, { locales }: DefectBed): string | undefined {
  const script = scriptOf(link.text)?.script;
  // Terms such as “self-supervised learning” are borrowed as they are; and what is in English already can't be left so.
  if (/^\S+-\S+(?: \S+)?$/.test(source.text) || script === undefined || !isWrittenIn(locales.target, script))
    return undefined;
  const isTranslated = ordinaryWords(source.text) >= 2 && link.text.toLowerCase() !== source.text.toLowerCase();
  const kept =
    source.text
      .toLowerCase()
      .split(/\s+/)
      .filter((word) => link.text.toLowerCase().includes(word)).length / source.text.split(/\s+/).length;
  return isTranslated && kept < 0.4 && !/[[\]`*_\n]/.test(source.text) ? source.text : undefined;
}

/** Labels of references that are defined in the text and used once. */
function references(
  bed: DefectBed,
): { readonly span: Span; readonly label: string; readonly source: Span; readonly definition: Span }[] {
  return couplesOf(bed, ...prose).flatMap(({ source, target }) =>
    target.links.flatMap((link) => {
      const definition = bed.target.definitions.find(({ label }) => label === link.label);
      const same = source.links.find(({ key }) => key === link.key);
      const uses = bed.target.blocks
        .flatMap((block) => block.links)
        .filter(({ label }) => label !== undefined && label === link.label).length;
      return link.form === 'reference' && definition && same && uses === 1
        ? [{ span: link.span, label: link.label!, source: same.span, definition: definition.span }]
        : [];
    }),
  );
}

const dropDefinition: DefectKind = {
  id: 'drop-definition',
  says: 'the definition of a reference taken away',
  foundBy: ['reference-undefined', 'link-missing', 'link-changed'],
  plant(bed) {
    const chosen = one(bed.random, references(bed));
    if (!chosen) return undefined;
    const end = bed.target.lines.startOf(bed.target.lines.positionAt(chosen.definition.end).line + 1);
    return {
      edits: [{ span: { start: chosen.definition.start, end }, newText: '' }],
      source: chosen.source,
      place: chosen.span,
    };
  },
};

const alterLabel: DefectKind = {
  id: 'alter-label',
  says: 'a reference to a label that is not defined',
  foundBy: ['reference-undefined', 'link-missing', 'link-changed'],
  besides: ['reference-unused'],
  plant(bed) {
    const chosen = one(bed.random, references(bed));
    if (!chosen) return undefined;
    const raw = bed.target.text.slice(chosen.span.start, chosen.span.end);
    const at = raw.lastIndexOf('[');
    return at <= 0
      ? undefined
      : {
          edits: [{ span: chosen.span, newText: `${raw.slice(0, at)}[${bed.writer.phrase(7).toLowerCase()}]` }],
          source: chosen.source,
        };
  },
};

const addDefinition: DefectKind = {
  id: 'unused-definition',
  says: 'a definition that nothing refers to',
  foundBy: ['reference-unused'],
  plant(bed) {
    const last = bed.target.definitions.at(-1);
    if (!last) return undefined;
    const at = bed.target.lines.startOf(bed.target.lines.positionAt(last.span.end).line);
    return {
      edits: [
        { span: { start: at, end: at }, newText: `[nobody ${bed.random.below(1000)}]: https://unused.example/\n` },
      ],
    };
  },
};

const dropFootnote: DefectKind = {
  id: 'drop-footnote',
  says: 'a footnote, or what refers to it, taken away',
  foundBy: ['footnote-missing', 'missing-block'],
  plant(bed) {
    const marks = (issue: DefectBed['target']): RegExpMatchArray[] => [...issue.text.matchAll(/\[\^[^\]\s]+\](?!:)/g)];
    const notes = [...bed.target.text.matchAll(/^\[\^[^\]\s]+\]:[^\n]*\n?/gm)];
    if (marks(bed.target).length === 0 || marks(bed.source).length !== marks(bed.target).length || notes.length === 0)
      return undefined;
    const chosen = bed.random.below(2) === 0 ? bed.random.pick(marks(bed.target)) : bed.random.pick(notes);
    const span = { start: chosen.index!, end: chosen.index! + chosen[0].length };
    const label = /\[\^[^\]]+\]/.exec(chosen[0])![0];
    const everywhere = {
      start: bed.target.text.indexOf(label),
      end: bed.target.text.lastIndexOf(label) + label.length,
    };
    const inSource = bed.source.text.indexOf(label);
    return {
      edits: [{ span, newText: '' }],
      place: everywhere,
      source: inSource < 0 ? undefined : { start: inSource, end: bed.source.text.lastIndexOf(label) + label.length },
    };
  },
};

const alterHandle: DefectKind = {
  id: 'alter-handle',
  says: 'a letter of an e-mail address or a handle changed',
  foundBy: ['email-or-handle-changed', 'link-changed'],
  plant(bed) {
    const found = couplesOf(bed, ...prose).flatMap(({ source, target }) =>
      nodesOf(target, 'text').flatMap(({ span }) => {
        const raw = bed.target.text.slice(span.start, span.end);
        const isOnce = (name: string): boolean =>
          source.text.split(name).length === 2 && target.text.split(name).length === 2;
        return [...raw.matchAll(/[\w.+-]+@[\w-]+\.[\w.]*\w|(?<![\w@/.])@[A-Za-z]\w{3,}/g)]
          .filter(([name]) => isOnce(name))
          .map((match) => ({ source: source.span, at: span.start + match.index, name: match[0], block: target.span }));
      }),
    );
    const chosen = one(bed.random, found);
    if (!chosen) return undefined;
    const letter = 1 + bed.random.below(3);
    const newText =
      chosen.name.slice(0, letter) + (chosen.name[letter] === 'x' ? 'y' : 'x') + chosen.name.slice(letter + 1);
    return {
      edits: [{ span: { start: chosen.at, end: chosen.at + chosen.name.length }, newText }],
      source: chosen.source,
    };
  },
};

const alterAnchor: DefectKind = {
  id: 'alter-anchor',
  says: 'a link to a place of the page that is not there',
  foundBy: ['anchor-not-found', 'link-changed'],
  plant(bed): Planting | undefined {
    const found = couplesOf(bed, ...prose).flatMap(({ source, target }) =>
      target.links.flatMap((link) => {
        const same = source.links.find(({ key }) => key === link.key);
        return link.urlSpan && /^#\w/.test(link.url) && same ? [{ link, source: same.span }] : [];
      }),
    );
    const chosen = one(bed.random, found);
    return (
      chosen && {
        edits: [{ span: chosen.link.urlSpan!, newText: `${chosen.link.url}-nowhere` }],
        source: chosen.source,
        place: chosen.link.span,
      }
    );
  },
};

const foreignPage: DefectKind = {
  id: 'source-page',
  says: 'a link to a page of the site in the source’s language, where there is one in the translation’s',
  foundBy: ['link-not-localized'],
  plant(bed) {
    const chosen = one(bed.random, linkCouples(bed));
    if (!chosen) return undefined;
    const { url } = chosen.link;
    const page = url.replace(/^(https?:\/\/[^/]+\/?)/, `$1${bed.locales.target}/`);
    const localized = (asked: string, locale: string) =>
      asked === url && locale === bed.locales.target ? page : undefined;
    return { edits: [], place: chosen.link.span, source: chosen.source.span, site: { localized } };
  },
};

export const linkKinds: readonly DefectKind[] = [
  atLink('drop-link', 'a link lost, its words kept', ['link-missing'], (words) => words),
  atLink(
    'drop-link-words',
    'a link lost with its words',
    ['link-missing'],
    (_words, _url, bed, { couple }) => (couple.target.text.length > 60 ? '' : undefined),
    ['truncated-text', ...wordsGone],
  ),
  atLink('alter-link', 'a letter of an address changed', ['link-changed'], (words, url, bed) =>
    mutated(url, bed) === undefined ? undefined : `[${words}](${mutated(url, bed)})`,
  ),
  atLink('cut-link', 'an address cut off', ['link-changed', 'url-damaged'], (words, url) => {
    const cut = /^(https?:\/\/[^/]+\/(?:[^/]+\/)*[^/]{4})[^/]{4,}\/?$/.exec(url)?.[1];
    return cut && `[${words}](${cut})`;
  }),
  atLink('translate-link', 'words of an address translated', ['link-changed'], (words, url, bed) => {
    const head = /^(https?:\/\/[^/]+\/(?:[^/]+\/)*)[a-z]+(?:-[a-z]+){1,}\/?$/.exec(url)?.[1];
    return head && `[${words}](${head}${bed.writer.phrase(16).toLowerCase().replace(/\s+/g, '-')})`;
  }),
  otherLink,
  addLink,
  atLink(
    'source-link-text',
    'the words of a link in the source’s language',
    ['link-text-untranslated', 'untranslated-text', 'untranslated-title'],
    (_words, url, bed, link) => sourceWords(link, bed) && `[${sourceWords(link, bed)}](${url})`,
  ),
  atLink(
    'no-link-text',
    'a link without words',
    ['broken-link-syntax', 'stray-markup', 'link-missing', 'link-text-untranslated'],
    (_words, url) => `[](${url})`,
    wordsGone,
  ),
  atLink('link-space-between', '`[words] (address)`', broken, (words, url) => `[${words}] (${url})`),
  atLink('link-swapped', '`(words)[address]`', broken, (words, url) => `(${words})[${url}]`),
  atLink(
    'link-unclosed',
    '`[words](address`',
    broken,
    (words, url, bed, { link }) =>
      bed.target.text[link.span.end] === ')'
        ? undefined
        : `[${words}](${url}${bed.target.text[link.span.end] === ' ' ? '' : ' '}`,
    ['stray-markup'],
  ),
  atLink('link-full-width', '`［words］（address）`', broken, (words, url) => `［${words}］（${url}）`),
  atLink('link-doubled-round', '`[words]((address))`', broken, (words, url) => `[${words}]((${url}))`),
  atLink('link-doubled-square', '`[[words](address)`', broken, (words, url) => `[[${words}](${url})`, ['stray-markup']),
  atLink('url-space', 'a space in an address', damaged, (words, url) => {
    const at = url.indexOf('/', 8);
    return at < 0 || at === url.length - 1 ? undefined : `[${words}](${url.slice(0, at + 1)} ${url.slice(at + 1)})`;
  }),
  atLink(
    'url-no-scheme',
    'an address without https://',
    damaged,
    (words, url) => `[${words}](${url.replace(/^https?:\/\//, '')})`,
  ),
  atLink('url-cut-scheme', '`ttps://`', damaged, (words, url) => `[${words}](${url.slice(1)})`),
  atLink('url-doubled-scheme', '`https://https://`', damaged, (words, url) => `[${words}](https://${url})`),
  dropDefinition,
  alterLabel,
  addDefinition,
  dropFootnote,
  alterHandle,
  alterAnchor,
  foreignPage,
];
