// Updating a translation: what its source has gained comes in, where it belongs, with what recurs translated.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { loadIdentify, type Identify } from '../../../src/core/language/identify.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { defaultRules, type InsertStyle } from '../../../src/core/project/rules.js';
import { learnRecurring } from '../../../src/core/start/recurring.js';
import { staleUnits } from '../../../src/core/stale/staleUnits.js';
import { updateSummary, updateTranslation, type Updated } from '../../../src/core/start/update.js';

let identify: Identify;
before(async () => {
  identify = await loadIdentify();
});

const mill =
  'The neighbours of the mill met on Sunday and mended the [fence](https://place.example/mill) that the storm had thrown down.';
const moulin =
  'Les voisins du moulin se sont retrouvés dimanche et ont réparé la [clôture](https://place.example/mill) que la tempête avait renversée.';
const ford =
  'At the ford, 40 stones lie in the [river](https://place.example/ford), and two more were found under the bridge in the autumn.';
const gué =
  'Au gué, 40 pierres se trouvent dans la [rivière](https://place.example/ford), et deux autres ont été trouvées sous le pont en automne.';
const tower =
  'The tower has a new [bell](https://place.example/bell), which was cast in the yard of the old school by seven apprentices.';
const notes = '## Notes for Readers\n\nSend us what you find: [the form](https://place.example/form) is open all year.';
const remarques =
  '## Notes aux lecteurs\n\nEnvoyez-nous vos trouvailles : [le formulaire](https://place.example/form) est ouvert toute l’année.';

const earlier = alignIssues(
  parseIssue(`# News\n\n${mill}\n\n${notes}\n\n## Goodbye\n`),
  parseIssue(`# Nouvelles\n\n${moulin}\n\n${remarques}\n\n## Au revoir\n`),
);

function update(source: string, target: string, insert: InsertStyle = 'plain', sourceMarks = false): Updated {
  const [from, known] = [parseIssue(source), learnRecurring([earlier])];
  const problemsOf = (text: string) =>
    checkPair(
      pairContext(from, parseIssue(text), {
        source: 'en',
        target: 'fr',
        rules: { ...defaultRules, insert },
        identify,
        known,
      }),
    );
  const updated = updateTranslation(target, from, known, problemsOf, sourceMarks);
  assert.equal(updateTranslation(updated.text, from, known, problemsOf, sourceMarks).text, updated.text);
  return updated;
}

const source = `# News\n\n${mill}\n\n${ford}\n\n## The Tower\n\n${tower}\n\n${notes}\n\n## Goodbye\n`;
const target = `# Nouvelles\n\n${moulin}\n\n${gué}\n\n## Au revoir\n`;

describe('what was done', () => {
  const nothing: Updated = { text: '', sections: 0, items: 0, blocks: 0, known: 0 };

  it('is said in a sentence', () => {
    assert.equal(updateSummary(nothing), 'Nothing of the source is missing.');
    assert.equal(
      updateSummary({ ...nothing, sections: 1, items: 2, blocks: 3 }),
      '1 section, 2 items, and 3 blocks inserted.',
    );
    assert.equal(
      updateSummary({ ...nothing, items: 1, known: 1 }),
      '1 item inserted; one text in them came translated, as earlier issues have it.',
    );
  });
});

