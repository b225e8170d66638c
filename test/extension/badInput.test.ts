// Files that are no good: a clear problem or silence, never an error, and the host goes on answering.
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { problemsAfterAWhile, removeScratch, scratchFile } from './scratch';
import { checkOf, closeAll, codeActionsAt, diagnosticsOf, openFile, until } from './support';

/** Far above what an ordinary post takes, for slow machines: this is about hanging, not about speed. In milliseconds. */
const longestPause = 5000;
const head = '---\ntitle: "Harbour Newsletter #81"\nlang: en\n---\n';

describe('bad input', () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): number => unhandled.push(error);

  before(() => void process.on('unhandledRejection', note));
  after(() => void process.off('unhandledRejection', note));
  afterEach(async () => {
    await closeAll();
    removeScratch();
    assert.deepEqual(unhandled.splice(0), []);
  });

  const silent: Readonly<Record<string, string | Uint8Array>> = {
    'an empty file': '',
    'white space only': ' \n\t\n \n',
    'front matter only': head,
    'a byte order mark only': '\ufeff',
    'ten thousand nested brackets': `${head}\n${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    'ten thousand nested quotes': `${head}\n${'> '.repeat(10_000)}deep\n`,
    'two thousand links in one paragraph': `${head}\n${'[word](https://harbour.example/page) '.repeat(2_000)}\n`,
    'a paragraph on one line of half a megabyte': `${head}\n${'words without an end '.repeat(25_000)}\n`,
    'lone surrogates': `${head}\nBefore \ud800 and \udc00 after.\n`,
    'all kinds of line breaks': `${head}\r\rOne\r\nTwo\rThree\u2028Four\n`,
    'a binary': Uint8Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256),
    'a post of five megabytes': `${head}\n# News\n\n${'A paragraph about harbours, with a [link](https://harbour.example).\n\n'.repeat(80_000)}`,
  };
  for (const [name, content] of Object.entries(silent)) {
    it(`${name}: nothing is said, and the host answers`, async () => {
      const file = scratchFile('harbour-newsletter-81.md', content);
      const longest = watchHost();
      let problems: vscode.Diagnostic[] = [];
      try {
        problems = await problemsAfterAWhile(file);
      } catch (error) {
        assert.match(String(error), /binary/i); // VS Code itself refuses it
      }
      // VS Code reads half a surrogate pair as U+FFFD, which may be said to have been lost.
      assert.deepEqual(
        problems.filter((problem) => checkOf(problem) !== 'encoding-damage').map(({ message }) => message),
        [],
      );
      assert.ok(longest() < longestPause, `the host was held up for ${longest()} ms`);
    });
  }

  it('broken YAML: the problem stands at its line', async () => {
    const file = scratchFile(
      'harbour-newsletter-82.md',
      '---\ntitle: "Harbour Newsletter #82"\nlang: en\ntags: [a, b\nexcerpt: "x"\n---\n\nText.\n',
    );
    const found = await only(file, 'front-matter-invalid');
    assert.ok(found.range.start.line >= 3 && found.range.start.line <= 5, `line ${found.range.start.line}`);
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
  });

  it('front matter written as a program: reported, never run', async () => {
    const file = scratchFile(
      'harbour-newsletter-83.md',
      '---js\n{ title: (globalThis.facingPagesWasHere = "Newsletter") }\n---\n\nHarbour Newsletter text.\n',
    );
    const found = await only(file, 'front-matter-invalid');
    assert.equal(found.range.start.line, 0);
    assert.equal((globalThis as { facingPagesWasHere?: string }).facingPagesWasHere, undefined);
  });

  it('front matter that is closed nowhere: reported where it opens', async () => {
    const file = scratchFile(
      'harbour-newsletter-84.md',
      '---\ntitle: "Harbour Newsletter #84"\nlang: en\n\n# News\n\nText.\n',
    );
    const found = await only(file, 'front-matter-invalid');
    assert.equal(found.range.start.line, 0);
  });

  it('a file that is too much for the parser does not keep others from being checked', async () => {
    await openFile(scratchFile('harbour-newsletter-86.md', `${head}\n${'> '.repeat(10_000)}deep\n`));
    const { document } = await openFile(
      scratchFile('harbour-newsletter-87.md', `${head.replace('81', '87')}\nA [link] (https://harbour.example/87).\n`),
    );
    assert.deepEqual((await diagnosticsOf(document.uri)).map(checkOf), ['broken-link-syntax']);
  });

  it('a source of no use does not keep its translation from being read', async () => {
    scratchFile('harbour-85.md', `---\ntitle: "Harbour Newsletter #85"\nlang: en\n---\n`);
    const { document } = await openFile(
      scratchFile(
        'hafen-85.md',
        '---\ntitle: "Hafen-Newsletter #85"\nlang: de\n---\n\n# Neues\n\nEin [Link] (https://harbour.example/85).\n',
      ),
    );
    const [problem] = (await diagnosticsOf(document.uri)).filter((one) => checkOf(one) === 'broken-link-syntax');
    assert.ok(problem);
    assert.ok((await codeActionsAt(document.uri, problem.range, vscode.CodeActionKind.QuickFix)).length > 0);
  });
});

/** Measures from now on how long the host could not answer at a stretch; asked, says the longest, in milliseconds. */
function watchHost(): () => number {
  let last = performance.now();
  let longest = 0;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - 10);
    last = now;
  };
  const timer = setInterval(tick, 10);
  return () => {
    clearInterval(timer);
    tick();
    return Math.round(longest);
  };
}

/** The only problem of a file. */
async function only(file: string, check: string): Promise<vscode.Diagnostic> {
  const { document } = await openFile(file);
  const found = await until(`a problem of ${check}`, async () =>
    (await diagnosticsOf(document.uri)).find((one) => checkOf(one) === check),
  );
  await wait(300);
  assert.deepEqual((await diagnosticsOf(document.uri)).map(checkOf), [check]);
  return found;
}
