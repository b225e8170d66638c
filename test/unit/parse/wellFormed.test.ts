// What holds of every post: its spans fit, and parsing it by chunks changes nothing.
import assert from 'node:assert/strict';
import type { Block, Issue } from '../../../src/core/model.js';
import { blocksOf } from '../../../src/core/parse/blocks.js';
import { chunksOf } from '../../../src/core/parse/chunks.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { labelsOf, parseMarkdown } from '../../../src/core/parse/markdown.js';
import { restoreAddresses } from '../../../src/core/parse/restoreAddresses.js';
import { blankTemplates } from '../../../src/core/parse/templates.js';
import { corpusFiles, corpusPosts, describeCorpus } from '../support/corpus.js';
import { posts } from '../support/markdown.js';
import { holds } from '../support/property.js';
import { sampleIssue, sampleNames } from '../support/samples.js';
import { assertWellFormed } from '../support/wellFormed.js';

/** The blocks of a post whose body is parsed in one piece, as far as the parser's chunks could change them. */
function blocksOfWhole(issue: Issue): unknown[] {
  const markdown = blankTemplates(issue.text);
  const start = bodyStart(issue);
  const targets = issue.definitions.map(({ label, url, span }) => [label, { url, urlSpan: span }] as const).reverse();
  const root = parseMarkdown(markdown.slice(start), labelsOf(markdown.slice(start)).known);
  restoreAddresses(root, issue.text.slice(start), markdown.slice(start));
  return blocksOf(root.children, { text: issue.text, offset: start, definitions: new Map(targets) }, 0).map(compared);
}

function bodyStart(issue: Issue): number {
  return issue.frontMatter?.span.end ?? (issue.text.startsWith('\ufeff') ? 1 : 0);
}

function compared({ kind, span, depth, text, links, images, code, comments }: Block): unknown {
  return {
    kind,
    span,
    depth,
    text,
    code,
    comments,
    links: links.map((link) => [link.span, link.url]),
    images: images.map((image) => [image.span, image.url]),
  };
}

function assertSameAsWhole(issue: Issue): void {
  assert.deepEqual(issue.blocks.map(compared), blocksOfWhole(issue));
}

describe('a parsed post', () => {
  it('has spans that fit', () => holds([posts], 80, (text) => assertWellFormed(parseIssue(text))));

  it('is the same parsed whole', () => holds([posts], 80, (text) => assertSameAsWhole(parseIssue(text))));

  for (const sample of sampleNames) {
    it(`${sample} fits, and is the same parsed whole`, () => {
      assertWellFormed(sampleIssue(sample));
      assertSameAsWhole(sampleIssue(sample));
    });
  }
});

describe('chunks', () => {
  const chunks = (text: string): string[] => chunksOf(text, 0).map(({ start, end }) => text.slice(start, end));

  it('begin at headings behind a blank line', () => {
    assert.deepEqual(chunks('a\n\n# b\nc\n# d\n\n## e\n'), ['a\n\n', '# b\nc\n# d\n\n', '## e\n']);
    assert.deepEqual(chunks('# a\r\n\r\n# b\r\n'), ['# a\r\n\r\n', '# b\r\n']);
  });

  for (const [what, text] of Object.entries({
    'a fence': '```\n\n# b\n```\n',
    'a fence in a list': '- ```\n\n  x\n\n# b\n  ```\n',
    'a comment': '<!--\n\n# b\n-->\n',
    'HTML that a blank line does not end': '<pre>\n\n# b\n</pre>\n',
    'what only looks like a heading': 'a\n\n#b\n\n #c\n\n####### d\n',
  }))
    it(`do not begin in ${what}`, () => assert.equal(chunks(text).length, 1));

  it('cover the text from where they are to begin', () => {
    holds([posts], 50, (text) => {
      assert.equal(chunks(text).join(''), text);
      assert.equal(
        chunksOf(text, Math.min(3, text.length))
          .map(({ start, end }) => text.slice(start, end))
          .join(''),
        text.slice(3),
      );
    });
  });

  it('stay short without headings, and are the same parsed whole', () => {
    const text = sampleIssue('en12')
      .text.replace(/^#+ /gm, '')
      .replace(/^---[\s\S]*?\n---\n/, '')
      .repeat(5);
    assert.ok(chunks(text).length > 1);
    assertSameAsWhole(parseIssue(text));
  });
});

describeCorpus('dair-ai', 'real posts', () => {
  it('fit, and are the same parsed whole', () => {
    for (const { path, text } of [...corpusPosts('dair-ai'), ...corpusFiles('seeds')]) {
      const issue = parseIssue(text);
      try {
        assertWellFormed(issue);
        assertSameAsWhole(issue);
      } catch (error) {
        throw new Error(path, { cause: error });
      }
    }
  });
});

describeCorpus('optech', 'real posts', () => {
  it('fit, and are the same parsed whole', () => {
    // Every twelfth is plenty: they are much alike.
    for (const { path, text } of corpusPosts('optech').filter((_, i) => i % 12 === 0)) {
      const issue = parseIssue(text);
      try {
        assertWellFormed(issue);
        assertSameAsWhole(issue);
      } catch (error) {
        throw new Error(path, { cause: error });
      }
    }
  });
});
