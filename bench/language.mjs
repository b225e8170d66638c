// Which library should tell in what language a file is written?
//
//   node bench/language.mjs [corpus] [--packages DIR] [--breadth NAME=DIR]... [--only NAME]... [--verbose]
//
// corpus      a folder holding dair-ai/_posts with pairs.tsv and (or) optech/_posts/<locale>;
//             or set FACING_PAGES_CORPUS
// --packages  the folder in whose node_modules the candidates are (the working folder by default)
// --breadth   a tree of Markdown files with the locale at the end of their names (readme.fr.md,
//             HOWTO-pt_BR.md) or a folder for each locale (fr/readme.md; the last four files
//             of each are taken); the same name without a locale is the English one. Trees of one NAME are
//             judged together.
// --only      measure only the candidates with this in their name
// --verbose   print every wrong answer on a file, and what the long paragraphs were mistaken for
//
// Each candidate is bundled with esbuild for the browser: that is how its size is taken, and a
// candidate that needs Node shows there. One that is not installed is skipped with a line.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

// ---------------------------------------------------------------- candidates

const eldCode = (size) => `import { eld } from 'eld/${size}'
  export const detect = text => {
    const r = eld.detect(text)
    const [first = 0, second = 0] = Object.values(r.getScores()).sort((a, b) => b - a)
    return [r.language, first && r.isReliable() ? (first - second) / first : 0]
  }`;

// Confidence 0 is what eld calls unreliable; a silent candidate does not answer then.
//
// Languages eld does not know, told from the neighbour it takes them for by their commonest words
// (Macedonian by its letters).
const marks = [
  {
    language: 'id',
    takenFor: ['ms'],
    least: 0,
    its: /^(?:bahwa|karena|bisa|saat|ketika|berbeda|tautan|membutuhkan|proyek|komunitas|informasi|aktivitas|kualitas|sebuah)$/,
    theirs:
      /^(?:bahawa|kerana|boleh|ialah|iaitu|sahaja|daripada|sekiranya|apabila|semasa|mahu|pautan|projek|komuniti|maklumat|aktiviti|kualiti)$/,
  },
  {
    language: 'ne',
    takenFor: ['hi', 'mr'],
    least: 0.04,
    its: /^(?:र|छ|छन्|हो|छैन|गर्न|गर्नुहोस्|पनि|तपाईं|यो|हुन्छ|भने|वा)$|(?:को|मा|हरू|लाई|ले)$/,
    theirs: /^(?:है|हैं|में|और|का|की|के|से|आहे|आणि|आहेत|नाही|किंवा|या)$/,
  },
  {
    language: 'gl',
    takenFor: ['es', 'pt'],
    least: 0.02,
    its: /^(?:unha|unhas|coa|coas|nunha|dunha|polo|polos|tamén|máis|ata|sexa|calquera|xente|non)$/,
    theirs: /^(?:el|los|las|una|con|más|del|y|em|não|uma|mais|também|um|com|à|às|sua|isso)$/,
  },
  {
    language: 'sw',
    takenFor: ['tl', 'ms', 'sq', 'sl', 'hr', 'es', 'yo'],
    least: 0.08,
    its: /^(?:ya|wa|kwa|katika|kama|kuwa|lakini|yako|wako|hii|hizi|hiyo|yote|wote|kila|watu)$/,
    theirs: /^(?:ng|ang|mga|sa|yang|dan|untuk|të|dhe|je|in|de|el|ti|àwọn)$/,
  },
];
function neighbours(text, language) {
  if (language === 'sr' || language === 'bg') {
    const count = (pattern) => text.match(pattern)?.length ?? 0;
    return count(/[ѓќѕ]/gi) > count(/[ђћъщ]/gi) ? 'mk' : language;
  }
  const mark = marks.filter(({ takenFor }) => takenFor.includes(language));
  if (mark.length === 0) return language;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const count = (pattern) => words.filter((word) => pattern.test(word)).length;
  const found = mark.find(
    ({ its, theirs, least }) => count(its) >= least * words.length && count(its) >= count(theirs),
  );
  return found?.language ?? language;
}

