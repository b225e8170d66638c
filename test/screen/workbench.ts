// VS Code's window as the screen tests see it: open a file, read the problems, run a command, choose a fix.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { addressOf } from '../../scripts/host/address.mjs';
import { launchBrowser } from '../../scripts/host/browser.mjs';
import { installExtension, startServer } from '../../scripts/host/server.mjs';
import { root } from '../../scripts/project.mjs';
import { makeTemporary, removeTemporary } from '../../scripts/temporary.mjs';
import { makeWorkspace } from '../../scripts/workspace.mjs';

/** VS Code's own themes, by what they are for. */
const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  'high contrast': 'Default High Contrast',
  'high contrast light': 'Default High Contrast Light',
};

export interface WorkbenchOptions {
  /** The folder to work on; the samples, if not said. The window opens a temporary copy of it. */
  folder?: string;
  /** Adds the real newsletters to the copy, as `dair-ai/` and `seeds/`, if this machine has them. */
  corpus?: boolean;
  /** User settings, for example `{ 'editor.fontSize': 16 }`. */
  settings?: Record<string, unknown>;
  theme?: keyof typeof themes;
  size?: { width: number; height: number };
  /** The extension's working copy; the project, if not said. */
  extensionPath?: string;
  /** Folders of more extensions to install. */
  besides?: readonly string[];
  /** Opens the folder in restricted mode, as VS Code does with one that nobody has said they trust. */
  untrusted?: boolean;
  /** Settings of the machine that VS Code runs on, for what user settings may not say, as where git is. */
  machineSettings?: Record<string, unknown>;
  /** A packaged extension, which is installed instead of loading the working copy. */
  vsix?: string;
}

const startLimit = 30_000;
const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';

const opened = new Set<Workbench>();

/** The windows that are open at this moment. */
export const openWorkbenches: ReadonlySet<Workbench> = opened;

/** A window of VS Code. Every test file opens its own, in `before`, and closes it in `after`. */
export class Workbench {
  /** For what this class has no method for. */
  readonly page: Page;
  /** The temporary copy that the window has open. */
  readonly folder: string;
  /** Where the packaged extension was installed, if one was. */
  readonly extensionsFolder: string;
  readonly #cleanUp: (() => unknown)[];

  private constructor(page: Page, folder: string, extensionsFolder: string, cleanUp: (() => unknown)[]) {
    this.page = page;
    this.folder = folder;
    this.extensionsFolder = extensionsFolder;
    this.#cleanUp = cleanUp;
  }

