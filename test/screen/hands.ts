// Somebody's hands: they press keys and click as a person would, and every stroke and click is counted.
import type { Locator, Page } from 'playwright-core';

export class Hands {
  /** Keys pressed; a key with Control or Shift held is one. */
  strokes = 0;
  clicks = 0;
  /** Characters of the translation itself, which nobody can save anybody. */
  written = 0;
  #clipboard = '';

  constructor(private readonly page: Page) {}

  /** Presses keys one after the other, for example `press('Control+F', 'Escape')`. */
  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      this.strokes++;
    }
  }

  /** Types what is no translation: words to look for, an address. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.strokes += text.length;
  }

  /** Writes words of the translation. */
  async write(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
    this.written += text.length;
  }

  /** Copies what is selected; a browser without a window has no clipboard that a page could read, so that is played. */
  copy(selected: string): void {
    this.#clipboard = selected;
    this.strokes++;
  }

  async paste(): Promise<void> {
    await this.page.keyboard.insertText(this.#clipboard);
    this.strokes++;
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.clicks++;
  }

  /** Clicks on a point of the window, with Shift held if `extend`. */
  async clickAt({ x, y }: { readonly x: number; readonly y: number }, extend = false): Promise<void> {
    if (extend) await this.page.keyboard.down('Shift');
    await this.page.mouse.click(x, y);
    if (extend) await this.page.keyboard.up('Shift');
    this.clicks++;
  }
}
