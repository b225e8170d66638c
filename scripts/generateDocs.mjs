// Writes what is said of all checks together: docs/checks/README.md and the table in README.md, the severities in the
// settings of package.json and in the schema of the settings file. Run it with `npm run docs`; a unit test fails if it
// would change something.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './project.mjs';

const begin = '<!-- checks:begin -->';
const end = '<!-- checks:end -->';

/**
 * @typedef {{ id: string, severity: string, needs: string | 'ignores' }} Check
 * @typedef {{ path: string, text: string }} GeneratedFile path from the root of the repository, and its whole text
 */

/**
 * The files as they should be. README.md is among them only if it exists.
 * @param {readonly Check[]} checks in the order of the table
 * @returns {GeneratedFile[]}
 */
export function generatedFiles(checks) {
  const files = [{ path: 'docs/checks/README.md', text: overview(checks) }];
  files.push(
    { path: 'package.json', text: manifest(checks) },
    { path: 'schemas/settings.schema.json', text: schema(checks) },
  );
  const readme = path.join(root, 'README.md');
  if (existsSync(readme))
    files.push({ path: 'README.md', text: withTable(readFileSync(readme, 'utf8'), table(checks, 'docs/checks/')) });
  return files;
}

const levels = ['error', 'warning', 'information', 'hint', 'off'];

/**
 * package.json with every check in `facingPages.checks.severity`.
 * @param {readonly Check[]} checks
 */
function manifest(checks) {
  const found = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const setting = found.contributes.configuration.properties['facingPages.checks.severity'];
  setting.properties = Object.fromEntries(
    checks.map(({ id }) => [id, { enum: levels, description: firstSentence(id) }]),
  );
  return `${JSON.stringify(found, null, 2)}\n`;
}

/**
 * The schema of the settings file with every check.
 * @param {readonly Check[]} checks
 */
function schema(checks) {
  const found = JSON.parse(readFileSync(path.join(root, 'schemas/settings.schema.json'), 'utf8'));
  found.definitions.check.examples = checks.map(({ id }) => id);
  found.definitions.severity.properties = Object.fromEntries(
    checks.map(({ id }) => [id, { $ref: '#/definitions/level', description: firstSentence(id) }]),
  );
  return `${JSON.stringify(found, null, 2)}\n`;
}

/**
 * What a check is about, as plain text.
 * @param {string} id
 */
function firstSentence(id) {
  const text = summary(page(id))
    .replaceAll('\\|', '|')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  // What stands in code ends no sentence.
  const first = /^(?:`[^`]*`|[^`.!?]|[.!?](?=\S))*[.!?]?/.exec(text)?.[0] ?? text;
  return first.replace(/[`*]/g, '');
}

/**
 * The page of a check; of one that is still being written, none.
 * @param {string} id
 */
function page(id) {
  const file = path.join(root, 'docs/checks', `${id}.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** @param {readonly Check[]} checks */
function overview(checks) {
  return `# The checks

What Facing Pages looks at in a translation, and how grave it takes what it finds. Where something is doubtful it says so with a lower severity, or says nothing. The page of each check tells why it matters and how to mend it; its examples are run as tests.

${table(checks, '')}`;
}

/**
 * @param {readonly Check[]} checks
 * @param {string} folder of the pages, as seen from the page that shows the table
 */
function table(checks, folder) {
  const rows = checks.map(({ id, severity }) => {
    return `| [${id}](${folder}${id}.md) | ${summary(page(id))} | ${severity} | ${fixOf(page(id))} |`;
  });
  return `| Check | What it finds | Severity | Fix |\n| --- | --- | --- | --- |\n${rows.join('\n')}

A fix in brackets needs your eye or your translation; the others are taken by *Fix all* as well, where only one repair makes sense; hints only where the project has set their severity above one.
`;
}

/**
 * The first paragraph.
 * @param {string} page
 */
function summary(page) {
  return /^# .+\n\n(.+)\n/.exec(page)?.[1]?.replaceAll('|', '\\|') ?? '';
}

/**
 * A page that shows a mended text has a fix; one that speaks of *Fix all* has a safe one.
 * @param {string} page
 */
function fixOf(page) {
  if (!/^`{3,}\w+ fixed/m.test(page) && !page.includes('The quick fix')) return '';
  return page.includes('*Fix all*') ? 'yes' : '(yes)';
}

/**
 * @param {string} readme
 * @param {string} content
 */
function withTable(readme, content) {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) return readme;
  return `${readme.slice(0, from + begin.length)}\n${content}${readme.slice(to)}`;
}

async function write() {
  // The checks are TypeScript: `npm run docs` loads tsx, which reads it.
  const { checks } = await import(new URL('../src/core/checks/index.ts', import.meta.url).href);
  for (const file of generatedFiles(checks)) {
    writeFileSync(path.join(root, file.path), file.text);
    console.log(`wrote ${file.path}`);
  }
  if (!existsSync(path.join(root, 'README.md'))) console.log('left README.md out: there is none');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) void write();
