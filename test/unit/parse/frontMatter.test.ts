// Front matter: its fields, where they stand, what is wrong with it, and that none of it is ever run.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { field, fieldText } from '../../../src/core/parse/field.js';
import { parseFrontMatter } from '../../../src/core/parse/frontMatter.js';
import { indexLines, slice } from '../../../src/core/text/span.js';
import { holds } from '../support/property.js';

const post = `---
title: "Seven: a letter" # in quotes
author: ines
modified:
tags: [letter, maps]
image:
  thumb: a.png
  sizes: {small: 1, large: 2}
excerpt: >
  Two lines
  folded.
---

Body.
`;

/** Fields as \`path=key|value\`, the latter two as they stand in the text. */
function written(text: string): string[] {
  return (parseFrontMatter(text).frontMatter?.fields ?? []).map(
    ({ path, keySpan, valueSpan }) => `${path}=${slice(text, keySpan)}|${slice(text, valueSpan)}`,
  );
}

/** The lines, from 1, at which something is wrong, and what stands there. */
function faultPlaces(text: string): string[] {
  const lines = indexLines(text);
  return parseFrontMatter(text).faults.map(
    ({ span }) => `${lines.positionAt(span.start).line + 1}: ${slice(text, span)}`,
  );
}

describe('front matter', () => {
  it('has its fields, nested ones too, where they stand', () => {
    assert.deepEqual(written(post), [
      'title=title|"Seven: a letter"',
      'author=author|ines',
      'modified=modified|',
      'tags=tags|[letter, maps]',
      'image=image|thumb: a.png\n  sizes: {small: 1, large: 2}\n',
      'image.thumb=thumb|a.png',
      'image.sizes=sizes|{small: 1, large: 2}',
      'image.sizes.small=small|1',
      'image.sizes.large=large|2',
      'excerpt=excerpt|>\n  Two lines\n  folded.',
    ]);
  });

  it('has values as YAML reads them, and their text', () => {
    const { frontMatter } = parseFrontMatter(post);
    assert.deepEqual(field(frontMatter, 'tags')?.value, ['letter', 'maps']);
    assert.equal(field(frontMatter, 'image.sizes.large')?.value, 2);
    assert.equal(field(frontMatter, 'image')?.value, undefined);
    assert.equal(fieldText(frontMatter, 'title'), 'Seven: a letter');
    assert.equal(fieldText(frontMatter, 'tags'), 'letter maps');
    assert.equal(fieldText(frontMatter, 'modified'), '');
    assert.equal(fieldText(frontMatter, 'no such field'), '');
  });

  it('gives the place for a value where there is none: behind the colon', () => {
    const { valueSpan } = field(parseFrontMatter(post).frontMatter, 'modified')!;
    assert.equal(valueSpan.start, valueSpan.end);
    assert.equal(post.slice(valueSpan.start - 'modified:'.length, valueSpan.start), 'modified:');
  });

  it('goes from the first rule to the second, and the body begins behind it', () => {
    const { frontMatter, bodyStart, faults } = parseFrontMatter(post);
    assert.deepEqual(faults, []);
    assert.ok(slice(post, frontMatter!.span).startsWith('---\ntitle'));
    assert.ok(slice(post, frontMatter!.span).endsWith('folded.\n---'));
    assert.ok(slice(post, frontMatter!.contentSpan).endsWith('folded.'));
    assert.equal(post.slice(bodyStart), '\n\nBody.\n');
  });

  it('reads the same behind a byte order mark and with Windows line endings', () => {
    const plain = '---\ntitle: "x"\nimage:\n  thumb: a.png\nlang: fr\n---\nBody.';
    const windows = `\ufeff${plain.replaceAll('\n', '\r\n')}`;
    assert.deepEqual(
      written(windows).map((line) => line.replaceAll('\r', '')),
      written(plain),
    );
    assert.equal(field(parseFrontMatter(windows).frontMatter, 'lang')?.value, 'fr');
    assert.deepEqual(parseFrontMatter(windows).faults, []);
    assert.equal(windows.slice(parseFrontMatter(windows).bodyStart), '\r\nBody.');
  });

  it('has no \\r in its last value, quoted or not', () => {
    assert.deepEqual(written('---\r\nlang: fr\r\n---\r\n'), ['lang=lang|fr']);
    assert.deepEqual(written('---\r\nlang: "fr"\r\n---\r\n'), ['lang=lang|"fr"']);
    assert.deepEqual(faultPlaces('---\r\nlang: "fr"\r\n---\r\n'), []);
  });

  it('may be empty, or nothing but a comment', () => {
    for (const text of ['---\n---\nBody.', '---\n\n---\nBody.', '---\n# nothing\n---\nBody.']) {
      const { frontMatter, faults, bodyStart } = parseFrontMatter(text);
      assert.deepEqual([frontMatter?.fields, faults, text.slice(bodyStart)], [[], [], '\nBody.']);
    }
  });

  for (const [what, text] of Object.entries({
    'an empty text': '',
    'a lone rule': '---',
    'a rule in the body': 'Text.\n\n---\n\ntitle: x\n\n---\n',
    'a rule at the head': '---\n\nText goes on.\n',
    'a rule of more dashes': '----\ntitle: x\n----\n',
    'a rule behind white space': ' ---\ntitle: x\n---\n',
    'fields without rules': 'title: x\n\nText.',
  })) {
    it(`is not ${what}`, () => {
      assert.deepEqual(parseFrontMatter(text), { frontMatter: undefined, faults: [], bodyStart: 0 });
    });
  }

  it('stands where it says, however the fields are called', () => {
    const name = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,8}$/);
    const value = fc.oneof(
      fc.constant(''),
      fc.stringMatching(/^[A-Za-zé地🥾]{1,8}$/),
      fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)),
    );
    const newline = fc.constantFrom('\n', '\r\n');
    holds(
      [fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, minLength: 1, maxLength: 8 }), newline],
      100,
      (fields, eol) => {
        const text = ['---', ...fields.map(([key, given]) => `${key}: ${given}`), '---', 'Body.'].join(eol);
        assert.deepEqual(
          written(text),
          fields.map(([key, given]) => `${key}=${key}|${given}`),
        );
      },
    );
  });
});

