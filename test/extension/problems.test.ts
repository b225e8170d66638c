// The Problems view: what is said, where, and what it leads to.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { checkPair, docsUrl, pairContext } from '../../src/core/checks/run.js';
import { parseIssue } from '../../src/core/parse/issue.js';
import type { Severity } from '../../src/core/problem.js';
import { problemsAfterAWhile, removeScratch, sample, scratchFile, spanish, textOf } from './scratch';
import {
  checkOf,
  closeAll,
  currentDiagnostics,
  diagnosticsOf,
  fileAt,
  itNeedsCorpus,
  openFile,
  until,
} from './support';

const severityOf: Record<Severity, vscode.DiagnosticSeverity> = { error: 0, warning: 1, information: 2, hint: 3 };

describe('problems', () => {
  afterEach(async () => {
    await closeAll();
    removeScratch();
  });

  it('stand at their place, lead to the source and to the page of their check', async () => {
    const { document } = await openFile(sample.french);
    const problem = await until('the missing link', async () =>
      (await diagnosticsOf(document.uri)).find((one) => checkOf(one) === 'link-missing'),
    );
    assert.match(problem.message, /benches\.example\/report\.pdf/);
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal((problem.code as { target: vscode.Uri }).target.toString(), docsUrl('link-missing'));
    const [related] = problem.relatedInformation ?? [];
    assert.ok(related);
    assert.equal(related.location.uri.toString(), fileAt(sample.source).toString());
    const source = await vscode.workspace.openTextDocument(related.location.uri);
    assert.match(source.getText(related.location.range), /report/);
    assert.match(source.lineAt(related.location.range.start).text, /benches\.example\/report\.pdf/);
  });

  for (const [name, source, target] of [
    ['Arabic', sample.source, sample.arabic],
    ['Chinese', sample.source, sample.chinese],
  ] as const) {
    it(`of the ${name} sample are those that the core finds`, () => sameAsCore(source, target));
  }

  itNeedsCorpus('of the Spanish issue are those that the core finds', () => sameAsCore(spanish.source, spanish.target));

  itNeedsCorpus('of a damaged file stand where the characters are, and the damage is one of them', async () => {
    const { document } = await openFile(spanish.seed);
    const problems = await diagnosticsOf(document.uri);
    assert.deepEqual(
      problems.map(checkOf).filter((check) => check === 'encoding-damage'),
      ['encoding-damage'],
    );
    const nearestSource = '004_d3cdff441cd373ee.md'; // the English one in the same folder, not its twin in another
    for (const { range, relatedInformation } of problems) {
      assert.ok(
        document.validateRange(range).isEqual(range),
        `${range.start.line}:${range.start.character} is in the file`,
      );
      for (const { location } of relatedInformation ?? [])
        assert.equal(location.uri.path.split('/').pop(), nearestSource);
    }
  });

  it('are not reported in the source for what its translations lack', async () => {
    assert.deepEqual(await problemsAfterAWhile(sample.source), []);
  });

  it('are not looked for in Markdown that is no newsletter', async () => {
    const file = scratchFile('notes.md', '# Notes\n\nSome [text] (https://example.org/a b) and ![a picture](x.png).\n');
    assert.deepEqual(await problemsAfterAWhile(file), []);
  });

  it('follow what is typed, here and in the source', async () => {
    const { document } = await openFile(sample.arabic);
    const before = (await diagnosticsOf(document.uri, { atLeast: 3 })).length;
    const source = await vscode.workspace.openTextDocument(fileAt(sample.source));
    await vscode.window.showTextDocument(source, vscode.ViewColumn.Beside);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      source.uri,
      source.positionAt(source.getText().indexOf('# Surveys')),
      '***A Wholly New Item***\n\nIt has a paragraph about lighthouses and what they cost to paint in winter.\n\n',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const problem = await until('a problem for the new item', () =>
      currentDiagnostics(document.uri).find(({ message }) => message.includes('A Wholly New Item')),
    );
    assert.equal(checkOf(problem), 'missing-item');
    await vscode.commands.executeCommand('undo');
    await until('the problem is gone', () => currentDiagnostics(document.uri).length === before || undefined);
  });

  it('go when the tab is closed', async () => {
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('no problems are left', () => currentDiagnostics(document.uri).length === 0 || undefined);
  });

  it('are as grave as the settings say', async () => {
    const configuration = vscode.workspace.getConfiguration('facingPages');
    const { document } = await openFile(sample.french);
    await diagnosticsOf(document.uri, { atLeast: 3 });
    try {
      await configuration.update(
        'checks.severity',
        { 'link-missing': 'error', 'image-missing': 'off' },
        vscode.ConfigurationTarget.Workspace,
      );
      const found = await until('the settings count', () => {
        const all = currentDiagnostics(document.uri);
        return all.some((one) => checkOf(one) === 'image-missing') ? undefined : all;
      });
      assert.equal(found.find((one) => checkOf(one) === 'link-missing')?.severity, vscode.DiagnosticSeverity.Error);
      await configuration.update('enable', false, vscode.ConfigurationTarget.Workspace);
      await until('nothing is looked for any more', () => currentDiagnostics(document.uri).length === 0 || undefined);
    } finally {
      await configuration.update('checks.severity', undefined, vscode.ConfigurationTarget.Workspace);
      await configuration.update('enable', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await diagnosticsOf(document.uri, { atLeast: 3 });
  });
});

/** Holds the Problems view to the core: each problem, its severity, its words and its place. */
async function sameAsCore(sourceFile: string, targetFile: string): Promise<void> {
  const { document } = await openFile(targetFile);
  const [source, target] = [parseIssue(await textOf(sourceFile)), parseIssue(document.getText())];
  const locale = (uri: string): string | undefined =>
    ({ [sample.arabic]: 'ar', [sample.chinese]: 'zh', [spanish.target]: 'es' })[uri];
  const expected = checkPair(pairContext(source, target, { source: 'en', target: locale(targetFile) })).map(
    ({ check, severity, message, span, source: place }) => ({
      check,
      message,
      severity: severityOf[severity],
      range: new vscode.Range(document.positionAt(span.start), document.positionAt(span.end)),
      hasSource: place !== undefined,
    }),
  );
  assert.ok(expected.length > 0);
  const found = (await diagnosticsOf(document.uri, { atLeast: expected.length })).map((one) => ({
    check: checkOf(one),
    message: one.message,
    severity: one.severity,
    range: one.range,
    hasSource: one.relatedInformation?.[0]?.location.uri.toString() === fileAt(sourceFile).toString(),
  }));
  assert.deepEqual(found, expected);
}
