// What the extension does in a tree of many posts, by counting: what is read, parsed and checked, and when.
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';
import { checkOf, closeAll, currentDiagnostics, diagnosticsOf, extensionApi, until } from './support';

interface Work {
  readonly described: number;
  readonly parsed: number;
  readonly paired: number;
  readonly checked: number;
}

const issues = 150;
const stories = 12;

function post(number: number, lang: 'en' | 'de'): string {
  const [title, item, words] =
    lang === 'en'
      ? ['Lighthouse Newsletter', 'The lamp', 'turns all night, and the keeper counts ships']
      : ['Leuchtturm-Newsletter', 'Die Lampe', 'dreht sich die ganze Nacht, und der Wärter zählt Schiffe'];
  const body = Array.from(
    { length: stories },
    (_, i) => `## ${item} ${i}\n\n${item} [${i}](https://lamp.example/${number}/${i}) ${words}.\n`,
  ).join('\n');
  return `---\ntitle: "${title} #${number}"\nlang: ${lang}\n---\n\n${lang === 'de' ? body.replace(/\[3\]\([^)]*\)/, '3') : body}`;
}

describe('a tree of many posts', () => {
  let folder: string;
  let work: () => Work;
  const fileOf = (number: number, lang: 'en' | 'de'): vscode.Uri =>
    vscode.Uri.file(path.join(folder, `lamp-${number}${lang === 'de' ? '_[DE]' : ''}.md`));
  const open = async (number: number): Promise<vscode.TextDocument> =>
    (await vscode.window.showTextDocument(fileOf(number, 'de'), { preview: false })).document;

  before(async () => {
    work = ((await extensionApi()) as { work: () => Work }).work;
  });
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'facing-large-'));
    for (let number = 1; number <= issues; number++) {
      writeFileSync(fileOf(number, 'en').fsPath, post(number, 'en'));
      writeFileSync(fileOf(number, 'de').fsPath, post(number, 'de'));
    }
  });
  afterEach(async () => {
    await closeAll();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a translation and waits until the tree was read and the translation checked. */
  async function settled(number: number): Promise<vscode.TextDocument> {
    const before = work();
    const document = await open(number);
    await until('all posts were read', () => work().described - before.described >= 2 * issues - 1 || undefined);
    await diagnosticsOf(document.uri);
    await quiet();
    return document;
  }

  async function quiet(): Promise<void> {
    for (let [last, same] = [work(), 0]; same < 8;) {
      await wait(250);
      const now = work();
      same = JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
      last = now;
    }
  }

  it('the first file has its problems, its source found, before the tree was read', async () => {
    const before = work();
    const uri = fileOf(75, 'de');
    const described = new Promise<number>((resolve) => {
      const listening = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (!uris.some((one) => one.toString() === uri.toString()) || currentDiagnostics(uri).length === 0) return;
        listening.dispose();
        resolve(work().described - before.described);
      });
    });
    await open(75);
    const byThen = await described;
    assert.ok(byThen < issues, `${byThen} files were read by then`);
    assert.deepEqual(linkMissing(uri).length, 1);
    await until('all posts were read', () => work().described - before.described >= 2 * issues - 1 || undefined);
    assert.deepEqual(linkMissing(uri).length, 1);
  });

  it('what is no issue starts no reading', async () => {
    const plain = path.join(folder, 'README.md');
    writeFileSync(plain, '# How to build\n\nRun `make`.\n');
    const before = work();
    await vscode.window.showTextDocument(vscode.Uri.file(plain));
    await until('it was looked at', () => work().parsed > before.parsed || undefined);
    await quiet();
    const { described, paired, checked } = work();
    assert.deepEqual(
      { described, paired, checked },
      { described: before.described, paired: before.paired, checked: before.checked },
    );
  });

  it('when all is done, nothing is done', async () => {
    await settled(20);
    const before = work();
    await wait(3000);
    assert.deepEqual(work(), before);
  });

  it('an edit re-examines its own issue only', async () => {
    await settled(30);
    const document = await settledBeside(31);
    const before = work();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nNoch ein Satz steht hier.\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await document.save();
    await until('it was checked', () => work().checked > before.checked || undefined);
    await quiet();
    const after = work();
    assert.equal(after.described, before.described, 'no other file was read');
    assert.ok(after.parsed - before.parsed <= 2, `${after.parsed - before.parsed} texts were parsed`);
    assert.ok(after.checked - before.checked <= 2, `${after.checked - before.checked} posts were checked`);
  });

  it('a file that changes on disk re-examines its own issue only', async () => {
    await settled(40);
    const document = await settledBeside(41);
    const before = work();
    appendFileSync(fileOf(41, 'en').fsPath, '\n## More\n\nThe [fog horn](https://lamp.example/horn) is new.\n');
    await until(
      'what is new is missed',
      () => currentDiagnostics(document.uri).some((problem) => checkOf(problem).startsWith('missing-')) || undefined,
    );
    await quiet();
    const after = work();
    assert.ok(after.described - before.described <= 2, `${after.described - before.described} files were read`);
    assert.ok(after.parsed - before.parsed <= 4, `${after.parsed - before.parsed} texts were parsed`);
    assert.ok(after.checked - before.checked <= 3, `${after.checked - before.checked} posts were checked`);
  });

  /** Opens another translation beside the first one. */
  async function settledBeside(number: number): Promise<vscode.TextDocument> {
    const document = await open(number);
    await diagnosticsOf(document.uri);
    await quiet();
    return document;
  }

  function linkMissing(uri: vscode.Uri): vscode.Diagnostic[] {
    return currentDiagnostics(uri).filter((problem) => checkOf(problem) === 'link-missing');
  }
});
