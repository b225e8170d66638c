// Posts with slips of every kind in them: stretches of real ones, cut, doubled, moved, and mixed with what has a meaning to somebody.
import fc from 'fast-check';

/** Signs of Markdown, YAML, HTML, Liquid and kramdown, whole and broken, and characters that are hard to treat right. */
const pieces: readonly string[] = [
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  '    ',
  '\t',
  '\n---\n',
  '---\n',
  '***',
  '**',
  '*',
  '_',
  '__',
  '~~',
  '`',
  '```\n',
  '~~~\n',
  '# ',
  '\n## ',
  '\n=\n',
  '\n- ',
  '\n1. ',
  '\n> ',
  '\\',
  '\\\n',
  '|',
  '\n| a | b |\n| - | - |\n',
  '\n    code\n',
  '[',
  ']',
  '(',
  ')',
  '](',
  '[a](b',
  '[a](https://a.example)',
  '![',
  '![a](b.png)',
  '[a][b]',
  '[^1]',
  '\n[^1]: ',
  '\n[b]: https://a.example\n',
  '<https://a.example>',
  'https://a.example/b?c=d#e',
  'a@b.example',
  '@name',
  'ttps://a.example',
  '[a] (b)',
  '[](',
  '[a](<b',
  '[a](b "c',
  '<b>',
  '</b>',
  '<br>',
  '<div>\n',
  '</div>\n',
  '<!--',
  '-->',
  '<!-- facing-pages-ignore -->',
  '<img src=a>',
  '<a href="b',
  '<script>',
  '<![CDATA[',
  '<?',
  '&nbsp;',
  '&amp',
  '&#0;',
  '&#x110000;',
  '{{ a }}',
  '{{',
  '}}',
  '{% a %}',
  '{%',
  '%}',
  '{% raw %}',
  '{% endraw %}',
  '{:.a}',
  '{: ',
  '{% link a.md %}',
  'title: a\n',
  'title: "a\n',
  'tags: [a, b\n',
  '\n  - a',
  ': ',
  '&a',
  '*a',
  '<<: *a',
  '!!js/function',
  '__proto__: 1\n',
  'date: 2026-02-30\n',
  '# facing-pages-ignore\n',
  '12',
  '1,000',
  '1.000,5',
  '12 %',
  '2026-03-04',
  '3 March 2026',
  'NASA',
  'GPT-2',
  '“',
  '”',
  '"',
  '«\u00a0',
  '\u00a0»',
  '¿',
  '?',
  '!',
  '…',
  ' ,',
  'the the ',
  '  .',
  '：',
  '。',
  'é',
  'Ã©',
  '‚Äú',
  '√©',
  '\0',
  '\ufeff',
  '\u200b',
  '\u00ad',
  '\u202e',
  '\u2066',
  '\u2028',
  '\u0085',
  '\u0301',
  '🥾',
  '👩‍👩‍👧',
  '🇫🇷',
  '\ud83e',
  '\udd7e',
  '地',
  'ا',
  '٤٢',
  '\u0001',
  '\u0002',
  '\ufffd',
];

/** One slip: what it does, where (shares of the text), how long it is, and with what. */
export type Slip = readonly [
  kind: 'put' | 'repeat' | 'cut' | 'double' | 'move' | 'swap lines',
  at: number,
  to: number,
  length: number,
  piece: string,
];

const share = fc.double({ min: 0, max: 1, noNaN: true });

const slip: fc.Arbitrary<Slip> = fc.tuple(
  fc.constantFrom<Slip[0][]>('put', 'put', 'put', 'repeat', 'cut', 'cut', 'double', 'move', 'swap lines'),
  share,
  share,
  fc.nat(120),
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...pieces) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  ),
);

/** Two posts of which one may be a translation of the other, and edits of that. */
export interface FuzzCase {
  /** The pair, a number that is taken modulo how many there are. */
  readonly pair: number;
  /** Where the stretches that are taken begin, as a share, and their lengths in UTF-16 code units. */
  readonly from: number;
  readonly length: number;
  readonly source: readonly Slip[];
  readonly target: readonly Slip[];
  /** One after the other: each makes another text of the target. */
  readonly typed: readonly Slip[];
}

/** Cases with stretches of `longest` UTF-16 code units at most; one in twelve may have five times that. */
export function fuzzCases(longest: number): fc.Arbitrary<FuzzCase> {
  return fc.record({
    pair: fc.nat(100_000),
    from: fc.oneof(fc.constant(0), share),
    length: fc.oneof({ weight: 11, arbitrary: fc.nat(longest) }, { weight: 1, arbitrary: fc.nat(5 * longest) }),
    source: fc.array(slip, { maxLength: 6, size: 'max' }),
    target: fc.array(slip, { maxLength: 6, size: 'max' }),
    typed: fc.array(slip, { minLength: 1, maxLength: 16, size: 'max' }),
  });
}

/** The texts of a case: source, target, and the target behind each edit. */
export interface FuzzTexts {
  readonly source: string;
  readonly target: string;
  readonly typed: readonly string[];
}

export function textsOf(
  { pair, from, length, source, target, typed }: FuzzCase,
  pairs: readonly (readonly [string, string])[],
): FuzzTexts {
  const [one, other] = pairs[pair % pairs.length]!;
  const stretch = (text: string): string => text.slice(Math.floor(from * text.length)).slice(0, length);
  const states = [target.reduce(slipped, stretch(other))];
  for (const one of typed) states.push(slipped(states.at(-1)!, one));
  return { source: source.reduce(slipped, stretch(one)), target: states[0]!, typed: states.slice(1) };
}

function slipped(text: string, [kind, at, to, length, piece]: Slip): string {
  const [place, other] = [Math.floor(at * text.length), Math.floor(to * text.length)];
  const put = (where: number, what: string, from = text): string => from.slice(0, where) + what + from.slice(where);
  const stretch = text.slice(place, place + length);
  const without = text.slice(0, place) + text.slice(place + length);
  if (kind === 'put') return put(place, piece);
  if (kind === 'repeat') return put(place, piece.repeat(length));
  if (kind === 'cut') return without;
  if (kind === 'double') return put(other, stretch);
  if (kind === 'move') return put(Math.min(other, without.length), stretch, without);
  const lines = text.split('\n');
  const [a, b] = [Math.floor(at * (lines.length - 1)), Math.floor(to * (lines.length - 1))];
  [lines[a], lines[b]] = [lines[b]!, lines[a]!];
  return lines.join('\n');
}
