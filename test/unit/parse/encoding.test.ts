// UTF-8 that was read as another encoding: found, repaired exactly, and never seen where it is not.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDamage } from '../../../src/core/parse/encoding.js';
import { applyEdits } from '../../../src/core/text/edit.js';
import { corpusFiles, corpusPosts, describeCorpus } from '../support/corpus.js';
import { damaged, misread } from '../support/macRoman.js';
import { holds } from '../support/property.js';
import { sampleNames, sampleText } from '../support/samples.js';

/** One pangram or so in each of many languages; all of it is to survive both ways. */
const languages: Readonly<Record<string, string>> = {
  French: 'L’école d’été de l’État – l’égalité, l’âge, l’œuvre… « à voir » à 20\u00a0°C, 10\u00a0€ ; déjà vu.',
  German: '„Übergröße“: Öl, Äpfel und ‚Süßes‘ – für 5\u00a0€.',
  Spanish: '¿Qué mañana? ¡Ningún pingüino! «Éxito» a 3º y 4ª.',
  Portuguese: 'AÇÕES E REFLEXÕES: “É não”, ‘à noite’, três opções…',
  Swedish: '”Är du här?” ”Åka båt” ”Östersjön”',
  Polish: 'Zażółć gęślą jaźń — „Łódź”.',
  Turkish: 'Pijamalı hasta yağız şoföre çabucak güvendi.',
  Romanian: 'Muzicologă în bej vând whisky și tequila, preț fix; știință și viață.',
  Vietnamese: 'Tiếng Việt có rất nhiều dấu: ấ, ề, ộ, ữ, Ôâ.',
  Russian: 'Съешь ещё этих мягких французских булок — и «выпей» чаю, а я с ним о том и о сём.',
  Greek: 'Ξεσκεπάζω την ψυχοφθόρα βδελυγμία.',
  Armenian: 'Բել դղյակի ձախ ժամն օֆ ազգությանը',
  Hebrew: 'דג סקרן שט בים מאוכזב ולפתע מצא לו חברה',
  Arabic: 'صِف خَلقَ خَودِ كَمِثلِ الشَمسِ إِذ بَزَغَت',
  Hindi: 'ऋषियों को सताने वाले दुष्ट राक्षसों',
  Chinese: '视野无限广，窗外有蓝天。“引号”——破折号……',
  Japanese: 'いろはにほへと ちりぬるを。「カギ」',
  Korean: '키스의 고유조건은 입술끼리 만나야 하고',
  emoji: 'Boots 🥾, bread 🥪, ❤️, 👩‍💻 and 🇫🇷.',
};

/** Repeats, so that the fewest that are sure to be damage are reached. */
const thrice = (text: string): string => `${text}\n${text}\n${text}\n`;

describe('a damaged encoding', () => {
  for (const [language, text] of Object.entries(languages)) {
    it(`${language}: repaired exactly, and left alone while it is whole`, () => {
      assert.equal(findDamage(damaged(thrice(text)))?.repaired, thrice(text));
      assert.equal(findDamage(thrice(text)), undefined);
    });
  }

  it('is repaired exactly, whatever the text was', () => {
    const usual = fc.string({ unit: fc.constantFrom(...Object.values(languages).join(' ')), maxLength: 60 });
    const any = fc
      .array(fc.integer({ min: 0x20, max: 0xd7ff }), { maxLength: 60 })
      .map((codes) => String.fromCharCode(...codes));
    const text = fc.oneof(usual, any);
    // A CJK character, an emoji or an accented letter beside it makes sure that it is damage.
    holds([text, fc.constantFrom('éàü', '地図で', '🥾🥪🔖')], 200, (given, witness) => {
      const whole = `${given} ${witness}`;
      assert.equal(findDamage(damaged(whole))?.repaired, whole);
    });
  });

  it('is repaired once, not again', () => {
    for (const text of Object.values(languages))
      assert.equal(findDamage(findDamage(damaged(thrice(text)))!.repaired), undefined);
  });

  it('is nothing below three characters: they may be meant', () => {
    assert.equal(findDamage('The sign √© and ‚Äú.'), undefined);
    assert.equal(findDamage('√©, √©, √©')?.repaired, 'é, é, é');
  });

  for (const [what, text] of Object.entries({
    'elisions before accents': 'L’été, l’école, d’État, l’île, n’être, s’épanouir',
    'ranges of prices': 'from £5–£9, £6–£10 or £7–£11 to ¥5—¥9',
    'no-break spaces before signs': '20\u00a0°C, 30\u00a0°C, 40\u00a0°F, p\u00a0≤\u00a00.05, §\u00a0§',
    'ligatures from a PDF': 'modiﬁé, vériﬁé, qualiﬁée, reﬂété',
    'trade marks behind quotes': '“Word”®, “Excel”™, “Path”©',
  }))
    it(`is not seen in ${what}`, () => assert.equal(findDamage(text), undefined));

  it('is repaired where it is, and only there', () => {
    const written = 'Écrit après l’accident : l’été, l’école, 20\u00a0°C, £5–£9, ça œuvre. 地図 🥾';
    for (const [language, text] of Object.entries(languages)) {
      if (language === 'Romanian') continue; // its ș and ț alone are `»ô` and `»õ`, which can be meant
      const mixed = `${written}\n${damaged(thrice(text))}${written}`;
      const repaired = findDamage(mixed)?.repaired ?? '';
      assert.ok(repaired.startsWith(written) && repaired.endsWith(written), language);
    }
    const [before, behind] = ['Déjà whole: été, d’été.', 'Whole again: ¿qué?'];
    assert.equal(
      findDamage(`${before} ${damaged(languages['Russian']!)} ${behind}`)?.repaired,
      `${before} ${languages['Russian']} ${behind}`,
    );
  });

  it('has edits that make the repaired text', () => {
    for (const text of Object.values(languages)) {
      const bad = `Été ${damaged(thrice(text))}`;
      const damage = findDamage(bad)!;
      assert.equal(applyEdits(bad, damage.edits), damage.repaired);
    }
  });
});

