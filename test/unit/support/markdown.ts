// Generated posts: everything that newsletters write, in any order, well and badly separated.
import fc from 'fast-check';

const words = fc
  .array(
    fc.constantFrom(
      'birds',
      'maps',
      'the',
      'Ein',
      'été',
      '地图',
      'مقعد',
      '🥾',
      '12,400',
      '38%',
      'C++',
      '*',
      '_',
      '[',
      ']',
      '`',
      '<',
      '&amp;',
      '\\',
      '|',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text}**`),
  words.map((text) => `[${text}](https://a.example/b?c=d)`),
  words.map((text) => `[${text}][label]`),
  fc.constantFrom(
    '[label]',
    '[label][]',
    '[^note]',
    '<https://a.example/b>',
    'https://a.example/b.',
    '`code`',
    '<b>bold</b>',
    '{{ page.title }}',
    '<!-- note -->',
    '![alt](x.png)',
  ),
);

const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));

const block = fc.oneof(
  { weight: 5, arbitrary: lines },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), line).map(([level, text]) => `${'#'.repeat(level)} ${text}`),
  },
  line.map((text) => `***${text}***`),
  line.map((text) => `- ${text}`),
  line.map((text) => `1. ${text}\n\n   ${text}`),
  line.map((text) => `- ${text}\n  - ${text}\n    - ${text}`),
  line.map((text) => `> ${text}\n> # ${text}`),
  line.map((text) => `| ${text.replaceAll('|', '')} | b |\n| --- | --- |\n| c | d |`),
  line.map((text) => `\`\`\`sh\n# ${text}\n\n# ${text}\n\`\`\``),
  line.map((text) => `${text}\n====`),
  fc.constantFrom(
    '![](https://a.example/max/800/x.png)',
    '![alt](x.png)\n*caption*',
    '[![alt](x.png)](https://a.example)',
    '<img src="x.png" alt="x">',
    '\\\\',
    '---',
    '{:.center}',
    '{% include a.md %}',
    '{% include a.md %}[label]: https://a.example/def',
    '{% comment %}\n# hidden\n{% endcomment %}',
    '[label]: https://a.example/def',
    '[^note]: A note.',
    '<!-- one\n\n# two -->',
    '<div class="x">',
    '</div>',
    '<table><tr><td>x</td></tr></table>',
    '~~~\n# in a fence\n\n',
    '    # indented',
    '- ```\n  # in a list\n  ```',
    '',
    '#',
    '***A title***\nText right under it.',
    '&nbsp;',
  ),
);

/** The body of a post; blocks stand apart by no, one or several line breaks. */
const body = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n\n', '\n\n\n', '\n \n')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''));

const frontMatter = fc.constantFrom(
  '',
  '---\ntitle: A\nimage:\n  thumb: a.png\n---\n',
  '---\n---\n',
  '---\ntitle: "a\n---\n',
  '---\ntitle: a\n',
  '---js\n1\n---\n',
);

/** A post: front matter or none, byte order mark or none, any line endings. */
export const posts: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '', '\ufeff'), frontMatter, body, fc.constantFrom('\n', '\n', '\r\n', '\r'))
  .map(([mark, front, text, newline]) => mark + (front + text).replaceAll('\n', newline));
