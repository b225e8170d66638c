// The panel as the screen tests see it: its rows, what they say, and what shuts people out.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

export class PanelPage {
  constructor(private readonly workbench: Workbench) {}

  get page(): FrameLocator {
    return this.workbench.panel();
  }

  /** Opens the panel beside the editor, as somebody does who knows the command, and waits until it shows rows. */
  async open(): Promise<void> {
    await this.workbench.runCommand('Facing Pages: Open Side by Side');
    await this.page.locator('.row[data-key]').first().waitFor();
  }

  /** The row that says these words on either side. */
  row(words: string): Locator {
    return this.page.locator('.row[data-key]:not(.section-head)').filter({ hasText: words }).first();
  }

  /** The row that the text editor's cursor is in, as soon as it says these words. */
  async currentRow(words: string): Promise<void> {
    await this.page.locator('.row[aria-current=true]').filter({ hasText: words }).waitFor();
  }

  /** The button of a translation in the head. */
  translation(name: string): Locator {
    return this.page.locator('nav button').filter({ hasText: name });
  }

  /** How far the rows are scrolled, in pixels. */
  scrolled(): Promise<number> {
    return this.page.locator('main').evaluate((main) => main.scrollTop);
  }

  /** Fails if axe-core finds anything serious in the page. */
  async assertAccessible(): Promise<void> {
    const violations = await this.page.locator('body').evaluate(async (_, source) => {
      // The page's policy lets no script in; what a test evaluates is not bound by it.
      (0, eval)(source);
      const { violations: found } = await (window as unknown as { axe: { run(): Promise<AxeResult> } }).axe.run();
      return found.map(({ id, impact, help, nodes }) => ({ id, impact, help, html: nodes[0]?.html.slice(0, 200) }));
    }, axeSource);
    assert.deepEqual(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
      [],
    );
  }
}
