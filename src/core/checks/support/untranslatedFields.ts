// Fields of the front matter that readers see and that still have the source's words.
import { comparedWords, wordsOfBlock } from '../../align/blockWords.js';
import { judgeText } from '../../align/untranslated.js';
import { sameLanguage } from '../../language/locale.js';
import type { Block, Field, FrontMatter } from '../../model.js';
import { field, fieldText } from '../../parse/field.js';
import { parseIssue } from '../../parse/issue.js';
import { oncePerText } from '../../text/remember.js';
import type { Span } from '../../text/span.js';
import { fold } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { isProseField } from './fieldKinds.js';
import { ordinaryWords } from './untranslated.js';

/** A field that was not translated, or not wholly. */
export interface UntranslatedField {
  readonly name: string;
  /** What was not translated: all of it, or some of its parts. */
  readonly parts: readonly string[];
  readonly isWhole: boolean;
  readonly span: Span;
  readonly source: Span | undefined;
  /** Whether it is a sentence of ordinary words, as opposed to a list of names with some words among them. */
  readonly isSure: boolean;
}

/** From this share of ordinary words on, a field is no list of names. */
const proseShare = 0.3;
/** A name can have one word that is an ordinary one as well. */
const leastOrdinary = 2;
const fewestTopics = 3;

/** The prose fields that still have the source's words, in the order in which they stand. */
export function untranslatedFields(context: PairContext): UntranslatedField[] {
  const { source, target, rules } = context;
  const fields = (target.frontMatter?.fields ?? []).filter(({ path }) => isProseField(path, rules.fields));
  return fields.flatMap((one): UntranslatedField[] => {
    const other = field(source.frontMatter, one.path);
    const [from, to] = [proseOf(source.frontMatter, one), proseOf(target.frontMatter, one)];
    if (to === '') return [];
    const found = { name: one.path, source: other?.valueSpan };
    const isSource = isSourceText(from, to, context);
    const parts = isListOfTopics(one, to) ? keptParts(from, to, context) : [];
    if (parts.length > 0 && parts.length < partsOf(to).length) {
      return [
        {
          ...found,
          parts,
          isWhole: false,
          isSure: isSource !== undefined && parts.length > 1,
          span: spanOf(parts, one, target.text),
        },
      ];
    }
    const isSure = (isSource ?? isInSourceLanguage(to, context)) && !(parts.length === 0 && isListOfTopics(one, to));
    return isSure || isSource !== undefined
      ? [
          {
            ...found,
            parts: [to],
            isWhole: isSure,
            isSure,
            span: isSure ? one.valueSpan : spanOf([to], one, target.text),
          },
        ]
      : [];
  });
}

/** The newsletter's name with the issue's number and language, as titles begin: `Harbour News #12 [EN]: `. A name, whatever its words are. */
const masthead =
  /^(?:[^:：]{0,60}[[(【［][A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?[\])】］]\s*[:：]\s*|(?:\p{Lu}[\p{L}\p{M}\p{N}’'-]*\s+){1,6}(?:(?:#|№|[Nn][°ºo]\.?|[Ii]ssue)\s*)?\d{1,4}(?!\d|[.,]\d)\s*(?:[[(【［][^\])】］]{0,10}[\])】］])?\s*[:：–—-]?\s*)/u;

/** What a field says, without the newsletter's name. */
function proseOf(frontMatter: FrontMatter | undefined, { path }: Field): string {
  return fieldText(frontMatter, path).replace(masthead, '');
}

const blocksOf = oncePerText((text: string): readonly Block[] => parseIssue(text).blocks);

/** Whether a field that is the source's text as a whole is surely prose; undefined if it was translated or has names alone. */
function isSourceText(from: string, to: string, context: PairContext): boolean | undefined {
  const [source, target] = [blocksOf(from), blocksOf(to)];
  if (source.length === 0 || target.length === 0 || judgeText(source, target, context.vocabulary) !== 'untranslated')
    return undefined;
  const words = target.flatMap(wordsOfBlock).filter((word) => word.hasLetter);
  const ordinary = ordinaryWords(words, context);
  return ordinary < leastOrdinary ? undefined : ordinary >= new Set(words.map(({ lower }) => lower)).size * proseShare;
}

/** Whether a field of some length is in the source's language, be it an older text of the source's. */
function isInSourceLanguage(text: string, { identify, sourceLocale, targetLocale }: PairContext): boolean {
  const found = identify?.(text);
  return (
    found !== undefined &&
    found.confidence === 1 &&
    sameLanguage(found.locale, sourceLocale) &&
    !sameLanguage(found.locale, targetLocale)
  );
}

const separators = /[,;:|،؛、，；：…–—]+|\.{3}/u;

/** Titles say several things one after the other; an excerpt is a sentence, however many commas it has. */
function isListOfTopics({ path }: Field, text: string): boolean {
  return /(?:^|\.)(?:sub)?title$/i.test(path) && partsOf(text).length >= fewestTopics;
}

function partsOf(text: string): string[] {
  return text
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** The parts of a list, as titles are, that stand in the source's list as well and have ordinary words. */
function keptParts(from: string, to: string, context: PairContext): string[] {
  const known = new Set(from.split(separators).map(keyOf));
  return partsOf(to).filter((part) => {
    const words = comparedWords(part).filter((word) => word.hasLetter);
    return known.has(keyOf(part)) && words.length > 1 && ordinaryWords(words, context) >= leastOrdinary;
  });
}

function keyOf(part: string): string {
  return fold(part.trim()).replace(/\s+/g, ' ');
}

/** From the first to the last of the parts; all of the value where the file writes them in another way. */
function spanOf(parts: readonly string[], { valueSpan }: Field, text: string): Span {
  const value = text.slice(valueSpan.start, valueSpan.end);
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const [start, end] = [value.indexOf(first), value.lastIndexOf(last) + last.length];
  return start < 0 || end < start + first.length
    ? valueSpan
    : { start: valueSpan.start + start, end: valueSpan.start + end };
}
