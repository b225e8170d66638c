// “Fix all” takes what is safe, nothing else, and comes to an end.
import assert from 'node:assert/strict';
import { checkPair, checkPost, pairContext, postContext } from '../../../src/core/checks/run.js';
import { fixSafely } from '../../../src/core/checks/fixAll.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Problem } from '../../../src/core/problem.js';

const source = parseIssue(`---
layout: post
title: Seven
excerpt: All about birds.
---

See the [manual](https://example.org/manual), the [shop](https://example.org/shop) and the [map](https://example.org/map).

Their [next task](https://example.org/iron) is to iron them by 2025.
`);
const inPair = (text: string): Problem[] =>
  checkPair(pairContext(source, parseIssue(text), { source: 'en', target: 'fr' }));

describe('fixSafely', () => {
  it('mends what has one answer, and inserts no prose', () => {
    const text = `---
title: Sept
---

Voyez le [manuel] (https://example.org/manual), la [boutique](ttps://example.org/shop) et le plan.
`;
    const { text: fixed, fixed: problems } = fixSafely(text, inPair);
    assert.equal(
      fixed,
      `---
layout: post
title: Sept
---

Voyez le [manuel](https://example.org/manual), la [boutique](https://example.org/shop) et le plan.
`,
    );
    assert.deepEqual(
      problems.map((one) => one.check),
      ['front-matter-missing-field', 'broken-link-syntax', 'link-changed'],
    );
    assert.deepEqual(fixSafely(fixed, inPair), { text: fixed, fixed: [] });
  });

  it('repairs damaged text and what stands in it, whatever collides', () => {
    const text = 'Voir l’√©t√© : [√©t√©] (https://example.org/√©t√©).\n';
    const { text: fixed } = fixSafely(text, (now) => checkPost(postContext(parseIssue(now), { targetLocale: 'fr' })));
    assert.equal(fixed, 'Voir l’été : [été](https://example.org/été).\n');
  });

  it('comes to an end with fixes that undo each other', () => {
    const swap = (text: string): Problem[] => [
      problem({ edits: [{ span: { start: 0, end: 1 }, newText: text[0] === 'a' ? 'b' : 'a' }] }),
    ];
    assert.equal(fixSafely('a', swap).text, 'b');
  });

  it('takes no fix that is unsafe or not preferred', () => {
    const edits = [{ span: { start: 0, end: 1 }, newText: 'b' }];
    for (const flags of [{ safe: false }, { preferred: false }])
      assert.deepEqual(
        fixSafely('a', () => [problem({ edits, ...flags })]),
        { text: 'a', fixed: [] },
      );
  });
});

function problem(fix: { edits: Problem['fixes'][number]['edits']; safe?: boolean; preferred?: boolean }): Problem {
  return {
    check: 'x',
    severity: 'warning',
    message: '',
    span: { start: 0, end: 1 },
    source: undefined,
    fixes: [{ title: '', safe: true, preferred: true, ...fix }],
  };
}
