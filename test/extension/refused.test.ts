// Edits that VS Code refuses, and texts that change under an edit.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { HostMessage } from '../../src/protocol/messages';
import { applyEdits } from '../../src/vscode/applyEdits';
import type { Content } from '../../src/vscode/panel/content';
import { saveWriting } from '../../src/vscode/panel/write';
import { removeScratch, scratchFile } from './scratch';
import { closeAll, fileAt, openFile } from './support';

const text = '# One\n\nTwo three.\n';
const edit = [{ span: { start: 7, end: 10 }, newText: 'Four' }];

/** Has VS Code refuse every edit while `work` runs. It applies them even to files that it shows as read-only, so there is no other way. */
async function refusing(how: () => Promise<boolean>, work: () => Promise<void>): Promise<void> {
  const { applyEdit } = vscode.workspace;
  Object.assign(vscode.workspace, { applyEdit: how });
  try {
    await work();
  } finally {
    Object.assign(vscode.workspace, { applyEdit });
  }
}

/** The two ways in which VS Code does not do it. */
const refusals = [() => Promise.resolve(false), () => Promise.reject(new Error('no'))];

/** What the panel would show of a text with one field in its front matter. */
function contentWith(title: string): Content {
  const at = 'title: '.length + 4;
  const issue = {
    text: `---\ntitle: ${title}\n---\n`,
    newline: '\n',
    damage: undefined,
    blocks: [],
    definitions: [],
    frontMatter: {
      fields: [
        {
          path: 'title',
          value: title,
          keySpan: { start: 4, end: 9 },
          valueSpan: { start: at, end: at + title.length },
        },
      ],
    },
  };
  return {
    subjects: new Map([['k', { kind: 'field', path: 'title' }]]),
    review: { context: { source: issue, target: issue } },
  } as unknown as Content;
}

describe('an edit that VS Code refuses', () => {
  afterEach(closeAll);
  after(removeScratch);

  it('is known as refused, and the text is what it was', async () => {
    const { document } = await openFile(scratchFile('refused/one.md', text));
    for (const how of refusals)
      await refusing(how, async () => assert.equal(await applyEdits(document.uri, text, edit), 'refused'));
    assert.equal(document.getText(), text);
    assert.equal(await applyEdits(document.uri, text, edit), 'applied');
    assert.equal(document.getText(), '# One\n\nFour three.\n');
  });

  it('by VS Code itself, since somebody types at that very moment, is known as overtaken', async () => {
    const { document } = await openFile(scratchFile('refused/race.md', text));
    const typed = vscode.window.activeTextEditor!.edit((builder) => builder.insert(new vscode.Position(0, 0), 'New. '));
    assert.equal(await applyEdits(document.uri, text, edit), 'changed');
    assert.ok(await typed);
    assert.equal(document.getText(), `New. ${text}`);
  });

  it('is not made of a text that is another by now, on the disk or in the editor', async () => {
    const { document } = await openFile(scratchFile('refused/two.md', text));
    await vscode.window.activeTextEditor!.edit((builder) => builder.insert(new vscode.Position(0, 0), 'New. '));
    assert.equal(await applyEdits(document.uri, text, edit), 'changed');
    assert.equal(document.getText(), `New. ${text}`);
    assert.equal(await applyEdits(fileAt('_scratch/refused/gone.md'), text, edit), 'refused');
  });

  it('keeps the panel’s page from being told that its text was written', async () => {
    const said = '---\ntitle: Letter\n---\n';
    const { document } = await openFile(scratchFile('refused/three.md', said));
    const write = (now: () => Content | undefined): Promise<HostMessage> =>
      saveWriting(document.uri, { key: 'k', was: 'Letter', text: 'Lettre' }, () => Promise.resolve(now()));
    const row = { translation: document.uri.toString(), key: 'k' };
    for (const how of refusals)
      await refusing(how, async () =>
        assert.deepEqual(await write(() => contentWith('Letter')), {
          type: 'refused',
          ...row,
          why: { kind: 'not-applied' },
        }),
      );
    assert.equal(document.getText(), said);
    assert.deepEqual(await write(() => undefined), { type: 'refused', ...row, why: { kind: 'busy' } });
    assert.deepEqual(await write(() => contentWith('Brief')), {
      type: 'refused',
      ...row,
      why: { kind: 'changed', now: 'Brief' },
    });
    assert.deepEqual(await write(() => ({ ...contentWith('Letter'), subjects: new Map() })), {
      type: 'refused',
      ...row,
      why: { kind: 'gone' },
    });
    assert.deepEqual(await write(() => contentWith('Letter')), { type: 'written', ...row, text: 'Lettre' });
    assert.equal(document.getText(), '---\ntitle: Lettre\n---\n');
  });

  it('is tried again where somebody types while it is worked out', async () => {
    const { document } = await openFile(scratchFile('refused/four.md', '---\ntitle: Letter\n---\n'));
    let asked = 0;
    const answer = await saveWriting(document.uri, { key: 'k', was: 'Letter', text: 'Lettre' }, async () => {
      if (asked++ === 0)
        await vscode.window.activeTextEditor!.edit((builder) => builder.insert(new vscode.Position(3, 0), 'New.\n'));
      return contentWith('Letter');
    });
    assert.equal(answer.type, 'written');
    assert.equal(document.getText(), '---\ntitle: Lettre\n---\nNew.\n');
  });

  it('is none of a file that exists where one is to be made', async () => {
    const { createPost } = await import('../../src/vscode/newPost');
    const uri = fileAt(scratchFile('refused/five.md', text));
    assert.equal(await createPost(uri, 'other'), false);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)), text);
  });
});
