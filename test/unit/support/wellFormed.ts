// What holds of every parsed post, whatever its text was.
import assert from 'node:assert/strict';
import type { Block, Issue } from '../../../src/core/model.js';
import { slice, type Span } from '../../../src/core/text/span.js';

/** Asserts that all spans lie in the text, blocks ascend and neither overlap nor begin or end with white space, and sections cover them. */
export function assertWellFormed(issue: Issue): void {
  let end = issue.frontMatter?.span.end ?? 0;
  issue.blocks.forEach((block, i) => {
    const { start } = block.span;
    const fits = block.index === i && start >= end && block.span.end > start && block.span.end <= issue.text.length;
    if (!fits) fail(issue, block, 'does not stand behind the one before it, in the text');
    if (/\s/.test(issue.text[start]!) || /\s/.test(issue.text[block.span.end - 1]!))
      fail(issue, block, 'begins or ends with white space');
    if (!spansIn(block).every((span) => isIn(block.span, span))) fail(issue, block, 'has links or pictures outside');
    end = block.span.end;
  });
  const whole = { start: 0, end: issue.text.length };
  const spans = [
    ...issue.definitions.map((definition) => definition.span),
    ...issue.faults.map((fault) => fault.span),
    ...addressesOf(issue),
  ];
  for (const span of spans) assert.ok(isIn(whole, span), JSON.stringify(span));
  assertCovered(issue);
}

// Written out only where something is wrong: blocks can be megabytes.
function fail(issue: Issue, block: Block, what: string): never {
  assert.fail(
    `the ${block.kind} ${JSON.stringify(slice(issue.text, block.span))} (${block.span.start} to ${block.span.end}) ${what}`,
  );
}

function isIn(whole: Span, { start, end }: Span): boolean {
  return whole.start <= start && start <= end && end <= whole.end;
}

function spansIn(block: Block): Span[] {
  return [...block.links.flatMap((link) => [link.span, link.textSpan]), ...block.images.map((image) => image.span)];
}

function addressesOf(issue: Issue): Span[] {
  return issue.blocks.flatMap((block) =>
    [...block.links, ...block.images].flatMap(({ urlSpan }) => (urlSpan ? [urlSpan] : [])),
  );
}

/** Every block is in exactly one section and, unless it is a section's heading, in exactly one item. */
function assertCovered({ sections, blocks }: Issue): void {
  let next = 0;
  for (const { first, last, heading, items } of sections) {
    assert.equal(first, next);
    if (heading !== undefined) assert.equal(next++, heading);
    for (const item of items) {
      assert.equal(item.first, next);
      assert.ok(item.last >= item.first);
      if (item.title !== undefined) assert.equal(item.title, item.first);
      next = item.last + 1;
    }
    assert.equal(last, next - 1);
  }
  assert.equal(next, blocks.length);
}
