// What is marked in a rendered block, and what answers to what across the columns.
import assert from 'node:assert/strict';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { blockRenderer } from '../../../src/core/view/html.js';
import type { RenderedBlock } from '../../../src/core/view/marks.js';
import { pairPlaceables } from '../../../src/core/view/placeables.js';
import { cpuTime } from '../../support/robust/stages.js';
import { RenderCache } from '../../../src/core/view/renderCache.js';

function rendered(markdown: string, words?: string): RenderedBlock {
  const issue = parseIssue(markdown);
  const start = words === undefined ? 0 : issue.text.indexOf(words);
  const marks =
    words === undefined
      ? []
      : [{ problem: 'p', severity: 'warning' as const, message: 'Wrong', span: { start, end: start + words.length } }];
  return blockRenderer(issue, () => undefined)(issue.blocks.at(-1)!, marks);
}

describe('words with a problem', () => {
  it('are marked alone in lines that the file indents, LF or CRLF, one line or two', () => {
    const marked = (markdown: string, words: string): string =>
      rendered(markdown, words)
        .html.replace(/<span [^>]*>/g, '[')
        .replaceAll('</span>', ']')
        .replaceAll('\n', ' ');
    const item = '- The ferry runs\n  all year, but not\n  on Monday.\n';
    assert.equal(marked(item, 'Monday'), '<ul><li><p>The ferry runs all year, but not on [Monday].</p></li></ul>');
    assert.match(marked(item.replaceAll('\n', '\r\n'), 'year'), /all \[year\], but/);
    assert.match(marked(item, 'not\n  on'), /but \[not \]\[on\] Monday/);
    assert.match(
      marked(item.replace('year', 'year at 22:03'), 'Monday'),
      /22:03<.*on \[Monday\]|22.*03.*on \[Monday\]/,
    );
    assert.match(marked('> The ferry\n> runs &amp; runs\n> all year.\n', 'ferry'), /ferry/);
  });
});

describe('many problems of the same words', () => {
  it('are marked within one another, in time', () => {
    const issue = parseIssue('The ferry runs all year.\n');
    const marks = Array.from({ length: 60 }, (_, i) => ({
      problem: `p${i}`,
      severity: 'warning' as const,
      message: 'Wrong',
      span: { start: 4, end: 9 },
    }));
    const begin = cpuTime();
    const { html } = blockRenderer(issue, () => undefined)(issue.blocks[0]!, marks);
    assert.ok(cpuTime() - begin < 1000);
    assert.equal(html.match(/ data-problem=/g)?.length, 60);
    assert.match(html, /^<p>The <span .*>ferry(?:<\/span>){60} runs all year.<\/p>$/);
  });

  it('are marked where they overlap', () => {
    const issue = parseIssue('The ferry runs all year.\n');
    const mark = (problem: string, start: number, end: number) => ({
      problem,
      severity: 'warning' as const,
      message: 'Wrong',
      span: { start, end },
    });
    const { html } = blockRenderer(issue, () => undefined)(issue.blocks[0]!, [
      mark('a', 4, 14),
      mark('b', 10, 18),
      mark('c', 0, 24),
    ]);
    const shape = html.replace(/ data-severity="warning" title="Wrong"/g, '');
    assert.equal(
      shape,
      '<p><span data-problem="c">The </span><span data-problem="a"><span data-problem="c">ferry </span><span data-problem="b"><span data-problem="c">runs</span></span></span><span data-problem="b"><span data-problem="c"> all</span></span><span data-problem="c"> year.</span></p>',
    );
  });
});

