// What posts look like in the panel, and that no post can do more than look.
import assert from 'node:assert/strict';
import type { Element, Root } from 'hast';
import { raw } from 'hast-util-raw';
import { visit } from 'unist-util-visit';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { blockRenderer } from '../../../src/core/view/html.js';
import { hostile } from './hostile.js';

const pictures = (address: string): string => `https://pictures.example/${encodeURIComponent(address)}`;

function htmlOf(markdown: string): string[] {
  const issue = parseIssue(markdown);
  const render = blockRenderer(issue, pictures);
  return issue.blocks.map((block) => render(block).html);
}

/** As a browser reads it, mistakes and all. */
function parsed(html: string): Root {
  return raw({ type: 'root', children: [{ type: 'raw', value: html }] } as unknown as Root) as Root;
}

/** Written down once more, so that a mistake in the product's list shows. */
const harmless = new Set(
  (
    'a b blockquote br center code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub sup ' +
    'table tbody td tfoot th thead tr tt u ul var'
  ).split(' '),
);
const harmlessProperties: Readonly<Record<string, RegExp>> = {
  href: /^(?:https?:\/\/|mailto:)/i,
  src: /^https:\/\/pictures\.example\/[^"'<>\s]*$/,
  alt: /^/,
  title: /^/,
  dir: /^/,
  lang: /^/,
  start: /^\d+$/,
  width: /^/,
  height: /^/,
  align: /^/,
  colSpan: /^/,
  rowSpan: /^/,
  loading: /^lazy$/,
  decoding: /^async$/,
  referrerPolicy: /^no-referrer$/,
  tabIndex: /^-1$/,
  className: /^no-picture$/,
  dataPlaceable: /^(?:link|image|code|number)$/,
};

function assertHarmless(html: string, from: string): void {
  visit(parsed(html), (node) => {
    assert.ok(
      node.type === 'root' || node.type === 'element' || node.type === 'text',
      `a ${node.type} came of ${from}: ${html}`,
    );
    if (node.type !== 'element') return;
    assert.ok(harmless.has(node.tagName), `<${node.tagName}> came of ${from}: ${html}`);
    for (const [name, value] of Object.entries(node.properties)) {
      assert.match(
        String(value),
        harmlessProperties[name] ?? /^(?!)/,
        `${name}="${String(value)}" came of ${from}: ${html}`,
      );
      if (name === 'title') assert.equal(value, node.properties['href'], `a title that is no address came of ${from}`);
    }
  });
}

describe('hostile posts', () => {
  it('are many', () => assert.ok(new Set(hostile).size >= 100));

  const places: Readonly<Record<string, (text: string) => string>> = {
    'one behind the other': (text) => text,
    'in a paragraph': (text) => `Some words ${text} and more of them.`,
    'in a heading': (text) => `# Words ${text}`,
    'in a list': (text) => `- ${text}\n- words`,
    'in emphasis': (text) => `***${text}***\nwords ${text}\n![x](y.png)`,
    'in link words': (text) => `[${text}](https://good.example)`,
    'in a picture’s description': (text) => `![${text}](https://good.example/x.png)`,
    'in a table': (text) => `| a |\n|---|\n| ${text.replaceAll('\n', ' ')} |`,
    'in HTML': (text) => `<div>\n${text}\n</div>`,
  };
  it('do no harm, each in a post of its own', () => {
    for (const text of hostile) for (const html of htmlOf(text)) assertHarmless(html, JSON.stringify(text));
  });
  // All in one post: parsing one each, nine times over, takes too long for every day.
  for (const [place, write] of Object.entries(places)) {
    it(`do no harm ${place}`, () => {
      const html = htmlOf(hostile.map((text, i) => `# ${i}\n\n${write(text)}\n`).join('\n'));
      assert.ok(html.length > 150);
      for (const block of html) assertHarmless(block, place);
    });
  }

  it('keep their words where these are no markup', () => {
    assert.deepEqual(htmlOf('`<img src=x onerror=alert(1)>`'), [
      '<p><code data-placeable="code">&#x3C;img src=x onerror=alert(1)></code></p>',
    ]);
  });

  it('stand as text when they nest deeper than anybody writes', () => {
    for (const [opening, times] of [
      ['> ', 3000],
      ['*', 3000],
      ['[', 3000],
      ['<b>', 3000],
      ['- ', 500],
    ] as const) {
      const html = htmlOf(`${opening.repeat(times)}words`).join('');
      assert.ok(html.includes('words'));
      assertHarmless(html, `${times} times ${opening}`);
    }
  }).timeout(60_000);

  it('with a word of 100 KB come out whole', () => {
    const word = 'x'.repeat(100_000);
    assert.ok(htmlOf(word).join('').includes(word));
  });
});

describe('posts in the panel', () => {
  const one = (markdown: string): string => {
    const [html = ''] = htmlOf(markdown);
    return html;
  };
  const elements = (html: string, tagName: string): Element[] => {
    const found: Element[] = [];
    visit(parsed(html), 'element', (element) => void (element.tagName === tagName && found.push(element)));
    return found;
  };

  it('headings are without the anchors and classes that they give themselves', () => {
    assert.equal(one('## Le *port* {#harbour}'), '<h2>Le <em>port</em></h2>');
    assert.equal(one('## Le {vent}'), '<h2>Le {vent}</h2>');
  });

  it('titles are bold italic', () => assert.equal(one('***A title***'), '<p><em><strong>A title</strong></em></p>'));

  it('links lead to their addresses, say them, and are no stops of the Tab key', () => {
    assert.deepEqual(elements(one('See [this](https://example.org/a?b=1).'), 'a')[0]?.properties, {
      href: 'https://example.org/a?b=1',
      title: 'https://example.org/a?b=1',
      tabIndex: -1,
      dataPlaceable: 'link',
    });
  });

  it('links to places on the site show as links and lead nowhere', () => {
    assert.equal(one('[words](/about)'), '<p><a data-placeable="link">words</a></p>');
    assert.equal(one('[words](#there)'), '<p><a data-placeable="link">words</a></p>');
  });

  it('references find definitions in other sections', () => {
    const [, html = ''] = htmlOf('# One\n\nSee [words][Label].\n\n# Two\n\n[label]: https://example.org\n');
    assert.equal(elements(html, 'a')[0]?.properties['href'], 'https://example.org');
  });

  it('a reference to a picture shows the picture', () => {
    const html = htmlOf('![a cat][cat]\n\n# Two\n\n[cat]: cat.png\n').join('');
    assert.equal(elements(html, 'img')[0]?.properties['src'], pictures('cat.png'));
  });

  it('a picture that may not be loaded is named instead', () => {
    const issue = parseIssue('![a cat](cat.png)');
    assert.equal(
      blockRenderer(issue, () => undefined)(issue.blocks[0]!).html,
      '<p><span data-placeable="image" class="no-picture">a cat</span></p>',
    );
  });

  it('pictures written in HTML show', () => {
    assert.equal(elements(one('<img src="cat.png" width="200">'), 'img')[0]?.properties['src'], pictures('cat.png'));
  });

  it('a paragraph that is several blocks is cut between them', () => {
    assert.deepEqual(htmlOf('***A title***\nSome words.\nMore words.'), [
      '<p><em><strong>A title</strong></em></p>',
      '<p>Some words.\nMore words.</p>',
    ]);
  });

  it('list items keep their marker, numbers too', () => {
    assert.deepEqual(htmlOf('3. three\n4. four'), [
      '<ol start="3"><li><p>three</p></li></ol>',
      '<ol start="4"><li><p>four</p></li></ol>',
    ]);
    assert.deepEqual(htmlOf('- one'), ['<ul><li><p>one</p></li></ul>']);
  });

  it('comments do not show, nor does HTML in words that is none', () => {
    assert.equal(one('words <!-- a note --> and a < b'), '<p>words  and a &#x3C; b</p>');
  });

  it('what is left out of the page stands there as it is written', () => {
    assert.equal(
      one('<iframe src="https://video.example/1"></iframe>'),
      '<pre><code>&lt;iframe src=&quot;https://video.example/1&quot;&gt;&lt;/iframe&gt;</code></pre>',
    );
  });

  it('tables, code and footnotes show', () => {
    assert.equal(elements(one('| a | b |\n|---|---|\n| 1 | 2 |'), 'td').length, 2);
    assert.equal(one('```js\nlet a;\n```'), '<pre><code>let a;\n</code></pre>');
    assert.equal(one('words[^1]\n\n[^1]: note'), '<p>words<sup>1</sup></p>');
  });
});