describe('front matter that is wrong', () => {
  it('says that it is never closed, where it opens', () => {
    assert.deepEqual(faultPlaces('---\ntitle: x\n\nText.\n'), ['1: ---']);
    assert.equal(parseFrontMatter('---\ntitle: x\n\nText.\n').bodyStart, 0);
  });

  it('says at which line YAML stumbles', () => {
    assert.deepEqual(faultPlaces('---\nlayout: post\ntitle: Seven: a letter\nlang: fr\n---\n').map(lineOf), [3]);
    assert.deepEqual(faultPlaces('---\ntitle: a\nlang: fr\ntitle: b\n---\n').map(lineOf), [4]);
    assert.deepEqual(faultPlaces('---\ntitle: a\n\tlang: fr\n---\n').map(lineOf), [3]);
    assert.deepEqual(faultPlaces('\ufeff---\r\nlayout: post\r\ntitle: "a" b\r\n---\r\n').map(lineOf), [3]);
  });

  it('reads quoted values that go on in the first column, as sites do', () => {
    const text = `---\ntitle: "Boats\nand \\"mills\\"\n  of the town"\nexcerpt: 'It''s\r\nopen'\ndate: 2026-05-01\n---\n\nBody.\n`;
    assert.deepEqual(faultPlaces(text), []);
    assert.deepEqual(written(text), [
      `title=title|"Boats\nand \\"mills\\"\n  of the town"`,
      `excerpt=excerpt|'It''s\r\nopen'`,
      'date=date|2026-05-01',
    ]);
    const { frontMatter } = parseFrontMatter(text);
    assert.deepEqual(
      [fieldText(frontMatter, 'title'), fieldText(frontMatter, 'excerpt').replace(/ +/, ' ')],
      ['Boats and "mills" of the town', "It's open"],
    );
    assert.equal(
      faultPlaces('---\ntitle: "Boats\ndate: "2026-05-01"\n---\n').length > 0,
      true,
      'a mark that closes only because another value opens',
    );
  });

  it('shows a quotation mark that is never closed where it opens', () => {
    assert.deepEqual(faultPlaces('---\nlayout: post\ntitle: "Seven\nlang: fr\n---\n'), ['3: "Seven\nlang: fr']);
    assert.deepEqual(faultPlaces('---\ntitle: "Seven\nexcerpt: "All"\n---\n'), ['2: "Seven']);
  });

  it('says that an alias leads nowhere, or to too much', () => {
    assert.deepEqual(faultPlaces('---\nlayout: post\ntitle: *Important*\n---\n'), ['3: *Important*']);
    const laughs = [...'abcdefghi'].map(
      (key, i, keys) =>
        `${key}: &${key} [${Array<string>(9)
          .fill(i === 0 ? 'lol' : `*${keys[i - 1]!}`)
          .join(',')}]`,
    );
    const bomb = parseFrontMatter(`---\n${laughs.join('\n')}\n---\n`);
    assert.ok(bomb.faults.length > 0);
    assert.ok(JSON.stringify(bomb.frontMatter?.fields).length < 100_000);
  });

  it('keeps the fields that can be read', () => {
    const { frontMatter } = parseFrontMatter('---\nlayout: post\ntitle: "a" b\nlang: fr\n---\n');
    assert.equal(fieldText(frontMatter, 'layout'), 'post');
    assert.equal(fieldText(frontMatter, 'lang'), 'fr');
  });

  it('is wrong each time it is read, not only the first time', () => {
    const text = '---\ntitle: "a" b\n---\n';
    assert.deepEqual(parseFrontMatter(text), parseFrontMatter(text));
    assert.equal(parseFrontMatter(text).faults.length, 1);
  });
});

