// A unit's counterpart as Markdown that can be shown by itself, and that can do nothing: read here by VS Code's own Markdown parser.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { marked } from 'marked';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { counterpartText } from '../../../src/core/view/counterpartText.js';
import { codeBlock, codeSpan, escapeMarkdown } from '../../../src/core/view/escapeMarkdown.js';
import { holds } from '../support/property.js';
import { hostile } from './hostile.js';

function markdownOf(text: string): string {
  const issue = parseIssue(text);
  return counterpartText(issue, issue.blocks);
}

/** As a hover renders it. */
function htmlOf(markdown: string): string {
  return marked.parse(markdown, { gfm: true, async: false }).trim();
}

const shown = (text: string): string => htmlOf(markdownOf(text));

/** What must not come out of a text, in HTML that was made without a sanitiser. */
function assertHarmless(markdown: string): void {
  const tags = [...htmlOf(markdown).matchAll(/<\/?([a-z!?][^\s>/]*)[^>]*>/gi)];
  const usual = /^(?:a|blockquote|br|code|del|em|h[1-6]|hr|li|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul)$/;
  assert.deepEqual(
    tags.map(([, name]) => name!).filter((name) => !usual.test(name)),
    [],
    markdown,
  );
  for (const [tag, name] of tags) {
    if (tag.startsWith('</')) continue;
    const pattern =
      name === 'a'
        ? /^<a href="(?:https?:\/\/|mailto:)[^"<>]*">$/i
        : name === 'code'
          ? /^<code(?: class="language-[\w+#-]+")?>$/
          : name === 'ol'
            ? /^<ol(?: start="\d+")?>$/
            : /^<[a-z1-6]+>$/;
    assert.match(tag, pattern, markdown);
  }
}

describe('the text of a counterpart', () => {
  it('has emphasis, links, code and lists', () => {
    assert.equal(
      shown('The *old* **bridge** [of `wood`](https://example.org/a_(b)).\n\n- one `x`\n'),
      '<p>The <em>old</em> <strong>bridge</strong> <a href="https://example.org/a_(b)">of <code>wood</code></a>.</p>\n<ul>\n<li>one <code>x</code></li>\n</ul>',
    );
    assert.equal(shown('3. Ferries\n'), '<ol start="3">\n<li>Ferries</li>\n</ol>');
    assert.equal(shown('## Ferries {#ferries}\n'), '<h2>Ferries</h2>');
    assert.equal(
      shown('```js\nlet a = "```";\n```\n'),
      '<pre><code class="language-js">let a = &quot;```&quot;;\n</code></pre>',
    );
    assert.match(shown('| a | b |\n|---|---|\n| 1 | x\\|y |\n'), /<th>a<\/th>[^]*<td>x\|y<\/td>/);
  });

  it('resolves references and has bare addresses as links', () => {
    assert.equal(
      shown(
        'The [bridge][b], see https://example.org/b_c.\n\n[b]: https://example.org/a\n[c]: https://example.org/c\n',
      ),
      '<p>The <a href="https://example.org/a">bridge</a>, see <a href="https://example.org/b_c">https://example.org/b_c</a>.</p>',
    );
    assert.equal(
      shown('The [bridge][nowhere] and [home](/home) and [run](command:x).\n'),
      '<p>The bridge and home and run.</p>',
    );
  });

  it('names pictures and loads none', () => {
    assert.equal(
      shown(
        'Look: ![A *bridge* of wood](https://example.org/a.png) and <img alt="Sea" src="https://example.org/b.png">.',
      ),
      '<p>Look: <em>Picture: A bridge of wood</em> and <em>Picture: Sea</em>.</p>',
    );
    assert.equal(shown('<img src="https://example.org/b.png">'), '<p><em>Picture</em></p>');
  });

  it('has no comments and no tags', () => {
    assert.equal(shown('Here.<!-- not for readers --> <b>Bold</b>\n'), '<p>Here. Bold</p>');
  });

  it('keeps line breaks', () => assert.equal(shown('One  \ntwo\nthree'), '<p>One<br>two three</p>'));

  it('is cut off where it is long, with or without spaces', () => {
    for (const text of [
      'word '.repeat(2000),
      'word'.repeat(5000),
      '漢字'.repeat(5000),
      `- ${'😀'.repeat(5000)}`,
      `\`${'x'.repeat(20_000)}\``,
    ]) {
      const { length } = markdownOf(text);
      assert.ok(length > 3000 && length <= 4010, `${length}`);
    }
    assert.match(markdownOf('word '.repeat(2000)), /word …$/);
  });

  it('is there however deep a text is nested', () =>
    assertHarmless(markdownOf(`${'> '.repeat(3000)}![x](https://evil.example/a.png)`)));
});

describe('the text of a counterpart, whatever the post says,', () => {
  /** Found by somebody who tried: each of them became a picture. */
  const found = [
    '!<!-- -->[x](https://evil.example/a.png)',
    '    ![x](https://evil.example/a.png)',
    '- a\n\n      ![x](https://evil.example/a.png)',
    '!<b>[x](https://evil.example/a.png)',
  ];
  const pieces = [
    ...found,
    ...hostile,
    '![x](https://evil.example/a.png)',
    '![x][e]',
    '\n\n[e]: https://evil.example/a.png\n\n',
    '[x](command:workbench.action.closeWindow)',
    '$(trash)',
    '<img src=https://evil.example/a.png>',
    '!',
    '[',
    ']',
    '(',
    ')',
    '\\',
    '`',
    '``',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '    ',
    '\t',
    '  \n',
    '> ',
    '- ',
    '1. ',
    '# ',
    '|',
    '| a |\n|---|\n| ',
    '<!--',
    '-->',
    '<',
    '>',
    '&#33;',
    '&excl;',
    '&lt;',
    '*',
    '**',
    '_',
    '~~',
    '***',
    '---',
    '\r',
    '\u00a0',
    '\u2028',
    '\ud800',
    '😀',
    'words',
    'https://example.org/a`b',
    'www.example.org',
    'a@example.org',
    '<https://example.org/`>',
    '[x](<https://example.org/>) "',
    '`a``b`',
    '`![x](https://evil.example/a.png)`',
    '``` `![x](https://evil.example/a.png)` ```',
    '[^1]',
    '\n[^1]: ![x](https://evil.example/a.png)\n',
    '{% raw %}',
    '{: .a}',
  ];
  const post = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

  it('has no picture, no HTML and no link but to the web and to mail, as a whole post', () => {
    for (const text of [...found, ...hostile]) assertHarmless(markdownOf(text));
    holds([post], 1000, (text) => assertHarmless(markdownOf(text)));
  });

  it('nor have its blocks one by one', () => {
    holds([post], 500, (text) => {
      const issue = parseIssue(text);
      for (const block of issue.blocks) assertHarmless(counterpartText(issue, [block]));
    });
  });

  it('escaped text says just itself, and code is just code', () => {
    holds([post], 1000, (text) => {
      const seen = htmlOf(`a${escapeMarkdown(text)}a`)
        .replace(/<\/?p>/g, '')
        .replace(
          /&(lt|gt|amp|quot|#39);/g,
          (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" })[name]!,
        );
      assert.equal(seen.replace(/\s+/g, ' '), `a${text}a`.replace(/\s+/g, ' '));
      assert.match(htmlOf(codeBlock(text, 'markdown')), /^<pre><code class="language-markdown">[^<]*<\/code><\/pre>$/);
      assertHarmless(`a ${codeSpan(text)} b`);
    });
  });
});
