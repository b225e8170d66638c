// A translation from its first day on: started, checked, and updated when its source grows; all from the command line.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { CheckReport } from '../../../src/core/report/checkReport.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { enterFolder, leave, runCommand as run } from '../support/commandLine.js';
import { corpusPath, describeCorpus } from '../support/corpus.js';

let folder = '';

/** What `check` says of a file that is graver than a hint, less what is only still to be translated. */
async function besidesUntranslated(file: string): Promise<string[]> {
  const { out } = await run('check', file, '--format', 'json');
  const { problems } = JSON.parse(out) as CheckReport;
  assert.ok(problems.some(({ check }) => check === 'untranslated-text'));
  return problems
    .filter(({ check, severity }) => !/untranslated/.test(check) && severity !== 'hint')
    .map(({ check, message }) => `${check}: ${message}`);
}

function inFolder(define: () => void): () => void {
  return () => {
    beforeEach(() => {
      folder = enterFolder('facing-proof-');
    });
    afterEach(() => leave(folder));
    define();
  };
}

const story = (name: string): string =>
  `The neighbours of the ${name} met on Sunday and mended the [fence](https://place.example/${name}) that the storm had thrown down.`;
const histoire = (name: string): string =>
  `Les voisins se sont retrouvés dimanche et ont réparé la [clôture](https://place.example/${name}) que la tempête avait renversée.`;
const head = (locale: string, day: string): string =>
  `---\ntitle: "Field Newsletter of ${day}"\nlang: ${locale}\npermalink: /${locale}/field/${day.replaceAll('-', '/')}/\nslug: ${day}-field${locale === 'en' ? '' : `-${locale}`}\nlayout: post\n---\n\n`;
const english = (day: string, name: string): string =>
  `${head('en', day)}# News\n\n${story(name)}\n\n# Goodbye\n\nWrite to us if you find a path that is blocked: [here](https://place.example/form).\n`;

/** Two issues of a newsletter, the first of them in French too. */
function makeTree(): void {
  for (const locale of ['en', 'fr']) mkdirSync(`_posts/${locale}`, { recursive: true });
  writeFileSync('_posts/en/2026-01-04-field.md', english('2026-01-04', 'mill'));
  writeFileSync(
    '_posts/fr/2026-01-04-field.md',
    `${head('fr', '2026-01-04')}# Nouvelles\n\n${histoire('mill')}\n\n# Au revoir\n\nÉcrivez-nous si vous trouvez un sentier bloqué : [ici](https://place.example/form).\n`,
  );
  writeFileSync('_posts/en/2026-01-11-field.md', english('2026-01-11', 'ford'));
}

describe(
  'a translation that is started',
  inFolder(() => {
    beforeEach(makeTree);

    for (const [locale, slug, permalink] of [
      ['fr', '2026-01-11-field-fr', '/fr/field/2026/01/11/'],
      ['ar', '2026-01-11-field-ar', '/ar/field/2026/01/11/'],
      ['zh-Hans', '2026-01-11-field-zh-Hans', '/zh-Hans/field/2026/01/11/'],
      ['zh-Hant', '2026-01-11-field-zh-Hant', '/zh-Hant/field/2026/01/11/'],
      ['pt-BR', '2026-01-11-field-pt-BR', '/pt-BR/field/2026/01/11/'],
    ] as const) {
      it(`in ${locale} lands beside its like, is paired, and has only to be translated`, async () => {
        const { out } = await run('start', '_posts/en/2026-01-11-field.md', '--locale', locale);
        const file = `_posts/${locale}/2026-01-11-field.md`;
        assert.equal(out.trim(), file);
        const fields = Object.fromEntries(
          parseIssue(readFileSync(file, 'utf8')).frontMatter!.fields.map((field) => [field.path, field.value]),
        );
        assert.deepEqual({ ...fields, title: '' }, { title: '', lang: locale, permalink, slug, layout: 'post' });
        assert.deepEqual(await besidesUntranslated(file), []);
        assert.match((await run('pairs', '_posts')).out, new RegExp(`${locale} +${file.replaceAll('.', '\\.')}`));
      });
    }

    it('links to the pages that the site has in its language', async () => {
      const source = '_posts/en/2026-01-11-field.md';
      writeFileSync(
        source,
        readFileSync(source, 'utf8').replace(
          '# Goodbye',
          'The mill was in the [last letter](/en/field/2026/01/04/), its pond [there](/en/field/2026/01/04/#pond).\n\n# Goodbye',
        ),
      );
      const text = async (locale: string): Promise<string> =>
        readFileSync((await run('start', source, '--locale', locale)).out.trim(), 'utf8');
      assert.match(
        await text('fr'),
        /\[last letter\]\(\/fr\/field\/2026\/01\/04\/\), its pond \[there\]\(\/en\/field\/2026\/01\/04\/#pond\)/,
      );
      assert.match(await text('de'), /\[last letter\]\(\/en\/field\/2026\/01\/04\/\)/);
    });

    it('takes in what its source gains', async () => {
      await run('start', '_posts/en/2026-01-11-field.md', '--locale', 'fr');
      const [source, file] = ['_posts/en/2026-01-11-field.md', '_posts/fr/2026-01-11-field.md'];
      writeFileSync(file, readFileSync(file, 'utf8').replace(story('ford'), histoire('ford')));
      writeFileSync(
        source,
        readFileSync(source, 'utf8').replace('# Goodbye', `# The Tower\n\n${story('tower')}\n\n# Goodbye`),
      );
      const tried = await run('update', file, '--dry-run');
      assert.match(tried.out, /# The Tower/);
      assert.doesNotMatch(readFileSync(file, 'utf8'), /Tower/);
      assert.deepEqual(await run('update', file), { code: 0, out: '1 section inserted.\n', err: '' });
      assert.ok(
        readFileSync(file, 'utf8').endsWith(
          `${histoire('ford')}\n\n# The Tower\n\n${story('tower')}\n\n# Au revoir\n\nÉcrivez-nous si vous trouvez un sentier bloqué : [ici](https://place.example/form).\n`,
        ),
      );
      assert.equal((await run('update', file)).out, 'Nothing of the source is missing.\n');
      const { code, err } = await run('update', source);
      assert.equal(code, 2);
      assert.match(err, /is no translation whose source is here/);
    });
  }),
);

describeCorpus(
  'optech',
  'a translation that is started',
  inFolder(() => {
    for (const day of ['2023-05-31', '2023-10-25']) {
      it(`of ${day} in French is placed and headed as it was, and has only to be translated`, async () => {
        cpSync(corpusPath('optech'), folder, { recursive: true });
        const file = `_posts/fr/newsletters/${day}-newsletter.md`;
        const real = parseIssue(readFileSync(file, 'utf8')).frontMatter!.fields;
        rmSync(file);
        const { out } = await run('start', `_posts/en/newsletters/${day}-newsletter.md`, '--locale', 'fr');
        assert.equal(out.trim(), file);
        assert.ok(existsSync(file));
        const made = parseIssue(readFileSync(file, 'utf8')).frontMatter!.fields;
        assert.deepEqual(
          made.map((field) => [field.path, field.value]),
          real.map((field) => [field.path, field.value]),
        );
        assert.deepEqual(await besidesUntranslated(file), []);
      }).timeout(90_000);
    }
  }),
);
