// Words from files in VS Code's messages.
import assert from 'node:assert/strict';
import { inertWords } from '../../../src/vscode/inertWords.js';

describe('words of a file in a message', () => {
  it('are no link and no icon', () => {
    for (const text of [
      '[Run](command:workbench.action.closeWindow).md',
      '[a](https://evil.example)',
      '$(trash) news.md',
    ]) {
      assert.doesNotMatch(inertWords(text), /\]\(|\$\(/);
      assert.equal(inertWords(text).replaceAll('\u2060', ''), text);
    }
  });
  it('are left alone else', () => assert.equal(inertWords('_posts/2026 (1) [FR].md'), '_posts/2026 (1) [FR].md'));
});
