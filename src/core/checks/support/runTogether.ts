// Words that have run together: across scripts, as the source's two words, or with an emoji.
import type { Span } from '../../text/span.js';
import { emojiPattern, unspaced } from '../../text/words.js';
import type { PairContext } from '../check.js';
import { comparedUnits } from './comparedUnits.js';
import { quoted } from './words.js';

export interface RunTogether {
  readonly kind: 'scripts' | 'words' | 'emoji';
  readonly words: string;
  /** Where the space is missing. */
  readonly at: number;
  readonly span: Span;
}

/** Scripts that part words by spaces, and whose words do not begin or end in another script. Short runs may be prefixes and endings. */
const alphabets = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Armenian}\\p{Script=Georgian}\\p{M}]';
const acrossScripts = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:(${alphabets}{5,30})(?=\\p{Script=Latin}{2})|(\\p{Script=Latin}{2,30})(?=${alphabets}{5}))[\\p{L}\\p{M}]{2,30}`, 'gu');
/** `inNLP`: a word in small letters, then one with a capital. */
const capitalInside = /(?<![\p{Script=Latin}\p{N}_@#.-])(\p{Ll}{2,20})(\p{Lu}\p{Script=Latin}{1,20})(?![\p{Script=Latin}\p{N}_.])/gu;

/** All that has run together in the translated units, in order. */
export function findRunTogether(context: PairContext): RunTogether[] {
  return comparedUnits(context).flatMap(({ source, target }) => {
    const from = source.map(({ text }) => text).join('\n');
    return target.flatMap(({ text, place }) => {
      const found = (kind: RunTogether['kind'], start: number, end: number, at: number): RunTogether[] => {
        const words = text.slice(start, end);
        return kind !== 'emoji' && from.includes(words) ? [] : [{ kind, words: quoted(words), at: place({ start: at, end: at }).start, span: place({ start, end }) }];
      };
      return [
        ...Array.from(text.matchAll(acrossScripts)).flatMap((match) => found('scripts', match.index, match.index + match[0].length, match.index + (match[1] ?? match[2])!.length)),
        ...Array.from(text.matchAll(capitalInside)).flatMap((match) =>
          new RegExp(`(?<![\\p{L}\\p{N}])${match[1]!}\\s${match[2]!}(?![\\p{L}\\p{N}])`, 'u').test(from) ? found('words', match.index, match.index + match[0].length, match.index + match[1]!.length) : [],
        ),
        ...Array.from(text.matchAll(emojiPattern)).flatMap((match) => {
          const before = text[match.index - 1] ?? '';
          const isGlued = /\p{L}/u.test(before) && !unspaced.test(text) && from.includes(` ${match[0]}`) && /\p{Emoji_Presentation}|\ufe0f/u.test(match[0]);
          return isGlued ? found('emoji', match.index, match.index + match[0].length, match.index) : [];
        }),
      ];
    });
  }).sort((a, b) => a.span.start - b.span.start);
}