describe('front matter that is an attack', () => {
  const witness = globalThis as { facingPagesWasRun?: boolean };
  const program = 'globalThis.facingPagesWasRun = true';

  for (const head of ['---js', '--- js', '---javascript', '---JS', '---coffee', '---cson']) {
    it(`${head} is refused and not run`, () => {
      delete witness.facingPagesWasRun;
      const { faults, frontMatter } = parseFrontMatter(`${head}\n{ title: (${program}) }\n---\n`);
      assert.equal(witness.facingPagesWasRun, undefined);
      assert.equal(faults.length, 1);
      assert.deepEqual(frontMatter?.fields, []);
    });
  }

  it('a function in YAML is text', () => {
    const text = `---\ntitle: !!js/function "function () { ${program} }"\ntoo: !!js/undefined ''\n---\n`;
    assert.equal(typeof field(parseFrontMatter(text).frontMatter, 'title')?.value, 'string');
    assert.equal(witness.facingPagesWasRun, undefined);
  });

  it('a key named __proto__ is a field like others', () => {
    const { frontMatter } = parseFrontMatter(
      '---\n__proto__:\n  polluted: yes\nlist: [{__proto__: {polluted: yes}}]\nconstructor: x\n---\n',
    );
    assert.deepEqual(
      frontMatter?.fields.map((one) => one.path),
      ['__proto__', '__proto__.polluted', 'list', 'constructor'],
    );
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  });

  it('another language is named, JSON is read', () => {
    assert.match(parseFrontMatter('---toml\na = 1\n---\n').faults[0]!.message, /toml/);
    assert.deepEqual(parseFrontMatter('---json\n{"a": 1}\n---\n').faults, []);
    assert.equal(parseFrontMatter('---json\n{"a": 1\n---\n').faults.length, 1);
  });

  it('is not read if that would take minutes, and says why', () => {
    const faultOf = (yaml: string): string => parseFrontMatter(`---\n${yaml}\n---\n`).faults[0]?.message ?? '';
    assert.match(faultOf(`a: ${'['.repeat(51)}${']'.repeat(51)}`), /more than 50 brackets inside one another/);
    assert.equal(faultOf(`a: ${'['.repeat(50)}${']'.repeat(50)}\nb: [${'[],'.repeat(60)}]`), '');
    assert.match(faultOf(`a: ${'x'.repeat(30_000)}`), /more than 30000 characters/);
    const aliases = (count: number): string => `a: &a 1\nb: [${'*a, '.repeat(count)}]\nc: d`;
    assert.match(faultOf(aliases(101)), /too many aliases/);
    assert.equal(faultOf(aliases(60)), '');
    assert.equal(
      fieldText(parseFrontMatter(`---\n${aliases(101)}\n---\n`).frontMatter, 'c'),
      'd',
      'the other fields are read',
    );
  });

  it('has the first of several fields of one name', () => {
    assert.equal(fieldText(parseFrontMatter('---\na: 1\nb: 2\na: 3\n---\n').frontMatter, 'a'), '1');
  });

  it('whatever stands in it, nothing is thrown and all spans lie inside', () => {
    const line = fc.constantFrom(
      'a: 1',
      'b: "x',
      "c: 'y",
      '- d',
      '  e: f',
      '\tg',
      '? h',
      ': i',
      '&j k',
      '*l',
      '<<: *m',
      '{n',
      '[o',
      '|',
      '>',
      '!!p q',
      '%YAML 1.2',
      '...',
      '--- x',
      '#',
      '\0',
      '\ufeff',
      '"',
      ': :',
      '@r',
      '`s',
    );
    holds([fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r')], 400, (lines, eol) => {
      const text = ['---', ...lines, '---', ''].join(eol);
      const { frontMatter, faults } = parseFrontMatter(text);
      for (const span of [
        ...faults.map((fault) => fault.span),
        ...(frontMatter?.fields ?? []).flatMap((one) => [one.keySpan, one.valueSpan]),
      ]) {
        assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify({ text, span }));
      }
    });
  });
});