describe('an updated translation', () => {
  it('has what the source gained in its place, with what recurs translated', () => {
    const updated = update(source, target);
    assert.equal(
      updated.text,
      `# Nouvelles\n\n${moulin}\n\n${gué}\n\n## The Tower\n\n${tower}\n\n${remarques}\n\n## Au revoir\n`,
    );
    assert.deepEqual([updated.sections, updated.known], [2, 2]);
    assert.equal(
      updateSummary(updated),
      '2 sections inserted; 2 texts in them came translated, as earlier issues have them.',
    );
  });

  it('marks the rest as the project wants', () => {
    assert.ok(
      update(source, target, 'comment').text.includes(
        `${tower}\n\n<!-- ${tower} -->\n\n${remarques}\n\n## Au revoir\n`,
      ),
    );
    const quoted = update(source, target, 'quoted').text;
    assert.ok(quoted.includes(`> ${tower}\n\n${remarques}\n\n## Au revoir\n`), quoted);
  });

  it('names the source that it has, if that is wanted or was so before', () => {
    const stale = (from: string, text: string): string[] =>
      staleUnits(alignIssues(parseIssue(from), parseIssue(text)), undefined).map(({ unit }) => unit.target[0]!.text);
    const { text } = update(source, target, 'plain', true);
    assert.match(text, /^<!-- facing-pages: source(?: [0-9a-z]{5})+ -->\n\n# Nouvelles\n/);
    assert.deepEqual(stale(source, text), []);
    assert.deepEqual(
      stale(source.replace('40 stones', '50 stones'), text).map((shown) => shown.slice(0, 6)),
      ['Au gué'],
    );
    const grown = source.replace(
      '## Goodbye',
      '## The Lock\n\nThe [lock](https://place.example/lock) is open on Sundays from nine in the morning.\n\n## Goodbye',
    );
    const again = update(grown, text).text;
    assert.equal(again.match(/facing-pages/g)?.length, 1);
    const translated = again.replace(
      /The \[lock\].*/,
      'L’[écluse](https://place.example/lock) est ouverte le dimanche à partir de neuf heures du matin.',
    );
    assert.deepEqual(
      stale(grown.replace('nine', 'ten'), translated).map((shown) => shown.slice(0, 8)),
      ['L’écluse'],
    );
    assert.equal(update(source, target).text.includes('facing-pages'), false);
  });

  it('keeps its line breaks', () => {
    const { text } = update(source, target.replaceAll('\n', '\r\n'));
    assert.doesNotMatch(text, /[^\r]\n/);
    assert.ok(text.includes(remarques.replaceAll('\n', '\r\n')));
  });

  it('is the same where nothing is missing, or what is missing is intended', () => {
    const complete = update(`# News\n\n${mill}\n\n${ford}\n\n## Goodbye\n`, target);
    assert.equal(complete.text, target);
    assert.equal(updateSummary(complete), 'Nothing of the source is missing.');
    const intended = `<!-- facing-pages: ignore-file missing-section -->\n${target}`;
    assert.equal(update(source, intended).text, intended);
  });

  it('has a footer once, where the translation is a mere beginning', () => {
    const bits = `# News\n\n## The Tower\n\n${tower}\n\n${notes}\n\n## Goodbye\n`;
    const { text } = update(bits, '# Nouvelles\n\n## Au revoir\n');
    assert.equal(text, `# Nouvelles\n\n## The Tower\n\n${tower}\n\n${remarques}\n\n## Au revoir\n`);
    const alone = update(bits, '## Au revoir\n').text;
    assert.equal(alone, `# Nouvelles\n\n## The Tower\n\n${tower}\n\n${remarques}\n\n## Au revoir\n`);
  });

  it('has all of a long run of paragraphs, and the definitions that they share once', () => {
    const days = Array.from(
      { length: 24 },
      (_, i) =>
        `On day ${i + 101} the ferry carried ${i * 7 + 211} people, and the [${i + 101}th log][log] says who was on the ${i % 2 ? 'upper' : 'lower'} deck.`,
    );
    const definition = '[log]: https://place.example/log';
    const { text } = update(
      `# News\n\n${mill}\n\n${days.join('\n\n')}\n\n${ford}\n\n${definition}\n`,
      `# Nouvelles\n\n${moulin}\n\n${gué}\n`,
    );
    assert.equal(text, `# Nouvelles\n\n${moulin}\n\n${days.join('\n\n')}\n\n${gué}\n\n${definition}\n`);
  });
});
