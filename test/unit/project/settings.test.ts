// The settings file: what is read, what is said of mistakes, and that nothing breaks it.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withCheckOff } from '../../../src/core/project/editSettings.js';
import { readProjectSettings } from '../../../src/core/project/readSettings.js';
import { defaultSettings, ignoredIn, severityIn } from '../../../src/core/project/settings.js';
import { holds } from '../support/property.js';
import { repositoryText } from '../support/repository.js';

const whole = `// What we have agreed on
{
  "$schema": "./schemas/settings.schema.json",
  "sourceLocale": "EN",
  "severity": { "link-added": "off", "link-missing": "error" },
  "locales": { "pt": { "severity": { "link-added": "hint" } }, "pt_br": { "severity": { "link-missing": "information" } } },
  "glossary": [
    { "term": "BERT", "keep": true },
    { "term": "attention", "translations": { "fr": "attention", "de": ["Aufmerksamkeit", "Attention"] }, "avoid": { "de": ["Achtung"] }, "note": "the mechanism" },
  ],
  "frontMatter": { "prose": ["lead"], "same": ["image.*"], "different": ["slug"] },
  "siteUrls": ["https://example.org/{lang}/*"],
  "insert": "quoted",
  "sourceMarks": true,
  "ignore": [
    { "check": "link-missing", "path": "archive/**/*.md", "reason": "older than us" },
    { "check": "link-missing", "path": "*[[]FR].md", "subject": "example.org/fees" },
    { "check": "untranslated-text", "path": "_posts/credits" }
  ]
}
`;

