// Texts that are made to be slow or to break: a generator for each trap, of about as many UTF-16 code units as asked for.
//
// The traps for Markdown follow cmark's and commonmark.js's tests of pathological input.

/** A text of about `size` code units. */
export type Trap = (size: number) => string;

const repeat =
  (piece: string) =>
  (size: number): string =>
    piece.repeat(Math.ceil(size / piece.length));
const around =
  (open: string, middle: string, close: string) =>
  (size: number): string => {
    const times = Math.ceil(size / (open.length + close.length));
    return open.repeat(times) + middle + close.repeat(times);
  };
/** Pieces that differ by a number, until there is enough of them. */
const counted =
  (piece: (i: number) => string) =>
  (size: number): string => {
    let text = '';
    for (let i = 0; text.length < size; i++) text += piece(i);
    return text;
  };
const frontMatter =
  (fields: Trap): Trap =>
  (size) =>
    `---\n${fields(size)}\n---\n\nA paragraph.\n`;

/** Traps for Markdown. */
const markdown: Readonly<Record<string, Trap>> = {
  'nested strong emphasis': around('*a **a ', 'b', ' a** a*'),
  'emphasis that never opens': repeat('a_ '),
  'emphasis that never closes': repeat('_a '),
  'links that never open': repeat('a]'),
  'links that never close': repeat('[a'),
  'links by label that never close': repeat('[a]['),
  'mismatched openers and closers': repeat('*a_ '),
  'emphasis by multiples of three': (size) => `a**b${repeat('c* ')(size)}`,
  'openers and closers between links': repeat('[ a_'),
  'hard links': (size) => `**x [a*b**c*](d)${repeat('*a [b](c) ')(size)}`,
  'brackets in brackets': around('[', 'a', ']'),
  'quotations in quotations': (size) => `${repeat('> ')(size)}a`,
  'lists in lists': counted((i) => `${'  '.repeat(i % 50)}* a\n`),
  'backslashes in lists': repeat('* \\\n'),
  'runs of backticks': counted((i) => `e${'`'.repeat(i % 400)}`),
  'backticks of two lengths': repeat('`a``b '),
  'links with empty addresses': repeat('[](<'),
  'addresses that never end': repeat('[a](<b'),
  'titles of links that never end': repeat('[a](b "c '),
  'parentheses in addresses': (size) => `[a](${around('(', 'b', ')')(size)})`,
  'declarations that never end': repeat('a <!A '),
  'processing that never ends': repeat('a <?'),
  'character data that never ends': repeat('a <![CDATA['),
  'comments that never end': repeat('a <!-- '),
  'tags that never end': repeat('<b c="'),
  entities: repeat('&amp;&#x1f600;&nosuch;'),
  'pictures in links in pictures': around('[![a](', 'b', ')](c)'),
  'tables with many columns': (size) =>
    `${repeat('|a')(size / 3)}\n${repeat('|-')(size / 3)}\n${repeat('|b')(size / 3)}`,
  'tables with many rows': (size) => `| a | b |\n| - | - |\n${repeat('| c | d |\n')(size)}`,
  'tables whose rows never come': repeat('a | b\n'),
  'underlines of headings': repeat('a\n=\n'),
  'definitions and their uses': counted((i) => `[w${i}][l${i}] and so on.\n\n[l${i}]: https://a.example/${i}\n\n`),
  'definitions of one label': repeat('[label]: https://a.example/b\n'),
  'uses of labels that nothing defines': counted((i) => `[w${i}][l${i}] `),
  footnotes: counted((i) => `A note[^n${i}].\n\n[^n${i}]: What it says.\n\n`),
  'uses of one footnote': (size) => `${repeat('a[^n] ')(size)}\n\n[^n]: b`,
};

/** Posts of ordinary parts, far too many of them. */
const crowds: Readonly<Record<string, Trap>> = {
  paragraphs: counted((i) => `The ferry to island ${i} runs all year.\n\n`),
  'equal paragraphs': repeat('The ferry runs all year.\n\n'),
  'equal headings': repeat('# News\n\n'),
  headings: counted((i) => `## Ferry ${i}\n\n`),
  'titles and texts': counted((i) => `***Ferry ${i}***\n\nIt runs all year.\n\n`),
  'list items': counted((i) => `- Ferry ${i} runs\n`),
  'numbered items': counted((i) => `${i + 1}. Ferry runs\n`),
  'equal pictures': repeat('![a](https://a.example/b.png)\n\n'),
  pictures: counted((i) => `![a](https://a.example/${i}.png)\n\n`),
  'paragraphs with one link': repeat('See [this](https://a.example/b) now.\n\n'),
  'paragraphs with links': counted((i) => `See [this](https://a.example/${i}) now.\n\n`),
  'links in one paragraph': counted((i) => `[a${i}](https://a.example/${i}) and `),
  'equal links in one paragraph': repeat('[a](https://a.example/b) and '),
  'bare addresses': counted((i) => `https://a.example/${i} `),
  numbers: counted((i) => `${i} and `),
  'equal numbers': repeat('12 and '),
  dates: counted((i) => `On 2026-03-${String((i % 28) + 1).padStart(2, '0')} we met. `),
  acronyms: counted((i) => `A${(i + 46656).toString(36).toUpperCase()} `),
  code: counted((i) => `\`run ${i}\` or `),
  'code in fences': counted((i) => `\`\`\`sh\nrun ${i}\n\`\`\`\n\n`),
  emoji: repeat('🥾 and '),
  'handles and mail': counted((i) => `@name${i} or a${i}@a.example, `),
  quotations: repeat('He said “yes” and "no". '),
  'quotations that never close': repeat('“He said '),
  sentences: repeat('The ferry runs all year. '),
  'doubled words': repeat('the the ferry ferry '),
  'doubled spaces': repeat('a  b   c.. '),
  'tags of HTML': repeat('<b>a</b> <i>c</i> '),
  'tags that wrap': repeat('<div>\n\na\n\n</div>\n\n'),
  'tags that nothing closes': repeat('a <b> '),
  'tags of Liquid': counted((i) => `{% include a${i}.md %} and {{ b }} `),
  'tags of Liquid on lines': repeat('{% include a.md %}\n'),
  'tags of Liquid that never end': repeat('a {% b '),
  'attribute lists': repeat('a\n{:.center}\n\n'),
  directives: repeat('a 12 b <!-- facing-pages-ignore number-changed -->\n\n'),
  'comments behind blocks': counted((i) => `Ferry ${i}.\n\n<!-- ferry ${i} -->\n\n`),
  'emphasis that is broken': repeat('** a ** b ** c\n\n'),
  'links that are broken': repeat('[a] (https://a.example/b) [c](https://a.example/d\n\n'),
  'lines in one paragraph': counted((i) => `The ferry ${i} runs\n`),
  spaces: (size) => `a${' '.repeat(size)}b`,
  stars: (size) => '*'.repeat(size),
  backslashes: (size) => `a${'\\'.repeat(size)}b`,
  dots: (size) => `a${'.'.repeat(size)}b`,
  slashes: (size) => `https://a.example${'/'.repeat(size)}b`,
  dashes: (size) => `a${'-'.repeat(size)}b`,
  'hash signs': (size) => `https://a.example/${'#'.repeat(size)}\nb`,
  'brackets that open': (size) => `a ${'['.repeat(size)}`,
  'brackets that close': (size) => `a ${')'.repeat(size)} b`,
  braces: (size) => `a ${'{'.repeat(size)} b`,
  'quotation marks': (size) => `a ${'"'.repeat(size)} b`,
  'percent signs': (size) => `https://a.example/${'%20'.repeat(size / 3)} b`,
  'one word': (size) => 'a'.repeat(size),
  'one word of capitals': (size) => `${'A'.repeat(size)}!`,
  'one number': (size) => `${'1'.repeat(size)} and 1,${'000,'.repeat(size / 4)}`,
  'one word of Chinese': (size) => '地'.repeat(size),
  'sentences of Chinese': repeat('渡轮全年运行。'),
  'question marks of Spanish': repeat('¿a? b? ¡c! '),
};

/** Bytes and characters that are no text. */
const characters: Readonly<Record<string, Trap>> = {
  NUL: repeat('a\0b '),
  'NUL on lines': repeat('\0\n'),
  'lone surrogates': repeat('\ud800a \udc00b '),
  'mixed line endings': repeat('a\r\n\r\nb\n\nc\r\rd\n\r'),
  'line separators': repeat('a\u2028b\u2029c\u0085'),
  'overrides of direction': repeat('a\u202eb\u2066c\u2069d '),
  'invisible characters': repeat('a\u200bb\ufeffc\u00add '),
  'no-break spaces': repeat('a\u00a0: b\u202f! '),
  'marks that combine': (size) => `a${'\u0301'.repeat(size)}`,
  'joined emoji': repeat('👩‍👩‍👧‍👦'),
  'emoji that never end': (size) => '👩\u200d'.repeat(size / 3),
  'text read as Mac Roman': repeat('d√©j√† vu ‚Äúhere‚Äù '),
  'text read as Windows-1252': repeat('dÃ©jÃ\u00a0 vu â€œhereâ€\u009d '),
  'carriage returns': (size) => 'a' + '\r'.repeat(size),
  'blank lines': (size) => `a\n${'\n'.repeat(size)}b`,
  tabs: (size) => `a\n${'\t'.repeat(size)}b`,
};

/** Traps for YAML; what is over the limit for front matter must be refused soon. */
const yaml: Readonly<Record<string, Trap>> = {
  'aliases of aliases': frontMatter(
    counted((i) => (i === 0 ? 'a0: &a0 [x]\n' : `a${i}: &a${i} [${`*a${i - 1},`.repeat(9)}]\n`)),
  ),
  'one key': frontMatter(repeat('title: a\n')),
  keys: frontMatter(counted((i) => `key${i}: a\n`)),
  'keys that JavaScript knows': frontMatter(
    repeat('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n'),
  ),
  tags: frontMatter(counted((i) => `k${i}: !!js/function "function () {}"\n`)),
  merges: frontMatter(counted((i) => (i === 0 ? 'a0: &a0 {x: 1}\n' : `a${i}: &a${i} {<<: *a${i - 1}}\n`))),
  'flows in flows': frontMatter(repeat('a: [')),
  'maps in maps': frontMatter(repeat('{a: ')),
  'maps below maps': frontMatter(counted((i) => `${' '.repeat(i % 200)}a:\n`)),
  'sequences on one line': frontMatter(repeat('- ')),
  'quotation marks that never close': frontMatter(counted((i) => `k${i}: "a\n`)),
  'block scalars': frontMatter((size) => `a: |\n${repeat('  text\n')(size)}`),
  comments: frontMatter(repeat('# a\n')),
  anchors: frontMatter(counted((i) => `k${i}: &a${i} b\n`)),
  'aliases of nothing': frontMatter(counted((i) => `k${i}: *a${i}\n`)),
  'a date that never ends': frontMatter((size) => `date: ${'2026-'.repeat(size / 5)}`),
  'front matter that is never closed': (size) => `---\n${repeat('a: b\n')(size)}`,
  'front matter upon front matter': repeat('---\ntitle: a\n---\n'),
};

const groups = { markdown, crowds, characters, yaml };

/** Every trap under its name. */
export const traps: Readonly<Record<string, Trap>> = Object.fromEntries(
  Object.entries(groups).flatMap(([group, own]) =>
    Object.entries(own).map(([name, trap]): [string, Trap] => [`${group}: ${name}`, trap]),
  ),
);
