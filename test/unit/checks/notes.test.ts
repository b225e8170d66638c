// Where the texts of notes begin and end.
import assert from 'node:assert/strict';
import { noteTexts } from '../../../src/core/checks/support/notes.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

/** The notes of a text: its label, in lower case, and what stands there. */
function notesOf(text: string): [string, string][] {
  const issue = parseIssue(text);
  return [...noteTexts(issue)].map(([label, { start, end }]) => [label.toLowerCase(), issue.text.slice(start, end)]);
}

describe('the text of a note', () => {
  it('is its line, to the end of the post', () => {
    assert.deepEqual(notesOf('Words.[^1]\n\n[^1]: A note. \n[^Two]: Another one.'), [
      ['1', '[^1]: A note.'],
      ['two', '[^Two]: Another one.'],
    ]);
  });

  it('goes on in what is indented below, blank lines between, and on the next line', () => {
    assert.deepEqual(notesOf('[^a]: One\ntwo\n\n    three\n\n\tfour\n\nfive\n'), [
      ['a', '[^a]: One\ntwo\n\n    three\n\n\tfour'],
    ]);
    assert.deepEqual(notesOf('[^a]: One\n  two\n three\n'), [['a', '[^a]: One\n  two\n three']]);
  });

  it('ends where something else begins', () => {
    for (const next of [
      '- an item',
      '* an item',
      '+ an item',
      '# A heading',
      '> a quotation',
      '1. an item',
      '12) an item',
      ' - an item',
    ])
      assert.deepEqual(notesOf(`[^a]: One\n${next}\nmore\n`), [['a', '[^a]: One']], next);
    for (const next of ['-an item', '#hashtag', '1.5 litres'])
      assert.deepEqual(notesOf(`[^a]: One\n${next}\n`), [['a', `[^a]: One\n${next}`]], next);
    assert.deepEqual(notesOf('[^a]: One\n\ntwo\n    three\n'), [['a', '[^a]: One']]);
  });

  it('is the first of that label', () => {
    assert.deepEqual(notesOf('[^a]: One\n[^A]: Two\n[^b]: Three\n'), [
      ['a', '[^a]: One'],
      ['b', '[^b]: Three'],
    ]);
  });

  it('is none in code, nor far to the right', () => {
    assert.deepEqual(notesOf('~~~\n[^a]: One\n```\n[^b]: Two\n~~~\n[^c]: Three\n\n````\n[^d]: Four\n'), [
      ['c', '[^c]: Three'],
    ]);
    assert.deepEqual(notesOf('   [^a]: One\n'), [['a', '   [^a]: One']]);
    assert.deepEqual(notesOf('    [^a]: One\n\nWords [^b]: two\n'), []);
  });
});