  /** Opens a window and waits until it shows the folder. It takes about four seconds. */
  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const cleanUp: (() => unknown)[] = [];
    try {
      const workspace = makeWorkspace({
        ...(options.folder && { from: options.folder }),
        corpus: options.corpus ?? false,
      });
      cleanUp.push(() => workspace.remove());
      const extensionsFolder = makeTemporary('extensions');
      cleanUp.push(() => removeTemporary(extensionsFolder));
      for (const folder of options.besides ?? [])
        cpSync(folder, path.join(extensionsFolder, `facing-pages.${path.basename(folder)}-0.0.0`), { recursive: true });
      if (options.vsix) await installExtension(options.vsix, extensionsFolder);
      const userDataFolder = makeTemporary('user');
      cleanUp.push(() => removeTemporary(userDataFolder));
      mkdirSync(path.join(userDataFolder, 'Machine'));
      writeFileSync(path.join(userDataFolder, 'Machine/settings.json'), JSON.stringify(options.machineSettings ?? {}));
      const server = await startServer({
        extensionsFolder,
        userDataFolder,
        asksForTrust: options.untrusted ?? false,
        settings: {
          'workbench.colorTheme': themes[options.theme ?? 'light'],
          'window.autoDetectColorScheme': false,
          ...options.settings,
        },
      });
      cleanUp.push(() => server.stop());
      const browser: Browser = await launchBrowser();
      cleanUp.push(() => browser.close());
      const page = await browser.newPage({ viewport: options.size ?? { width: 1400, height: 900 } });
      page.setDefaultTimeout(15_000);
      const developmentPaths = options.vsix ? [] : [options.extensionPath ?? root];
      await page.goto(addressOf(server, { folder: workspace.folder, developmentPaths }));
      await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor({ timeout: startLimit });
      const workbench = new Workbench(page, workspace.folder, extensionsFolder, cleanUp);
      opened.add(workbench);
      return workbench;
    } catch (error) {
      await undoAll(cleanUp);
      throw error;
    }
  }

  /** Closes the window and removes its folders. */
  async close(): Promise<void> {
    opened.delete(this);
    await undoAll(this.#cleanUp);
  }

  /** Opens a file of the folder, for example `_posts/one.md`, and waits until an editor shows it. */
  async openFile(name: string): Promise<void> {
    // A whole path finds the file without a search, which names alike would confuse.
    const row = await this.#quickOpen(
      path.join(this.folder, name),
      this.#quickInput().locator('.monaco-list-row').first(),
    );
    await row.click();
    await this.page
      .locator(`.tab.active[data-resource-name="${path.basename(name)}"]`)
      .first()
      .waitFor();
    await this.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
  }

  /** Runs a command by the title that the command palette shows, for example `Facing Pages: Open`. */
  async runCommand(title: string): Promise<void> {
    const row = await this.#quickOpen(
      `>${title}`,
      this.#quickInput()
        .locator('.monaco-list-row')
        .filter({ has: this.page.getByText(title, { exact: true }) })
        .first(),
    );
    await row.click();
  }

  /** Presses keys, for example `Control+S`; on macOS, Control stands for Command. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys.replace('Control', modifier));
  }

  /** The row of the Problems view with this text. The view shows as many rows as fit, so its filter is set to the text. */
  async problem(text: string): Promise<Locator> {
    await this.#showProblems();
    await this.#problemFilter().fill(text);
    return this.#problemRows().filter({ hasText: text }).first();
  }

  /** The messages in the Problems view, as soon as there are any; of a long list, as many as fit into the view. */
  async problems(): Promise<string[]> {
    await this.#showProblems();
    await this.#problemFilter().fill('');
    await this.#problemRows().first().waitFor();
    return this.#problemRows().evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('.marker-message')].map(({ textContent }) => textContent).join('\n')),
    );
  }

  /** How many problems the status bar counts: those out of sight too, but not hints. */
  async problemCount(): Promise<number> {
    const label = (await this.page.locator('[id="status.problems"]').getAttribute('aria-label')) ?? '';
    return [...label.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0);
  }

  /** Goes to the problem with this text, and chooses a fix for it from the light bulb's menu. */
  async quickFix(problemText: string, title: string): Promise<void> {
    await (await this.problem(problemText)).dblclick(); // puts the cursor on it, and the focus into the editor
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    const action = this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
    await this.#retry(`no fix “${title}” for “${problemText}”`, async () => {
      await this.press('Control+.');
      await action.waitFor({ timeout: 3_000 }); // VS Code leaves fixes out in the first seconds: ask again
      await action.click();
    });
    await action.waitFor({ state: 'hidden' });
  }

  /** The text of the active editor, as far as it is in view. */
  async visibleText(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .monaco-editor .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: parseFloat((element as HTMLElement).style.top), text: element.textContent }))
          .sort((one, other) => one.top - other.top)
          .map(({ text }) => text.replaceAll('\u00a0', ' ')),
      );
    return lines.join('\n');
  }

  /** Changes the theme of the open window, for example to `Dark High Contrast`: the names that VS Code's own menu has. */
  async chooseTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.#quickInput().locator('input[type=text]').fill(name);
    await this.#quickInput().locator('.monaco-list-row.focused', { hasText: name }).waitFor();
    await this.press('Enter');
    await this.#quickInput().waitFor({ state: 'hidden' });
    await this.page.waitForTimeout(300); // the webview is told a moment later
  }

  /** The page inside the panel: `workbench.panel().locator('button')`. */
  panel(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Takes a picture of the window, and of those that were opened from it, into out/screens/. */
  async screenshot(name: string): Promise<void> {
    const folder = path.join(root, 'out/screens');
    mkdirSync(folder, { recursive: true });
    const others = this.page
      .context()
      .pages()
      .filter((page) => page !== this.page);
    writeFileSync(path.join(folder, `${name}.png`), await this.page.screenshot());
    for (const [i, other] of others.entries())
      writeFileSync(path.join(folder, `${name}-${i + 2}.png`), await other.screenshot());
  }

  #quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  #problemRows(): Locator {
    return this.page.locator('.markers-panel .monaco-list-row').filter({ has: this.page.locator('.marker-message') });
  }

  #problemFilter(): Locator {
    return this.page.locator('.viewpane-filter input[aria-label="Filter Problems"]');
  }

  async #showProblems(): Promise<void> {
    const view = this.page.locator('.markers-panel');
    if (await view.isVisible()) return;
    await this.press('Control+Shift+M');
    await view.waitFor();
  }

  /** Types into the box at the top and waits for the row; again from the start if a window still starting has lost it. */
  async #quickOpen(text: string, row: Locator): Promise<Locator> {
    await this.#retry(`nothing called “${text}”`, async () => {
      await this.press('F1');
      await this.#quickInput().locator('input[type=text]').fill(text);
      await row.waitFor({ timeout: 5_000 });
    });
    return row;
  }

  async #retry(what: string, attempt: () => Promise<void>): Promise<void> {
    for (let left = 3; ; left--) {
      try {
        return await attempt();
      } catch (cause) {
        if (left === 0) throw new Error(`In the window: ${what}`, { cause });
        await this.press('Escape');
      }
    }
  }
}

async function undoAll(cleanUp: (() => unknown)[]): Promise<void> {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
}
