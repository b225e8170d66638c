// Whatever is in a file, parsing it ends soon and throws nothing. The bounds only tell a hang from a slow machine.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { holds } from '../support/property.js';
import { sampleNames, sampleText } from '../support/samples.js';
import { assertWellFormed } from '../support/wellFormed.js';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

const nested: Readonly<Record<string, () => string>> = {
  brackets: () => '['.repeat(10_000),
  'brackets that close': () => '['.repeat(10_000) + ']'.repeat(10_000),
  links: () => '[a]('.repeat(10_000),
  pictures: () => '!['.repeat(10_000),
  quotations: () => `${'> '.repeat(10_000)}a`,
  'list items on one line': () => `${'- '.repeat(10_000)}a`,
  'list items below one another': () => lines(120, (i) => `${'  '.repeat(i)}- a`),
  emphasis: () => `${'*a _b '.repeat(300)}${'b_ a* '.repeat(300)}`,
  'fields of front matter': () => `---\n${'a: ['.repeat(10_000)}\n---\n`,
};

const repeated: Readonly<Record<string, () => string>> = {
  'stars and words': () => '**a*'.repeat(10_000),
  'links by label': () => '[a][b] '.repeat(20_000),
  'comments that never end': () => `x ${'<!-- '.repeat(20_000)}`,
  'Liquid comments that never end': () => '{% comment %}\n'.repeat(50_000),
  'Liquid tags before a word': () => `${'{% a %} '.repeat(40)}b`,
  'Liquid tags before a bracket': () => `${'{% a %}'.repeat(40)}[b`,
  'Liquid tags that never end': () => `a ${'{% '.repeat(50_000)}`,
  titles: () => '***a***\n'.repeat(50_000),
  'spacers between lines': () => 'a\n\\\\\n'.repeat(2_500),
  'bare addresses': () => 'https://a.example/b '.repeat(20_000),
  definitions: () => lines(130_000, (i) => `[l${i}]: https://a.example/${i}`),
  fences: () => '```\n'.repeat(50_000),
  'blank lines': () => '\n'.repeat(1_000_000),
  'line feeds and carriage returns in front matter': () => `---\n${'\r'.repeat(200_000)}\n---\n`,
  'lines below front matter that is never closed': () => `---\ntitle: a\n${'b\r\n'.repeat(120_000)}`,
  'NUL bytes': () => '\0a\n'.repeat(5_000),
  'lone surrogates': () => '\ud800 \udc00a\n'.repeat(5_000),
};

/** Runs a test that a hang, and nothing else, makes fail. */
function soon(what: string, text: () => string): void {
  it(what, function () {
    this.timeout(20_000);
    this.slow(10_000);
    assertWellFormed(parseIssue(text()));
  });
}

describe('parsing ends, with ten thousand nested', () => {
  for (const [what, text] of Object.entries(nested)) soon(what, text);
});

describe('parsing ends, with a great many', () => {
  for (const [what, text] of Object.entries(repeated)) soon(what, text);
});

describe('parsing ends, with', () => {
  soon('a post of a hundred kilobytes', () => sampleText('en12').repeat(10));
  soon('a line of 5 MB', () => sampleText('en12').replaceAll('\n', ' ').repeat(600));

  it('a picture of a megabyte in the text, and reads what is around it', () => {
    const { blocks } = parseIssue(`# News\n\n![a](data:image/png;base64,${'iVBORw0KGgo'.repeat(100_000)})\n\nText.`);
    assert.deepEqual(
      blocks.map((block) => block.kind),
      ['heading', 'image', 'paragraph'],
    );
  });
});

describe('what is too much to be read as Markdown', () => {
  it('is one paragraph, and the parts around it are read', () => {
    const { blocks } = parseIssue(`# News\n\n- one\n\n# Nonsense\n\n${'**a*'.repeat(5_000)}\n\n# Tools\n\n- two`);
    assert.deepEqual(
      blocks.map((block) => block.kind),
      ['heading', 'list-item', 'paragraph', 'heading', 'list-item'],
    );
  });

  it('is text where markup lies too deep in markup for those who walk through it', () => {
    const emphasis = (times: number): string => `${'*a _b '.repeat(times)}${'b_ a* '.repeat(times)}`;
    assert.doesNotMatch(parseIssue(emphasis(10)).blocks[0]!.text, /\*a/);
    assert.match(parseIssue(emphasis(60)).blocks[0]!.text, /\*a/);
  });

  it('is a paragraph in which more emphasis begins than anybody writes', () => {
    const begun = (times: number): string => parseIssue(`${'*a '.repeat(times)}**b**`).blocks[0]!.text;
    assert.match(begun(1_100), /\*\*b/);
    assert.doesNotMatch(begun(900), /\*\*b/);
    assert.match(parseIssue(`${'_a '.repeat(1_100)}**b**`).blocks[0]!.text, /\*\*b/);
    assert.doesNotMatch(parseIssue('**a** _b_ '.repeat(1_500)).blocks[0]!.text, /[*_]/);
    assert.equal(parseIssue('[a](https://a.example/b_c_d_e_f) '.repeat(700)).blocks[0]!.links.length, 700);
  });

  it('is not a long list of links, nor a long table', () => {
    const list = parseIssue(lines(700, (i) => `- [a](https://a.example/${i}) and **b**`));
    assert.equal(list.blocks.filter((block) => block.kind === 'list-item' && block.links.length === 1).length, 700);
    assert.deepEqual(
      parseIssue(`| a | b |\n| - | - |\n${lines(500, (i) => `| ${i} | \`b\` |`)}`).blocks.map((block) => block.kind),
      ['table'],
    );
  });
});

describe('parsing throws nothing', () => {
  it('whatever the text is', () => {
    const unit = fc.oneof(fc.nat(0x7f), fc.nat(0xffff)).map((code) => String.fromCharCode(code));
    holds([fc.array(unit, { maxLength: 100 })], 100, (units) => assertWellFormed(parseIssue(units.join(''))));
  });

  it('whatever signs of Markdown, YAML, HTML and Liquid follow one another', () => {
    const sign = fc.constantFrom(
      '#',
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '!',
      '`',
      '```',
      '~~~',
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '{%',
      '%}',
      '{{',
      '}}',
      '{:',
      '}',
      '\\',
      '\\\\',
      '|',
      '---',
      '- ',
      '1. ',
      ':',
      '^',
      '&amp;',
      '"',
      '\n',
      '\n',
      '\n\n',
      '\r\n',
      '\r',
      '\t',
      '    ',
      ' ',
      'a',
      'é',
      '地',
      '🥾',
      '\ud83e',
      '\0',
      '\ufeff',
      '\u00a0',
      'https://a.example',
    );
    holds([fc.array(sign, { maxLength: 60 })], 250, (signs) => assertWellFormed(parseIssue(signs.join(''))));
  });

  it('wherever a sample is cut, and whatever is put in or left out', () => {
    const change = fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(40),
      fc.constantFrom('', '\0', '\n', '```', '---', '[', '<!--', '\ud800', '\r', '> ', '***'),
    );
    holds(
      [fc.constantFrom(...sampleNames), fc.array(change, { minLength: 1, maxLength: 4 })],
      20,
      (sample, changes) => {
        let text = sampleText(sample).slice(0, 4000);
        for (const [where, length, put] of changes) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + put + text.slice(at + length);
        }
        assertWellFormed(parseIssue(text));
      },
    );
  });
});
