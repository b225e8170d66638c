// Makes src/core/text/numberWordsData.ts: how languages write small and round numbers in words, from Unicode CLDR.
//
//   npm install --no-save cldr-rbnf && node scripts/numberWords.mjs
//
// CLDR gives spelling rules (RBNF), which Intl does not offer; only what small and round numbers need of them is read.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('cldr-rbnf/package.json')), 'rbnf');
const { version } = JSON.parse(readFileSync(path.join(folder, '../package.json'), 'utf8'));
const numbers = [...Array(20).keys()].map((i) => i + 1).concat([30, 40, 50, 60, 70, 80, 90, 100, 1000]);

/** @typedef {Record<string, [head: string, body: string][]>} Rules rule sets by name */

/**
 * `n` in words by the rule set `name`; undefined where the rules need more than is understood here.
 * @param {Rules} rules
 * @param {string} name
 * @param {number} n
 * @returns {string | undefined}
 */
function spell(rules, name, n, depth = 0) {
  if (depth > 12 || !rules[name]) return undefined;
  const whole = (rules[name] ?? [])
    .map(([head, body]) => ({ head, body: body.replace(/;$/, '').replace(/^'/, '') }))
    .filter(({ head }) => /^\d/.test(head));
  const parsed = whole.map(({ head, body }) => {
    const [, base = '0', radix = '10', less = ''] = /^([\d,]+)(?:\/([\d,]+))?(>*)/.exec(head) ?? [];
    const from = Number(base.replaceAll(',', ''));
    const power =
      from === 0 ? 0 : Math.max(0, Math.floor(Math.log(from) / Math.log(Number(radix)) + 1e-9) - less.length);
    return { from, divisor: Number(radix) ** power, body };
  });
  let at = parsed.findLastIndex(({ from }) => from <= n);
  const found = parsed[at];
  if (!found) return undefined;
  if (
    /←/.test(found.body) &&
    /→/.test(found.body) &&
    n % found.divisor === 0 &&
    found.from % found.divisor !== 0 &&
    at > 0
  )
    at--;
  const { divisor, body } = parsed[at] ?? found;
  return substitute(body, n, divisor, { rules, name, depth });
}

/**
 * @param {string} body
 * @param {number} n
 * @param {number} divisor
 * @param {{ rules: Rules, name: string, depth: number }} within
 * @returns {string | undefined}
 */
function substitute(body, n, divisor, { rules, name, depth }) {
  let failed = false;
  const call = (/** @type {string} */ ruleSet, /** @type {number} */ value) => {
    const words = /^[#0]/.test(ruleSet) ? undefined : spell(rules, ruleSet === '' ? name : ruleSet, value, depth + 1);
    if (words === undefined) failed = true;
    return words ?? '';
  };
  const optional = body.replace(/\[([^\]]*)\]/g, (_, /** @type {string} */ inner) => (n % divisor === 0 ? '' : inner));
  const words = optional
    .replace(/→→→/g, '→→')
    .replace(/→([^→]*)→/g, (_, /** @type {string} */ ruleSet) => call(ruleSet, n % divisor))
    .replace(/←([^←]*)←/g, (_, /** @type {string} */ ruleSet) => call(ruleSet, Math.floor(n / divisor)))
    .replace(/=([^=]*)=/g, (_, /** @type {string} */ ruleSet) => call(ruleSet, n));
  return failed || /[$<>#]/.test(words) ? undefined : words;
}

/**
 * @param {Rules} rules
 * @param {number} n
 */
function wordsOf(rules, n) {
  const sets = Object.keys(rules).filter(
    (name) => /^%spellout-(?:cardinal|numbering|ordinal)/.test(name) && !name.endsWith('-year'),
  );
  const found = sets.map((name) => spell(rules, name, n)?.replaceAll('\u00ad', '').trim().toLowerCase());
  return withoutLonger([...new Set(found)].flatMap((words) => (words && !/[\d\p{Nd}]/u.test(words) ? [words] : [])));
}

/**
 * Without the forms that begin with another one: words are looked up by their beginning.
 * @param {string[]} forms
 */
function withoutLonger(forms) {
  return forms.filter((form) => !forms.some((other) => other !== form && other.length >= 4 && form.startsWith(other)));
}

const languages = readdirSync(folder)
  .filter((file) => /^[a-z]{2,3}\.json$/.test(file) && file !== 'und.json')
  .map((file) => file.slice(0, -5))
  .sort();
const lines = languages.flatMap((language) => {
  const { rbnf } = JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')).rbnf;
  const rules = rbnf.SpelloutRules;
  const spelled = rules ? numbers.map((n) => wordsOf(rules, n)) : [];
  return spelled.some((words) => words.length > 0)
    ? [`  ${language}: ${JSON.stringify(spelled.map((words) => words.join('|')).join(';'))},`]
    : [];
});
writeFileSync(
  new URL('../src/core/text/numberWordsData.ts', import.meta.url),
  `// Small and round numbers in words, by language. Made by scripts/numberWords.mjs from Unicode CLDR ${version} (Unicode License v3); do not edit.

/** The numbers that are spelled, in the order in which each language lists them. */
export const spelledNumbers: readonly number[] = ${JSON.stringify(numbers)};

/** By language: each number’s words (cardinal, ordinal, by gender and case) parted by “|”, the numbers parted by “;”. */
export const spelled: Readonly<Record<string, string>> = {
${lines.join('\n')}
};
`.replaceAll('],[', '],\n['),
);