describe('the settings file', () => {
  it('is read with comments and trailing commas', () => {
    const { settings, faults } = readProjectSettings(whole);
    assert.deepEqual(faults, []);
    assert.equal(settings.sourceLocale, 'en');
    assert.deepEqual(settings.rules, {
      glossary: [
        { term: 'BERT', keep: true, translations: {}, avoid: {}, note: undefined },
        {
          term: 'attention',
          keep: false,
          translations: { fr: ['attention'], de: ['Aufmerksamkeit', 'Attention'] },
          avoid: { de: ['Achtung'] },
          note: 'the mechanism',
        },
      ],
      fields: { prose: ['lead'], same: ['image.*'], different: ['slug'] },
      siteUrls: ['https://example.org/{lang}/*'],
      insert: 'quoted',
      sourceMarks: true,
    });
  });

  it('is read as its page shows it', () => {
    const [, example] = /```jsonc\n([^]*?)```/.exec(repositoryText('docs/settings.md'))!;
    const { settings, faults } = readProjectSettings(example!, [
      'link-added',
      'missing-item',
      'untranslated-title',
      'link-missing',
      'number-changed',
    ]);
    assert.deepEqual(faults, []);
    assert.deepEqual([settings.rules.glossary.length, settings.ignore.length], [2, 2]);
  });

  it('sets severities for all, for a language and for a region', () => {
    const { settings } = readProjectSettings(whole);
    assert.deepEqual(severityIn(settings, undefined), { 'link-added': 'off', 'link-missing': 'error' });
    assert.deepEqual(severityIn(settings, 'fr'), { 'link-added': 'off', 'link-missing': 'error' });
    assert.deepEqual(severityIn(settings, 'pt'), { 'link-added': 'hint', 'link-missing': 'error' });
    assert.deepEqual(severityIn(settings, 'pt-BR'), { 'link-added': 'hint', 'link-missing': 'information' });
  });

  it('ignores by path', () => {
    const { settings } = readProjectSettings(whole);
    const checksFor = (path: string | undefined): string[] =>
      ignoredIn(settings, path).map(({ check, subject }) => [check, subject].filter(Boolean).join(' '));
    assert.deepEqual(checksFor('archive/2019/one.md'), ['link-missing']);
    assert.deepEqual(checksFor('_posts/fr/Lettre_12_[FR].md'), ['link-missing example.org/fees']);
    assert.deepEqual(checksFor('_posts/credits/all.md'), ['untranslated-text']);
    assert.deepEqual(checksFor('_posts/credits.md'), []);
    assert.deepEqual(checksFor(undefined), []);
  });

  for (const [what, text, ...expected] of [
    ['nothing', ''],
    ['a comment alone', '// soon'],
    ['an empty object', '{}'],
    ['a list', '[]', '[] The settings must be an object: { … }.'],
    [
      'a setting that is none',
      '{"sevrity": {}}',
      '"sevrity" There is no setting “sevrity” here. Do you mean “severity”?',
    ],
    [
      'a check that is none',
      '{"severity": {"link-mising": "off"}}',
      '"link-mising" There is no check “link-mising”. Do you mean “link-missing”?',
    ],
    ['a check that is nothing like one', '{"severity": {"bananas": "off"}}', '"bananas" There is no check “bananas”.'],
    [
      'a severity that is none',
      '{"severity": {"link-missing": "warn"}}',
      '"warn" “link-missing” must be "error", "warning", "information", "hint" or "off".',
    ],
    ['a list for an object', '{"severity": ["link-missing"]}', '["link-missing"] “severity” must be an object: { … }.'],
    ['a number for a text', '{"sourceLocale": 7}', '7 “sourceLocale” must be a text in quotation marks.'],
    [
      'a language that is none',
      '{"locales": {"frenchy": {}}}',
      '"frenchy" “frenchy” is no language tag such as "fr", "pt-BR" or "zh-Hant".',
    ],
    [
      'a text for a list',
      '{"siteUrls": "https://example.org/{lang}/"}',
      '"https://example.org/{lang}/" “siteUrls” must be a list: [ … ].',
    ],
    [
      'an address without a language',
      '{"siteUrls": ["https://example.org/"]}',
      '"https://example.org/" An address of the site begins with "https://" or "/" and has {lang} where the language stands, e.g. "https://example.org/{lang}/*".',
    ],
    [
      'an empty text',
      '{"frontMatter": {"prose": [" "]}}',
      '" " The name of a field must be a text in quotation marks, not an empty one.',
    ],
    [
      'a term without anything',
      '{"glossary": [{"term": "BERT"}]}',
      '{"term": "BERT"} The glossary says nothing of “BERT”: add "keep": true, “translations” or “avoid”.',
    ],
    [
      'an entry without a term',
      '{"glossary": [{"keep": true}]}',
      '{"keep": true} This entry of the glossary needs a “term”.',
    ],
    [
      'an ignore of nowhere',
      '{"ignore": [{"check": "link-missing"}]}',
      '{"check": "link-missing"} An entry of “ignore” needs a “check” and a “path”.',
    ],
    ['a wish that is neither', '{"sourceMarks": 1}', '1 “sourceMarks” must be true or false.'],
    ['a way to insert that is none', '{"insert": "bold"}', '"bold" “insert” must be "plain", "quoted" or "comment".'],
    [
      'a pattern to hang by',
      '{"ignore": [{"check": "link-missing", "path": "*a*a*a*a*a*a*a*b"}]}',
      '"*a*a*a*a*a*a*a*b" This pattern is too complicated: at most 4 stars, 4 lists in braces and 300 characters.',
    ],
    [
      'a pattern of many lists to hang by',
      `{"ignore": [{"check": "link-missing", "path": "${'{a,aa}'.repeat(5)}"}]}`,
      `"${'{a,aa}'.repeat(5)}" This pattern is too complicated: at most 4 stars, 4 lists in braces and 300 characters.`,
    ],
    [
      'a name twice',
      '{"insert": "plain", "insert": "quoted"}',
      '"insert" “insert” stands here twice; the last one counts.',
    ],
    ['a forgotten comma', '{"insert": "plain" "sourceLocale": "en"}', '"sourceLocale" A comma is missing here.'],
    ['a forgotten brace', '{"insert": "plain"', ' A closing brace } is missing.'],
  ] as const) {
    it(`says what is wrong with ${what}`, () => {
      const told = readProjectSettings(text).faults.map(
        ({ span, message }) => `${text.slice(span.start, span.end)} ${message}`,
      );
      assert.deepEqual(told, expected);
    });
  }

  it('keeps what is right beside what is wrong', () => {
    const { settings, faults } = readProjectSettings(
      '{"severity": {"nothing": "off", "link-missing": "off"}, "insert": 3, "sourceLocale": "en"',
    );
    assert.equal(faults.length, 3);
    assert.deepEqual(
      [settings.severity, settings.sourceLocale, settings.rules.insert],
      [{ 'link-missing': 'off' }, 'en', 'plain'],
    );
  });

  it('survives whatever it holds', () => {
    for (const text of [
      '['.repeat(200_000),
      '{"a":'.repeat(100_000),
      '\ufeff{}',
      '\u0000',
      '{"__proto__": {"severity": {}}, "severity": {"__proto__": "off", "constructor": "off"}}',
      '"',
      '{"a": /*',
    ]) {
      assert.equal(readProjectSettings(text).settings.rules.insert, 'plain');
    }
    holds([fc.json(), fc.string()], 200, (json, text) => {
      readProjectSettings(json);
      readProjectSettings(text);
      readProjectSettings(
        `{"severity": ${json}, "locales": ${json}, "glossary": ${json}, "frontMatter": ${json}, "ignore": [${json}], "siteUrls": ${json}}`,
      );
    });
    assert.equal(({} as Record<string, unknown>)['severity'], undefined);
  });

  it('compares a hostile pattern in time', () => {
    const { settings } = readProjectSettings(
      '{"ignore": [{"check": "link-missing", "path": "*a*a*a*b"}, {"check": "link-missing", "path": "**/**/**/**/x"}]}',
    );
    const began = performance.now();
    for (const path of ['a'.repeat(120), 'a/'.repeat(100)]) ignoredIn(settings, path);
    assert.ok(performance.now() - began < 2000);
  });
});

