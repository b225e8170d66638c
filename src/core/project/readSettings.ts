// Reads the settings file of a project.
import { checks } from '../checks/index.js';
import { toLocale } from '../language/locale.js';
import type { ParseFault } from '../model.js';
import { severities } from '../problem.js';
import { entriesOf, jsonTree, listOf, meaning, objectOf, oneOf, textOf, type Node, type Report } from './jsonValues.js';
import { insertStyles, type FieldRules, type GlossaryTerm } from './rules.js';
import { defaultSettings, type IgnoreEntry, type ProjectSettings, type Severities } from './settings.js';

/** What was read, and what could not be; spans count in the file's text. */
export interface ReadSettings {
  readonly settings: ProjectSettings;
  readonly faults: readonly ParseFault[];
}

const names = [
  '$schema',
  'sourceLocale',
  'severity',
  'locales',
  'glossary',
  'frontMatter',
  'siteUrls',
  'insert',
  'sourceMarks',
  'ignore',
] as const;
const levels = [...severities, 'off'] as const;

/**
 * Reads JSON with comments. Never throws: what is wrong is left out and named in the faults, and the rest holds.
 *
 * @param checkIds the checks that there are
 */
export function readProjectSettings(
  text: string,
  checkIds: readonly string[] = checks.map(({ id }) => id),
): ReadSettings {
  const faults: ParseFault[] = [];
  const tree = jsonTree(text, faults);
  if (!tree) return { settings: defaultSettings, faults };
  const report: Report = ({ offset, length }, message) =>
    void faults.push({ span: { start: offset, end: offset + length }, message });
  const given = objectOf(tree, 'The settings', names, report);
  const settings: ProjectSettings = {
    sourceLocale: given.sourceLocale && localeOf(given.sourceLocale, report),
    severity: given.severity ? severitiesOf(given.severity, checkIds, report) : {},
    locales: given.locales ? localesOf(given.locales, checkIds, report) : {},
    rules: {
      glossary: listOf(given.glossary, '“glossary”', (node) => termOf(node, report), report),
      fields: given.frontMatter ? fieldsOf(given.frontMatter, report) : defaultSettings.rules.fields,
      siteUrls: listOf(given.siteUrls, '“siteUrls”', (node) => siteUrlOf(node, report), report),
      insert: oneOf(given.insert, '“insert”', insertStyles, report) ?? defaultSettings.rules.insert,
      sourceMarks: flagOf(given.sourceMarks, '“sourceMarks”', report),
    },
    ignore: listOf(given.ignore, '“ignore”', (node) => ignoreOf(node, checkIds, report), report),
  };
  return { settings, faults: faults.sort((a, b) => a.span.start - b.span.start) };
}

function flagOf(node: Node | undefined, what: string, report: Report): boolean {
  if (node && typeof node.value !== 'boolean') report(node, `${what} must be true or false.`);
  return node?.value === true;
}

function localeOf(node: Node, report: Report): string | undefined {
  const written = textOf(node, '“sourceLocale”', report);
  return written === undefined ? undefined : localeNamed(written, node, report);
}

function localeNamed(written: string, node: Node, report: Report): string | undefined {
  const locale = toLocale(written);
  if (locale === undefined) report(node, `“${written}” is no language tag such as "fr", "pt-BR" or "zh-Hant".`);
  return locale;
}

function severitiesOf(node: Node, checkIds: readonly string[], report: Report): Severities {
  return Object.fromEntries(
    entriesOf(node, '“severity”', report).flatMap(([check, value, key]) => {
      if (!isCheck(check, key, checkIds, report)) return [];
      const level = oneOf(value, `“${check}”`, levels, report);
      return level === undefined ? [] : [[check, level]];
    }),
  );
}

function isCheck(check: string, node: Node, checkIds: readonly string[], report: Report): boolean {
  if (checkIds.includes(check)) return true;
  report(node, `There is no check “${check}”.${meaning(check, checkIds)}`);
  return false;
}