describe('placeables of a block', () => {
  const text = 'See [the **map**](https://www.example.org/map/) of 40,000 trees, `make` and ![a tree](tree.png).\n';

  it('are told in order, with what is the same in every language', () => {
    const { placeables } = rendered(text);
    assert.deepEqual(
      placeables.map(({ kind, key, label }) => [kind, key, label]),
      [
        ['link', 'example.org/map', 'the map'],
        ['number', '40000', '40,000'],
        ['code', 'make', 'make'],
        ['image', 'tree.png', 'a tree'],
      ],
    );
    assert.deepEqual(
      placeables.map(({ span }) => text.slice(span!.start, span!.end)),
      ['[the **map**](https://www.example.org/map/)', '40,000', '`make`', '![a tree](tree.png)'],
    );
  });

  it('have their places in lines that the file indents', () => {
    const item = '- The ferry runs\n  400 times a\n  year.\n';
    assert.deepEqual(
      rendered(item).placeables.map(({ key, span }) => [key, span && item.slice(span.start, span.end)]),
      [['400', '400']],
    );
  });

  it('are references, too', () => {
    const markdown = 'See the [map][m] and [m].\n\n[m]: https://example.org/map\n';
    const issue = parseIssue(markdown);
    const { placeables } = blockRenderer(issue, () => undefined)(issue.blocks[0]!);
    assert.deepEqual(
      placeables.map(({ span }) => span && markdown.slice(span.start, span.end)),
      ['[map][m]', '[m]'],
    );
  });

  it('are as many elements in the page', () => assert.equal(rendered(text).html.match(/ data-placeable=/g)?.length, 4));

  it('are no numbers that belong to names or stand in code', () => {
    assert.deepEqual(rendered('GPT2 and `7` and\n\n    8 lines of code\n').placeables, []);
    assert.deepEqual(
      rendered('In 2024-11-21 it was ٤٢.\n').placeables.map(({ key }) => key),
      ['20241121', '42'],
    );
  });

  it('stand where the block stands now, though it was rendered before', () => {
    const cache = new RenderCache();
    const spans = ['A [map](https://example.org).\n', 'New words.\n\nA [map](https://example.org).\n'].map(
      (markdown) => {
        const issue = parseIssue(markdown);
        return blockRenderer(issue, () => undefined, cache)(issue.blocks.at(-1)!).placeables[0]!.span!.start;
      },
    );
    assert.deepEqual(spans, [2, 14]);
  });
});

describe('words that a problem is about', () => {
  it('are marked, and nothing else', () => {
    assert.match(
      rendered('One two three.\n', 'two').html,
      /^<p>One <span data-problem="p" data-severity="warning" title="Wrong">two<\/span> three\.<\/p>$/,
    );
  });
  it('are marked across emphasis', () =>
    assert.equal(rendered('One *two* three four.\n', 'two* three').html.match(/data-problem/g)?.length, 2));
  it('are marked behind a paragraph’s first block', () =>
    assert.match(rendered('***A title***\nSome words.\n', 'words').html, /Some <span [^>]*>words<\/span>\./));
  it('of an address are the link that has it', () =>
    assert.match(
      rendered('See [here](https://example.org/a).\n', 'example.org/a').html,
      /<a [^>]*data-problem="p"[^>]*>here<\/a>/,
    ));
  it('cannot be made up by a post', () => {
    assert.doesNotMatch(
      rendered('<span data-problem="p" data-placeable="link" title="x">words</span>\n').html,
      /data-|title/,
    );
  });
});

describe('pairs of placeables', () => {
  const pair = (source: string, target: string, problems: Parameters<typeof pairPlaceables>[2] = []) =>
    pairPlaceables(rendered(source).placeables, rendered(target).placeables, problems).map(
      ({ number, source: s, target: t, problem }) => [number, s, t, problem],
    );

  it('are the same thing wherever it stands', () => {
    assert.deepEqual(
      pair(
        '[a](https://x.org/1) and [b](https://x.org/2) in 1,000.\n',
        '[B](https://x.org/2) et [A](https://x.org/1) en 1\u00a0000.\n',
      ),
      [
        [1, 0, 1, undefined],
        [2, 1, 0, undefined],
        [3, 2, 2, undefined],
      ],
    );
  });
  it('are numbers whose digits a space groups', () =>
    assert.deepEqual(pair('41,900 of 12 in 2026, 300 more\n', '41 900 sur 12 en 2026 300 de plus\n'), [
      [1, 0, 0, undefined],
      [2, 1, 1, undefined],
      [3, 2, 2, undefined],
      [4, 3, 3, undefined],
    ]));
  it('are the only two links that are left', () =>
    assert.deepEqual(pair('[a](https://x.org/en)\n', '[A](https://x.org/fr)\n'), [[1, 0, 0, undefined]]));
  it('leave alone what has none, and say which problem brings it back', () => {
    const problems = [{ id: 'lost', check: 'link-missing', source: { start: 0, end: 20 }, hasFix: true }];
    assert.deepEqual(pair('[a](https://x.org/1) and 7\n', 'rien\n', problems), [
      [1, 0, undefined, 'lost'],
      [2, 1, undefined, undefined],
    ]);
    assert.deepEqual(pair('rien\n', '[a](https://x.org/1)\n'), [[1, undefined, 0, undefined]]);
  });
  it('find the problem of a lost picture in HTML, whose place is not known', () => {
    const problems = [
      { id: 'link', check: 'link-missing', source: undefined, hasFix: true },
      { id: 'picture', check: 'image-missing', source: { start: 0, end: 3 }, hasFix: true },
    ];
    assert.deepEqual(pair('See <img src="https://x.org/a.png" alt="a"> there.\n', 'rien\n', problems), [
      [1, 0, undefined, 'picture'],
    ]);
  });
});
