// How a newsletter writes, learnt from its issues, in several houses' styles; and its front matter.
import assert from 'node:assert/strict';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { fieldHabits } from '../../../src/core/series/fields.js';
import { fieldPlace } from '../../../src/core/series/fieldPlace.js';
import { learnStyle } from '../../../src/core/series/style.js';
import type { Template } from '../../../src/core/series/template.js';
import { defaultRules } from '../../../src/core/project/rules.js';
import { sampleIssue } from '../support/samples.js';

/** With its holes in ‹›. */
function shown(template: Template | undefined): string | undefined {
  return template?.map((part) => (typeof part === 'string' ? part : `‹${part.hole}›`)).join('');
}

const words = 'The neighbours met on Sunday and mended the fence that the storm had thrown down.';

describe('the style of a newsletter', () => {
  it('has titles, spacers, pictures and source lines as its issues have them', () => {
    const { section, item, picture, headings } = learnStyle([sampleIssue('en12'), sampleIssue('en11')]);
    assert.equal(shown(section), '# ‹Heading›\n\n‹›');
    assert.equal(shown(item), '\\\\\n***‹Title›***\n\n\\\\\n‹Text›');
    assert.equal(shown(picture), '![‹What it shows›](../media/‹picture›)\n\n[*‹Whose it is›*](‹https://›)');
    assert.deepEqual(headings, ['# Surveys and Studies 📐', '# Tools and Data 🧰']);
  });

  it('can have its titles in lists, or as headings', () => {
    const list = parseIssue(`## News\n\n- **The mill:** ${words}\n\n- **The ford:** ${words}\n\n- ${words}\n`);
    assert.equal(shown(learnStyle([list]).item), '- **‹Title›:** ‹Text›');
    const headed = parseIssue(
      `# News\n\n### The mill\n\n${words}\n\n### The ford\n\n${words}\n\n# Dates\n\n### May\n\n${words}\n`,
    );
    assert.equal(shown(learnStyle([headed]).item), '### ‹Title›\n\n‹Text›');
    assert.equal(shown(learnStyle([headed]).section), '# ‹Heading›\n\n‹›');
    const bare = parseIssue(`## News\n* ${words}\n* ${words}\n`);
    assert.equal(shown(learnStyle([bare]).item), '* ‹Text›');
    assert.equal(shown(learnStyle([bare]).section), '## ‹Heading›\n‹›');
  });

  it('keeps the words that stand below every picture, and no address of one', () => {
    const pictures = [1, 2, 3]
      .map(
        (n) =>
          `![](https://pictures.example/${n}.png)\n\n*Source:* [*Ann ${n}*](https://ann.example/${n})\n\n${words}\n`,
      )
      .join('\n');
    assert.equal(
      shown(learnStyle([parseIssue(`# News\n\n${pictures}`)]).picture),
      '![](‹picture›)\n\n*Source:* [*‹Whose it is›*](‹https://›)',
    );
    const plain = parseIssue(`# News\n\n![](/img/1.png)\n\n${words}\n\n![](/img/2.png)\n\n${words}\n`);
    assert.equal(shown(learnStyle([plain]).picture), '![](/img/‹picture›)');
  });

  it('has nothing to offer where nothing shows it', () => {
    assert.deepEqual(learnStyle([parseIssue(words)]), {
      section: undefined,
      item: undefined,
      picture: undefined,
      headings: [],
    });
  });
});

describe('the front matter of a newsletter', () => {
  const member = (number: number, date: string, tags: string) => ({
    issue: parseIssue(
      `---\ntitle: Letter ${number}\nlayout: post\ndate: ${date}\ntags: [${tags}]\nimage:\n  thumb: "letter_${number}.png"\nauthor: ann\n---\n`,
    ),
    occasion: { number, date, locale: 'en' },
  });
  const habits = fieldHabits(
    [
      member(3, '2026-01-21', 'letter, "off"'),
      member(2, '2026-01-14', 'letter, maps'),
      member(1, '2026-01-07', 'letter'),
    ],
    { number: 4, date: '2026-01-28', locale: 'en' },
    defaultRules.fields,
  );
  const values = (path: string) =>
    habits.find((habit) => habit.path === path)?.values.map(({ yaml, times }) => `${yaml} ${times}`);

  it('has values as they are written, with this issue’s number and date', () => {
    assert.deepEqual(
      habits.map(({ path }) => path),
      ['title', 'layout', 'date', 'tags', 'image', 'image.thumb', 'author'],
    );
    assert.deepEqual(values('layout'), ['post 3']);
    assert.deepEqual(values('date'), ['2026-01-28 3']);
    assert.deepEqual(values('image.thumb'), ['"letter_4.png" 3']);
    assert.deepEqual(values('tags'), ['letter 3', '"off" 1', 'maps 1']);
    assert.deepEqual(values('title'), []);
  });

  it('is known by its place', () => {
    const at = (text: string) => {
      const lines = text.split('\n');
      const column = lines.at(-1)!.indexOf('|');
      return fieldPlace([...lines.slice(0, -1), lines.at(-1)!.replace('|', '')], column);
    };
    assert.deepEqual(at('title: A\nla|'), { at: 'name', parent: '', start: 0 });
    assert.deepEqual(at('image:\n  th|'), { at: 'name', parent: 'image.', start: 2 });
    assert.deepEqual(at('image:\n  thumb: le|'), { at: 'value', path: 'image.thumb', start: 9, isEntry: false });
    assert.deepEqual(at('tags: [one, t|'), { at: 'value', path: 'tags', start: 12, isEntry: true });
    assert.deepEqual(at('tags: [|'), { at: 'value', path: 'tags', start: 7, isEntry: true });
    assert.equal(at('tags: [one]|'), undefined);
    assert.deepEqual(at('tags:\n  - one\n  - |'), { at: 'value', path: 'tags', start: 4, isEntry: true });
    assert.deepEqual(at('tags:\n- |'), { at: 'value', path: 'tags', start: 2, isEntry: true });
    assert.equal(at('title: |')?.at, 'value');
    assert.equal(at('some prose that is none|'), undefined);
  });
});
