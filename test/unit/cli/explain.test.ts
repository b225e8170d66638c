// `align --explain`: what ties the two sides of each unit.
import assert from 'node:assert/strict';
import pico from 'picocolors';
import { alignText } from '../../../src/cli/text.js';
import { alignIssues } from '../../../src/core/align/align.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { alignReport, type AlignReport } from '../../../src/core/report/alignReport.js';
import { run } from '../../../src/cli/run.js';
import { repositoryPath } from '../support/repository.js';
import { samples } from '../support/samples.js';
import { assertFits } from '../support/schemas.js';

const source = `---
title: Letter
---

# Maps 🗺️

The [map](https://map.example/harbour-9) of Velmora has 41900 trees. It was drawn by many people over a long winter.

Run \`paths\ncheck\` first.

![A tree](../media/tree.svg)

There is nothing in this paragraph that would come through a translation.
`;
const target = `---
title: Lettre
---

# Plans 🗺️

Le [plan](https://map.example/harbour-9) de Velmora compte 41900 arbres. Beaucoup de gens l'ont dessiné, tout un hiver.

Lancez d'abord \`paths\ncheck\`.

![Un arbre](../media/tree.svg)

Rien dans ce passage ne saurait survivre au passage vers une autre langue.

Ajout du traducteur, qui parle d'autre chose : [ici](https://elsewhere.example/7).
`;

function report(explain: boolean): AlignReport {
  const made = alignReport(
    alignIssues(parseIssue(source), parseIssue(target)),
    { path: 'en.md', locale: 'en' },
    { path: 'fr.md', locale: 'fr' },
    explain,
  );
  assertFits('align', made);
  return made;
}

describe('an alignment that is explained', () => {
  const evidenceAt = (line: number): string[] =>
    report(true)
      .units.find((unit) => unit.source[0]?.startLine === line)!
      .evidence!.map(({ kind, detail }) => `${kind} ${detail}`);
  const textOf = (made: AlignReport): string[] => alignText(made, pico.createColors(false)).split('\n');

  it('says nothing of evidence unless asked', () => {
    assert.ok(report(false).units.every((unit) => !('evidence' in unit)));
    assert.ok(!textOf(report(false)).some((line) => /map\.example|%/.test(line)));
  });

  it('names links, numbers, names, emoji, pictures and code that both sides have, weightiest first', () => {
    assert.ok(evidenceAt(5).includes('emoji 🗺'));
    const paragraph = evidenceAt(7);
    for (const one of ['link map.example/harbour-9', 'number 41900', 'word velmo', 'kind paragraph'])
      assert.ok(paragraph.includes(one), one);
    assert.ok(evidenceAt(9).includes('code paths\ncheck'));
    assert.ok(evidenceAt(12).includes('image media/tree.svg'));
    for (const { evidence } of report(true).units) {
      const weights = evidence!.map(({ weight }) => weight);
      assert.deepEqual(
        weights,
        [...weights].sort((a, b) => b - a),
      );
    }
  });

  it('does not count the words of a link beside the link', () => {
    assert.deepEqual(
      evidenceAt(7).filter((one) => one.startsWith('link ')),
      ['link map.example/harbour-9'],
    );
  });

  it('has none for what has one side only', () => {
    const [added] = report(true).units.filter(({ state }) => state === 'added');
    assert.deepEqual(added?.evidence, []);
  });

  it('is a line a unit as text: how sure, and why', () => {
    const lines = textOf(report(true));
    const line = (part: string): string => lines.find((one) => one.trim().startsWith(part)) ?? `no line ${part}`;
    assert.match(line('7 '), /7 +7 +paragraph +9\d %  .*map\.example\/harbour-9.*“velmo…”/);
    assert.match(line('9-10 '), /`paths check`/);
    assert.match(line('12 '), /picture media\/tree\.svg$/);
    assert.match(line('14 '), /its place, kind and length alone$/);
    assert.match(line('+ '), /added +\d+ %$/);
    assert.doesNotMatch(line('1-3 '), /%/);
  });

  it('is asked for with --explain, as text and as JSON', async () => {
    const printed = async (...options: string[]): Promise<string> => {
      let out = '';
      const files = [samples.en11, samples.fr11].map(repositoryPath);
      assert.equal(
        await run(['align', ...files, ...options], {
          out: (text) => void (out += text),
          err: assert.fail,
          colours: pico.createColors(false),
        }),
        0,
      );
      return out;
    };
    const json = JSON.parse(await printed('--explain', '--format', 'json')) as AlignReport;
    assertFits('align', json);
    assert.ok(json.units.some(({ evidence }) => evidence!.some(({ kind }) => kind === 'link')));
    assert.match(await printed('--explain'), /\d %/);
    assert.doesNotMatch(await printed(), /\d %/);
  });
});
