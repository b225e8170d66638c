// One window of the soak: a page of VS Code, and the hand in its extension host that does what it is ordered.
import { createServer, type AddressInfo, type Server as Socket, type Socket as Line } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import type { Answer, Order, Orders } from './orders';

/** No order may take longer: most take a moment, but on a busy machine a window can be without the processor for a minute. */
const limit = 180_000;

/** Where hands report as soon as their windows are up. */
export class Switchboard {
  #waiting: ((line: Line) => void) | undefined;

  private constructor(private readonly server: Socket) {
    server.on('connection', (line) => {
      line.on('error', () => undefined); // a window that is shut or reloaded; whoever waits for an answer is told by `close`
      this.#waiting?.(line);
    });
  }

  static async open(): Promise<Switchboard> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Switchboard(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Does something that starts a window, and answers its hand. One at a time. */
  async handOf(start: () => Promise<unknown>): Promise<Line> {
    const line = new Promise<Line>((resolve, reject) => {
      this.#waiting = resolve;
      setTimeout(() => reject(new Error('No window came up')), limit).unref();
    });
    await start();
    return line;
  }

  close(): void {
    this.server.close();
  }
}

export class SoakWindow {
  #line!: Line;
  #count = 0;
  readonly #asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();

  private constructor(
    readonly name: string,
    readonly page: Page,
    private readonly switchboard: Switchboard,
  ) {}

  static async open(name: string, page: Page, address: string, switchboard: Switchboard): Promise<SoakWindow> {
    const window = new SoakWindow(name, page, switchboard);
    await page.exposeFunction('codeAutomationLog', () => undefined);
    await page.exposeFunction('codeAutomationExit', () => undefined);
    page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
    window.#listen(await switchboard.handOf(() => page.goto(address)));
    return window;
  }

  /** Reloads the window, which begins anew with an extension host of its own. */
  async reload(): Promise<void> {
    this.#listen(await this.switchboard.handOf(() => this.page.reload()));
  }

  /** Orders something of the window; fails with what went wrong there, or if no answer comes in time. */
  async order<Name extends keyof Orders>(
    name: Name,
    ...input: Parameters<Orders[Name]>
  ): Promise<Awaited<ReturnType<Orders[Name]>>> {
    const id = ++this.#count;
    const order: Order = { id, name, input };
    const answer = new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      setTimeout(() => reject(new Error(`${this.name}: no answer to ${name} within ${limit / 1000} s`)), limit).unref();
    });
    this.#line.write(`${JSON.stringify(order)}\n`);
    return answer as Promise<Awaited<ReturnType<Orders[Name]>>>;
  }

  /** Writes a picture of the window into a folder. */
  async picture(folder: string): Promise<void> {
    await this.page.screenshot({ path: path.join(folder, `${this.name.replaceAll(' ', '-')}.png`) });
  }

  #listen(line: Line): void {
    this.#line = line;
    createInterface({ input: line }).on('line', (text) => {
      const { id, output, error } = JSON.parse(text) as Answer;
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (error === undefined) asked?.resolve(output);
      else asked?.reject(new Error(`${this.name}: ${error}`));
    });
    line.once('close', () => {
      if (this.#line !== line) return;
      for (const { reject } of this.#asked.values()) reject(new Error(`${this.name}: the extension host has gone`));
      this.#asked.clear();
    });
  }
}
