// One of two plain text editors side by side, as somebody uses it who has no panel: search, select, copy, paste.
import type { Page } from 'playwright-core';
import type { Hands } from './hands';

export class PlainEditor {
  /** @param column from 0, from the left */
  constructor(
    private readonly page: Page,
    private readonly hands: Hands,
    private readonly column: number,
  ) {}

  /** Puts the cursor into the editor. */
  async enter(): Promise<void> {
    const box = (await this.#editor().locator('.monaco-editor').first().boundingBox())!;
    await this.hands.clickAt({ x: box.x + 300, y: box.y + box.height / 2 });
  }

  /** Looks for words; they are selected then. */
  async find(words: string): Promise<void> {
    await this.hands.press('Control+F');
    await this.hands.type(words);
    await this.page.waitForTimeout(500); // it looks a moment after the last key
    await this.#editor()
      .locator('.find-widget .matchesCount', { hasText: /^1 of|\d+ of/ })
      .waitFor();
    await this.hands.press('Escape');
    await this.page.waitForTimeout(300); // the editor scrolls there
  }

  /** Selects what is in sight from the beginning of one text to the end of another: a click, and one with Shift. */
  async select(from: string, to: string): Promise<void> {
    await this.hands.clickAt(await this.#pointOf(from, 'start'));
    await this.hands.clickAt(await this.#pointOf(to, 'end'), true);
  }

  #editor() {
    return this.page.locator('.editor-group-container').nth(this.column);
  }

  /** Where a text that is in sight begins or ends; lines may be wrapped within it. */
  async #pointOf(text: string, edge: 'start' | 'end'): Promise<{ x: number; y: number }> {
    const point = await this.#editor()
      .locator('.view-lines')
      .first()
      .evaluate(
        (lines, [wanted, side]) => {
          const nodes: { node: Text; start: number }[] = [];
          let said = '';
          const byPlace = [...lines.querySelectorAll<HTMLElement>('.view-line')].sort(
            (a, b) => parseFloat(a.style.top) - parseFloat(b.style.top),
          );
          for (const line of byPlace) {
            const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              nodes.push({ node: walker.currentNode as Text, start: said.length });
              said += walker.currentNode.nodeValue!.replaceAll('\u00a0', ' ');
            }
          }
          const found = said.indexOf(wanted);
          if (found < 0) return `“${wanted}” is not in sight: ${said}`;
          const at = side === 'start' ? found : found + wanted.length;
          // The end of one line, not the beginning of the next.
          const place = nodes.findLast(({ start }) => (side === 'start' ? start <= at : start < at))!;
          const range = document.createRange();
          range.setStart(place.node, at - place.start);
          range.collapse(true);
          const box = range.getBoundingClientRect();
          return { x: box.x, y: box.y + box.height / 2 };
        },
        [text, edge] as const,
      );
    if (typeof point === 'string') throw new Error(point);
    return point;
  }
}
