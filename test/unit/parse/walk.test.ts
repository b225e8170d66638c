// Going through a Markdown tree: all of it, in order, and not below what is passed over.
import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/parse/markdown.js';
import { walk } from '../../../src/core/parse/walk.js';

describe('walking a tree', () => {
  const root = parseMarkdown('# A *b* c\n\n- [d **e**](f)\n- g\n', []);

  it('shows every node, parents first, in the order of the text', () => {
    const met: string[] = [];
    walk(root, ({ type }) => met.push(type));
    assert.deepEqual(met.join(' '), 'root heading text emphasis text text list listItem paragraph link text strong text listItem paragraph text');
  });

  it('passes over what is below a node that is answered with false', () => {
    const met: string[] = [];
    walk(root, ({ type }) => {
      met.push(type);
      return type !== 'link' && type !== 'emphasis';
    });
    assert.deepEqual(met.join(' '), 'root heading text emphasis text list listItem paragraph link listItem paragraph text');
  });
});
