// Alignment: what belongs together, and how each unit stands.
import assert from 'node:assert/strict';
import { alignIssues } from '../../../src/core/align/align.js';
import { explainUnit } from '../../../src/core/align/explain.js';
import type { Alignment } from '../../../src/core/align/alignment.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { sampleIssue } from '../support/samples.js';

function align(source: string, target: string): Alignment {
  return alignIssues(parseIssue(source), parseIssue(target));
}

/** `source lines = target lines`, from 1, with the state where it is not `translated`. */
function shown({ source, target, units }: Alignment): string[] {
  const lines = (issue: Alignment['source'], blocks: readonly { span: { start: number } }[]): string =>
    blocks.map(({ span }) => issue.lines.positionAt(span.start).line + 1).join('+') || '-';
  return units.map(
    (unit) =>
      `${lines(source, unit.source)} = ${lines(target, unit.target)}${unit.state === 'translated' ? '' : ` ${unit.state}`}`,
  );
}

const source = `# News

***The bridge is open***

The bridge near the mill is open, says [the council](https://council.example/bridge), after 14 months of work and many letters.

***A walk in the hills***

Join us for the walk on 12 May. The map is on [our page](https://walks.example/may), and boots are a good idea.
`;
const target = `# Nouvelles

***Le pont est ouvert***

Le pont près du moulin est ouvert, dit [la mairie](https://council.example/bridge), après 14 mois de travaux et bien des lettres.

***Une marche dans les collines***

Rejoignez-nous pour la marche du 12 mai. La carte est sur [notre page](https://walks.example/may), et de bonnes chaussures sont utiles.
`;

describe('alignment', () => {
  it('keeps a heading for its level, whatever was left out before it', () => {
    const source =
      '## 山路\n\n山路开了。\n\n### 桥与路\n\n桥在维修。\n\n路上有人。\n\n### 河边路\n\n河边有树。\n\n## 结束语\n\n再见，朋友。\n';
    const target = '## The path\n\nIt is open.\n\n## The end of it\n\nSo long, friends.\n';
    assert.deepEqual(
      shown(align(source, target)).filter((unit) => !unit.endsWith('missing')),
      ['1 = 1', '3 = 3', '15 = 5', '17 = 7'],
    );
  });

  it('puts counterparts together', () =>
    assert.deepEqual(shown(align(source, target)), ['1 = 1', '3 = 3', '5 = 5', '7 = 7', '9 = 9']));

  it('says what is missing, where the source has it', () => {
    const without = target.replace(/\*\*\*Le pont[\s\S]*lettres\.\n\n/, '');
    assert.deepEqual(shown(align(source, without)), ['1 = 1', '3 = - missing', '5 = - missing', '7 = 3', '9 = 5']);
  });

  it('says what was added, behind what it follows', () => {
    const noted = target.replace('lettres.\n', 'lettres.\n\nNote : la mairie ne répond qu’en semaine.\n');
    assert.deepEqual(shown(align(source, noted)), ['1 = 1', '3 = 3', '5 = 5', '- = 7 added', '7 = 9', '9 = 11']);
  });

  it('follows items that changed places', () => {
    const [head, first, second] = target.split(/(?=\*\*\*[LU]\w+ )/);
    const units = shown(align(source, `${head}${second}\n${first}`));
    assert.deepEqual(
      units.map((unit) => unit.replace(' moved', '')),
      ['1 = 1', '3 = 7', '5 = 9', '7 = 3', '9 = 5'],
    );
    assert.equal(units.filter((unit) => unit.endsWith(' moved')).length, 2);
  });

  it('takes a split paragraph for one unit', () => {
    const split = target.replace('12 mai. La carte', '12 mai.\n\nLa carte');
    assert.deepEqual(shown(align(source, split)).at(-1), '9 = 9+11');
  });

  it('leaves a copy without a counterpart, and takes it for no split', () => {
    const [paragraph] = target.match(/^Le pont près.*$/m)!;
    const twice = target.replace(paragraph, `${paragraph}\n\n${paragraph}`);
    assert.deepEqual(shown(align(source, twice)), ['1 = 1', '3 = 3', '5 = 5', '- = 7 added', '7 = 9', '9 = 11']);
    const below = `${target}\n***Le pont est ouvert***\n\n${paragraph}\n`;
    assert.deepEqual(shown(align(source, below)).slice(-2), ['- = 11 added', '- = 13 added']);
  });

  it('takes a title that runs into its text for both', () => {
    const glued = target.replace('***Une marche dans les collines***\n\n', '***Une marche dans les collines*** ');
    assert.deepEqual(shown(align(source, glued)).at(-1), '7+9 = 7');
  });

  it('takes numbered headings for bold titles', () => {
    const headings = target
      .replace('***Le pont est ouvert***', '#### 1.1 Le pont est ouvert')
      .replace('***Une marche dans les collines***', '#### 1.2 Une marche dans les collines');
    assert.deepEqual(shown(align(source, headings)), ['1 = 1', '3 = 3', '5 = 5', '7 = 7', '9 = 9']);
  });

  it('goes by the source that is kept in comments', () => {
    const bare = (text: string): string => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\d+/g, '');
    const [, first, second] = source.split(/(?=\*\*\*[TA]\w* )/) as [string, string, string];
    const paragraph = (item: string): string => item.split('\n\n')[1]!.trim();
    const commented = `# Nouvelles\n\nMettez vos bottes et venez marcher avec nous.\n\n<!-- ${paragraph(second)} -->\n\nOn passe de nouveau près du moulin.\n\n<!-- ${paragraph(first)} -->\n`;
    const units = shown(align(bare(source), commented));
    assert.ok(units.some((unit) => /^5 = 7/.test(unit)) && units.some((unit) => /^9 = 3/.test(unit)), units.join('; '));
  });

  it('reads endnotes as the links that they stand for', () => {
    const notes = ['council.example/bridge', 'walks.example/may', 'more.example/x']
      .map((url, i) => `[${i + 1}] https://${url}\n`)
      .join('\n');
    const endnoted = `# 新闻\n\n五月一起去山里走走[2]，请穿合适的鞋子。\n\n磨坊旁边的桥重新开放了[1]，修了很久。另见[3]。\n\n${notes}`;
    const units = shown(align(source, endnoted));
    assert.ok(units.some((unit) => /^5 = 5/.test(unit)) && units.some((unit) => /^9 = 3/.test(unit)), units.join('; '));
  });

  it('knows contents whose translation has other words than the titles', () => {
    const issue = (items: readonly string[], titles: readonly string[]): string =>
      `## Summary\n\n${items.map((item) => `- ${item}\n`).join('')}\n${titles.map((title) => `# ${title}\n\nWords of it.\n\n`).join('')}`;
    const titles = ['The bridge is open', 'A walk in the hills', 'The ferry', 'Mills of the valley'];
    const [items, translated] = [
      ['Offene Brücke', 'Wandern', 'Von der Fähre', 'Bei den Mühlen'],
      ['Die Brücke ist offen', 'Ein Weg in den Hügeln', 'Die Fähre', 'Mühlen im Tal'],
    ];
    assert.deepEqual(shown(align(issue(titles, titles), issue(items, translated))).slice(0, 5), [
      '1 = 1',
      '3 = 3',
      '4 = 4',
      '5 = 5',
      '6 = 6',
    ]);
  });

  it('lets a table of contents translate nothing', () => {
    const contents = target.replace(
      '# Nouvelles\n',
      '- Nouvelles\n- Le pont est ouvert\n- Une marche dans les collines\n\n# Nouvelles\n',
    );
    assert.deepEqual(shown(align(source, contents)).filter((unit) => unit.includes('added')).length, 3);
  });

  it('compares no block without a counterpart with hundreds of others', () => {
    const many = Array.from({ length: 201 }, (_, i) => `Boat ${i} is at the pier.\n`).join('\n');
    const units = align(`${source}\n${many}`, `${target}\nNote : la mairie ne répond pas.\n`).units.filter(
      ({ state }) => state === 'missing',
    );
    assert.ok(units.length > 190);
    assert.deepEqual(new Set(units.map(({ confidence }) => confidence)), new Set([0.9]));
  });

  it('of nothing is nothing, and of one side lists it', () => {
    assert.deepEqual(shown(align('', '')), []);
    assert.deepEqual(shown(align(source, '')), [
      '1 = - missing',
      '3 = - missing',
      '5 = - missing',
      '7 = - missing',
      '9 = - missing',
    ]);
    assert.deepEqual(shown(align('', '# A\n\nb')), ['- = 1 added', '- = 3 added']);
  });
});

