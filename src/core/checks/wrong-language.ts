// wrong-language: a paragraph in a language that is neither the translation's nor the source's.
import type { Unit } from '../align/alignment.js';
import type { Identify } from '../language/identify.js';
import { languageName, languageOf, sameLanguage } from '../language/locale.js';
import { areRelated, areTwins } from '../language/relatives.js';
import { isAllLatin, isWrittenIn, scriptOf, type Script } from '../language/script.js';
import type { Block, Issue } from '../model.js';
import { proseOf as beginningOf } from '../pair/facts.js';
import { definePairCheck, type PairContext } from './check.js';
import { likenessTo } from './support/commonWords.js';
import { hidden, proseOf } from './support/mask.js';
import { lookAgain, perUnit } from './support/perRow.js';
import { quoted } from './support/words.js';

/** Less text says nothing for sure. In Latin letters. */
const leastLetters = 80;
/** Of related languages it takes so much, unless the text has few of the words that the rest of the translation is full of. */
const leastAlone = 240;
const leastLikeness = 0.65;
/** A Chinese character counts for 2.5 letters. */
const fewestCharacters = 32;
/** So few letters of another script are no name any more. */
const fewestInScript = 15;
/** Names stay in Latin letters in texts of every script. */
const mostLatin = 0.4;
/** By these it is seen quickly that nothing is wrong. In UTF-16 code units. */
const enoughToDoubt = 300;
const enoughOwn = 120;

export default definePairCheck({
  id: 'wrong-language',
  severity: 'warning',
  messages: {
    script: 'This text is in letters that {expected} is not written in: “{text}”.',
    wrong: 'This text seems to be in {found}, not in {expected}: “{text}”.',
  },
  *run(context) {
    const { target, targetLocale, identify } = context;
    if (!identify || targetLocale === undefined) return;
    const strange = strangeBlocks(context);
    if (strange.length === 0 || !sameLanguage(identify(beginningOf(target))?.locale, targetLocale)) return;
    for (const { block, found } of strange) {
      yield {
        message: found === undefined ? 'script' : 'wrong',
        data: {
          found: found === undefined ? '' : languageName(found),
          expected: languageName(languageOf(targetLocale)),
          text: quoted(block.text),
        },
        span: block.span,
        source: context.units.ofTarget[block.index]?.source[0]?.span,
      };
    }
  },
});

const strangeBlocks = perUnit((unit, context) => unit.target.flatMap((block) => strangeness(block, unit, context)));

/** A block in another language, which is `found`, or in another script. */
function strangeness(
  block: Block,
  { state }: Unit,
  context: PairContext,
): readonly { readonly block: Block; readonly found: string | undefined }[] {
  if (!isRunning(block) || state === 'untranslated') return [];
  const found = otherLanguage(block, context);
  return found !== undefined || isInOtherScript(block, context) ? [{ block, found }] : [];
}

function isRunning({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list-item' || kind === 'caption';
}

/** A third language that a block's own words are in. */
function otherLanguage(block: Block, context: PairContext): string | undefined {
  const { target, targetLocale, sourceLocale, identify } = context;
  if (!identify || block.text.length < fewestCharacters || isQuotation(target, block)) return undefined;
  const text = ownWords(block, target);
  const beginning = identify(text.slice(0, enoughToDoubt));
  if (!beginning || sameLanguage(beginning.locale, targetLocale)) return undefined;
  const letters = scriptOf(text)?.letters ?? 0;
  if (letters < leastLetters) return undefined;
  const found = identify(text);
  if (
    !found ||
    found.confidence < 1 ||
    sameLanguage(found.locale, targetLocale) ||
    sameLanguage(found.locale, sourceLocale)
  )
    return undefined;
  if (areTwins(found.locale, targetLocale!)) return undefined;
  const isRelated =
    areRelated(found.locale, targetLocale!) || (sourceLocale !== undefined && areRelated(found.locale, sourceLocale));
  lookAgain(context); // what is usual, all of the translation tells
  return !isRelated || soundsStrange(text, target) || isSurely(found.locale, text, letters, identify)
    ? found.locale
    : undefined;
}

/** Whether a text is in letters of neither language, however short it is. */
function isInOtherScript(block: Block, { target, targetLocale, sourceLocale }: PairContext): boolean {
  if (isAllLatin(block.text)) return false;
  const script = scriptOfOwn(block);
  if (script === undefined || script === 'Latin' || isQuotation(target, block)) return false;
  return [targetLocale, sourceLocale].every((locale) => locale !== undefined && !isWrittenIn(locale, script));
}

/** The script that a block is in, names aside; undefined if it has too few letters to tell. */
function scriptOfOwn(block: Block): Script | undefined {
  const text = unquoted(block.text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters < fewestInScript || latin > mostLatin * letters ? undefined : scriptOf(text)?.script;
}

/** Whether a text has far fewer of the translation's commonest words than is usual in it. */
function soundsStrange(text: string, target: Issue): boolean {
  const likeness = likenessTo(target)?.(text);
  return likeness !== undefined && likeness <= leastLikeness;
}

/** Whether a long text is in a language in each of its halves. */
function isSurely(language: string, text: string, letters: number, identify: Identify): boolean {
  const middle = text.indexOf(' ', text.length / 2);
  return (
    letters >= leastAlone &&
    middle > 0 &&
    [text.slice(0, middle), text.slice(middle)].every((half) => identify(half)?.locale === language)
  );
}

function isQuotation({ text, lines }: Issue, { span }: Block): boolean {
  const start = lines.startOf(lines.positionAt(span.start).line);
  return (
    /^[ \t]*>/.test(text.slice(start, start + 20)) ||
    /^[\s*_]*["“«„「『][^"”»“」』]*["”»“」』][\s*_.]*$/u.test(
      text.slice(span.start, Math.min(span.end, span.start + 5000)),
    )
  );
}

/** What is no link, no code and no quotation, for names and titles stand in those; of little else, with the links' words. */
function ownWords(block: Block, issue: Issue): string {
  const own = unquoted(proseOf(issue, block, 'hide links').replaceAll(hidden, ' '));
  return own.length >= enoughOwn ? own : unquoted(block.text);
}

function unquoted(text: string): string {
  return text
    .replace(
      /"[^"\n]{1,300}"|“[^”\n]{1,300}”|«[^»\n]{1,300}»|„[^“”\n]{1,300}[“”]|「[^」\n]{1,300}」|『[^』\n]{1,300}』|https?:\S+/gu,
      ' ',
    )
    .replace(/[*_`#>]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
