// What the panel shows of a pair: rows, keys, problems in their rows, progress, the way from lines to rows.
import assert from 'node:assert/strict';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { buildPanel, type Panel } from '../../../src/core/view/buildPanel.js';
import { rowsOf, type RowState } from '../../../src/core/view/panelState.js';
import { RenderCache } from '../../../src/core/view/renderCache.js';
import { lineOf, linesOf, rowAt } from '../../../src/core/view/rowAt.js';

const source = `---
title: Letter 12
excerpt: Benches and trees.
---

A word before the first heading.

# News

- The map has [twelve paths](https://example.org/paths).
- The room is open to all who come.

# Studies

***Benches That Know Their Height***

Volunteers measured two thousand benches in the winter.

***A Census of the Trees***

They counted every tree of the town, street by street.
`;

const target = `---
title: Lettre 12
excerpt: Des bancs et des arbres.
---

Un mot avant le premier titre.

# Nouvelles

- La carte compte douze sentiers.
- La salle est ouverte à tous ceux qui viennent.

# Études

***Des bancs qui connaissent leur hauteur***

Des bénévoles ont mesuré deux mille bancs pendant l’hiver.
`;

function panelOf(
  sourceText: string,
  targetText: string,
  locale = 'fr',
  caches?: { source: RenderCache; target: RenderCache },
): Panel {
  const context = pairContext(parseIssue(sourceText), parseIssue(targetText), { source: 'en', target: locale });
  const text = (id: string, of: string) => ({ id, label: `${id}.md`, locale: of });
  return buildPanel({
    issue: { number: 12, title: 'Letter 12' },
    source: text('source', 'en'),
    target: text('target', locale),
    translations: [
      { ...text('target', locale), progress: undefined },
      { ...text('other', 'de'), progress: { done: 1, of: 2, percent: 50 } },
    ],
    alignment: context.alignment,
    problems: checkPair(context),
    sourceImage: () => undefined,
    targetImage: () => undefined,
    ...(caches && { caches }),
  });
}

function rowSaying(panel: Panel, words: string): RowState {
  const found = rowsOf(panel.state).find((row) => row.source.html.includes(words) || row.target.html.includes(words));
  assert.ok(found, `no row says ${words}`);
  return found;
}

describe('the panel’s state', () => {
  const panel = panelOf(source, target);

  it('is plain data: it survives being sent', () => {
    assert.deepEqual(structuredClone(panel.state), panel.state);
  });

  it('has the source’s sections, with what stands before the first, and the front matter above', () => {
    assert.deepEqual(
      panel.state.sections.map(({ head }) => head?.source.html),
      [undefined, undefined, '<h1>News</h1>', '<h1>Studies</h1>'],
    );
    assert.deepEqual(
      panel.state.sections[0]?.rows.map(({ kind, key }) => [kind, key]),
      [
        ['front-matter', 'field:title'],
        ['front-matter', 'field:excerpt'],
      ],
    );
    assert.match(panel.state.sections[1]?.rows[0]?.source.html ?? '', /A word before/);
  });

  it('puts source and translation into one row, with the lines of each', () => {
    const row = rowSaying(panel, 'Volunteers');
    assert.match(row.target.html, /bénévoles/);
    assert.deepEqual([row.source.lines, row.target.lines], [[[16, 16]], [[16, 16]]]);
    assert.equal(row.state, 'translated');
  });

  it('marks where items begin', () => {
    assert.equal(rowSaying(panel, 'Benches That').opensItem, true);
    assert.equal(rowSaying(panel, 'Volunteers').opensItem, false);
  });

  it('shows what is missing where the source has it, with the problem that inserts it', () => {
    const title = rowSaying(panel, 'A Census');
    assert.deepEqual(
      [title.state, title.target.html, title.problems.map(({ check }) => check)],
      ['missing', '', ['missing-item']],
    );
    assert.equal(title.insert, title.problems[0]?.id);
    const text = rowSaying(panel, 'They counted');
    assert.deepEqual([text.state, text.problems, text.insert], ['missing', [], undefined]);
  });

  it('numbers the placeables of a text that is missing, and offers none of them by itself', () => {
    const panel = panelOf(
      source.replace('They counted every', 'They [counted](https://example.org/trees) every'),
      target,
    );
    const { state, placeables } = rowSaying(panel, 'counted');
    assert.deepEqual(
      [state, placeables.map(({ number, source: place, problem }) => [number, place, problem])],
      ['missing', [[1, 0, undefined]]],
    );
  });

  it('says why a row cannot be written', () => {
    assert.equal(rowSaying(panelOf(source, target), 'Volunteers').cannotWrite, undefined);
    const broken = rowSaying(
      panelOf(source, target.replace('bénévoles', 'b√©n√©voles').replace('Études', '√âtudes')),
      'Volunteers',
    );
    assert.deepEqual([broken.canWrite, /encoding/.test(broken.cannotWrite ?? '')], [false, true]);
  });

  it('shows a lost link in the row that lost it, and keeps the fixes for the host', () => {
    const [problem] = rowSaying(panel, 'twelve paths').problems;
    assert.equal(problem?.check, 'link-missing');
    assert.deepEqual(
      panel.problems.get(problem.id)?.fixes.map(({ title }) => title),
      problem.fixes.map(({ title }) => title),
    );
  });

  it('counts problems by severity, and progress without what was added', () => {
    assert.deepEqual(panel.state.counts, { error: 0, warning: 2, information: 0, hint: 0 });
    assert.deepEqual(panel.state.progress, { done: 7, of: 9, percent: 78 });
    assert.deepEqual(panel.state.sections.at(-1)?.progress, { done: 3, of: 5, percent: 60 });
    assert.deepEqual(
      panel.state.translations.map(({ progress }) => progress?.percent),
      [78, 50],
    );
  });

  it('names languages in their own words and says which way they run', () => {
    const { target: arabic } = panelOf(source, target, 'ar').state;
    assert.deepEqual([arabic.name, arabic.dir], ['العربية', 'rtl']);
    assert.deepEqual([panel.state.target.name, panel.state.target.dir], ['Français', 'ltr']);
    assert.equal(panelOf(source, target, 'not a tag').state.target.dir, 'auto');
  });

  it('of two empty texts has no rows', () => {
    assert.deepEqual(rowsOf(panelOf('', '').state), []);
  });

  it('shows what concerns the whole file at the top', () => {
    const broken = panelOf(source, target.replace('title: Lettre 12', 'title: "Lettre 12'));
    const [row] = rowsOf(broken.state);
    assert.deepEqual([row?.kind, row?.problems.some(({ check }) => check === 'front-matter-invalid')], ['file', true]);
  });
});

