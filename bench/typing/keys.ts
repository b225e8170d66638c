// Types words, and takes the time of the last key of each: pressed, heard of by the panel's page, painted there.
import type { Locator, Page } from 'playwright-core';

/** When one key got where, in milliseconds since 1970. */
export interface Key {
  readonly pressed: number;
  /** When the page was told of it first. */
  readonly arrived: number;
  readonly painted: number;
}

/** The first keys are not counted, while code and caches warm up. */
const warmUp = 5;

/** @param main the element of the panel's page in which what is typed appears */
export async function typeKeys(page: Page, main: Locator, count: number): Promise<Key[]> {
  const typed: Key[] = [];
  for (let i = -warmUp; i < count; i++) {
    const word = `x${letters(i + warmUp)}`;
    await page.keyboard.type(` ${word.slice(0, -1)}`);
    await page.waitForTimeout(350);
    // Both clocks stand ready before the key is pressed. Nothing in them may have a name: tsx would have it call a
    // helper that the page does not have.
    const shown = await main.evaluateHandle((element, last) => {
      const arrived: { at: number } = { at: NaN };
      window.addEventListener('message', () => (arrived.at = performance.timeOrigin + performance.now()), {
        once: true,
      });
      return {
        at: new Promise<{ arrived: number; painted: number }>((resolve) => {
          new MutationObserver((records, observer) => {
            if (
              !records.some(({ target, addedNodes }) =>
                [...(target === element ? [] : [target]), ...addedNodes].some((node) =>
                  node.textContent?.includes(last),
                ),
              )
            )
              return;
            observer.disconnect();
            requestAnimationFrame(() =>
              setTimeout(() => resolve({ arrived: arrived.at, painted: performance.timeOrigin + performance.now() })),
            );
          }).observe(element, { subtree: true, childList: true, characterData: true });
        }),
      };
    }, word);
    const pressed = await page.evaluateHandle(() => ({
      at: new Promise<number>((resolve) =>
        document.addEventListener('keydown', () => resolve(performance.timeOrigin + performance.now()), {
          capture: true,
          once: true,
        }),
      ),
    }));
    await page.keyboard.type(word.slice(-1));
    const key = { ...(await shown.evaluate(({ at }) => at)), pressed: await pressed.evaluate(({ at }) => at) };
    if (i >= 0) typed.push(key);
  }
  return typed;
}

/** A word of three letters for each number, so that none is part of another. */
function letters(number: number): string {
  const [alphabet, base] = ['bcdfghjklmnpqrstvwz', 19];
  return [0, 1, 2].map((place) => alphabet[Math.floor(number / base ** place) % base]).join('');
}
