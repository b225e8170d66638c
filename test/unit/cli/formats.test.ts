// Problems for pull requests, code scanning and test reporters, and only those of what a branch touches.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Log } from 'sarif';
import type { CheckReport } from '../../../src/core/report/checkReport.js';
import { githubReport } from '../../../src/core/report/githubReport.js';
import { junitReport } from '../../../src/core/report/junitReport.js';
import { homepage, version } from '../../../src/core/version.js';
import { type Ran, enterFolder, leave, runCommand } from '../support/commandLine.js';
import { repositoryPath, repositoryText } from '../support/repository.js';

let folder = '';

const run = (...args: string[]): Promise<Ran> => runCommand('check', ...args);

const git = (...args: string[]): string =>
  execFileSync(
    'git',
    [
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@example.org',
      '-c',
      'commit.gpgsign=false',
      '-c',
      'init.defaultBranch=main',
      ...args,
    ],
    { encoding: 'utf8' },
  );
const french = '_posts/2026-02-12-Lettre_du_Sentier_11_[FR].md';

describe('formats of check', () => {
  before(() => {
    folder = enterFolder('facing-formats-');
    cpSync(repositoryPath('samples'), folder, { recursive: true });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
  });
  after(() => leave(folder));

  it('annotates pull requests', async () => {
    const { out } = await run('--format', 'github');
    assert.match(
      out,
      /^::warning file=_posts\/2026-03-15-Lettre_du_Sentier_12_\[FR\]\.md,line=27,endLine=27,col=\d+,endColumn=\d+,title=link-missing::The link to benches\.example\/report\.pdf is missing/m,
    );
    assert.doesNotMatch(out, /^(?!::(?:error|warning|notice) file=)./m);
  });

  it('annotates with what can end neither a line nor a property', () => {
    const at = { line: 1, column: 1 };
    const report: CheckReport = {
      version: 1,
      files: 1,
      ignored: 0,
      problems: [
        {
          check: 'x',
          severity: 'error',
          message: '50 %\nnext',
          path: 'a,b:c.md',
          range: { start: at, end: { line: 2, column: 1 } },
          docs: 'https://x',
          fixes: [],
        },
      ],
    };
    assert.equal(
      [...githubReport(report)].join(''),
      '::error file=a%2Cb%3Ac.md,line=1,endLine=2,title=x::50 %25%0Anext',
    );
    const told = { ...report.problems[0]!, path: 'a\n::b=c\u001b\u200f##[d].md', message: '::e\r\u202e\u200f##vso[f]' };
    assert.equal(
      [...githubReport({ ...report, problems: [told] })].join(''),
      '::error file=a%0A%3A%3Ab=c\\x1b\\u200f##\\x5bd].md,line=1,endLine=2,title=x::::e%0D\\u202e\u200f##vso\\x5bf]',
    );
  });

  it('reports tests in XML that has only what XML may have, in lines that are its own', () => {
    const at = { line: 1, column: 1 };
    const messageOf = (message: string): string | undefined => {
      const report: CheckReport = {
        version: 1,
        files: 1,
        ignored: 0,
        problems: [
          {
            check: 'x',
            severity: 'error',
            message,
            path: 'a.md',
            range: { start: at, end: at },
            docs: 'https://x',
            fixes: [],
          },
        ],
      };
      return /message="([^"]*)"/.exec([...junitReport(report, 'warning')].join(''))?.[1];
    };
    assert.equal(messageOf('<a> "b" \u0000\u001b\ud800\ufffe'), '&lt;a&gt; &quot;b&quot; \\x00\\x1b\\ud800\\ufffe');
    assert.equal(messageOf('a\n::b\t\u009b\u202e ##[c]'), 'a&#10;::b&#9;&#155;&#8238; ##&#91;c]');
  });

  it('is SARIF 2.1.0 with fingerprints that stay', async () => {
    const schema = JSON.parse(
      readFileSync(
        createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
        'utf8',
      ),
    ) as Record<string, unknown>;
    // It names draft 04, whose words it uses as later drafts do.
    delete schema['$schema'];
    delete schema['id'];
    const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
    const log = JSON.parse((await run('--format', 'sarif')).out) as Log;
    assert.ok(ajv.validate(schema, log), JSON.stringify(ajv.errors, null, 1));
    const results = log.runs[0]!.results!;
    assert.ok(results.length > 5);
    const prints = results.map(({ partialFingerprints }) => partialFingerprints!['facingPages/v1']);
    assert.equal(new Set(prints).size, prints.length);
    const file = '_posts/2026-03-15-Lettre_du_Sentier_12_[FR].md';
    const text = readFileSync(file, 'utf8');
    try {
      cpSync(file, 'kept');
      rmSync(file);
      appendFileSync(file, text.replace('# Nouvelles', '\n\n# Nouvelles'));
      const moved = (JSON.parse((await run('--format', 'sarif')).out) as Log).runs[0]!.results!;
      assert.deepEqual(
        moved.map(({ partialFingerprints }) => partialFingerprints!['facingPages/v1']),
        prints,
      );
    } finally {
      cpSync('kept', file);
      rmSync('kept');
    }
  });

  it('is a test report, with failures from the given severity', async () => {
    const { out } = await run('--format', 'junit', '--max-severity', 'error');
    assert.match(
      out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="facing-pages" tests="\d+" failures="0">/,
    );
    assert.match(
      (await run('--format', 'junit')).out,
      /<testcase classname="link-missing" name="[^"]+:27:\d+" file="[^"]+" line="27"><failure type="warning"/,
    );
  });

  it('looks only at what a branch touches', async () => {
    assert.match((await run('--changed-since', 'HEAD', '--format', 'json')).out, /"files": 0/);
    assert.equal((await run('--changed-since', 'HEAD')).out, 'No issue has changed since HEAD. Nothing was checked.\n');
    appendFileSync(french, '\nUne ligne de plus, qui ne traduit rien.\n');
    const report = JSON.parse((await run('_posts', '--changed-since', 'HEAD', '--format', 'json')).out) as CheckReport;
    assert.equal(report.files, 1);
    assert.deepEqual([...new Set(report.problems.map((problem) => problem.path))], [french]);
    git('checkout', '-q', '--', french);
  });

  it('says so if git does not know the revision, and takes none for an option', async () => {
    for (const revision of ['no-such-thing', '--output=x']) {
      const { code, err } = await run(`--changed-since=${revision}`);
      assert.equal(code, 2);
      assert.equal(
        err,
        `facing-pages: git knows no revision “${revision}” here. Check its spelling, and that it has been fetched.\n`,
      );
    }
  });

  it('says what to fetch where the histories do not meet', async () => {
    const alone = git('commit-tree', '-m', 'without parents, as where a shallow clone ends', 'HEAD^{tree}').trim();
    const { code, err } = await run('--changed-since', alone);
    assert.equal(code, 2);
    assert.match(err, /HEAD have no commit in common\. In a shallow clone, fetch the history first/);
  });

  it('names the version and the address of package.json', () => {
    const manifest = JSON.parse(repositoryText('package.json')) as { version: string; repository: { url: string } };
    assert.deepEqual([version, `${homepage}.git`], [manifest.version, manifest.repository.url]);
  });
});
