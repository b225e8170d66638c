// What the field of a missing block begins with.
import assert from 'node:assert/strict';
import type { BlockKind } from '../../../src/core/model.js';
import { frameOf } from '../../../src/core/view/frame.js';

/** The frame with a bar where the words go. */
function framed(kind: BlockKind, markdown: string): string | undefined {
  const frame = frameOf(kind, markdown);
  return frame && `${frame.text.slice(0, frame.caret)}|${frame.text.slice(frame.caret)}`;
}

describe('the frame of a missing block', () => {
  const cases: readonly (readonly [BlockKind, string, string | undefined])[] = [
    ['title', '***Benches That Know***', '***|***'],
    ['title', '**"A Name"**', '**|**'],
    ['heading', '## News from the Path', '## |'],
    ['heading', '# *News*', '# *|*'],
    ['list-item', '- The map has 12 paths.', '- |'],
    ['list-item', '12. The map', '12. |'],
    ['list-item', '- [ ] The map', '- [ ] |'],
    ['caption', '[*source*](https://example.org/a_(b))', '[*|*](https://example.org/a_(b))'],
    ['caption', '[drawing][d]', '[|][d]'],
    ['caption', '*Source:* [*Census*](https://example.org)', undefined],
    ['paragraph', 'Words and [more](https://example.org).', undefined],
    ['paragraph', '*One* and *two*', undefined],
    ['paragraph', '> Quoted words', '> |'],
    ['code', '- no list', undefined],
    ['image', '![A ferry](ferry.png)\n', '![A ferry](ferry.png)|'],
  ];
  for (const [kind, markdown, expected] of cases)
    it(`of “${markdown.trim()}”`, () => assert.equal(framed(kind, markdown), expected));
  it('is worth saving of a picture only', () =>
    assert.deepEqual([frameOf('image', '![](a.png)')?.isWhole, frameOf('heading', '# A')?.isWhole], [true, false]));
});
