// Marks: what a translation was brought up to, kept in a comment.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { markFile, markUnit } from '../../../src/core/stale/mark.js';
import { staleUnits } from '../../../src/core/stale/staleUnits.js';
import { applyEdits, type Edit } from '../../../src/core/text/edit.js';

const source =
  '---\ntitle: Letter\n---\n\n# Trees\n\nThe [old trees](https://a.example/trees) were pruned in March.\n\n- Bring a [ladder](https://a.example/ladder) with you.\n';
const target =
  '---\ntitle: Lettre\n---\n\n# Arbres\n\nLes [vieux arbres](https://a.example/trees) ont été taillés en mars.\n\n- Apportez une [échelle](https://a.example/ladder).\n';

function marked(text: string, from: string, markOf: (unit: number) => Edit | undefined): string {
  const edit = markOf(alignIssues(parseIssue(from), parseIssue(text)).units.length - 1);
  assert.ok(edit);
  return applyEdits(text, [edit]);
}

/** The stale units of a translation without history, by their targets' texts. */
function stale(from: string, text: string): string[] {
  return staleUnits(alignIssues(parseIssue(from), parseIssue(text)), undefined).map(({ unit }) => unit.target[0]!.text);
}

const markWhole = (from: string, text: string): string =>
  marked(text, from, () => markFile(parseIssue(text), parseIssue(from)));
const markLast = (from: string, text: string): string =>
  marked(text, from, (i) => {
    const { source: own, target: its, units } = alignIssues(parseIssue(from), parseIssue(text));
    return markUnit(its, units[i]!, own, []);
  });

describe('a mark', () => {
  const changed = source.replace('March', 'April').replace('a [ladder]', 'no [ladder]');

  it('of the whole file is one line of the front matter, and is renewed in place', () => {
    const text = markWhole(source, target);
    assert.match(text, /^---\n# facing-pages: source(?: [0-9a-z]{5}){3}\ntitle: Lettre\n/);
    assert.deepEqual(stale(source, text), []);
    assert.deepEqual(stale(changed, text), ['Les vieux arbres ont été taillés en mars.', 'Apportez une échelle.']);
    const again = markWhole(changed, text);
    assert.equal(again.match(/facing-pages/g)?.length, 1);
    assert.deepEqual(stale(changed, again), []);
    assert.equal(markWhole(changed, again), again);
  });

  it('of a unit counts beside that of the file', () => {
    const text = markLast(changed, markWhole(source, target));
    assert.match(text, /\n- Apportez une \[échelle\]\(\S+\)\. <!-- facing-pages: source [0-9a-z]{5} -->\n$/);
    assert.deepEqual(stale(changed, text), ['Les vieux arbres ont été taillés en mars.']);
  });

  it('changes nothing that readers, or other checks, see', () => {
    const [before, after] = [parseIssue(target), parseIssue(markLast(source, markWhole(source, target)))];
    assert.deepEqual(
      after.blocks.map(({ kind, text }) => [kind, text]),
      before.blocks.map(({ kind, text }) => [kind, text]),
    );
    assert.deepEqual(
      after.directives.map(({ kind }) => kind),
      ['source', 'source'],
    );
  });

  it('of the whole file says nothing of what the source gained since', () => {
    const text = markWhole(source, target);
    const grown = `${source}\nThe [press](https://a.example/press) stands in the yard of the old school.\n`;
    const complete = `${text}\nLe [pressoir](https://a.example/press) est dans la cour de la vieille école.\n`;
    assert.deepEqual(stale(grown, complete), []);
    assert.deepEqual(stale(grown.replace('March', 'April'), complete), ['Les vieux arbres ont été taillés en mars.']);
    assert.deepEqual(
      stale('# Trees\n\n- Bring a [ladder](https://a.example/ladder) with you.\n', text),
      [],
      'nor of what it lost',
    );
  });

  it('that finds no place at its unit names all that is up to date for the file', () => {
    const [from, to] = [parseIssue(changed), parseIssue(target)];
    const { units } = alignIssues(from, to);
    const [trees, ladder] = [units.at(-2)!, units.at(-1)!];
    const mark = (text: string, unit: typeof trees, behind: typeof from.blocks): string => {
      const edit = markUnit(parseIssue(text), { source: unit.source, target: [] }, from, behind);
      assert.ok(edit);
      return applyEdits(text, [edit]);
    };
    const once = mark(target, trees, trees.source);
    assert.match(once, /^---\n# facing-pages: source(?: [0-9a-z]{5}){3}\n/);
    assert.deepEqual(stale(changed, once), []);
    assert.deepEqual(stale(changed.replace('April', 'May'), once), ['Les vieux arbres ont été taillés en mars.']);
    const later = mark(markWhole(source, target), ladder, []);
    assert.deepEqual(
      stale(changed, later),
      ['Les vieux arbres ont été taillés en mars.'],
      'what changed beside it is still so',
    );
  });

  it('that says nothing of fingerprints is not understood', () => {
    assert.deepEqual(
      parseIssue('A. <!-- facing-pages: source -->\n\nB. <!-- facing-pages: source of this -->').directives.map(
        ({ kind }) => kind,
      ),
      ['unclear', 'unclear'],
    );
  });
});
