// What a post consists of: the kinds of blocks, what is in them, and where they stand.
import assert from 'node:assert/strict';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { slice } from '../../../src/core/text/span.js';

/** The blocks as `kind: their text in the file`. */
function written(text: string): string[] {
  return parseIssue(text).blocks.map((block) => `${block.kind}: ${slice(text, block.span).replaceAll('\n', '↵')}`);
}

const kinds: Readonly<Record<string, readonly [string, readonly string[]]>> = {
  'a heading and its paragraph': ['# News\nText\nof it.', ['heading: # News', 'paragraph: Text↵of it.']],
  'a title as newsletters write it': ['***A Tale***\n\nText.', ['title: ***A Tale***', 'paragraph: Text.']],
  'a title glued to its text': [
    '***A Tale***\nText right under it.',
    ['title: ***A Tale***', 'paragraph: Text right under it.'],
  ],
  'a title in plain bold, in underscores, with a spacer': [
    '**A**\n\n__B__\n\n\\\\\n***C***\\\\\n',
    ['title: **A**', 'title: __B__', 'title: ***C***\\\\'],
  ],
  'bold words that only begin a paragraph': ['**Note** that it rains.', ['paragraph: **Note** that it rains.']],
  'a bold line that ends a paragraph': ['It rains.\n**Take care**', ['paragraph: It rains.↵**Take care**']],
  'spacers, which are nothing': ['\\\\\nText.\n\n\\\\\n\n\\\\\nMore.', ['paragraph: Text.', 'paragraph: More.']],
  'a picture and its caption without a blank line': [
    '![a](x.png)\n*Drawn by [Marta](https://m.example)*',
    ['image: ![a](x.png)', 'caption: *Drawn by [Marta](https://m.example)*'],
  ],
  'a picture and its caption': [
    '![a](x.png)\n\n[*Marta*](https://m.example)',
    ['image: ![a](x.png)', 'caption: [*Marta*](https://m.example)'],
  ],
  'a picture and the text behind it': [
    '![a](x.png)\n\nThen it *rained* for days.',
    ['image: ![a](x.png)', 'paragraph: Then it *rained* for days.'],
  ],
  'a picture and the next title': ['![a](x.png)\n\n***A Tale***', ['image: ![a](x.png)', 'title: ***A Tale***']],
  'a picture in a link': ['[![a](x.png)](https://a.example)', ['image: [![a](x.png)](https://a.example)']],
  'pictures in HTML': [
    '<img src="y.png">\n\n<p align="center"><a href="b.md"><img src="z.png"></a></p>',
    ['image: <img src="y.png">', 'image: <p align="center"><a href="b.md"><img src="z.png"></a></p>'],
  ],
  'HTML with a picture and words': ['<p><img src="y.png"> Words.</p>', ['html: <p><img src="y.png"> Words.</p>']],
  'a picture among words': ['See ![a](x.png) here.', ['paragraph: See ![a](x.png) here.']],
  'list items': ['- one\n- two\n  goes on', ['list-item: - one', 'list-item: - two↵  goes on']],
  'a list item with paragraphs': [
    '1. one\n\n   its second\n2. two',
    ['list-item: 1. one', 'paragraph: its second', 'list-item: 2. two'],
  ],
  'nested lists': [
    '- one\n  - deeper\n    - deepest\n- two',
    ['list-item: - one', 'list-item: - deeper', 'list-item: - deepest', 'list-item: - two'],
  ],
  'a list right under a paragraph': [
    'These:\n- one\n- two',
    ['paragraph: These:', 'list-item: - one', 'list-item: - two'],
  ],
  'a quotation': ['> Said\n> he.', ['paragraph: Said↵> he.']],
  'a table of one column, without a bar': ['a\n:-\nb', ['table: a↵:-↵b']],
  'a table': ['| a | b |\n| - | - |\n| c | d |', ['table: | a | b |↵| - | - |↵| c | d |']],
  'fenced code, whatever is in it': [
    '```md\n# no heading\n\n{% no tag %}\n- no item\n```\n\nText.',
    ['code: ```md↵# no heading↵↵{% no tag %}↵- no item↵```', 'paragraph: Text.'],
  ],
  'code in a list': ['- one\n\n  ```\n  # x\n  ```', ['list-item: - one', 'code: ```↵  # x↵  ```']],
  'a rule, which is nothing': ['a\n\n---\n\nb', ['paragraph: a', 'paragraph: b']],
  'a comment in HTML, which is nothing': [
    'a\n\n<!-- the source\n\n# says so -->\n\nb',
    ['paragraph: a', 'paragraph: b'],
  ],
  HTML: ['<table>\n<tr><td>x</td></tr>\n</table>', ['html: <table>↵<tr><td>x</td></tr>↵</table>']],
  'a picture of HTML, and text below it': [
    '<img src="a.png" alt="b">\nText [a](b).\n\n<imgx>\ntext\n\n<IMG src=x>',
    ['image: <img src="a.png" alt="b">', 'paragraph: Text [a](b).', 'html: <imgx>↵text', 'image: <IMG src=x>'],
  ],
  'HTML that only wraps': [
    '<div class="center">\nText.\n</div>\n\n<center>\n\n![a](x.png)\n\n</center>',
    ['paragraph: Text.', 'image: ![a](x.png)'],
  ],
  'Markdown in HTML on one line, as kramdown reads it': [
    '<p markdown="1" class="credit">— Ada, [a](x.md)</p>\n\n<p class="x">b</p>',
    ['paragraph: <p markdown="1" class="credit">— Ada, [a](x.md)</p>', 'html: <p class="x">b</p>'],
  ],
  'Markdown in HTML right below a text': [
    'A quotation.\n<p markdown="1">— Ada</p>\nAnother.',
    ['paragraph: A quotation.', 'paragraph: <p markdown="1">— Ada</p>', 'paragraph: Another.'],
  ],
  'a shortcode of Hugo': [
    'a\n\n{{% video abc %}}\n\nb',
    ['paragraph: a', 'paragraph: {{% video abc %}}', 'paragraph: b'],
  ],
  'tags of Liquid, which are nothing': ['{% include a.md %}\nText.\n{% if x %}{% endif %}', ['paragraph: Text.']],
  'code that the site sets in colour': [
    '{% highlight ruby %}\n# no heading\n```\nputs **1\n{% endhighlight %}\nText.',
    ['code: {% highlight ruby %}↵# no heading↵```↵puts **1↵{% endhighlight %}', 'paragraph: Text.'],
  ],
  'code that the site sets in colour, never closed': [
    '{% highlight ruby %}\nText.\n\n# Heading',
    ['paragraph: Text.', 'heading: # Heading'],
  ],
  'a tag of such code that is code itself': [
    '~~~\n{% highlight ruby %}\n~~~\n\nText.\n\n{% endhighlight %}',
    ['code: ~~~↵{% highlight ruby %}↵~~~', 'paragraph: Text.'],
  ],
  'a comment in Liquid': ['a\n\n{% comment %}\n# hidden\n{% endcomment %}\n\nb', ['paragraph: a', 'paragraph: b']],
  'tags of Liquid around words': ['{% if x %} Text. {% endif %}', ['paragraph: {% if x %} Text. {% endif %}']],
  "kramdown's attribute lists": [
    '![a](x.png)\n{:.center}\n\n# News\n{: #news}',
    ['image: ![a](x.png)', 'heading: # News'],
  ],
  'a line that only looks like a definition': [
    'Text.\n[must]: boats have sails.\n[b]: b.example',
    ['paragraph: Text.↵[must]: boats have sails.'],
  ],
  'a definition, which is nothing, blank line or not': [
    'Text [a][b].\n[b]: https://b.example\n\n[c]: https://c.example',
    ['paragraph: Text [a][b].'],
  ],
  'a footnote': ['Text.[^n]\n\n[^n]: It is\n    so.', ['paragraph: Text.[^n]', 'paragraph: It is↵    so.']],
  'Windows line endings': [
    '# News\r\n***A***\r\n\r\n- one\r\n- two\r\n',
    ['heading: # News', 'title: ***A***', 'list-item: - one', 'list-item: - two'],
  ],
  nothing: ['', []],
  'nothing that can be seen': ['\t\ufeff\n\n\u00a0\n\n    \u3000', []],
  'front matter only': ['---\ntitle: x\n---\n', []],
};