// Every adapter exports detect(text) => [language, confidence 0..1], language '' for "do not know".
const candidates = [
  {
    name: 'franc-min',
    package: 'franc-min',
    code: `import { francAll } from 'franc-min'
      export const detect = text => { const r = francAll(text); return [r[0][0], r.length > 1 ? 1 - r[1][1] : 1] }`,
  },
  {
    name: 'franc',
    package: 'franc',
    code: `import { francAll } from 'franc'
      export const detect = text => { const r = francAll(text); return [r[0][0], r.length > 1 ? 1 - r[1][1] : 1] }`,
  },
  {
    name: 'franc, 66 languages',
    package: 'franc',
    code: `import { francAll } from 'franc'
      const only = ${JSON.stringify(
        (
          'amh arb azj bel bul ben cat ces dan deu ell eng spa est eus pes fin fra guj heb hin hrv hun hye isl ita jpn ' +
          'kat kan kor kmr lao lit lvs mal mar zlm nld nob ory pan pol por ron rus slk slv als srp swe tam tel tha tgl ' +
          'tur ukr urd vie yor cmn ind npi mkd glg swh bos'
        ).split(' '),
      )}
      export const detect = text => { const r = francAll(text, { only }); return [r[0][0], r.length > 1 ? 1 - r[1][1] : 1] }`,
  },
  ...['light', '', 'heavy'].map((size) => ({
    name: size ? `tinyld/${size}` : 'tinyld',
    package: 'tinyld',
    code: `import { detectAll } from '${size ? `tinyld/${size}` : 'tinyld'}'
      export const detect = text => { const r = detectAll(text); return r.length ? [r[0].lang, r[0].accuracy - (r[1]?.accuracy ?? 0)] : ['', 0] }`,
  })),
  ...['extrasmall', 'small', 'medium', 'large'].map((size) => ({
    name: `eld/${size}`,
    package: 'eld',
    code: eldCode(size),
  })),
  {
    name: 'eld/extrasmall + neighbours',
    package: 'eld',
    code: eldCode('extrasmall'),
    refine: neighbours,
  },
  {
    name: 'eld/extrasmall + neighbours, reliable',
    package: 'eld',
    code: eldCode('extrasmall'),
    refine: neighbours,
    silent: true,
  },
  {
    name: 'lande',
    package: 'lande',
    code: `import lande from 'lande'
      export const detect = text => { const r = lande(text); return [r[0][0], r[0][1]] }`,
  },
  {
    name: 'languagedetect',
    package: 'languagedetect',
    code: `import LanguageDetect from 'languagedetect'
      const d = new LanguageDetect(); d.setLanguageType('iso2')
      export const detect = text => { const r = d.detect(text, 2); return r.length ? [r[0][0] ?? '', r[0][1] - (r[1]?.[1] ?? 0)] : ['', 0] }`,
  },
  {
    name: '@nlpjs/language',
    package: '@nlpjs/language',
    code: `import { Language } from '@nlpjs/language'
      const d = new Language()
      export const detect = text => { const r = d.guess(text); return r.length ? [r[0].alpha2 || r[0].alpha3, r.length > 1 ? r[0].score - r[1].score : 1] : ['', 0] }`,
  },
  {
    name: 'langdetect',
    package: 'langdetect',
    code: `import { detect as d } from 'langdetect'
      export const detect = text => { const r = d(text); return r?.length ? [r[0].lang, r[0].prob] : ['', 0] }`,
  },
];

// ---------------------------------------------------------------- scripts

// What the writing system alone decides. Latin, Cyrillic, Arabic and Devanagari are shared by many
// languages and are left to the library.
const scripts = {
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
};
const scriptPatterns = Object.keys(scripts).map((name) => [
  name,
  new RegExp(name === 'Kana' ? '[\\p{Script=Hiragana}\\p{Script=Katakana}]' : `\\p{Script=${name}}`, 'gu'),
]);

