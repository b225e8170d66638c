// Comments that mark something as intended: they go where nothing else changes, hold there, and come away without a trace.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { alignIssues } from '../../../src/core/align/align.js';
import { checkPairAll, checkPostAll, pairContext, postContext } from '../../../src/core/checks/run.js';
import { intended } from '../../../src/core/ignore/intended.js';
import { ignoreHere, ignoreInFile, removal } from '../../../src/core/ignore/place.js';
import type { Issue } from '../../../src/core/model.js';
import { placeOf } from '../../../src/core/parse/directives.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Problem } from '../../../src/core/problem.js';
import { applyEdits } from '../../../src/core/text/edit.js';
import { corpusPath, describeCorpus } from '../support/corpus.js';
import { sampleIssue, sampleText } from '../support/samples.js';

const everyKind = `---
title: A letter
image:
  thumb: a.png
excerpt: >
  Two lines
  of it
---

# A heading

A paragraph with [a link](https://example.org/a).
{: .center}

A paragraph before a break \\\\
and behind it, with a break at its end\\\\

***A title***
and its text in the same paragraph

![a picture](a.png)
*[A caption](https://example.org/c)*

<p align="center"><img src="b.png"></p>

## Another heading
- an item
- an item with code

  ~~~js
  code();
  ~~~

  ## and a heading
- an item with a part
  > that quotes \`code\`

    and goes on
1. one
2. two

| a | b |
|---|---|
| 1 | 2 |

> ### A quoted heading
>
> | c |
> |---|
> | 3 |

\`\`\`
fenced
\`\`\`

    indented

<ul class="note">
<li>Some HTML</li>
</ul>

A footnote[^1] and a [reference][r].

[^1]: Its text.

[r]: https://example.org/r

The end without a line break`;

/** Puts a comment to every block of an issue in turn. */
function eachBlock(issue: Issue, look: (after: Issue, block: Issue['blocks'][number], before: Issue) => void): void {
  for (const block of issue.blocks) {
    const edit = ignoreHere(issue, block.span, 'link-missing', 'example.org/a--b {{ x }}');
    assert.ok(edit, `a place at ${block.kind} “${issue.text.slice(block.span.start, block.span.end)}”`);
    look(parseIssue(applyEdits(issue.text, [edit])), block, issue);
  }
}

