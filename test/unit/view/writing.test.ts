// What one writes in a row gets into the file where it belongs, and overwrites nothing unseen.
import assert from 'node:assert/strict';
import type { PairContext } from '../../../src/core/checks/check.js';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { applyEdits, type Edit } from '../../../src/core/text/edit.js';
import { buildPanel, type Panel } from '../../../src/core/view/buildPanel.js';
import { rowsOf } from '../../../src/core/view/panelState.js';
import { writeEdits, writingOf } from '../../../src/core/view/writing.js';
import { damaged } from '../support/macRoman.js';

const source = `---
title: Letter 12
---

# News

See the [map](https://example.org/map) of 14 paths.

The room is open to all who come, see the [calendar](https://example.org/calendar).

Trees are counted street by street in the whole town, as the [census](https://example.org/trees) says.
`;
const target = `---
title: Lettre 12
---

# Nouvelles

Voyez la [carte](https://example.org/map) des 14 sentiers.

Les arbres sont comptés rue par rue dans toute la ville, comme le dit le [recensement](https://example.org/trees).
`;

function facing(text: string): { context: PairContext; panel: Panel } {
  const context = pairContext(parseIssue(source), parseIssue(text), { source: 'en', target: 'fr' });
  const file = (id: string) => ({ id, label: id, locale: id });
  const panel = buildPanel({
    issue: { number: 12, title: '' },
    source: file('en'),
    target: file('fr'),
    translations: [],
    alignment: context.alignment,
    problems: checkPair(context),
    sourceImage: () => undefined,
    targetImage: () => undefined,
  });
  return { context, panel };
}

/** The text after the edits, or why there are none. */
function edited(text: string, edits: ReturnType<typeof writeEdits>): string | { readonly now: string } | undefined {
  return Array.isArray(edits)
    ? applyEdits(text, edits as readonly Edit[])
    : (edits as Exclude<typeof edits, readonly Edit[]>);
}

function write(text: string, words: string, written: (was: string) => string, was?: string): ReturnType<typeof edited> {
  const { context, panel } = facing(text);
  const row = rowsOf(panel.state).find((one) => one.source.html.includes(words))!;
  assert.ok(row.canWrite);
  const subject = panel.subjects.get(row.key)!;
  const begun = was ?? writingOf(context, subject)!.text;
  return edited(text, writeEdits(context, subject, begun, written(begun)));
}

describe('writing in a row', () => {
  it('begins with the file’s Markdown and the source’s placeables', () => {
    const { context, panel } = facing(target);
    const row = rowsOf(panel.state).find((one) => one.source.html.includes('map'))!;
    const writing = writingOf(context, panel.subjects.get(row.key)!)!;
    assert.equal(writing.text, 'Voyez la [carte](https://example.org/map) des 14 sentiers.');
    assert.deepEqual(
      writing.chips.map(({ number, markdown }) => [number, markdown]),
      [
        [1, '[map](https://example.org/map)'],
        [2, '14'],
      ],
    );
  });

  it('replaces the unit and nothing around it', () => {
    assert.equal(
      write(target, 'map', (was) => was.replace('Voyez', 'Regardez')),
      target.replace('Voyez', 'Regardez'),
    );
  });

  it('inserts nothing where nothing is written', () => {
    assert.equal(
      write(target, 'room', () => ' \n'),
      'done',
    );
  });

  it('deletes no text: nothing but white space is not written over it', () => {
    for (const text of ['', '  ', ' \n'])
      assert.equal(
        write(target, 'map', () => text),
        'empty',
      );
  });

  it('is done where the file says so already, whatever the writer began with', () => {
    assert.equal(
      write(target, 'map', (was) => was),
      'done',
    );
    assert.equal(
      write(target, 'map', () => 'Voyez la [carte](https://example.org/map) des 14 sentiers.', 'Voyez.'),
      'done',
    );
  });

  it('puts what was missing where it belongs', () => {
    const expected = target.replace(
      '\n\nLes arbres',
      '\n\nLa salle est ouverte, voyez le [calendrier](https://example.org/calendar).\n\nLes arbres',
    );
    assert.equal(
      write(target, 'room', () => 'La salle est ouverte, voyez le [calendrier](https://example.org/calendar).'),
      expected,
    );
  });

  it('keeps the file’s line breaks', () => {
    const windows = target.replaceAll('\n', '\r\n');
    assert.equal(
      write(windows, 'map', () => 'Une ligne,\nune autre : [carte](https://example.org/map), 14.'),
      windows.replace(
        'Voyez la [carte](https://example.org/map) des 14 sentiers.',
        'Une ligne,\r\nune autre : [carte](https://example.org/map), 14.',
      ),
    );
  });

  it('writes a field of the front matter', () => {
    const subject = { kind: 'field', path: 'title' } as const;
    const field = (text: string, was: string, written: string): ReturnType<typeof edited> =>
      edited(text, writeEdits(facing(text).context, subject, was, written));
    assert.deepEqual(writingOf(facing(target).context, subject), { text: 'Lettre 12', source: 'Letter 12', chips: [] });
    assert.equal(field(target, 'Lettre 12', 'Douzième lettre'), target.replace('Lettre 12', 'Douzième lettre'));
    assert.deepEqual(field(target, 'Lettre 11', 'Douzième lettre'), { now: 'Lettre 12' });
    const empty = target.replace('title: Lettre 12', 'title:');
    assert.equal(field(empty, '', 'Lettre 12'), target);
    assert.equal(writingOf(facing(target.replace('title:', 'name:')).context, subject), undefined);
    assert.equal(field(target.replace('title:', 'name:'), 'Lettre 12', 'Douzième lettre'), undefined);
  });

  it('is refused where the encoding is damaged', () => {
    const { context, panel } = facing(damaged(target.replace('ville', 'ville, été comme hiver, élèves et aînés')));
    const row = rowsOf(panel.state).find(({ source: { html } }) => html.includes('Trees'))!;
    assert.ok(context.target.damage && !row.canWrite);
    assert.match(row.cannotWrite!, /^The file’s encoding is damaged/);
    assert.equal(writingOf(context, panel.subjects.get(row.key)!), undefined);
  });

  it('begins with the frame of what is missing, and with nothing of a text of ours alone', () => {
    const { context, panel } = facing(target.replace('# Nouvelles', 'Un mot de la traductrice.\n\n# Nouvelles'));
    const rowWith = (words: string) =>
      rowsOf(panel.state).find((one) => (one.source.html + one.target.html).includes(words))!;
    assert.equal(writingOf(context, panel.subjects.get(rowWith('The room').key)!)!.text, '');
    const own = writingOf(context, panel.subjects.get(rowWith('traductrice').key)!)!;
    assert.deepEqual([own.source, own.chips, own.frame], ['', [], undefined]);
  });

  it('is refused where the file says something else by now', () => {
    assert.deepEqual(
      write(target, 'map', () => 'mine', 'what stood there'),
      { now: 'Voyez la [carte](https://example.org/map) des 14 sentiers.' },
    );
    assert.deepEqual(
      write(target, 'room', () => 'mine', 'what stood there'),
      { now: '' },
    );
  });
});
