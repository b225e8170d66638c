// What the command line prints of a tree whose every name and word tries to be more than that.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import type { Log } from 'sarif';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../../src/core/parse/markdown.js';
import type { CheckReport } from '../../../src/core/report/checkReport.js';
import type { StatusReport } from '../../../src/core/report/statusReport.js';
import { GitRepository } from '../../support/gitRepository.js';
import { enterFolder, leave, runCommand as run, type Ran } from '../support/commandLine.js';
import { assertHarmless, hostileWords } from '../support/hostileOutput.js';
import { assertXml } from '../support/xml.js';

const startedIn = process.cwd();
/** Those that nobody who names a file or writes an argument can use. */
const arguable = hostileWords.filter((words) => !/[\0\p{Cs}]/u.test(words));

interface Pair {
  readonly source: string;
  readonly target: string;
}

const sourceText = (words: string, i: number, was = ''): string => `---
title: ${JSON.stringify(`${words} Letter ${i}`)}
lang: en
reference: ${JSON.stringify(words)}
---

# ${words} News of the harbour

The boats ${words} came back ${was}before the storm, and nobody had to wait for them: [${words}](https://harbour.example/boats/${i}), [${words} two](https://quay.example/${i}?${encodeURIComponent(words)}).

![${words}](https://mast.example/${i}.png)

***${words} All 312 of them***
Run \`${words}\` and read [${words}][missing], then [${words}](<https://sail.example/${words}>).
`;

const targetText = (words: string, i: number): string => `---
title: ${JSON.stringify(`${words} Lettre ${i}`)}
lang: fr
reference: ${JSON.stringify(words)}
---

# ${words} News of the harbour

Les bateaux ${words} sont rentrés avant la tempête tempête, et personne n’a dû attendre : [${words}](https://harbour.example/boats/${i}), [${words} (https://quay.example/${i}).

![${words}] (https://mast.example/${i}.png)

***${words} Tous les 313***
Lancez \`${words} x\` et lisez [${words}] [missing], ensuite [${words}](<ttps://sail.example/${words}>) et [${words}](https://own.example/${encodeURIComponent(words)}).
`;

/** Where a file of this name can be, both languages of an issue. */
function writePairs(repository: GitRepository): Pair[] {
  return arguable.flatMap((words, i): Pair[] => {
    const name = words.replaceAll('/', '∕');
    const pair = { source: `${name}letter_${i}_[EN].md`, target: `${name}letter_${i}_[FR].md` };
    try {
      repository.write(pair.source, sourceText(words, i));
      repository.write(pair.target, targetText(words, i));
    } catch {
      return []; // Windows has names that it refuses
    }
    return [pair];
  });
}

