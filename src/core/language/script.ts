// The writing system of a text, which alone decides some twenty languages.
import { oncePerText } from '../text/remember.js';
import { usualScript } from './locale.js';

/** Scripts that one language writes; null where many do. */
const languages = {
  Hangul: 'ko',
  Thai: 'th',
  Greek: 'el',
  Hebrew: 'he',
  Armenian: 'hy',
  Georgian: 'ka',
  Bengali: 'bn',
  Tamil: 'ta',
  Telugu: 'te',
  Kannada: 'kn',
  Malayalam: 'ml',
  Gujarati: 'gu',
  Gurmukhi: 'pa',
  Oriya: 'or',
  Sinhala: 'si',
  Khmer: 'km',
  Lao: 'lo',
  Myanmar: 'my',
  Ethiopic: 'am',
  Tibetan: 'bo',
  Han: 'zh',
  Kana: 'ja',
  Latin: null,
  Cyrillic: null,
  Arabic: null,
  Devanagari: null,
} as const;

export type Script = keyof typeof languages;

const patterns = (Object.keys(languages) as Script[]).map((name) => ({
  name,
  pattern: new RegExp(name === 'Kana' ? '[\\p{Script=Hiragana}\\p{Script=Katakana}]' : `\\p{Script=${name}}`, 'gu'),
}));

const notLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
const latinLetter = /\p{Script=Latin}/gu;

/** A syllable or an ideograph says as much as two or three letters of an alphabet. */
const weights: Partial<Record<Script, number>> = { Han: 2.5, Kana: 2, Hangul: 2 };
/** Arabic or Chinese text is full of Latin names; English text is not full of Arabic ones. */
const leastShare = 0.3;
/** Japanese is written with Han as well; from this share of kana on, it is Japanese. */
const leastKana = 0.1;

/** The script of a text, and how much text there is in letters of an alphabet; undefined if it has no letters. */
export const scriptOf = oncePerText((text: string): { script: Script; letters: number } | undefined => {
  // Most texts have letters of one script: of these no other needs to be looked for.
  if (isAllLatin(text)) {
    const latin = text.match(latinLetter)?.length ?? 0;
    return latin > 0 ? { script: 'Latin', letters: latin } : undefined;
  }
  const counts = new Map<Script, number>();
  let letters = 0;
  for (const { name, pattern } of patterns) {
    const count = (text.match(pattern)?.length ?? 0) * (weights[name] ?? 1);
    counts.set(name, count);
    letters += count;
  }
  const [kana, han] = [counts.get('Kana')!, counts.get('Han')!];
  if (kana > leastKana * (kana + han)) {
    counts.set('Kana', kana + han);
    counts.set('Han', 0);
  }
  const [best] = [...counts].filter(([name]) => name !== 'Latin').sort((a, b) => b[1] - a[1]);
  if (best && best[1] > 0 && best[1] >= leastShare * letters) return { script: best[0], letters };
  return counts.get('Latin')! > 0 ? { script: 'Latin', letters } : undefined;
});

/** Whether a text has no letters but Latin ones. */
export function isAllLatin(text: string): boolean {
  return !notLatin.test(text);
}

/** The language that alone is written in a script; undefined where there are several. */
export function languageOfScript(script: Script): string | undefined {
  return languages[script] ?? undefined;
}

/** Scripts by their ISO 15924 codes, where the code is not the beginning of the name. */
const codes: Readonly<Record<string, readonly Script[]>> = {
  Hans: ['Han'],
  Hant: ['Han'],
  Jpan: ['Kana', 'Han'],
  Kore: ['Hangul'],
  Latn: ['Latin'],
  Cyrl: ['Cyrillic'],
  Grek: ['Greek'],
  Hebr: ['Hebrew'],
  Beng: ['Bengali'],
  Taml: ['Tamil'],
  Telu: ['Telugu'],
  Knda: ['Kannada'],
  Mlym: ['Malayalam'],
  Gujr: ['Gujarati'],
  Orya: ['Oriya'],
  Laoo: ['Lao'],
  Mymr: ['Myanmar'],
  Tibt: ['Tibetan'],
};

/** Whether a locale is usually written in `script`; true if that is not known. */
export function isWrittenIn(locale: string, script: Script): boolean {
  const code = usualScript(locale);
  if (code === undefined) return true;
  return codes[code]?.includes(script) ?? script.startsWith(code.slice(0, 3));
}

/** From this share of its letters on, what a text has in a script is no name that is quoted in it. */
const leastOwn = 0.15;

/** Whether a good part of a text is in the letters of `locale`, where these are not Latin ones: it may be half translated. */
export function isPartlyIn(locale: string, text: string): boolean {
  return !isWrittenIn(locale, 'Latin') && hasPartOf(text, (script) => isWrittenIn(locale, script));
}

/** Whether a good part of a text is in other letters than Latin ones. */
export function isPartlyForeign(text: string): boolean {
  return !isAllLatin(text) && hasPartOf(text, (script) => script !== 'Latin');
}

function hasPartOf(text: string, isOwn: (script: Script) => boolean): boolean {
  let [own, all] = [0, 0];
  for (const { name, pattern } of patterns) {
    const count = (text.match(pattern)?.length ?? 0) * (weights[name] ?? 1);
    all += count;
    if (isOwn(name)) own += count;
  }
  return own > 0 && own >= leastOwn * all;
}
