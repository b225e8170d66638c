// Fields of the front matter that readers see and that still have the source's words.
import type { Block, FrontMatter } from '../../model.js';
import { field, fieldText } from '../../parse/frontMatter.js';
import { parseIssue } from '../../parse/issue.js';
import { judgeText } from '../../align/untranslated.js';
import type { PairContext } from '../check.js';
import type { Span } from '../../text/span.js';
import { ordinaryWords } from './untranslated.js';
import { wordsOfBlock } from '../../align/blockWords.js';

/** A field that was not translated, or not wholly. */
export interface UntranslatedField {
  readonly name: string;
  readonly text: string;
  readonly span: Span;
  readonly source: Span | undefined;
  /** Whether it is a sentence of ordinary words, as opposed to a list of names with some words among them. */
  readonly isSure: boolean;
}

/** From this share of ordinary words on, a field is no list of names. */
const proseShare = 0.3;

/** Those of the fields `names` that still have the source's words. */
export function untranslatedFields(context: PairContext, names: readonly string[]): UntranslatedField[] {
  const { source, target, vocabulary } = context;
  return names.flatMap((name) => {
    const found = field(target.frontMatter, name);
    const [from, to] = [blocksOf(source.frontMatter, name), blocksOf(target.frontMatter, name)];
    if (!found || from.length === 0 || to.length === 0 || judgeText(from, to, vocabulary) !== 'untranslated') return [];
    const words = to.flatMap(wordsOfBlock).filter((word) => word.hasLetter);
    const ordinary = ordinaryWords(words, context);
    return ordinary < 2 ? [] : { name, text: fieldText(target.frontMatter, name), span: found.valueSpan, source: field(source.frontMatter, name)?.valueSpan, isSure: ordinary >= words.length * proseShare };
  });
}

/** A field's text, read as a post is. */
function blocksOf(frontMatter: FrontMatter | undefined, name: string): readonly Block[] {
  return parseIssue(fieldText(frontMatter, name)).blocks;
}
