// Names and words that try to give commands to whoever shows them, and what shows that they could not.
import assert from 'node:assert/strict';

/** Attempts to move a cursor, to forge a line of a log, to begin a link or a tag, to run a template; and what must print unharmed. */
export const hostileWords: readonly string[] = [
  // Terminals
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  '\u001b]8;;https://evil.example\u001b\\words\u001b]8;;\u001b\\',
  '\u001b[2J\u001b[H',
  '\u001bc',
  '\u001b]52;c;ZXZpbA==\u0007',
  '\u001bPq\u001b\\',
  '\u001b[?1049h',
  '\u009b31mred',
  '\u009d0;title\u009c',
  '\u0090q\u009c',
  '\u0085next',
  '\u0008\u0008\u0008back',
  'bell\u0007',
  '\u0000null',
  '\u007fdelete',
  'over\rwritten',
  'a\ttab',
  'a\u000bb\u000cc',
  '\u000eshift\u000f',
  // Logs
  '::error file=README.md::owned',
  '::stop-commands::x',
  ' ::warning::owned',
  '\t::add-mask::a',
  '\u00a0::notice::owned',
  '\u3000::debug::owned',
  '\u200b::group::a',
  '\ufeff::set-output name=a::b',
  ':::',
  '::',
  'a\n::stop-commands::x',
  'a\r::error::owned',
  'a\r\n::error::owned',
  'a\u2028::error::owned',
  'a\u2029::error::owned',
  'a\u0085::error::owned',
  'a\n\n##[error]owned',
  '%0A::error::owned',
  '%0a%3A:error::owned',
  '##[command]rm',
  'words ##[error]owned',
  '##vso[task.setvariable variable=a]b',
  'words ##vso[task.complete]',
  '##teamcity[buildStop]',
  '###[error]owned',
  '####vso[a]',
  '##VSO[a]',
  '##\u001b[31m[error]',
  '##[##[group]]',
  // Readers
  '\u202egnp.md',
  '\u202dleft',
  '\u2066isolated',
  '\u2069\u2069popped',
  '\u200fmark\u200e',
  '\u061cmark',
  '\ufeffbegin',
  '\ufffeno character',
  '\ud800half',
  'half\udc00',
  'zero\u200bwidth',
  '\ufff9a\ufffab\ufffb',
  // Pages
  'javascript:alert(1)',
  'data:text/html,a',
  'vbscript:a',
  '//evil.example',
  'https://evil.example',
  'www.evil.example',
  'mail@evil.example',
  'C:evil',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onclick='alert(1)",
  '<!-- facing-pages:status:end -->',
  '--><b>',
  '](javascript:alert(1))',
  '![a](https://evil.example/a.png)',
  '[a]: https://evil.example',
  '`code`',
  '|a|b|',
  'a\n| b |',
  '&lt;b&gt;',
  '&#60;b&#62;',
  '&colon;',
  '\\',
  '*a* _b_ ~~c~~',
  '<https://evil.example>',
  '^1',
  '$$\\href{javascript:alert(1)}{a}$$',
  '{{ site.github }}',
  '{% include a %}',
  '{: onclick="a"}',
  '#fragment',
  '?query',
  '100%',
  '%2e%2e',
  '..',
  ']]>',
  '<![CDATA[',
  '<?xml?>',
  '\u0001&\u0002',
  // What must print as it is
  'مرحبا بالعالم',
  'שלום',
  'می\u200cخواهم',
  '👩\u200d🌾',
  'a:b',
  '# heading',
  '#[1]',
  'C++ :: std',
  '[FR]',
];

/** What no line of a log may hold, whatever the format. Line breaks end lines, and only ours do. */
const forbidden = /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/u;
const ownAnnotation = /^::(?:error|warning|notice) file=[^:,]+(?:,\w+=[^:,]+)*::/;

/** @param printed what a command printed, without colours @param format may have lines that are commands: `github` */
export function assertHarmless(printed: string, what: string, format?: string): void {
  const at = forbidden.exec(printed)?.index;
  assert.equal(
    at,
    undefined,
    `${what}: a control character in ${JSON.stringify(printed.slice(Math.max(0, (at ?? 0) - 60), (at ?? 0) + 40))}`,
  );
  const command = printed
    .split('\n')
    .find(
      (line) =>
        (/^[\s\u200b]*::/.test(line) && !(format === 'github' && ownAnnotation.test(line))) || /##[a-z]*\[/i.test(line),
    );
  assert.equal(command, undefined, `${what}: a line that begins a command`);
}