for (const as of ['windows-1252', 'latin-1'] as const) {
  describe(`a text that was read as ${as}`, () => {
    for (const [language, text] of Object.entries(languages)) {
      it(`${language}: repaired exactly`, () => {
        const damage = findDamage(misread(thrice(text), as));
        assert.equal(damage?.repaired, thrice(text));
        assert.equal(damage?.readAs, 'Windows-1252');
      });

      it(`${language}: repaired in one paragraph of a whole text, and only there`, () => {
        const written =
          'Écrit après : l’été, l’école… 20\u00a0°C, «\u00a0ça œuvre\u00a0», CAFÉ©, “Où ?” – à 5\u00a0€. 地図 🥾';
        assert.equal(
          findDamage(`${written}\n${misread(thrice(text), as)}${written}`)?.repaired,
          `${written}\n${thrice(text)}${written}`,
        );
      });
    }
  });
}

describe('a text that was misread more than once', () => {
  for (const [first, then, said] of [
    ['macintosh', 'macintosh', 'Mac Roman (twice over)'],
    ['windows-1252', 'windows-1252', 'Windows-1252 (twice over)'],
    ['windows-1252', 'macintosh', 'Windows-1252 and then as Mac Roman'],
  ] as const) {
    it(`is repaired exactly: ${said}`, () => {
      for (const [language, text] of Object.entries(languages)) {
        const bad = `Whole. ${misread(misread(thrice(text), first), then)}`;
        const damage = findDamage(bad)!;
        assert.equal(damage.repaired, `Whole. ${thrice(text)}`, language);
        assert.equal(damage.readAs, said, language);
        assert.equal(applyEdits(bad, damage.edits), damage.repaired, language);
        const at = damage.repaired.length - 10;
        assert.equal(damage.toRepaired(damage.toDamaged(at)), at, language);
      }
    });
  }
});

describe('what Windows-1252 would look like', () => {
  for (const [what, text] of Object.entries({
    'capitals before marks': 'CAFÉ©, CAFÉ®, É… É… À» À” À—, Ã–, IRMÃ\u00a0, É° É² É³',
    'sharp s before quotes': '„Spaß“, ‚Spaß‘, Spaß… Spaß– Spaß— „Fuß“',
    'vowels before two marks': 'à »… à…” é…» ê”… ï’” è’…',
  }))
    it(`is not seen in ${what}`, () => assert.equal(findDamage(text), undefined));
});

describe('the way between damaged and repaired text', () => {
  const pieces = fc.array(
    fc.oneof(fc.constantFrom('é', '地', '🥾', 'д', '…'), fc.string({ unit: 'grapheme-ascii', maxLength: 5 })),
    { minLength: 3, maxLength: 30 },
  );

  it('leads from each character to what it was, and back', () => {
    holds([pieces], 300, (given) => {
      const whole = [...given, 'é地🥾'].join('');
      const bad = damaged(whole);
      const damage = findDamage(bad)!;
      let at = 0;
      for (const character of whole) {
        const badAt = damaged(whole.slice(0, at)).length;
        assert.equal(damage.toDamaged(at), badAt, 'to the start of its damage');
        assert.equal(damage.toRepaired(badAt), at, 'and back');
        for (let inside = badAt; inside < badAt + damaged(character).length; inside++)
          assert.equal(damage.toRepaired(inside), at);
        at += character.length;
      }
      assert.equal(damage.toDamaged(whole.length), bad.length);
      assert.equal(damage.toRepaired(bad.length), whole.length);
    });
  });

  it('never turns round', () => {
    holds([pieces], 200, (given) => {
      const bad = damaged([...given, 'é地🥾'].join('')) + ' déjà';
      const damage = findDamage(bad)!;
      for (let i = 1; i <= bad.length; i++) assert.ok(damage.toRepaired(i) >= damage.toRepaired(i - 1));
      for (let i = 1; i <= damage.repaired.length; i++) assert.ok(damage.toDamaged(i) >= damage.toDamaged(i - 1));
    });
  });
});

describe('the encoding of the samples', () => {
  for (const sample of sampleNames) {
    it(`${sample}: whole as it is, and repaired after the accident`, () => {
      const text = sampleText(sample);
      assert.equal(findDamage(text), undefined);
      assert.equal(findDamage(damaged(text))?.repaired, text);
    });
  }
});

describeCorpus('optech', 'the encoding of real posts', () => {
  it('is whole in all of them', () => {
    const suspected = corpusPosts('optech').filter(({ text }) => findDamage(text));
    assert.deepEqual(
      suspected.map(({ path }) => path),
      [],
    );
  });
});

describeCorpus('dair-ai', 'the encoding of real posts', () => {
  it('is whole in all of them, and repaired after the accident', () => {
    for (const { path, text } of corpusPosts('dair-ai')) {
      assert.equal(findDamage(text), undefined, path);
      assert.equal(findDamage(damaged(text))?.repaired ?? text, text, path);
    }
  });
});

describeCorpus('seeds', 'the encoding of damaged files', () => {
  it('is repaired, all of it', () => {
    for (const { path, text } of corpusFiles('seeds')) {
      const repaired = findDamage(text)?.repaired;
      assert.ok(repaired !== undefined, path);
      assert.equal(damaged(repaired), text, path);
    }
  });
});