describe('where a comment goes', () => {
  for (const [name, text] of [
    ['with line feeds', everyKind],
    ['with Windows line endings', everyKind.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\ufeff${everyKind}`],
  ] as const) {
    it(`is found for every kind of block, ${name}`, () => {
      const issue = parseIssue(text);
      assert.deepEqual([...new Set(issue.blocks.map(({ kind }) => kind))].sort(), [
        'caption',
        'code',
        'heading',
        'html',
        'image',
        'list-item',
        'paragraph',
        'table',
        'title',
      ]);
      eachBlock(issue, (after, block, before) => {
        const [directive] = after.directives;
        assert.deepEqual(
          [directive?.check, directive?.subject, directive?.place],
          ['link-missing', 'example.org/a-b { x }', { in: 'body', block: block.index }],
        );
        assert.deepEqual(
          after.blocks.map((one) => [one.kind, one.depth, one.text, one.comments]),
          before.blocks.map((one) => [one.kind, one.depth, one.text, one.comments]),
        );
        const slices = ({ text, blocks }: Issue): string[] =>
          blocks.map(({ span }) => text.slice(span.start, span.end).replace(/ ?<!--.*?-->/, ''));
        assert.deepEqual(slices(after), slices(before), 'no block has grown');
        assert.equal(applyEdits(after.text, [removal(after, directive!)]), before.text, 'and it comes away again');
      });
    });
  }

  it('is above a field, or at the end of front matter', () => {
    const issue = parseIssue(everyKind);
    const { fields, span } = issue.frontMatter!;
    for (const { path, valueSpan } of fields.filter(({ path: one }) => one !== 'image')) {
      const edit = ignoreHere(issue, valueSpan, 'untranslated-title', undefined)!;
      const after = parseIssue(applyEdits(issue.text, [edit]));
      assert.deepEqual(after.directives[0]?.place, { in: 'front matter', field: path });
      assert.equal(applyEdits(after.text, [removal(after, after.directives[0])]), issue.text);
    }
    const after = applyEdits(issue.text, [
      ignoreHere(issue, { start: span.start, end: span.start + 3 }, 'front-matter-missing-field', 'lang')!,
    ]);
    assert.match(after, /\n {2}of it\n# facing-pages: ignore front-matter-missing-field lang\n---\n/);
  });

  it('is the top for a whole file', () => {
    const top = (text: string): string => applyEdits(text, [ignoreInFile(parseIssue(text), 'link-missing')!]);
    assert.equal(
      top('---\ntitle: A\n---\n\nText.\n'),
      '---\n# facing-pages: ignore-file link-missing\ntitle: A\n---\n\nText.\n',
    );
    assert.equal(
      top('---json\n{"title": "A"}\n---\n\nText.\n'),
      '---json\n{"title": "A"}\n---\n\n<!-- facing-pages: ignore-file link-missing -->\n\nText.\n',
    );
    assert.equal(top('\ufeffText.\r\n'), '\ufeff<!-- facing-pages: ignore-file link-missing -->\r\n\r\nText.\r\n');
    assert.equal(top(''), '<!-- facing-pages: ignore-file link-missing -->\n\n');
  });

  it('is nowhere if the text would read otherwise', () => {
    const issue = parseIssue('Text.\n\n```\nnever closed\n');
    assert.equal(ignoreHere(issue, issue.blocks[1]!.span, 'code-changed', undefined), undefined);
  });

  it('counts in the file where that is damaged', () => {
    const file = 'L’√©t√© pass√© : voir [√©t√©] (https://example.org/a).\n';
    const issue = parseIssue(file);
    const problem = checkPostAll(postContext(issue, { targetLocale: 'fr' })).problems.find(
      ({ check }) => check === 'broken-link-syntax',
    )!;
    assert.equal(
      applyEdits(file, [intended(issue, problem).here!]),
      file.replace(
        '.\n',
        `. <!-- facing-pages: ignore broken-link-syntax${problem.subject === undefined ? '' : ` ${problem.subject}`} -->\n`,
      ),
    );
  });
});

/** Every problem of a pair is marked in turn: it is ignored then, and nothing else is said or aligned otherwise. */
function holdsFor(sourceText: string, targetText: string, every: number): void {
  const [source, target] = [parseIssue(sourceText), parseIssue(targetText)];
  const check = (issue: Issue) => checkPairAll(pairContext(source, issue, { source: 'en', target: 'fr' }));
  const words = (problems: readonly Problem[]): string[] => problems.map((one) => `${one.check} ${one.message}`).sort();
  const units = (issue: Issue): unknown =>
    alignIssues(source, issue).units.map((unit) => [
      unit.state,
      unit.source.map(({ index }) => index),
      unit.target.map(({ index }) => index),
    ]);
  const { problems } = check(target);
  const aligned = units(target);
  problems.forEach((problem, i) => {
    if (i % every > 0) return;
    const choices = intended(target, problem);
    for (const [edit, where] of [
      [choices.here, 'here'],
      [choices.inFile, 'in the file'],
    ] as const) {
      if (!edit) continue;
      const marked = parseIssue(applyEdits(targetText, [edit]));
      const after = check(marked);
      const told = `${problem.check} ${where}: ${problem.message}`;
      assert.ok(
        after.ignored.some(({ check: id, message }) => id === problem.check && message === problem.message),
        told,
      );
      const meant = problems.filter(
        (one) => one.check === problem.check && (where === 'in the file' || sameSpot(one, problem, target)),
      );
      assert.deepEqual(words(after.ignored), words(meant), told);
      assert.deepEqual(words([...after.problems, ...after.ignored]), words(problems), told);
      assert.deepEqual(units(marked), aligned, told);
    }
  });
}

function sameSpot(a: Problem, b: Problem, issue: Issue): boolean {
  const spot = ({ span }: Problem): string =>
    JSON.stringify(
      placeOf(
        issue.damage ? { start: issue.damage.toRepaired(span.start), end: issue.damage.toRepaired(span.end) } : span,
        issue,
      ),
    );
  return spot(a) === spot(b) && (b.subject === undefined || a.subject === b.subject);
}

describe('a problem that is marked as intended is ignored, and nothing else changes', () => {
  for (const [source, target] of [
    ['en11', 'fr11'],
    ['en12', 'fr12'],
    ['en12', 'zh12'],
    ['en12', 'ar12'],
  ] as const) {
    it(`in the sample ${target}`, () => holdsFor(sampleText(source), sampleText(target), 3));
  }

  it('has a sample to hold it to', () => assert.ok(sampleIssue('fr12').blocks.length > 10));
});

describeCorpus('dair-ai', 'problems that are marked as intended', () => {
  it('are ignored, and nothing else changes', function () {
    this.timeout(120_000);
    const rows = readFileSync(corpusPath('dair-ai', 'pairs.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    for (const [, , source, target] of rows.filter((_, i) => i % 9 === 0)) {
      const read = (name: string): string => readFileSync(corpusPath('dair-ai', '_posts', name), 'utf8');
      holdsFor(read(source!), read(target!), 12);
    }
  });
});