describe('a post consists of', () => {
  for (const [what, [text, expected]] of Object.entries(kinds)) {
    it(what, () =>
      assert.deepEqual(
        written(text).map((line) => line.replaceAll('\r', '')),
        expected,
      ),
    );
  }

  it('headings with their level, and list items with how deep they lie', () => {
    const depths = parseIssue('### Three\n\n- one\n  - two\n\nText.').blocks.map((block) => block.depth);
    assert.deepEqual(depths, [3, 1, 2, 0]);
  });

  it('blocks behind front matter and a byte order mark, counted in the whole text', () => {
    const text = '\ufeff---\ntitle: x\n---\n\n# News\n\nText.';
    assert.deepEqual(written(text), ['heading: # News', 'paragraph: Text.']);
  });
});

describe('the text of a block', () => {
  const textOf = (markdown: string): string => parseIssue(markdown).blocks[0]?.text ?? '';

  it('is what a reader sees', () => {
    assert.equal(
      textOf('A *very* **old** [map](https://a.example "title"), `ls -l`, see <https://b.example>.'),
      'A very old map, ls -l, see https://b.example.',
    );
    assert.equal(textOf('## News &amp; *Tales* 🥾'), 'News & Tales 🥾');
    assert.equal(textOf('- one\n  goes  on'), 'one goes on');
    assert.equal(textOf('| a | b |\n| - | - |\n| c | d |'), 'a b c d');
  });

  it('has no pictures, comments, tags and spacers in it', () => {
    assert.equal(textOf('a ![alt](x.png) b <!-- not me --> c <b>d</b> {% x %} e[^n]\n\n[^n]: f'), 'a b c d e');
    assert.equal(textOf('\\\\ Text'), 'Text');
  });

  it('is without the anchor and the classes that a heading gives itself', () => {
    const headings = (text: string): unknown[] => parseIssue(text).blocks.map(({ text, anchor }) => [text, anchor]);
    assert.deepEqual(
      headings(
        '## Le port {#harbour}\n\n## La mer {: .blue #the_sea }\n\n## Le {vent}\n\n## Le bac {.small}\n\nTexte {#a}',
      ),
      [
        ['Le port', 'harbour'],
        ['La mer', 'the_sea'],
        ['Le {vent}', undefined],
        ['Le bac', undefined],
        ['Texte {#a}', undefined],
      ],
    );
  });

  it('is empty for code and HTML', () => {
    assert.equal(textOf('```\ncode\n```'), '');
    assert.equal(textOf('<table><tr><td>x</td></tr></table>'), '');
  });
});

