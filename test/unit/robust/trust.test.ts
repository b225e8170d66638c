// What a post may do to whoever opens it: be read, and be reported on. It names no program, no path and no pattern that is used.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { loadIdentify } from '../../../src/core/language/identify.js';
import { toLocale } from '../../../src/core/language/locale.js';
import { describePost } from '../../../src/core/pair/facts.js';
import { pairPosts } from '../../../src/core/pair/pair.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { startIssue } from '../../../src/core/series/nextIssue.js';
import { seriesAt } from '../../../src/core/series/series.js';
import { enterFolder, leave, runCommand } from '../support/commandLine.js';
import { repositoryPath } from '../support/repository.js';
import { sampleText } from '../support/samples.js';

/** Whatever a field of the front matter may say. */
const wishes = [
  '../../../etc/passwd',
  '/etc/passwd',
  'C:\\Windows\\x',
  '\\\\host\\share',
  'file:///etc/passwd',
  '--output=x',
  '$(touch x)',
  '`touch x`',
  '; touch x',
  '(a+)+$',
  '.*',
  'fr|en',
  '[',
  '__proto__',
  'constructor',
];

describe('trust', () => {
  const code = globSync('src/**/*.ts', { cwd: repositoryPath('.') }).map((file) => ({
    file,
    text: readFileSync(repositoryPath(file), 'utf8'),
  }));
  const having = (pattern: RegExp): string[] =>
    code
      .filter(({ text }) => pattern.test(text))
      .map(({ file }) => file)
      .sort();

  it('programs are started by the command line alone: git, without a shell', () => {
    assert.ok(code.length > 300);
    assert.deepEqual(having(/child_process|worker_threads.*\bspawn|process\.binding/), ['src/cli/git/program.ts']);
    assert.deepEqual(
      having(
        /(?<![.\w])(?:exec|execSync|fork|eval)\(|\bshell:|new Function\(|createTerminal|ShellExecution|ProcessExecution/,
      ),
      [],
    );
    const { text } = code.find(({ file }) => file === 'src/cli/git/program.ts')!;
    assert.deepEqual(
      [...text.matchAll(/(?<![.\w])spawn\([^,)]*,/g)].map(([call]) => call),
      ['spawn(program,'],
    );
    assert.match(text, /const program = gitProgram\(root\);/);
  });

  it('files are written in one place of the command line', () => {
    const writes =
      /\b(?:writeFile|appendFile|createWriteStream|truncate|ftruncate|rename|copyFile|cp|symlink|link|unlink|rm|rmdir|mkdir|chmod|chown|open|write)(?:Sync)?\b[^;]*from 'node:fs|(?:import|require)\('(?:node:)?fs|import (?:\* as )?\w+ from '(?:node:)?fs|process\.getBuiltinModule/;
    assert.deepEqual(having(writes), ['src/cli/write.ts']);
  });

  it('git’s extension is asked in trusted workspaces alone', () => {
    assert.deepEqual(having(/vscode\.git'|extension\.activate\(/), ['src/vscode/git.ts']);
    const { text } = code.find(({ file }) => file === 'src/vscode/git.ts')!;
    assert.deepEqual(
      [...text.matchAll(/^.*getExtension.*$/gm)].map(([line]) =>
        /isTrusted \? vscode\.extensions\.getExtension/.test(line),
      ),
      [true],
    );
  });

  it('Markdown for VS Code is made in one place: without commands, HTML and icons', () => {
    assert.deepEqual(
      having(
        /new (?:vscode\.)?MarkdownString|appendMarkdown|appendCodeblock|supportHtml = true|supportThemeIcons = true|isTrusted = true/,
      ),
      ['src/vscode/inertMarkdown.ts'],
    );
    assert.deepEqual(having(/\.isTrusted = /), ['src/vscode/hover.ts', 'src/vscode/inertMarkdown.ts']);
  });

  it('links are opened by VS Code, which asks, and not by us', () =>
    assert.deepEqual(having(/openExternal|window\.open\(|location\.href\s*=[^=]/), []));

  it('no text of a post is written to the log', () => {
    for (const { file, text } of code) {
      for (const [call] of text.matchAll(/\blog\.(?:info|warn|error|debug|trace)\([^;]*/g))
        assert.doesNotMatch(call, /getText|\.text\b|newText|\.value\b|environment|process\.env/, `${file}: ${call}`);
    }
  });

  it('what a post calls its language is a language’s tag, or nothing', async () => {
    const identify = await loadIdentify();
    for (const wish of wishes) assert.equal(toLocale(wish), undefined, wish);
    for (const wish of wishes) {
      const { locale } = describePost(
        `_posts/2026-01-01-letter-[${wish}].md`,
        parseIssue(`---\nlang: ${JSON.stringify(wish)}\ntitle: Letter\n---\n\nWords.\n`),
        identify,
      );
      assert.ok(locale === undefined || /^[A-Za-z0-9-]+$/.test(locale), wish);
    }
  });

  it('a new file stands beside those that it follows, whatever they say of themselves', async () => {
    const identify = await loadIdentify();
    for (const wish of wishes) {
      const said = JSON.stringify(wish);
      const post = (number: number): string =>
        [
          '---',
          `title: "Letter ${number}"`,
          ...['permalink', 'slug', 'url', 'ref', 'layout', 'category'].map((field) => `${field}: ${said}`),
          `date: 2026-01-0${number}`,
          `number: ${number}`,
          '---',
          '',
          `[The fence](https://place.example/${number}) is mended.`,
          '',
        ].join('\n');
      const issues = new Map(
        [1, 2, 3].map((number) => [`news/2026-01-0${number}-letter-${number}.md`, parseIssue(post(number))]),
      );
      const series = seriesAt(
        pairPosts([...issues].map(([file, issue]) => describePost(file, issue, identify))),
        'news/2026-01-03-letter-3.md',
      )!;
      const made = startIssue(
        series,
        series.map((facts) => ({ facts, issue: issues.get(facts.path)! })),
        '2026-01-04',
      );
      assert.match(made.path, /^news\/2026-01-04-letter(?:-\d)?\.md$/, wish);
    }
  });

  it('neither links out of a folder nor round in it are followed, nor written through', async function () {
    if (process.platform === 'win32') this.skip(); // to make a link takes a right there
    const folder = enterFolder('facing-trust-');
    try {
      mkdirSync('tree/_posts/folder.md', { recursive: true });
      mkdirSync('outside');
      const slip = sampleText('fr12').replace('https://', 'ttps://');
      writeFileSync('outside/2026-03-15-Lettre_12_[FR].md', slip);
      writeFileSync('tree/_posts/2026-03-08-Footpath_Letter_12.md', sampleText('en12'));
      writeFileSync('tree/_posts/2026-03-16-Lettre_12_[FR].md', slip);
      writeFileSync('tree/_posts/nul.md', 'a\0b');
      writeFileSync('tree/_posts/latin.md', Uint8Array.of(0xe9, 0x20));
      for (const [to, name] of [
        ['../../outside/2026-03-15-Lettre_12_[FR].md', 'out.md'],
        ['..', 'round'],
        ['self.md', 'self.md'],
        ['nowhere', 'nowhere.md'],
      ] as const)
        symlinkSync(to, path.join('tree/_posts', name));
      const { code: exit, err, out } = await runCommand('check', '--fix', 'tree');
      assert.equal(exit, 2, err);
      assert.doesNotMatch(`${out}${err}`, /out\.md|round|self\.md|nowhere\.md/);
      assert.match(err, /nul\.md is a binary file/);
      assert.match(err, /latin\.md is not written in UTF-8/);
      assert.equal(readFileSync('outside/2026-03-15-Lettre_12_[FR].md', 'utf8'), slip);
      assert.notEqual(
        readFileSync('tree/_posts/2026-03-16-Lettre_12_[FR].md', 'utf8'),
        slip,
        'what is in the folder is mended',
      );
    } finally {
      leave(folder);
    }
  });
});
