// The alignment right after an edit: what the aligner would say as long as nothing but the words inside a block changed.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { realign } from '../../../src/core/align/realign.js';
import { learnVocabulary } from '../../../src/core/align/vocabulary.js';
import type { Alignment, Unit } from '../../../src/core/align/alignment.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { sampleIssue } from '../support/samples.js';

const source = sampleIssue('en12');
const target = sampleIssue('fr12');
const before = alignIssues(source, target);
const vocabulary = learnVocabulary(
  source,
  before.units.filter(({ state }) => state === 'translated').flatMap((unit) => unit.target),
);

function shape({ units }: Alignment): unknown {
  return units.map(({ kind, state, source: s, target: t }: Unit) => [
    kind,
    state,
    s.map(({ index }) => index),
    t.map(({ index }) => index),
  ]);
}

function edited(at: number, put: string, cut = 0): ReturnType<typeof parseIssue> {
  return parseIssue(target.text.slice(0, at) + put + target.text.slice(at + cut), target);
}

describe('an alignment after an edit', () => {
  it('keeps every block in its unit while one writes in a paragraph', () => {
    const paragraph = target.blocks.find(({ kind, text }) => kind === 'paragraph' && text.length > 100)!;
    const after = edited(paragraph.span.end - 1, ' encore un mot');
    const now = realign(before, source, after, vocabulary);
    assert.ok(now);
    assert.equal(now.target, after);
    assert.deepEqual(shape(now), shape(alignIssues(source, after)));
    for (const block of now.units.flatMap((unit) => unit.target)) assert.equal(block, after.blocks[block.index]);
  });

  it('sees that the source’s words were put in the place of a translation', () => {
    const unit = before.units.find(
      ({ kind, state, source: [s], target: t }) =>
        kind === 'paragraph' && state === 'translated' && s!.text.length > 100 && t.length === 1,
    )!;
    const { span } = unit.target[0]!;
    const after = edited(span.start, unit.source[0]!.text, span.end - span.start);
    const now = realign(before, source, after, vocabulary);
    assert.equal(now?.units[before.units.indexOf(unit)]!.state, 'untranslated');
  });

  it('leaves what was moved moved', () => {
    const unit = before.units.find(
      ({ kind, state, target: t }) =>
        kind === 'paragraph' && state === 'translated' && t.length === 1 && t[0]!.text.length > 100,
    )!;
    const moved = {
      ...before,
      units: before.units.map((one) => (one === unit ? { ...one, state: 'moved' as const } : one)),
    };
    const now = realign(moved, source, edited(unit.target[0]!.span.end - 1, ' encore un mot'), vocabulary);
    assert.equal(now?.units[before.units.indexOf(unit)]!.state, 'moved');
  });

  it('is to be made anew when a block comes, goes or becomes another kind', () => {
    const paragraph = target.blocks.find(({ kind, text }) => kind === 'paragraph' && text.length > 100)!;
    assert.equal(realign(before, source, edited(paragraph.span.start, 'Un de plus.\n\n'), vocabulary), undefined);
    assert.equal(realign(before, source, edited(paragraph.span.start, '## '), vocabulary), undefined);
    assert.equal(
      realign(before, source, edited(paragraph.span.start, '', paragraph.span.end - paragraph.span.start), vocabulary),
      undefined,
    );
  });
});