describe('comments of a block', () => {
  const comments = (markdown: string): (readonly string[])[] =>
    parseIssue(markdown).blocks.map((block) => block.comments);

  it('are those right behind it and in it', () => {
    assert.deepEqual(comments('Un.\n\n<!-- One. -->\n\nDeux.\n<!--\nTwo.\n-->\n\nTrois <!-- Three. --> fois.'), [
      ['One.'],
      ['Two.'],
      ['Three.'],
    ]);
  });

  it('are none where they stand before all blocks', () => {
    assert.deepEqual(comments('<!-- Nobody’s. -->\n\nUn.'), [[]]);
  });
});

describe('links', () => {
  const links = (text: string): string[] =>
    parseIssue(text)
      .blocks.flatMap((block) => block.links)
      .map((link) =>
        [
          link.form,
          slice(text, link.span),
          slice(text, link.textSpan),
          link.url,
          link.urlSpan ? slice(text, link.urlSpan) : '-',
        ].join(' | '),
      );

  const forms: Readonly<Record<string, readonly [string, string]>> = {
    inline: [
      'See [the *map*](https://a.example/b).',
      'inline | [the *map*](https://a.example/b) | the *map* | https://a.example/b | https://a.example/b',
    ],
    'inline with a title': [
      '[a](https://a.example "A (b)")',
      'inline | [a](https://a.example "A (b)") | a | https://a.example | https://a.example',
    ],
    'inline in angle brackets': ['[a](<b c.md>)', 'inline | [a](<b c.md>) | a | b c.md | b c.md'],
    'with brackets in the address': [
      '[a](https://a.example/b_(c))',
      'inline | [a](https://a.example/b_(c)) | a | https://a.example/b_(c) | https://a.example/b_(c)',
    ],
    'whose address a template writes': [
      '[a b]({% link c d.md %} "e")',
      'inline | [a b]({% link c d.md %} "e") | a b | {% link c d.md %} | {% link c d.md %}',
    ],
    'whose address a template writes in part': [
      '[a](https://a.example/{{ b | c: "d e" }}/f)',
      'inline | [a](https://a.example/{{ b | c: "d e" }}/f) | a | https://a.example/{{ b | c: "d e" }}/f | https://a.example/{{ b | c: "d e" }}/f',
    ],
    'with a label that a template defines': [
      '[a][b]\n\n[b]: {{ c | d }}/e',
      'reference | [a][b] | a | {{ c | d }}/e | {{ c | d }}/e',
    ],
    'with a label': [
      '[a][b c]\n\n[b  C]: https://b.example',
      'reference | [a][b c] | a | https://b.example | https://b.example',
    ],
    'that are their own label': [
      '[b]\n\n[B]: <https://b.example>',
      'reference | [b] | b | https://b.example | https://b.example',
    ],
    'with a label that is defined nowhere': ['[a][b]', 'reference | [a][b] | a |  | -'],
    'as addresses in angle brackets': [
      '<https://a.example>',
      'autolink | <https://a.example> | https://a.example | https://a.example | https://a.example',
    ],
    'as bare addresses': [
      'See https://a.example/b.',
      'bare | https://a.example/b | https://a.example/b | https://a.example/b | https://a.example/b',
    ],
    'as bare addresses in Chinese': [
      '见https://a.example/b。',
      'bare | https://a.example/b | https://a.example/b | https://a.example/b | https://a.example/b',
    ],
    'as bare addresses in brackets': [
      '(https://a.example/b)',
      'bare | https://a.example/b | https://a.example/b | https://a.example/b | https://a.example/b',
    ],
    'in HTML': [
      '<a class="x" href="https://a.example">here</a>',
      'html | <a class="x" href="https://a.example"> |  | https://a.example | https://a.example',
    ],
  };
  for (const [what, [text, expected]] of Object.entries(forms))
    it(what, () => assert.deepEqual(links(text), [expected]));

  it('whose text is their address are one', () => {
    assert.equal(
      links('[https://a.example](https://a.example) and **[https://b.example](https://b.example)**').length,
      2,
    );
  });

  it('stand in reading order, and only in the block that they are in', () => {
    const text =
      '***See [a](https://a.example)***\nhttps://b.example and [c](https://c.example) <a href="https://d.example">';
    assert.deepEqual(
      parseIssue(text).blocks.map((block) => block.links.map((link) => link.url)),
      [['https://a.example'], ['https://b.example', 'https://c.example', 'https://d.example']],
    );
  });

  it('are none in code, comments and broken brackets', () => {
    assert.deepEqual(links('`[a](https://a.example)` <!-- [b](b.md) --> [c] (c.md)'), []);
  });

  it('whose address a template writes are read as they are written where they are none', () => {
    const [block] = parseIssue('Write `[a]({% link b c.md %})`, not \\[a]({% link b c.md %}).').blocks;
    assert.deepEqual(
      [block!.links, block!.code, block!.text],
      [[], ['[a]({% link b c.md %})'], 'Write [a]( ), not [a]( ).'],
    );
  });

  it('reach over headings to their definition, as footnotes do', () => {
    const text = '# One\n\n[a][b], [b] and a note.[^n]\n\n# Two\n\n[b]: https://b.example\n[^n]: Noted.\n';
    const { blocks, definitions } = parseIssue(text);
    assert.deepEqual(
      blocks[1]!.links.map((link) => link.url),
      ['https://b.example', 'https://b.example'],
    );
    assert.equal(blocks[1]!.text, 'a, b and a note.');
    assert.deepEqual(
      definitions.map(({ label, url }) => [label, url]),
      [['B', 'https://b.example']],
    );
  });

  it('reach a definition behind tags of Liquid', () => {
    const text =
      'Read [it][zp potentiam].\n\n{% include references.md %}\n{% include linkers/issues.md %}[ZP potentiam]: https://b.example/x\n';
    const { blocks } = parseIssue(text);
    assert.equal(blocks.length, 1);
    assert.equal(blocks[0]!.links[0]!.url, 'https://b.example/x');
    assert.equal(slice(text, blocks[0]!.links[0]!.urlSpan!), 'https://b.example/x');
  });

  it('have the key by which pages are compared; without a definition, their label', () => {
    const keys = parseIssue('[a](http://www.A.example/x/), [b][No Where]').blocks[0]!.links.map((link) => link.key);
    assert.deepEqual(keys, ['a.example/x', '[NO WHERE]']);
  });
});