describe('switching a check off', () => {
  const off = (text: string | undefined): string | undefined => withCheckOff(text, 'link-missing');

  it('makes the file, or what it lacks', () => {
    assert.equal(off(undefined), '{\n  "severity": {\n    "link-missing": "off"\n  }\n}\n');
    assert.equal(
      off('{\n\t"insert": "plain"\n}\n'),
      '{\n\t"insert": "plain",\n\t"severity": {\n\t\t"link-missing": "off"\n\t}\n}\n',
    );
  });

  it('keeps a file of comments alone', () =>
    assert.deepEqual(readProjectSettings(off('// soon\n')!), readProjectSettings(off(undefined)!)));

  it('keeps comments and line endings', () => {
    const before = '{\r\n  // agreed\r\n  "severity": {\r\n    "link-added": "hint" // for now\r\n  }\r\n}\r\n';
    const after = off(before)!;
    assert.match(after, /\/\/ agreed\r\n/);
    assert.match(after, /\/\/ for now/);
    assert.doesNotMatch(after, /[^\r]\n/);
    assert.deepEqual(readProjectSettings(after).settings.severity, { 'link-added': 'hint', 'link-missing': 'off' });
  });

  it('holds for every locale', () => {
    const { settings } = readProjectSettings(
      off('{"locales": {"fr": {"severity": {"link-missing": "error", "link-added": "hint"}}}}')!,
    );
    assert.deepEqual(severityIn(settings, 'fr'), { 'link-missing': 'off', 'link-added': 'hint' });
  });

  it('leaves a file alone that it cannot read', () => {
    for (const text of ['[', '[]', '{"severity": 3', 'off']) assert.equal(off(text), undefined, text);
  });

  it('changes nothing the second time', () => assert.equal(off(off('{}')), off('{}')));
  it('leaves the defaults as they are', () => assert.deepEqual(defaultSettings.severity, {}));
});

describe('a settings file that is odd', () => {
  const read = (value: unknown) => readProjectSettings(JSON.stringify(value));

  it('says nothing of a locale that only stands there, and of one that is none', () => {
    const { settings, faults } = read({ locales: { fr: {}, 'no locale': { severity: { 'link-added': 'off' } } } });
    assert.deepEqual(settings.locales, { fr: { severity: {} } });
    assert.equal(faults.length, 1);
  });

  it('has no renderings of white space, and none in a locale that is none', () => {
    const { settings } = read({
      glossary: [{ term: 'path', translations: { fr: ['  ', ' sentier '], de: '', 'no locale': 'x' } }],
    });
    assert.deepEqual(settings.rules.glossary[0]!.translations, { fr: ['sentier'] });
  });

  it('is not read at all where it is endless', () => {
    const { settings, faults } = readProjectSettings(`{ "insert": "quoted"${' '.repeat(3_000_000)}}`);
    assert.equal(settings.rules.insert, defaultSettings.rules.insert);
    assert.equal(faults.length, 1);
  });

  it('has a check switched off for the locales that have their own word on it, too', () => {
    const after = withCheckOff(
      '{ "severity": {}, "locales": { "fr": { "severity": { "link-added": "hint" } }, "de": {} } }',
      'link-added',
    )!;
    assert.deepEqual(JSON.parse(after), {
      severity: { 'link-added': 'off' },
      locales: { fr: { severity: { 'link-added': 'off' } }, de: {} },
    });
    assert.equal(withCheckOff('{ "severity": 7 }', 'link-added'), undefined);
  });
});
