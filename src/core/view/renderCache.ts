// Remembers the HTML of blocks from one picture of a text to the next, so that a keystroke renders one block anew.
import type { Block, Issue } from '../model.js';

/** The HTML of one text's blocks. A cache serves one text with one way of finding its pictures. */
export class RenderCache {
  private definitions = '';
  private before = new Map<string, string>();
  private now = new Map<string, string>();

  /** To be called before the blocks of a text are rendered: what the text before did not have any more is forgotten. */
  begin({ definitions }: Issue): void {
    const used = JSON.stringify(definitions.map(({ label, url }) => [label, url]));
    this.before = used === this.definitions ? this.now : new Map<string, string>();
    this.now = new Map();
    this.definitions = used;
  }

  /** The HTML of `block`: remembered if a block that says the same was rendered, else what `render` makes of it. */
  html(block: Block, { text }: Issue, render: () => string): string {
    const key = `${block.kind} ${block.nodes.map(({ type }) => type).join()} ${text.slice(block.span.start, block.span.end)}`;
    const known = this.now.get(key) ?? this.before.get(key) ?? render();
    this.now.set(key, known);
    return known;
  }
}
