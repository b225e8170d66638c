// Rows that are kept after an edit are the rows that would be made; those that say the same are the very same.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PairContext } from '../../../src/core/checks/check.js';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { buildPanel } from '../../../src/core/view/buildPanel.js';
import { rowsOf, type RowState } from '../../../src/core/view/panelState.js';
import { RenderCache } from '../../../src/core/view/renderCache.js';
import { RowMemory } from '../../../src/core/view/rowMemory.js';
import type { RowInput } from '../../../src/core/view/rows.js';
import { holds } from '../support/property.js';
import { sampleIssue } from '../support/samples.js';

type Panel = ReturnType<typeof buildPanel>;

function panelOf(context: PairContext, caches?: NonNullable<RowInput['caches']>): Panel {
  const text = (id: string, locale: string) => ({ id, label: id, locale });
  return buildPanel({
    issue: { number: 12, title: '' },
    source: text('en', 'en'),
    target: text('fr', 'fr'),
    translations: [],
    alignment: context.alignment,
    problems: checkPair(context),
    sourceImage: () => undefined,
    targetImage: () => undefined,
    ...(caches && { caches }),
  });
}

const locales = { source: 'en', target: 'fr' };
const source = sampleIssue('en12');
const first = sampleIssue('fr12');
const cachesWithRows = () => ({ source: new RenderCache(), target: new RenderCache(), rows: new RowMemory() });
const rowsIn = ({ state }: Panel): Map<string, RowState> => new Map(rowsOf(state).map((row) => [row.key, row]));

/** Why blocks are put together is told by what is rare in all of the text; a row that was kept tells it as it was. */
function withoutReasons({ state }: Panel): unknown {
  return JSON.parse(JSON.stringify(state, (name, value: unknown) => (name === 'why' ? undefined : value)));
}

describe('remembered rows', () => {
  it('are what would be made anew, whatever is edited on either side', () => {
    const step = fc.tuple(
      fc.boolean(),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(30),
      fc.constantFrom('x', '', ' ', '\n\n', '**', '[a](https://a.example)', '12', '# ', '- '),
    );
    holds([fc.array(step, { minLength: 2, maxLength: 4 })], 5, (steps) => {
      const caches = cachesWithRows();
      let [from, to] = [source, first];
      panelOf(pairContext(from, to, locales), caches);
      for (const [isSource, at, cut, put] of steps) {
        const { text } = isSource ? from : to;
        const place = Math.floor(at * text.length);
        const now = text.slice(0, place) + put + text.slice(place + cut);
        if (isSource) from = parseIssue(now, from);
        else to = parseIssue(now, to);
        const context = pairContext(from, to, locales);
        const [kept, anew] = [panelOf(context, caches), panelOf(context)];
        assert.deepEqual(withoutReasons(kept), withoutReasons(anew));
        assert.deepEqual([...kept.subjects], [...anew.subjects]);
      }
    });
  }).timeout(60_000);

  it('are the very same where nothing of them changed, and have their new lines where they moved', () => {
    const caches = cachesWithRows();
    const before = panelOf(pairContext(source, first, locales), caches);
    assert.deepEqual(
      rowsOf(panelOf(pairContext(source, first, locales), caches).state)
        .filter((row, i) => row !== rowsOf(before.state)[i])
        .map(({ kind }) => kind)
        .filter((kind) => kind !== 'front-matter' && kind !== 'file'),
      [],
    );
    const paragraphs = first.blocks.filter(({ kind, text }) => kind === 'paragraph' && text.length > 60);
    const at = paragraphs[4]!.span.start;
    const after = panelOf(
      pairContext(
        source,
        parseIssue(`${first.text.slice(0, at)}Une ligne de plus,\n${first.text.slice(at)}`, first),
        locales,
      ),
      caches,
    );
    const [was, is] = [rowsIn(before), rowsIn(after)];
    const edited = [...is.values()].find(({ target }) => target.html.includes('Une ligne de plus'))!;
    const start = edited.target.lines[0]![0];
    // Blocks are read anew from heading to heading.
    const heading = first.blocks.findLast(({ kind, span }) => kind === 'heading' && span.start < at)!;
    const above = [...is.values()].filter(
      (row) =>
        row.kind !== 'front-matter' &&
        (row.target.lines.at(-1)?.[1] ?? Infinity) < first.lines.positionAt(heading.span.start).line,
    );
    assert.ok(above.length > 1, String(above.length));
    for (const row of above) assert.equal(row, was.get(row.key));
    const below = [...is.values()].filter((row) => (row.target.lines[0]?.[0] ?? 0) > start);
    assert.ok(below.length > 2);
    for (const row of below)
      assert.deepEqual(
        row.target.lines,
        was.get(row.key)!.target.lines.map(([a, b]) => [a + 1, b + 1]),
      );
  });
});
