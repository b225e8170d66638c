// Lighting up what belongs together: a placeable in both columns, words that are wrong and their problem.

/** Pointing at a placeable, or putting the keyboard on it, lights it up in both columns; words that are wrong, their problem. */
export function watchCounterparts(): void {
  for (const type of ['pointerover', 'focusin'])
    document.addEventListener(type, ({ target }) => target instanceof Element && lightAround(target));
}

/**
 * Lights up the placeable `number` of a row.
 *
 * @returns what readers see of it in the source and in the translation; undefined where the row has none so numbered
 */
export function lightPlaceable(
  row: Element,
  number: number,
): { readonly source: string | undefined; readonly target: string | undefined } | undefined {
  putOut();
  const found = [...row.querySelectorAll<HTMLElement>(`[data-number="${number}"]`)];
  for (const one of found) one.classList.add('lit');
  const words = (side: 'source' | 'target'): string | undefined => {
    const one = found.find(
      (element) => element.closest('.prose') && element.closest<HTMLElement>('[data-side]')?.dataset['side'] === side,
    );
    return one && (one.textContent?.trim() || one.querySelector('img')?.alt || 'a picture');
  };
  return found.length > 0 ? { source: words('source'), target: words('target') } : undefined;
}

function lightAround(element: Element): void {
  putOut();
  const row = element.closest('.row[data-key]');
  if (!row) return;
  const number = element.closest<HTMLElement>('[data-number]')?.dataset['number'];
  if (number !== undefined) lightPlaceable(row, Number(number));
  const problem =
    element.closest<HTMLElement>('[data-problem]')?.dataset['problem'] ??
    element.closest<HTMLElement>('[data-problem-id]')?.dataset['problemId'];
  if (problem === undefined) return;
  for (const one of row.querySelectorAll<HTMLElement>('[data-problem], [data-problem-id]')) {
    if (one.dataset['problem'] === problem || one.dataset['problemId'] === problem) one.classList.add('lit');
  }
}

function putOut(): void {
  for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
}
