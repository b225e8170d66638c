// Remembers the HTML of blocks from one picture of a text to the next, so that a keystroke renders one block anew.
import type { Block, Issue } from '../model.js';
import type { Mark, RenderedBlock } from './marks.js';

/** A block as it was rendered, and where it stood then. */
interface Remembered {
  readonly at: number;
  readonly block: RenderedBlock;
}

/** The HTML of one text's blocks. A cache serves one text with one way of finding its pictures. */
export class RenderCache {
  private definitions = '';
  private before = new Map<string, Remembered>();
  private now = new Map<string, Remembered>();

  /** To be called before the blocks of a text are rendered: what the text before did not have any more is forgotten. */
  begin({ definitions }: Issue): void {
    const used = JSON.stringify(definitions.map(({ label, url }) => [label, url]));
    this.before = used === this.definitions ? this.now : new Map<string, Remembered>();
    this.now = new Map();
    this.definitions = used;
  }

  /** `block` as HTML: remembered if a block that says the same was rendered, else what `render` makes of it. */
  rendered(block: Block, { text }: Issue, marks: readonly Mark[], render: () => RenderedBlock): RenderedBlock {
    // Marks stand at other places in the text after a change further up, and at the same ones in the block.
    const marked = marks
      .map(({ problem, span }) => `${problem ?? 'new'} ${span.start - block.span.start} ${span.end - block.span.start}`)
      .join();
    const key = `${block.kind} ${block.nodes.map(({ type }) => type).join()} ${marked} ${text.slice(block.span.start, block.span.end)}`;
    const known = this.now.get(key) ?? this.before.get(key);
    const entry = known ? { at: known.at, block: known.block } : { at: block.span.start, block: render() };
    this.now.set(key, entry);
    return shifted(entry.block, block.span.start - entry.at);
  }
}

/** What was rendered, as it stands `by` code units further down. */
function shifted(rendered: RenderedBlock, by: number): RenderedBlock {
  if (by === 0) return rendered;
  return {
    html: rendered.html,
    placeables: rendered.placeables.map((one) => ({
      ...one,
      span: one.span && { start: one.span.start + by, end: one.span.end + by },
    })),
  };
}