describe('a tree of hostile names and words', function () {
  this.timeout(240_000);
  let repository: GitRepository;
  let pairs: readonly Pair[];

  before(() => {
    repository = new GitRepository();
    process.chdir(repository.folder);
    pairs = writePairs(repository);
    repository.write('none/a.txt', '');
    repository.commit('2026-04-01');
    for (const [i, words] of arguable.entries())
      if (pairs.some(({ source }) => source.endsWith(`letter_${i}_[EN].md`)))
        repository.write(
          `${words.replaceAll('/', '∕')}letter_${i}_[EN].md`,
          sourceText(words, i, `in haste, long ${words} `),
        );
    repository.commit('2026-04-05');
    writeFileSync('unreadable\n::error::letter_[FR].md', Buffer.from([0xff, 0xfe, 0xff]));
  });
  after(() => {
    process.chdir(startedIn);
    repository.remove();
  });

  /** Runs a command, and asserts that nothing that it printed is more than text. */
  async function harmless(...args: string[]): Promise<Ran> {
    const ran = await run(...args);
    const what = args.join(' ');
    assertHarmless(ran.out, `${what}, output`, args[args.indexOf('--format') + 1]);
    assertHarmless(ran.err, `${what}, errors`);
    assert.match(ran.out + ran.err, /\n$/, what);
    return ran;
  }

  it('is printed, in all its words, by every list', async () => {
    assert.ok(pairs.length > 60);
    for (const args of [
      ['pairs'],
      ['check'],
      ['status'],
      ['status', '--stale'],
      ['stale'],
      ['stale', '--all'],
      ['check', '--changed-since', 'HEAD~1'],
      ['check', '--cache'],
    ]) {
      const { out, err } = await harmless(...args);
      if (args.includes('--changed-since')) continue;
      assert.match(out, /\\x1b\[/, args.join(' '));
      if (args[0] !== 'stale') assert.match(out, /(?:^|\s)\.\/::error file=README/m, args.join(' '));
      assert.match(err, /^facing-pages: unreadable\\n::error::letter_\[FR\]\.md /m);
    }
    assert.match((await harmless('status')).out, /^\\x3a:error file=README\.md::owned Letter/m);
    const check = (await harmless('check')).out;
    for (const id of ['link-missing', 'number-changed', 'untranslated']) assert.ok(check.includes(id), id);
  });

  it('is the same data in JSON', async () => {
    const { problems } = JSON.parse((await harmless('check', '--format', 'json')).out) as CheckReport;
    for (const { path: file, source } of problems)
      assert.ok(existsSync(file) && (source === undefined || existsSync(source.path)), file);
    const { issues } = JSON.parse((await harmless('status', '--format', 'json')).out) as StatusReport;
    assert.ok(issues.length > pairs.length * 0.7);
    for (const { source } of issues) assert.ok(existsSync(source), source);
    for (const command of ['pairs', 'stale'])
      assert.equal(typeof JSON.parse((await harmless(command, '--format', 'json')).out), 'object');
  });

  it('has addresses of just its files in SARIF', async () => {
    const { runs } = JSON.parse((await harmless('check', '--format', 'sarif')).out) as Log;
    const uris = new Set(
      runs[0]!.results!.flatMap(({ locations, relatedLocations = [] }) =>
        [...locations!, ...relatedLocations].map(({ physicalLocation }) => physicalLocation!.artifactLocation!.uri!),
      ),
    );
    assert.ok(uris.size > pairs.length);
    for (const uri of uris) assert.ok(existsSync(new URL(uri, `file://${repository.folder}/`)), uri);
  });

  it('is one annotation a line', async () => {
    const { out } = await harmless('check', '--format', 'github');
    for (const line of out.trimEnd().split('\n'))
      assert.match(line, /^::(?:error|warning|notice) file=[^,:]+,line=\d+,/);
  });

  it('is well-formed XML', async () => assertXml((await harmless('check', '--format', 'junit')).out));

  it('is a page with links to its files and no other element', async () => {
    const page = raw({
      type: 'root',
      children: [{ type: 'raw', value: (await harmless('status', '--format', 'html')).out }],
    } as unknown as Root) as Root;
    const found: string[] = [];
    visit(page, 'element', ({ tagName, properties }: Element) => {
      assert.match(tagName, /^(?:table|thead|tbody|tr|th|td|a)$/);
      assert.deepEqual(
        Object.keys(properties).filter((name) => !['href', 'scope', 'lang'].includes(name)),
        [],
      );
      if (tagName === 'a') found.push(String(properties['href']));
    });
    await assertLeadToFiles(found);
  });

  it('is a table in Markdown with links to its files and nothing else', async () => {
    const { out } = await harmless('status', '--format', 'markdown');
    const found: string[] = [];
    visit(parseMarkdown(out, ['a', '^1']), (node) => {
      assert.match(node.type, /^(?:root|table|tableRow|tableCell|text|link)$/);
      if (node.type === 'link') found.push(node.url);
    });
    await assertLeadToFiles(found);
    assert.doesNotMatch(out, /\{[{%]/);
  });

  async function assertLeadToFiles(addresses: readonly string[]): Promise<void> {
    const { issues } = JSON.parse((await run('status', '--format', 'json')).out) as StatusReport;
    assert.equal(
      addresses.length,
      issues.reduce((sum, { translations }) => sum + 1 + translations.length, 0),
    );
    for (const address of addresses) {
      assert.match(address, /^\.\//);
      assert.ok(existsSync(new URL(address, `file://${repository.folder}/`)), address);
    }
  }

  it('is harmless pair by pair', async () => {
    for (const { source, target } of pairs) {
      const { out } = await harmless('align', '--explain', '--', source, target);
      assert.match(out, /→/);
    }
    await harmless('align', '--format', 'json', '--explain', '--', pairs[0]!.source, pairs[0]!.target);
  });

  it('is harmless in the path of a new file', async () => {
    for (const { source, target } of pairs.filter((_, i) => i % 40 === 0)) {
      const [path] = (await run('start', '--dry-run', '--locale', 'de', '--', source)).out.split('\n');
      assertHarmless(`${path}\n`, `start ${source}`);
      await harmless('start', '--locale', 'de', '--', source);
      await harmless('start', '--locale', 'de', '--', source);
      await harmless('update', '--', target);
      assertHarmless(
        (await run('new', '--dry-run', '--date', '2026-05-01', '--', source)).out.split('\n')[0]!,
        `new ${source}`,
      );
    }
    repository.git('clean', '-fdq', '-e', 'unreadable*');
    repository.git('checkout', '-q', '.');
  });

  it('is harmless in what is said of wrong arguments', async () => {
    const file = 'letter_1_[EN].md';
    const folder = enterFolder('facing-arguments-');
    writeFileSync(file, sourceText('', 1));
    for (const words of arguable.filter((one) => !/^(?:\.\.|\/)/.test(one))) {
      // these lead to other people's files
      for (const args of [
        [words],
        ['check', words],
        [`--${words}`],
        ['check', `--${words}`],
        ['check', `--format=${words}`],
        ['check', '--threads', words],
        ['check', '--source', words, file],
        ['check', '--config', words],
        ['status', '--write', words],
        ['start', '--locale', words, file],
        ['start', words, '--locale', 'fr'],
        ['new', '--date', words],
        ['align', '--', words, words],
      ]) {
        const { out, err } = await run(...args).catch((error: unknown) => ({ out: '', err: String(error) }));
        assertHarmless(out, `${args.join(' ')}, output`);
        assertHarmless(err, `${args.join(' ')}, errors`);
      }
    }
    assert.equal((await run('chek\n::error::')).err, "error: unknown command 'chek\\n::error::'\n");
    assert.match((await run('--hel')).err, /^error: unknown option '--hel'\n\(Did you mean --help\?\)\n$/);
    leave(folder);
  });

  it('is harmless in what is said of settings', async () => {
    const settings = [
      ...hostileWords
        .map((one) => ({
          [one]: 1,
          sourceLocale: one,
          severity: { [one]: 'off', 'link-missing': one },
          locales: { [one]: {} },
          glossary: [{ source: one, [one]: one }],
          insert: one,
          siteUrls: [one],
          ignore: [{ check: one, [one]: 1 }],
        }))
        .map((one) => JSON.stringify(one)),
      ...arguable.map((one) => `{ ${one}`),
    ];
    process.chdir(repository.folder);
    const empty = path.join(repository.folder, 'none');
    for (const one of settings) {
      writeFileSync('set\u001b\n::error::.json', one);
      const { code, err } = await harmless('check', '--config', 'set\u001b\n::error::.json', empty);
      assert.equal(code, 2);
      assert.match(err, /^(?:facing-pages: set\\x1b\\n::error::\.json:\d+:\d+: [^\n]+\n)+$/);
    }
  });
});
