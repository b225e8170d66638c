// A pair right after an edit, before it is aligned and checked again: what is known of it still, and where.
import assert from 'node:assert/strict';
import { carriedProblems } from '../../../src/core/checks/carried.js';
import type { PairContext } from '../../../src/core/checks/check.js';
import {
  checkPair,
  checkPairAll,
  checkPairInTurns,
  checkPost,
  checkPostAll,
  checkPostInTurns,
  contextAfter,
  pairContext,
  postContext,
} from '../../../src/core/checks/run.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { pastText } from '../../../src/core/stale/past.js';
import { sampleIssue } from '../support/samples.js';

// Blocks are read anew from heading to heading.
const before =
  'The depot opens in May.\n\n# Cars\n\nThe cars were built by hand in [Graz](https://example.org/graz).\n\n# Tickets\n\nTickets are sold here.\n';
const source = before.replace('by hand in', 'slowly in').replace('sold here', 'sold on board');
const target =
  'Le dépôt ouvre en mai.\n\n# Voitures\n\nLes voitures furent construites à la main à [Graz](https://example.org/gratz).\n\n# Billets\n\nLes billets sont vendus ici.\n';
const then = pastText(before);
const past = {
  target: [{ rev: '1', date: '2026-02-01', text: pastText(target), source: then }],
  source: [
    { rev: '2', date: '2026-03-05', text: pastText(source) },
    { rev: '1', date: '2026-02-01', text: then },
  ],
};
const context = pairContext(parseIssue(source), parseIssue(target), { source: 'en', target: 'fr', past });

/** The context after an edit of either text. */
function after(now: { readonly source?: string; readonly target?: string }): PairContext {
  return contextAfter(
    context,
    parseIssue(now.source ?? source, context.source),
    parseIssue(now.target ?? target, context.target),
  );
}

const staleTexts = ({ stale }: PairContext): string[] => stale.map(({ unit }) => unit.target[0]!.text);

describe('a pair right after an edit', () => {
  it('has every unit with the blocks of now, and its words are still known', () => {
    const now = after({ target: target.replace('ouvre', 'ouvrira') });
    assert.deepEqual(
      now.alignment.units.map(({ target: blocks }) => blocks.map(({ text }) => text)),
      [
        ['Le dépôt ouvrira en mai.'],
        ['Voitures'],
        ['Les voitures furent construites à la main à Graz.'],
        ['Billets'],
        ['Les billets sont vendus ici.'],
      ],
    );
    assert.equal(now.vocabulary, context.vocabulary);
    assert.equal(now.units.ofTarget[0], now.alignment.units[0]);
  });

  it('still lags behind its source where it did', () => {
    assert.deepEqual(staleTexts(context), [
      'Les voitures furent construites à la main à Graz.',
      'Les billets sont vendus ici.',
    ]);
    const now = after({ target: target.replace('Les billets', 'Les tickets') });
    assert.deepEqual(staleTexts(now), [
      'Les voitures furent construites à la main à Graz.',
      'Les tickets sont vendus ici.',
    ]);
    assert.equal(now.stale[0]!.unit, now.alignment.units[2]);
    assert.equal(now.stale[0]!.blocks[0]!.block, now.source.blocks[2]);
  });

  it('lags behind no more, for all that is known, where the source is edited', () => {
    assert.deepEqual(staleTexts(after({ source: source.replace('slowly', 'quickly') })), [
      'Les billets sont vendus ici.',
    ]);
  });

  it('is aligned anew where a block came or went', () => {
    const now = after({ target: target.replace('\n\nLes billets', '\n\nUn de plus.\n\nLes billets') });
    assert.equal(now.target.blocks.length, 6);
    assert.deepEqual(
      now.alignment.units.flatMap((unit) => unit.target.map(({ index }) => index)).sort(),
      [0, 1, 2, 3, 4, 5],
    );
    assert.deepEqual(now.stale, []);
  });
});

describe('problems right after an edit', () => {
  const problems = checkPair(context);
  const linked = problems.find(({ check }) => check === 'link-changed')!;

  it('are with their words, in both texts, and offer fixes without edits', () => {
    const now = { source: `New words.\n\n${source}`, target: target.replace('Le dépôt', 'Le grand dépôt') };
    const carried = carriedProblems(
      problems,
      { before: target, after: now.target },
      { before: source, after: now.source },
    );
    assert.equal(carried.length, problems.length);
    carried.forEach(({ span, source: itsSource, fixes, ...rest }, i) => {
      const { span: was, source: sourceWas, fixes: fixesWere, ...same } = problems[i]!;
      assert.deepEqual(rest, same);
      assert.equal(now.target.slice(span.start, span.end), target.slice(was.start, was.end));
      assert.equal(
        itsSource && now.source.slice(itsSource.start, itsSource.end),
        sourceWas && source.slice(sourceWas.start, sourceWas.end),
      );
      assert.deepEqual(
        fixes,
        fixesWere.map(({ title, safe, preferred }) => ({ title, safe, preferred, edits: [] })),
      );
    });
    assert.ok(linked.fixes.length > 0 && linked.source);
  });
});

describe('checking in turns', () => {
  const [from, to] = [sampleIssue('en12'), sampleIssue('zh12')];

  it('says what checking at once says, with a pause before every check', async () => {
    const pair = pairContext(from, to, { source: 'en', target: 'zh' });
    let pauses = 0;
    const pause = async (): Promise<void> => void pauses++;
    assert.deepEqual(await checkPairInTurns(pair, {}, pause), checkPairAll(pair));
    assert.ok(pauses > 40, String(pauses));
    const alone = postContext(to, { targetLocale: 'zh', sourceMissing: true });
    assert.ok(checkPost(alone).length > 0);
    assert.deepEqual(await checkPostInTurns(alone, {}, pause), checkPostAll(alone));
  });

  it('stops where its pause fails', async () => {
    const stop = new Error('a newer text is there');
    await assert.rejects(
      checkPairInTurns(pairContext(from, to), {}, () => Promise.reject(stop)),
      stop,
    );
  });
});
