// What is looked at again behind an edit: what it changed, what something was found in, and what hangs on more.
import assert from 'node:assert/strict';
import type { PairContext } from '../../../src/core/checks/check.js';
import { CheckMemory, pairContext } from '../../../src/core/checks/run.js';
import { keptPerUnit, lookAgain, perBlock, perUnit, plainPerBlock } from '../../../src/core/checks/support/perRow.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

// Short paragraphs are read again together.
const [more, suite] = [' It goes on and on from there.'.repeat(12), ' Cela continue encore et encore.'.repeat(12)];
const source = parseIssue(
  `# Harbour\n\nThe ferry leaves at nine.${more}\n\nThe market opens at ten.${more}\n\nThe tower is closed.${more}\n`,
);
const first = `# Le port\n\nLe bac part à neuf heures.${suite}\n\nLe marché ouvre à dix heures.${suite}\n\nLa tour est fermée.${suite}\n`;
const later = first.replace('dix heures', 'dix heures pile');

/** Runs `look` over states of the translation, one after the other; says after each what was looked at, and what was found. */
function run(
  texts: readonly string[],
  look: (context: PairContext) => readonly unknown[],
  asked: string[],
): { asked: string[]; found: readonly unknown[] }[] {
  const memory = new CheckMemory();
  let target = parseIssue(texts[0]!);
  return texts.map((text) => {
    target = parseIssue(text, target);
    const context = pairContext(source, target, { source: 'en', target: 'fr', memory });
    asked.length = 0;
    const found = look(context);
    context.recall!.keep();
    return { asked: [...asked], found };
  });
}

/** The first sentence. */
function opening({ text }: { readonly text: string }): string {
  return /^[^.]*\.?/.exec(text)![0];
}

const all = ['Le port', 'Le bac part à neuf heures.', 'Le marché ouvre à dix heures.', 'La tour est fermée.'];
const changed = 'Le marché ouvre à dix heures pile.';

describe('looking again', () => {
  const asked: string[] = [];
  const textOf = ({ target: [block] }: { readonly target: readonly { readonly text: string }[] }): string => (
    asked.push(opening(block!)),
    block!.text
  );

  it('is at what changed alone, where nothing was found', () => {
    assert.deepEqual(
      run(
        [first, first, later],
        perUnit((unit) => (textOf(unit), [])),
        asked,
      ).map((step) => step.asked),
      [all, [], [changed]],
    );
  });

  it('is at what something was found in, too', () => {
    const look = perUnit((unit) => (textOf(unit).includes('bac') ? ['ferry'] : []));
    assert.deepEqual(run([first, first, later], look, asked), [
      { asked: all, found: ['ferry'] },
      { asked: [all[1]], found: ['ferry'] },
      { asked: [all[1], changed], found: ['ferry'] },
    ]);
  });

  it('finds what was kept without looking', () => {
    const look = keptPerUnit((unit) => (textOf(unit).includes('bac') ? 'ferry' : undefined));
    const steps = run(
      [first, later],
      (context) => look(context).map(({ row, index, value }) => [opening(row.target[0]!), index, value]),
      asked,
    );
    assert.deepEqual(steps, [
      { asked: all, found: [[all[1], 1, 'ferry']] },
      { asked: [changed], found: [[all[1], 1, 'ferry']] },
    ]);
  });

  it('finds plain data without looking, where the block is now', () => {
    const look = plainPerBlock(
      (block) => (
        asked.push(opening(block)),
        block.text.includes('tour')
          ? [{ span: block.span, edits: [{ span: { start: block.span.end, end: block.span.end }, newText: '!' }] }]
          : []
      ),
    );
    const [before, behind] = run([first, later], look, asked).map(
      ({ found }) => found as { span: { start: number; end: number } }[],
    );
    assert.deepEqual(asked, [changed]);
    assert.deepEqual(behind![0]!.span, { start: before![0]!.span.start + 5, end: before![0]!.span.end + 5 });
    assert.deepEqual(behind, look(pairContext(source, parseIssue(later), {})));
  });

  it('is at all where a fact of the whole has changed, and at a row whose own has', () => {
    const about = perUnit((unit) => (textOf(unit), []), { about: ({ target }) => [target.text.includes('pile')] });
    assert.deepEqual(run([first, later], about, asked)[1]!.asked, [all[0], all[1], changed, all[3]]);
    const each = perUnit((unit) => (textOf(unit), []), {
      each: ({ target, alignment }) => alignment.units.map((_, i) => i === 0 && target.text.includes('pile')),
    });
    assert.deepEqual(run([first, later], each, asked)[1]!.asked, [all[0], changed]);
  });

  it('is at what is beside a change, as far as it reaches', () => {
    const look = perBlock((block) => (asked.push(opening(block)), []), { reach: 1 });
    assert.deepEqual(run([first, later], look, asked)[1]!.asked, [all[1], changed, all[3]]);
  });

  it('is at what asked the vocabulary, or said that it hangs on more', () => {
    const words = perUnit((unit, { vocabulary }) =>
      textOf(unit).includes('tour') && vocabulary.isOrdinary('ferry') ? [] : [],
    );
    assert.deepEqual(run([first, later], words, asked)[1]!.asked, [changed, all[3]]);
    const more = perBlock(
      (block, context) => (asked.push(opening(block)), block.index === 0 ? (lookAgain(context), []) : []),
    );
    assert.deepEqual(run([first, later], more, asked)[1]!.asked, [all[0], changed]);
  });

  it('is at all where the text has other definitions of references, or is another one', () => {
    const look = perUnit((unit) => (textOf(unit), []));
    assert.equal(run([first, `${first}\n[a]: https://a.example\n`], look, asked)[1]!.asked.length, 4);
    const fork = new CheckMemory();
    const context = pairContext(source, parseIssue(first), { memory: fork });
    look(context);
    context.recall!.keep();
    asked.length = 0;
    look(pairContext(source, context.target, { memory: fork.copy() }));
    assert.deepEqual(asked, []);
  });
});