describe('pictures and code', () => {
  it('of all forms have their address', () => {
    const text = 'a ![b *c*](d.png "e") ![f][g] <img alt=\'h\' src="i.png"> ![](j.png)\n\n[g]: k.png';
    const images = parseIssue(text).blocks[0]!.images.map((image) => [
      slice(text, image.span),
      image.alt,
      image.url,
      image.urlSpan && slice(text, image.urlSpan),
    ]);
    assert.deepEqual(images, [
      ['![b *c*](d.png "e")', 'b c', 'd.png', 'd.png'],
      ['![f][g]', 'f', 'k.png', 'k.png'],
      ['<img alt=\'h\' src="i.png">', 'h', 'i.png', 'i.png'],
      ['![](j.png)', '', 'j.png', 'j.png'],
    ]);
  });

  it('in a table and in a list belong to it', () => {
    const { blocks } = parseIssue('| a | b |\n| - | - |\n| `x` | [c](c.md) |\n\n- ![d](d.png) `y`');
    assert.deepEqual(
      blocks.map(({ code, links, images }) => [code, links.length, images.length]),
      [
        [['x'], 1, 0],
        [['y'], 0, 1],
      ],
    );
  });
});

describe('sections and items', () => {
  const outline = (text: string): unknown[] => {
    const { sections, blocks } = parseIssue(text);
    const named = (index: number | undefined): string => (index === undefined ? '-' : blocks[index]!.text);
    return sections.map(({ heading, items }) => [
      named(heading),
      ...items.map(({ title, first, last }) => `${named(title)} ${last - first + 1}`),
    ]);
  };

  it('are headings with the stories under them', () => {
    const text =
      'Hello.\n\n# News\n\nIntro.\n\n***A***\n\nText.\n\n![p](p.png)\n\n***B***\n\nText.\n\n# Tools\n\n- one\n\n  more\n- two\n';
    assert.deepEqual(outline(text), [
      ['-', '- 1'],
      ['News', '- 1', 'A 3', 'B 2'],
      ['Tools', '- 2', '- 1'],
    ]);
  });

  it('take the topmost level that stands more than once', () => {
    assert.deepEqual(outline('# Letter\n\n## News\n\n### A\n\nText.\n\n## Tools\n\n### B\n'), [
      ['Letter'],
      ['News', 'A 2'],
      ['Tools', 'B 1'],
    ]);
  });

  it('are none in an empty post', () => {
    assert.deepEqual(parseIssue('').sections, []);
  });
});

describe('a post as a whole', () => {
  it('takes its line break from the text', () => {
    assert.deepEqual(
      ['a\nb\nc', 'a\r\nb\r\nc', 'a\nb\r\nc\r\nd', ''].map((text) => parseIssue(text).newline),
      ['\n', '\r\n', '\r\n', '\n'],
    );
  });

  it('collects what is wrong, and reads the rest', () => {
    const { faults, blocks } = parseIssue('---\ntitle: "a" b\n---\n\nText.');
    assert.equal(faults.length, 1);
    assert.equal(blocks.length, 1);
  });
});