describe('the keys of rows', () => {
  const keys = (panel: Panel): string[] => rowsOf(panel.state).map(({ key }) => key);
  const before = panelOf(source, target);

  it('are all different, even of rows that say the same', () => {
    const twice = panelOf(`${source}\nWords.\n\nWords.\n`, target);
    assert.equal(new Set(keys(twice)).size, keys(twice).length);
  });

  it('stay when the translation is edited', () => {
    assert.deepEqual(
      keys(panelOf(source, target.replace('douze', '12').replace('Un mot', 'Quelques mots'))),
      keys(before),
    );
  });

  it('stay, but for one, when one place of the source is edited', () => {
    const after = keys(panelOf(source.replace('two thousand', '2,000'), target));
    assert.equal(after.filter((key) => !keys(before).includes(key)).length, 1);
  });

  it('of added rows stay while one types in them', () => {
    const added = (words: string): string[] =>
      keys(panelOf(source, target.replace('# Études', `Note du traducteur : ${words}\n\n# Études`)));
    assert.deepEqual(added('la salle ferme à huit heures.'), added('la salle ferme à neuf heures.'));
  });

  it('of problems stay while the text above them grows', () => {
    const after = panelOf(source, target.replace('Un mot', 'Encore un mot\n\nUn mot'));
    for (const id of before.problems.keys()) assert.ok(after.problems.has(id), id);
  });
});

describe('a panel made with what was rendered before', () => {
  const caches = { source: new RenderCache(), target: new RenderCache() };
  const variants = [
    target,
    target.replace('douze', '12'),
    `${target}\n[label]: https://one.example\n\nSee [this][label].\n`,
    `${target}\n[label]: https://two.example\n\nSee [this][label].\n`,
    target,
  ];
  for (const [i, text] of variants.entries()) {
    it(`is the same as one made from nothing, after edit ${i}`, () =>
      assert.deepEqual(panelOf(source, text, 'fr', caches).state, panelOf(source, text).state));
  }
});

describe('rows and lines', () => {
  const { state } = panelOf(source, target);

  it('a line leads to its row, on either side', () => {
    assert.match(rowAt(state, 'target', 16)?.source.html ?? '', /Volunteers/);
    assert.match(rowAt(state, 'source', 16)?.source.html ?? '', /Volunteers/);
    assert.equal(rowAt(state, 'target', 1)?.key, 'field:title');
  });

  it('a line between two rows leads to the one above', () => {
    assert.match(rowAt(state, 'target', 15)?.target.html ?? '', /Des bancs qui/);
    assert.equal(rowAt(state, 'target', 0), undefined);
  });

  it('a row leads to its line; one that is missing to the end of what stands above it', () => {
    const row = rowsOf(state).find(({ source: { html } }) => html.includes('They counted'));
    assert.equal(lineOf(state, 'target', row?.key ?? ''), 16);
    assert.equal(lineOf(state, 'source', row?.key ?? ''), 20);
    assert.equal(lineOf(state, 'target', 'nothing'), undefined);
  });
});

describe('the lines of a row', () => {
  const { state } = panelOf(source, target);
  const rowWith = (words: string): RowState => rowsOf(state).find((row) => row.source.html.includes(words))!;

  it('are all from its first block to its last', () => {
    assert.deepEqual(linesOf(state, 'target', rowWith('Volunteers').key), [16, 16]);
    assert.deepEqual(linesOf(state, 'source', rowWith('Volunteers').key), [16, 16]);
    const several = {
      ...state,
      sections: state.sections.map((section) => ({
        ...section,
        rows: section.rows.map((row) =>
          row.key === rowWith('Volunteers').key
            ? {
                ...row,
                target: {
                  ...row.target,
                  lines: [
                    [3, 4],
                    [9, 10],
                  ] as const,
                },
              }
            : row,
        ),
      })),
    };
    assert.deepEqual(linesOf(several, 'target', rowWith('Volunteers').key), [3, 10]);
  });

  it('are none where nothing stands there, or no such row is', () => {
    assert.equal(linesOf(state, 'target', rowWith('every tree').key), undefined);
    assert.equal(linesOf(state, 'target', 'no key'), undefined);
  });
});
