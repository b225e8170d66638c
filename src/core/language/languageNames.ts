// Languages by their names, in English and in their own words, as people name folders and files after them: `Spanish Version`, `日本語版`.
import { oncePerText } from '../text/remember.js';
import { fold } from '../text/words.js';

/** Tag, then the names. Names that are spelt alike in several languages stand at the one that is written most. */
const names: Readonly<Record<string, string>> = {
  ar: 'Arabic|العربية|عربي',
  be: 'Belarusian|Беларуская',
  bg: 'Bulgarian|Български',
  bn: 'Bengali|বাংলা',
  bs: 'Bosnian|Bosanski',
  ca: 'Catalan|Català',
  cs: 'Czech|Čeština|Česky',
  da: 'Danish|Dansk',
  de: 'German|Deutsch',
  el: 'Greek|Ελληνικά',
  en: 'English',
  eo: 'Esperanto',
  es: 'Spanish|Español|Castellano',
  et: 'Estonian|Eesti',
  eu: 'Basque|Euskara',
  fa: 'Persian|Farsi|فارسی',
  fi: 'Finnish|Suomi',
  fr: 'French|Français',
  gl: 'Galician|Galego',
  he: 'Hebrew|עברית',
  hi: 'Hindi|हिन्दी|हिंदी',
  hr: 'Croatian|Hrvatski',
  hu: 'Hungarian|Magyar',
  hy: 'Armenian|Հայերեն',
  id: 'Indonesian|Bahasa Indonesia',
  is: 'Icelandic|Íslenska',
  it: 'Italian|Italiano',
  ja: 'Japanese|日本語|日本',
  ka: 'Georgian|ქართული',
  kk: 'Kazakh|Қазақша',
  ko: 'Korean|한국어|한글',
  lt: 'Lithuanian|Lietuvių',
  lv: 'Latvian|Latviešu',
  mk: 'Macedonian|Македонски',
  ml: 'Malayalam|മലയാളം',
  mr: 'Marathi|मराठी',
  ms: 'Malay|Bahasa Melayu',
  ne: 'Nepali|नेपाली',
  nl: 'Dutch|Nederlands',
  no: 'Norwegian|Norsk',
  pl: 'Polish|Polski',
  pt: 'Portuguese|Português',
  'pt-BR': 'Brazilian Portuguese|Português do Brasil|Português brasileiro',
  ro: 'Romanian|Română',
  ru: 'Russian|Русский',
  sk: 'Slovak|Slovenčina|Slovensky',
  sl: 'Slovenian|Slovene|Slovenščina',
  sq: 'Albanian|Shqip',
  sr: 'Serbian|Српски|Srpski',
  sv: 'Swedish|Svenska',
  sw: 'Swahili|Kiswahili',
  ta: 'Tamil|தமிழ்',
  te: 'Telugu|తెలుగు',
  th: 'Thai|ไทย|ภาษาไทย',
  tl: 'Filipino|Tagalog',
  tr: 'Turkish|Türkçe',
  uk: 'Ukrainian|Українська',
  ur: 'Urdu|اردو',
  vi: 'Vietnamese|Tiếng Việt',
  zh: 'Chinese|中文|汉语|漢語|华语',
  'zh-Hans': 'Simplified Chinese|Chinese Simplified|简体中文|中文简体|简体',
  'zh-Hant': 'Traditional Chinese|Chinese Traditional|繁體中文|繁体中文|正體中文|中文繁體|繁體',
};

const byName: ReadonlyMap<string, string> = new Map(
  Object.entries(names).flatMap(([locale, written]) => written.split('|').map((name) => [fold(name), locale])),
);

/** What is said of a translation besides its language. */
const besides =
  /\b(?:version|versi[oó]n|vers[aã]o|versione|translations?|traduction|traducci[oó]n|tradu[cç][aã]o|edition)\b|版本?$|(?:翻译|翻譯|翻訳|번역)$/giu;

/** The locale whose language `text` names, and nothing else but that it is a translation; undefined where it names none. The same few folders ask again and again. */
export const localeNamed = oncePerText((text: string): string | undefined =>
  byName.get(
    fold(
      text
        .normalize('NFC')
        .replace(besides, ' ')
        .replace(/[\s_-]+/g, ' ')
        .trim(),
    ),
  ),
);
