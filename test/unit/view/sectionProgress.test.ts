// How far each section of a translation is, and where something is to do in it.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { placesToDo, sectionProgress } from '../../../src/core/view/sectionProgress.js';

const source = parseIssue(`Dear readers, here is [what is new](https://example.org/new) by the river.

# News of the river

The old [bridge](https://example.org/a) is open again after a long winter.

A [choir](https://example.org/b) of forty singers meets at the mill on Sunday.

# Tools and books

The [library](https://example.org/c) lends tools and boats to everybody.

The [harbour](https://example.org/d) is full of boats of wood.
`);
const translation = `Chers lecteurs, voici [les nouveautés](https://example.org/new) du fleuve.

# Nouvelles du fleuve

Le vieux [pont](https://example.org/a) est de nouveau ouvert après un long hiver.

# Outils et livres

The [library](https://example.org/c) lends tools and boats to everybody.

Le [port](https://example.org/d) est plein de bateaux de bois.
`;

describe('the progress of sections', () => {
  it('counts each section by itself, and names what is next to do', () => {
    const found = sectionProgress(alignIssues(source, parseIssue(translation)));
    assert.deepEqual(
      found.map(({ heading, progress }) => [heading.text, progress.done, progress.of]),
      [
        ['Nouvelles du fleuve', 2, 3],
        ['Outils et livres', 2, 3],
      ],
    );
    assert.equal(translation.slice(0, found[0]!.next).trimEnd().endsWith('un long hiver.'), true);
    assert.equal(found[1]!.next, translation.indexOf('The [library]'));
  });

  it('has nothing to do in what is done', () => {
    const done = translation.replace(
      /^The .*$/m,
      'La [bibliothèque](https://example.org/c) prête à tous des outils et des barques.',
    );
    assert.equal(sectionProgress(alignIssues(source, parseIssue(done)))[1]!.next, undefined);
  });

  it('says nothing of a section whose heading is missing', () => {
    const found = sectionProgress(alignIssues(source, parseIssue(translation.replace('# Outils et livres\n\n', ''))));
    assert.deepEqual(
      found.map(({ heading }) => heading.text),
      ['Nouvelles du fleuve'],
    );
  });
});

describe('the places to do', () => {
  it('are where a text is untranslated, or behind what stands before a missing one', () => {
    const places = placesToDo(alignIssues(source, parseIssue(translation)).units);
    assert.deepEqual(places, [translation.indexOf('\n\n# Outils'), translation.indexOf('The [library]')]);
  });

  it('begin at the top where nothing was done', () => {
    assert.equal(placesToDo(alignIssues(source, parseIssue('')).units)[0], 0);
  });
});