function lineOf(place: string): number {
  return Number.parseInt(place, 10);
}

describe('front matter in TOML', () => {
  const toml = `+++
title = "Seven: a \\"letter\\"" # in quotes
date = 2026-03-08
draft = false
tags = ["letter", "maps"]
params.weight = 3
cover = { image = "a.png", alt = "A boat" }

[extra]
lang = 'fr'

[[menu]]
name = "main"
+++

Body.
`;

  it('has its fields, those of tables too, where they stand', () => {
    assert.deepEqual(written(toml), [
      'title=title|"Seven: a \\"letter\\""',
      'date=date|2026-03-08',
      'draft=draft|false',
      'tags=tags|["letter", "maps"]',
      'params.weight=params.weight|3',
      'cover.image=image|"a.png"',
      'cover.alt=alt|"A boat"',
      "extra.lang=lang|'fr'",
    ]);
    const { frontMatter, bodyStart, faults } = parseFrontMatter(toml);
    assert.equal(frontMatter?.format, 'toml');
    assert.equal(toml.slice(bodyStart).trim(), 'Body.');
    assert.deepEqual(faults, []);
  });

  it('has values as TOML reads them; dates are text', () => {
    const { frontMatter } = parseFrontMatter(toml);
    assert.deepEqual(
      ['title', 'date', 'draft', 'tags', 'params.weight'].map((path) => field(frontMatter, path)?.value),
      ['Seven: a "letter"', '2026-03-08', false, ['letter', 'maps'], 3],
    );
    assert.equal(fieldText(frontMatter, 'extra.lang'), 'fr');
  });

  it('says where it is wrong, and has no fields then', () => {
    const text = '+++\ntitle = "Seven\nlang = "fr"\n+++\n\nBody.\n';
    assert.deepEqual(faultPlaces(text), ['2: title = "Seven']);
    assert.deepEqual(written(text), []);
    assert.deepEqual(faultPlaces('+++\ntitle = "Seven"\n\nBody.\n'), ['1: +++']);
  });

  it('is none where no field, table or comment follows the plus signs', () => {
    for (const text of [
      '+++\n\nBody.\n\n+++\n',
      '++++\ntitle = "Seven"\n++++\n',
      'Body.\n\n+++\ntitle = "Seven"\n+++\n',
    ])
      assert.equal(parseFrontMatter(text).frontMatter, undefined, text);
  });

  it('may be empty, and begin behind a byte order mark', () => {
    assert.deepEqual(parseFrontMatter('\ufeff+++\n# nothing yet\n+++\nBody.\n').frontMatter?.fields, []);
  });

  it('is never an exception', () => {
    const pieces = fc.array(
      fc.constantFrom(
        'a',
        '=',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '\n',
        ' ',
        '#',
        '.',
        '"""',
        '1979-05-27',
        '__proto__',
        '\ud800',
      ),
    );
    holds([pieces], 300, (parts) => void parseFrontMatter(`+++\na = 1\n${parts.join('')}\n+++\n`));
  });
});
