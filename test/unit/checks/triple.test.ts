// A check is three files: its code, its documentation page and its cases.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { checks } from '../../../src/core/checks/index.js';
import { readCases } from './support/caseFile.js';
import { casesPage, docsPage, repositoryFile } from './support/pages.js';

const machinery = new Set(['carried', 'check', 'context', 'fixAll', 'index', 'run']);
const ids = checks.map((check) => check.id);

describe('the three files of a check', () => {
  it('has an id once', () => {
    assert.deepEqual([...new Set(ids)], ids);
  });

  it('lists every file of src/core/checks', () => {
    assert.deepEqual(
      names('src/core/checks', '.ts').filter((name) => !machinery.has(name)),
      [...ids].sort(),
    );
  });

  it('has a documentation page and cases for every check and no others', () => {
    assert.deepEqual(
      names('docs/checks', '.md').filter((name) => name !== 'README'),
      [...ids].sort(),
    );
    assert.deepEqual(
      names('test/checks', '.md').filter((name) => name !== 'README'),
      [...ids].sort(),
    );
  });

  for (const check of checks) {
    it(`${check.id}: the page is about it and shows it`, () => {
      const page = docsPage(check.id);
      assert.match(page, new RegExp(`^# ${check.id}\n\n\\S`));
      for (const heading of ['Why it matters', 'How to mend it', 'Examples'])
        assert.match(page, new RegExp(`^## ${heading}$`, 'm'));
      assert.ok(
        readCases(page).some((example) => example.problems.length > 0),
        'an example that has the problem',
      );
    });

    it(`${check.id}: the cases say when it speaks and when it is silent`, () => {
      const cases = readCases(casesPage(check.id));
      assert.ok(cases.some((one) => one.problems.length > 0));
      assert.ok(cases.some((one) => one.problems.length === 0));
    });

    it(`${check.id}: every message is seen in a case or an example`, () => {
      const seen = [...readCases(docsPage(check.id)), ...readCases(casesPage(check.id))].flatMap((one) => one.problems);
      for (const message of Object.values(check.messages))
        assert.ok(
          seen.some((line) => patternOf(message).test(line)),
          message,
        );
    });
  }
});

function names(folder: string, ending: string): string[] {
  return readdirSync(repositoryFile(folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.name.endsWith('.d.ts'))
    .map((entry) => entry.name.slice(0, -ending.length))
    .sort();
}

function patternOf(message: string): RegExp {
  return new RegExp(
    message
      .split(/\{\w+\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  );
}