function localesOf(node: Node, checkIds: readonly string[], report: Report): ProjectSettings['locales'] {
  return Object.fromEntries(
    entriesOf(node, '“locales”', report).flatMap(([written, value, key]) => {
      const locale = localeNamed(written, key, report);
      const { severity } = objectOf(value, `“${written}”`, ['severity'], report);
      return locale === undefined
        ? []
        : [[locale, { severity: severity ? severitiesOf(severity, checkIds, report) : {} }]];
    }),
  );
}

function termOf(node: Node, report: Report): GlossaryTerm | undefined {
  const given = objectOf(node, 'An entry of the glossary', ['term', 'keep', 'translations', 'avoid', 'note'], report);
  const term = textOf(given.term, '“term”', report)?.trim();
  if (node.type === 'object' && !given.term) report(node, 'This entry of the glossary needs a “term”.');
  if (term === undefined) return undefined;
  if (!given.keep && !given.translations && !given.avoid)
    report(node, `The glossary says nothing of “${term}”: add "keep": true, “translations” or “avoid”.`);
  return {
    term,
    keep: flagOf(given.keep, '“keep”', report),
    translations: given.translations ? wordsByLocale(given.translations, '“translations”', report) : {},
    avoid: given.avoid ? wordsByLocale(given.avoid, '“avoid”', report) : {},
    note: textOf(given.note, '“note”', report),
  };
}

/** `{ "fr": ["mot", "terme"], "de": "Wort" }` */
function wordsByLocale(node: Node, what: string, report: Report): Record<string, readonly string[]> {
  return Object.fromEntries(
    entriesOf(node, what, report).flatMap(([written, value, key]) => {
      const locale = localeNamed(written, key, report);
      const words = (
        value.type === 'array'
          ? listOf(value, what, (item) => textOf(item, 'A rendering', report), report)
          : [textOf(value, 'A rendering', report)]
      ).flatMap((word) => word?.trim() ?? []);
      return locale === undefined || words.length === 0 ? [] : [[locale, words]];
    }),
  );
}

function fieldsOf(node: Node, report: Report): FieldRules {
  const { prose, same, different } = objectOf(node, '“frontMatter”', ['prose', 'same', 'different'], report);
  const list = (found: Node | undefined, what: string): string[] =>
    listOf(found, what, (item) => textOf(item, 'The name of a field', report)?.trim(), report);
  return { prose: list(prose, '“prose”'), same: list(same, '“same”'), different: list(different, '“different”') };
}

function siteUrlOf(node: Node, report: Report): string | undefined {
  const url = textOf(node, 'An address of the site', report)?.trim();
  if (url === undefined) return undefined;
  if (url.includes('{lang}') && /^https?:\/\/|^\//.test(url)) return url;
  report(
    node,
    'An address of the site begins with "https://" or "/" and has {lang} where the language stands, e.g. "https://example.org/{lang}/*".',
  );
  return undefined;
}

/** Each further star, and each list of alternatives, multiplies how long a comparison can take: with eight it can be minutes. */
const [mostStars, mostLists] = [4, 4];
const longestPattern = 300;

function ignoreOf(node: Node, checkIds: readonly string[], report: Report): IgnoreEntry | undefined {
  const given = objectOf(node, 'An entry of “ignore”', ['check', 'path', 'subject', 'reason'], report);
  const check = textOf(given.check, '“check”', report);
  const path = textOf(given.path, '“path”', report);
  if (node.type === 'object' && (!given.check || !given.path))
    report(node, 'An entry of “ignore” needs a “check” and a “path”.');
  const [subject, reason] = [textOf(given.subject, '“subject”', report), textOf(given.reason, '“reason”', report)];
  if (
    check === undefined ||
    path === undefined ||
    (given.subject && subject === undefined) ||
    !isCheck(check, given.check!, checkIds, report)
  )
    return undefined;
  if (path.length > longestPattern || countOf(/\*+/g, path) > mostStars || countOf(/\{/g, path) > mostLists) {
    report(
      given.path!,
      `This pattern is too complicated: at most ${mostStars} stars, ${mostLists} lists in braces and ${longestPattern} characters.`,
    );
    return undefined;
  }
  return { check, path, subject, reason };
}

function countOf(sign: RegExp, text: string): number {
  return text.match(sign)?.length ?? 0;
}