describe('the state of a unit', () => {
  it('is untranslated where the source’s words still stand', () => {
    const states = align(source, target.replace(/^Le pont près.*$/m, source.split('\n')[4]!)).units.map(
      ({ state }) => state,
    );
    assert.deepEqual(states, ['translated', 'translated', 'untranslated', 'translated', 'translated']);
  });

  it('is translated where names are the same', () => {
    const names = (text: string): string =>
      text.replace(/\*\*\*(?:The bridge is open|Le pont est ouvert)\*\*\*/, '***Millbridge / Oakham 2.0***');
    assert.deepEqual(
      new Set(align(names(source), names(target)).units.map(({ state }) => state)),
      new Set(['translated']),
    );
  });

  it('in the samples is as they were made', () => {
    const states = (locale: 'fr12' | 'zh12' | 'ar12'): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const { state } of alignIssues(sampleIssue('en12'), sampleIssue(locale)).units)
        counts[state] = (counts[state] ?? 0) + 1;
      return counts;
    };
    assert.equal(states('fr12')['untranslated'], 1);
    assert.equal(states('fr12')['missing'], 1);
    assert.equal(states('ar12')['untranslated'], 1);
    assert.ok((states('ar12')['missing'] ?? 0) >= 4);
    assert.equal(states('zh12')['missing'], undefined);
    assert.ok((states('zh12')['moved'] ?? 0) >= 1);
  });
});

describe('an explanation', () => {
  it('names the evidence, weightiest first', () => {
    const alignment = align(source, target);
    const evidence = explainUnit(alignment, alignment.units[2]!);
    assert.ok(evidence.some(({ kind, detail }) => kind === 'link' && detail === 'council.example/bridge'));
    assert.deepEqual(
      evidence.map(({ weight }) => weight),
      evidence.map(({ weight }) => weight).sort((a, b) => b - a),
    );
  });

  it('is the same of an alignment that was made anew of the same blocks', () => {
    const alignment = align(source, target);
    const copy = { ...alignment };
    assert.deepEqual(
      copy.units.map((unit) => explainUnit(copy, unit)),
      alignment.units.map((unit) => explainUnit(alignment, unit)),
    );
  });

  it('of what has no counterpart is empty', () => {
    const alignment = align(source, '');
    assert.deepEqual(explainUnit(alignment, alignment.units[0]!), []);
  });
});