// A syllable or an ideograph says as much as two or three letters of an alphabet.
const weight = { Han: 2.5, Kana: 2, Hangul: 2 };

function scriptOf(text) {
  let best = ['', 0];
  const counts = {};
  for (const [name, pattern] of scriptPatterns) counts[name] = (text.match(pattern)?.length ?? 0) * (weight[name] ?? 1);
  // Kana beside Han is Japanese, however little of it.
  if (counts.Kana > 0.1 * (counts.Kana + counts.Han)) {
    counts.Kana += counts.Han;
    counts.Han = 0;
  }
  for (const name in counts) if (name !== 'Latin' && counts[name] > best[1]) best = [name, counts[name]];
  // Arabic or Chinese text is full of Latin names; English text is not full of Arabic ones.
  const others = Object.values(counts).reduce((sum, count) => sum + count, 0) - best[1];
  if (best[1] < 0.3 * (best[1] + others)) return counts.Latin ? 'Latin' : '';
  return best[0];
}

const scriptFirst = (detect) => (text) => {
  const script = scriptOf(text);
  if (!script) return ['', 0];
  return scripts[script] ? [scripts[script], 1] : detect(text);
};

// ---------------------------------------------------------------- locales

const alpha3 = {
  afr: 'af',
  amh: 'am',
  ara: 'ar',
  arb: 'ar',
  aze: 'az',
  azj: 'az',
  bel: 'be',
  ben: 'bn',
  bos: 'bs',
  bul: 'bg',
  cat: 'ca',
  ces: 'cs',
  ckb: 'ku',
  cmn: 'zh',
  dan: 'da',
  deu: 'de',
  ell: 'el',
  eng: 'en',
  epo: 'eo',
  est: 'et',
  eus: 'eu',
  fas: 'fa',
  pes: 'fa',
  prs: 'fa',
  fin: 'fi',
  fra: 'fr',
  gle: 'ga',
  glg: 'gl',
  guj: 'gu',
  hau: 'ha',
  heb: 'he',
  hin: 'hi',
  hrv: 'hr',
  hun: 'hu',
  hye: 'hy',
  ibo: 'ig',
  ind: 'id',
  isl: 'is',
  ita: 'it',
  jav: 'jv',
  jpn: 'ja',
  kan: 'kn',
  kat: 'ka',
  kaz: 'kk',
  khk: 'mn',
  khm: 'km',
  kin: 'rw',
  kor: 'ko',
  kmr: 'ku',
  lao: 'lo',
  lat: 'la',
  lav: 'lv',
  lvs: 'lv',
  lit: 'lt',
  mal: 'ml',
  mar: 'mr',
  mkd: 'mk',
  mlg: 'mg',
  plt: 'mg',
  msa: 'ms',
  zlm: 'ms',
  zsm: 'ms',
  mya: 'my',
  nep: 'ne',
  npi: 'ne',
  nld: 'nl',
  nno: 'no',
  nob: 'no',
  nor: 'no',
  ori: 'or',
  ory: 'or',
  pan: 'pa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  run: 'rn',
  rus: 'ru',
  sin: 'si',
  slk: 'sk',
  slv: 'sl',
  som: 'so',
  spa: 'es',
  sqi: 'sq',
  als: 'sq',
  srp: 'sr',
  swe: 'sv',
  swh: 'sw',
  swa: 'sw',
  tam: 'ta',
  tel: 'te',
  tgl: 'tl',
  fil: 'tl',
  tha: 'th',
  tuk: 'tk',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  uzn: 'uz',
  uzb: 'uz',
  vie: 'vi',
  yor: 'yo',
  zho: 'zh',
  zul: 'zu',
  und: '',
};
const aliases = { iw: 'he', nb: 'no', nn: 'no', np: 'ne', in: 'id', gb: 'en' };
function languageOf(code) {
  const [base] = code.toLowerCase().split(/[-_]/);
  return alpha3[base] ?? aliases[base] ?? base;
}

