// A unit's counterpart as Markdown that can be shown by itself.
import assert from 'node:assert/strict';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { counterpartText } from '../../../src/core/view/counterpartText.js';

function shown(text: string): string {
  const issue = parseIssue(text);
  return counterpartText(issue, issue.blocks);
}

describe('the text of a counterpart', () => {
  it('is the Markdown as it is written', () => {
    assert.equal(shown('The *old* [bridge](https://example.org/a).\n\n- one `x`\n'), 'The *old* [bridge](https://example.org/a).\n\n- one `x`');
  });

  it('brings the definitions along that it refers to', () => {
    assert.equal(shown('The [bridge][b].\n\n[b]: https://example.org/a\n[c]: https://example.org/c\n'), 'The [bridge][b].\n\n[B]: <https://example.org/a>');
  });

  it('names pictures and loads none', () => {
    assert.equal(shown('Look: ![A *bridge* of wood](https://example.org/a.png) and <img src="https://example.org/b.png">.'), 'Look: *Picture: A bridge of wood* and *Picture*.');
  });

  it('has no comments', () => {
    assert.equal(shown('Here. <!-- not for readers -->\n'), 'Here.');
  });

  it('is cut off where it is long', () => {
    const text = shown('word '.repeat(2000));
    assert.ok(text.length <= 4002 && text.endsWith('word …'), text.slice(-20));
  });
});
