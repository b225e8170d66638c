// link-text-untranslated: the words of a link are still the source's, in a text that is translated.
import { comparedWords, wordsOfBlock, type ComparedWord } from '../align/blockWords.js';
import { addTo } from '../grouped.js';
import { isWrittenIn, scriptOf } from '../language/script.js';
import type { Block } from '../model.js';
import { oncePerBlock, oncePerText } from '../text/remember.js';
import { slice } from '../text/span.js';
import { definePairCheck, type PairContext } from './check.js';
import { isComparable } from './support/comparable.js';
import { compareLinks } from './support/links.js';
import type { KnownLink } from './support/matchLinks.js';
import { oncePer } from './support/memo.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'link-text-untranslated',
  severity: 'information',
  yieldsTo: ['untranslated-title', 'untranslated-text', 'leftover-source', 'wrong-language', 'terminology'],
  messages: {
    same: 'The words of this link are still the source’s: “{text}”.',
    sameOften: 'The words of this link are still the source’s, “{text}”, as on {count} more.',
    foreign: 'The words of this link are in the source’s language: “{text}”.',
  },
  *run(context) {
    const rendered = renderings(context);
    for (const { isSame, text, links } of foundIn(context, rendered)) {
      const { link, unit } = links[0]!;
      const words = wordsIn(text);
      // One word can be the same in both languages, unless this translator has another one for it and does not use it otherwise.
      const isSure =
        !isSame ||
        (words.every((word) => context.vocabulary.isOrdinary(word.lower)) &&
          (words.length > 1 || (rendered.get(keyOf(text))?.size ?? 0) > 1));
      yield {
        message: !isSame ? 'foreign' : links.length > 1 ? 'sameOften' : 'same',
        data: { text: quoted(text), count: links.length - 1 },
        span: link.textSpan,
        source: unit?.source[0]?.span,
        subject: text,
        ...(isSure && links.length === 1 ? {} : { severity: 'hint' as const }),
      };
    }
  },
});

interface LeftWords {
  readonly isSame: boolean;
  readonly text: string;
  /** All that have these words: one decision of the translator, one problem. */
  readonly links: readonly KnownLink[];
}

function foundIn(context: PairContext, rendered: ReadonlyMap<string, ReadonlySet<string>>): LeftWords[] {
  const found = new Map<string, { isSame: boolean; text: string; links: KnownLink[] }>();
  for (const [source, target] of compareLinks(context).matched) {
    const { text, form } = target.link;
    if (form === 'bare' || form === 'autolink' || form === 'html' || !target.unit || !isComparable(target.unit))
      continue;
    if (slice(context.target.text, target.link.textSpan).startsWith('`')) continue; // code has no language
    const isSame = keyOf(text) === keyOf(source.link.text);
    const isElsewhereTranslated =
      (rendered.get(keyOf(text))?.size ?? 0) > 1 && !/^\p{Lu}/u.test(text) && !/[\p{N}_]/u.test(text);
    if (
      !(isSame
        ? isElsewhereTranslated || isLeft(target, context) || isOnlyThere(text, context)
        : isForeign(target, context))
    )
      continue;
    const known = found.get(keyOf(text));
    if (known) known.links.push(target);
    else found.set(keyOf(text), { isSame, text, links: [target] });
  }
  return [...found.values()];
}

/** For the words of the source's links, all that the translator has for them on links. */
function renderings(context: PairContext): Map<string, Set<string>> {
  const rendered = new Map<string, Set<string>>();
  for (const [source, target] of compareLinks(context).matched) {
    const key = keyOf(source.link.text);
    rendered.set(key, (rendered.get(key) ?? new Set<string>()).add(keyOf(target.link.text)));
  }
  return rendered;
}

const wordsIn = oncePerText((text: string): readonly ComparedWord[] =>
  comparedWords(text).filter((word) => word.hasLetter),
);

const keyOf = oncePerText((text: string): string =>
  wordsIn(text)
    .map((word) => word.folded)
    .join(' '),
);

/** Whether words are the source's and no name: all are ordinary ones, and written as such. */
function isLeft(placed: KnownLink, context: PairContext): boolean {
  const words = wordsIn(placed.link.text);
  return (
    words.length > 0 &&
    words.every((word) => context.vocabulary.isOrdinary(word.lower)) &&
    !isTitle(words, placed, context)
  );
}

/** So many ordinary words around a name are more than a name. */
const fewestWithName = 4;

/** Whether several words are written as ordinary ones, names among them, and the translation has most of them nowhere but on links: they may be a term that it borrows. */
function isOnlyThere(text: string, context: PairContext): boolean {
  const words = wordsIn(text);
  const ordinary = words.filter((word) => /^[\p{Ll}’'-]+$/u.test(word.text));
  const isPhrase =
    ordinary.length === words.length ? words.length > 1 : ordinary[0] === words[0] && ordinary.length >= fewestWithName;
  return isPhrase && ordinary.filter(({ lower }) => !isBesideLinks(context)(lower)).length > ordinary.length / 2;
}

/** Whether the translation has a word written small, but for those on links that the source has as well. “New” of New York is not “new”. */
const isBesideLinks = oncePer((context: PairContext): ((word: string) => boolean) => {
  const left = new Map<Block, string[]>();
  for (const [source, { link, block }] of compareLinks(context).matched) {
    if (link.text !== '' && keyOf(link.text) === keyOf(source.link.text)) addTo(left, block, link.text);
  }
  const sets = context.target.blocks.map((block) => smallWords(block, left.get(block) ?? none));
  return (word) => sets.some((words) => words.has(word));
});

const none: readonly string[] = [];

/** The words of a block that are written small, but for what it says on links. */
const smallWords = oncePerBlock(
  (block: Block, linked: readonly string[]): ReadonlySet<string> => {
    const words =
      linked.length === 0
        ? wordsOfBlock(block)
        : comparedWords(linked.reduce((text, one) => text.replace(one, ' '), block.text));
    return new Set(words.filter(({ text, lower }) => text === lower).map(({ lower }) => lower));
  },
  (linked) => linked.join('\0'),
);

/** Longer ones are the names of articles and talks. */
const mostWords = 5;

/** Whether words that are not the source's at this place are in its language all the same: in another script than the translation's, with ordinary words among them. */
function isForeign(placed: KnownLink, context: PairContext): boolean {
  const { text } = placed.link;
  const script = scriptOf(text)?.script;
  if (context.targetLocale === undefined || script === undefined || isWrittenIn(context.targetLocale, script))
    return false;
  const words = wordsIn(text);
  return (
    words.length > 1 &&
    words.length <= mostWords &&
    words.some((word) => context.vocabulary.isOrdinary(word.lower)) &&
    !isTitle(words, placed, context) &&
    !looksLikeName(words)
  );
}

/** Whether words begin with a capital letter as those of a name do; one name or acronym among others makes no name of them. */
function looksLikeName(words: readonly ComparedWord[]): boolean {
  const capitalised = words.map(({ text }) => /^\p{Lu}.*\p{Ll}/u.test(text));
  return capitalised[0] === true || capitalised.filter(Boolean).length > 1;
}

/** Whether an ordinary word is written with a capital letter, as in titles and names; at the beginning of a text that says nothing. */
function isTitle(words: readonly ComparedWord[], { link, block }: KnownLink, { vocabulary }: PairContext): boolean {
  const isFirst = block.text.startsWith(link.text) && block.text.length > link.text.length;
  return words.some(
    ({ text, lower }, i) => /^\p{Lu}/u.test(text) && vocabulary.isOrdinary(lower) && !(i === 0 && isFirst),
  );
}