// Written so alike that no short text tells them apart. Taking one for the other is counted wrong
// all the same; only "when wrong, most" leaves them out.
const twins = [
  ['id', 'ms'],
  ['hr', 'bs', 'sr'],
  ['pt', 'gl'],
];
const areTwins = (a, b) => twins.some((group) => group.includes(a) && group.includes(b));

// ---------------------------------------------------------------- texts

function prose(block) {
  return block
    .replace(/<!--.*?-->/gs, ' ')
    .replace(/\{%.*?%\}|\{\{.*?\}\}/gs, ' ')
    .replace(/`+[^`]*`+/g, ' ')
    .replace(/!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])?/g, ' ')
    .replace(/\]\s?\([^)\s]*(\s+"[^"]*")?\)|\]\[[^\]]*\]/g, ']')
    .replace(/\[\^[^\]]*\]:?/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[a-z]+:\/\/\S+|www\.\S+|\S+@\S+\.\w+/gi, ' ')
    .replace(/\S*[a-z]\/[a-z]\S*/gi, ' ')
    .replace(/^[ \t]*(#{1,6}|[-*+]|\d+[.)]|>|:)[ \t]+/gm, ' ')
    .replace(/[*_~[\]|#\\]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const letters = (text) => text.match(/\p{L}/gu)?.length ?? 0;

// How much a text says, in letters of an alphabet.
function bulk(text) {
  return (
    letters(text) +
    1.5 * (text.match(/\p{Script=Han}/gu)?.length ?? 0) +
    (text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)
  );
}

function paragraphs(source) {
  const body = source
    .replace(/\r\n?/g, '\n')
    .replace(/^\uFEFF?---\n.*?\n---\n/s, '')
    .replace(/^[ \t]*(```|~~~).*?^[ \t]*\1[^\n]*$/gms, '')
    .replace(/^[ \t]*\[[^\]]+\]:[ \t]*\S+.*$/gm, '')
    .replace(/\{%.*?%\}/gs, ' ');
  return body
    .split(/\n(?:[ \t]*\\*[ \t]*\n)+|\n(?=[ \t]*(?:[-*+]|\d+[.)]|#{1,6})[ \t])/)
    .map(prose)
    .filter((text) => letters(text) >= 4);
}

// A paragraph that stands in the English file is untranslated: nobody should call it French.
function untranslated(english) {
  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const sets = english.map((text) => new Set(words(text)));
  return (text) => {
    const own = words(text);
    return sets.some((set) => own.filter((word) => set.has(word)).length >= 0.75 * own.length);
  };
}

function sample(source, locale, english, name) {
  const all = paragraphs(source);
  const left = english ? untranslated(paragraphs(english)) : () => false;
  const kept = all.filter((text) => !left(text));
  return { name, language: languageOf(locale), all, kept, excluded: all.length - kept.length };
}

const read = (file) => readFileSync(file, 'utf8');

function dairAi(root) {
  const posts = path.join(root, '_posts');
  const pairs = read(path.join(root, 'pairs.tsv'))
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const translated = new Map(pairs.map(([, locale, from, to]) => [to, { locale, from }]));
  return readdirSync(posts)
    .filter((name) => /\.md\s*(\.md)?$/i.test(name))
    .map((name) => {
      const pair = translated.get(name);
      return sample(
        read(path.join(posts, name)),
        pair?.locale ?? 'en',
        pair && read(path.join(posts, pair.from)),
        name,
      );
    });
}

function optech(root) {
  const posts = path.join(root, '_posts');
  return readdirSync(posts).flatMap((locale) => {
    const folder = path.join(posts, locale, 'newsletters');
    return readdirSync(folder).map((name) => {
      const english = path.join(posts, 'en', 'newsletters', name);
      return sample(
        read(path.join(folder, name)),
        locale,
        locale !== 'en' && existsSync(english) ? read(english) : '',
        `${locale}/${name}`,
      );
    });
  });
}

function breadth(root) {
  const names = readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .reverse();
  const later = new Map();
  return names
    .flatMap((name) => {
      const inName = /^(.*?)[-_.]([a-z]{2,3}(?:[-_][A-Za-z]{2})?)\.md$/.exec(name);
      const inFolder = /^([a-z]{2,3}(?:-[a-z]{2,4})?)\/(.*\.md)$/.exec(name);
      const locale = inFolder?.[1] ?? inName?.[2];
      if (!locale) return [];
      if (inFolder) {
        later.set(locale, (later.get(locale) ?? 0) + 1);
        if (later.get(locale) > 4) return [];
      }
      const siblings = inFolder ? [inFolder[2]] : [`${inName[1]}.md`, `${inName[1]}.en.md`];
      const english = siblings.map((sibling) => path.join(root, sibling)).find(existsSync);
      return [sample(read(path.join(root, name)), locale, english ? read(english) : '', name)];
    })
    .filter((file) => file.kept.length > 0);
}

// ---------------------------------------------------------------- judging

// The longest texts go in pieces, and the pieces vote: what is asked of a library is a piece, and
// the share of the votes says how sure the answer is.
const PIECE = 300;
const PIECES = 40;
function pieces(file) {
  const result = [];
  let piece = '';
  for (const text of file.all) {
    piece += (piece ? ' ' : '') + text;
    if (piece.length >= PIECE) {
      result.push(piece);
      piece = '';
    }
  }
  if (piece.length >= PIECE / 2 || result.length === 0) result.push(piece);
  const step = Math.max(1, result.length / PIECES);
  return Array.from({ length: Math.ceil(result.length / step) }, (_, i) => result[Math.floor(i * step)]);
}

function vote(file, detect) {
  const votes = new Map();
  let total = 0;
  for (const piece of file.pieces) {
    const [code] = detect(piece);
    total += bulk(piece);
    votes.set(languageOf(code), (votes.get(languageOf(code)) ?? 0) + bulk(piece));
  }
  const [[language, won]] = [...votes].sort((a, b) => b[1] - a[1]);
  return [language, won / total];
}

const buckets = [
  ['<50', 0, 50],
  ['50-200', 50, 200],
  ['>200', 200, Infinity],
];
const percent = (right, all) => (all ? ((100 * right) / all).toFixed(right === all ? 0 : 2) : '–');

function judge(files, detect) {
  const result = {
    buckets: buckets.map(() => [0, 0]),
    whole: [0, 0],
    vote: [0, 0],
    answers: [],
    wrong: [],
    mistaken: new Map(),
    shares: [],
    wrongShares: [],
  };
  for (const file of files) {
    for (const text of file.kept) {
      const at = buckets.findIndex(([, from, to]) => text.length >= from && text.length < to);
      const [code, confidence] = detect(text);
      const right = languageOf(code) === file.language;
      result.buckets[at][0] += right;
      result.buckets[at][1]++;
      if (at === 2) {
        result.answers.push([confidence, right]);
        if (!right) {
          const key = `${file.language}→${languageOf(code) || '?'}`;
          result.mistaken.set(key, (result.mistaken.get(key) ?? 0) + 1);
        }
      }
    }
    const whole = languageOf(detect(file.text)[0]);
    result.whole[0] += whole === file.language;
    result.whole[1]++;
    const [voted, share] = vote(file, detect);
    result.vote[0] += voted === file.language;
    result.vote[1]++;
    if (voted === file.language) result.shares.push(share);
    else if (voted && !areTwins(voted, file.language)) result.wrongShares.push(share);
    if (whole !== file.language || voted !== file.language) {
      result.wrong.push(
        `${file.name}: ${file.language}, whole ${whole || '?'}, voted ${voted || '?'} ${share.toFixed(2)}${areTwins(voted, file.language) ? ' (twin)' : ''}`,
      );
    }
  }
  return result;
}

// The share of the long paragraphs that can be answered when the confidence is asked to be so high
// that no more than one answer in five hundred is wrong.
function sureShare(answers) {
  const sorted = [...answers].sort((a, b) => b[0] - a[0]);
  let wrong = 0;
  let best = 0;
  sorted.forEach(([confidence, right], i) => {
    wrong += right ? 0 : 1;
    if (sorted[i + 1]?.[0] !== confidence && wrong <= (i + 1) / 500) best = i + 1;
  });
  return percent(best, sorted.length);
}

// ---------------------------------------------------------------- run

const args = process.argv.slice(2);
const options = {
  packages: process.cwd(),
  breadth: [],
  only: [],
  verbose: false,
  corpus: process.env.FACING_PAGES_CORPUS,
};
while (args.length) {
  const arg = args.shift();
  if (arg === '--packages') options.packages = path.resolve(args.shift());
  else if (arg === '--breadth') options.breadth.push(args.shift().split(/=(.*)/s));
  else if (arg === '--only') options.only.push(args.shift());
  else if (arg === '--verbose') options.verbose = true;
  else options.corpus = arg;
}
if (!options.corpus && options.breadth.length === 0) {
  console.error('No corpus: give its folder as an argument or in FACING_PAGES_CORPUS.');
  process.exit(2);
}

const sets = [];
if (options.corpus) {
  const dair = path.join(options.corpus, 'dair-ai');
  const tech = path.join(options.corpus, 'optech');
  if (existsSync(path.join(dair, 'pairs.tsv'))) sets.push(['dair-ai', dairAi(dair)]);
  else console.log(`skipped: no ${dair}`);
  if (existsSync(path.join(tech, '_posts'))) sets.push(['optech', optech(tech)]);
  else console.log(`skipped: no ${tech}`);
}
for (const name of new Set(options.breadth.map(([name]) => name))) {
  sets.push([
    name,
    options.breadth.filter(([other]) => other === name).flatMap(([, folder]) => breadth(path.resolve(folder))),
  ]);
}

for (const [name, files] of sets) {
  for (const file of files) {
    file.text = file.all.join('\n');
    file.pieces = pieces(file);
  }
  const languages = [...new Set(files.map((file) => file.language))].sort();
  const kept = files.flatMap((file) => file.kept);
  console.log(
    `${name}: ${files.length} files in ${languages.length} languages (${languages.join(' ')}), ${kept.length} paragraphs judged (` +
      buckets
        .map(
          ([label, from, to]) => `${label}: ${kept.filter((text) => text.length >= from && text.length < to).length}`,
        )
        .join(', ') +
      `), ${files.reduce((sum, file) => sum + file.excluded, 0)} left out as untranslated`,
  );
}

const work = mkdtempSync(path.join(tmpdir(), 'language-bench-'));
mkdirSync(path.join(work, 'out'));
writeFileSync(path.join(work, 'package.json'), '{"type":"module"}');

async function bundle(candidate) {
  const outfile = path.join(work, 'out', `${candidate.name.replace(/\W/g, '-')}.js`);
  await build({
    stdin: { contents: candidate.code, resolveDir: options.packages },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const lazy = outfile.replace(/js$/, 'lazy.js');
  await build({
    stdin: { contents: `export const load = () => import(${JSON.stringify(outfile)})`, resolveDir: work },
    outfile: lazy,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const bytes = readFileSync(outfile);
  return { outfile, lazy, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

// Load time: the import and one first answer, in a process of its own, the best of three.
// Idle: what a bundle costs at its start that carries the library behind an import() not yet called.
function loadTime(outfile, use = `m.detect('The first answer counts as loading.')`) {
  const script = `const t = performance.now(); const m = await import(${JSON.stringify(pathToFileURL(outfile).href)}); ${use}; console.log(performance.now() - t)`;
  return Math.min(
    ...[1, 2, 3].map(() =>
      Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })),
    ),
  );
}

const timed = sets
  .flatMap(([, files]) => files.flatMap((file) => file.kept))
  .filter((text) => text.length > 200)
  .slice(0, 400);
function paragraphTime(detect) {
  for (const text of timed.slice(0, 100)) detect(text);
  const start = performance.now();
  for (const text of timed) detect(text);
  return (performance.now() - start) / timed.length;
}

const rows = [];
const details = [];
const wanted = candidates.filter(
  ({ name }) => options.only.length === 0 || options.only.some((only) => name.includes(only)),
);
for (const candidate of [{ name: 'script alone' }, ...wanted]) {
  const { name } = candidate;
  let detect = () => ['', 0];
  let cost = { bytes: 0, gzip: 0, load: 0, idle: 0, time: 0 };
  if (candidate.code) {
    if (!existsSync(path.join(options.packages, 'node_modules', candidate.package))) {
      console.log(`skipped: ${name} is not installed in ${options.packages}`);
      continue;
    }
    try {
      const bundled = await bundle(candidate);
      const raw = (await import(pathToFileURL(bundled.outfile).href)).detect;
      detect = candidate.refine
        ? (text) => {
            const [language, confidence] = raw(text);
            const refined = candidate.refine(text, language);
            return candidate.silent && confidence === 0 && refined === language ? ['', 0] : [refined, confidence];
          }
        : raw;
      cost = {
        ...bundled,
        load: loadTime(bundled.outfile),
        idle: loadTime(bundled.lazy, ''),
        time: paragraphTime(detect),
      };
    } catch (error) {
      console.log(
        `skipped: ${name} does not bundle for the browser: ${String(error.message).split('\n').slice(0, 2).join(' ').trim()}`,
      );
      continue;
    }
  } else {
    cost.time = paragraphTime(scriptFirst(detect));
  }
  const version =
    candidate.package &&
    JSON.parse(read(path.join(options.packages, 'node_modules', candidate.package, 'package.json'))).version;
  for (const [setName, files] of sets) {
    const alone = candidate.code && judge(files, detect);
    const guided = judge(files, scriptFirst(detect));
    rows.push({ setName, name: version ? `${name} ${version}` : name, cost, alone, guided });
    if (options.verbose && alone) {
      const top = [...guided.mistaken]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 25)
        .map(([key, count]) => `${key} ${count}`);
      details.push(
        `\n${name}, ${setName}, script first\n  long paragraphs: ${top.join(', ') || 'none'}\n  files:\n    ${guided.wrong.join('\n    ') || 'none'}`,
      );
    }
  }
}
rmSync(work, { recursive: true });

console.log(
  '\n| candidate | minified kB | gzip kB | load ms | idle ms | µs a paragraph |\n| --- | ---: | ---: | ---: | ---: | ---: |',
);
for (const { name, cost } of rows.filter((row) => row.setName === sets[0][0])) {
  console.log(
    `| ${name} | ${(cost.bytes / 1000).toFixed(0)} | ${(cost.gzip / 1000).toFixed(0)} | ${cost.load.toFixed(0)} | ${cost.idle.toFixed(0)} | ${(1000 * cost.time).toFixed(0)} |`,
  );
}
for (const [setName] of sets) {
  console.log(`\n${setName}, % right: the library alone / after the script\n`);
  console.log(
    `| candidate | ${buckets.map(([label]) => label).join(' | ')} | >200 sure | files, whole | files, voted | share when right, least | when wrong, most |`,
  );
  console.log(`| --- |${' ---: |'.repeat(buckets.length + 5)}`);
  for (const { name, alone, guided } of rows.filter((row) => row.setName === setName)) {
    const both = (cell) => (alone ? `${cell(alone)} / ${cell(guided)}` : `– / ${cell(guided)}`);
    console.log(
      `| ${name} | ${buckets.map((_, i) => both((r) => percent(...r.buckets[i]))).join(' | ')} | ${both((r) => sureShare(r.answers))} | ${both((r) => percent(...r.whole))} | ${both((r) => percent(...r.vote))} | ${Math.min(1, ...guided.shares).toFixed(2)} | ${guided.wrongShares.length ? Math.max(...guided.wrongShares).toFixed(2) : '–'} |`,
    );
  }
}
if (details.length) console.log(details.join('\n'));
