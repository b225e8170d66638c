// Where a translation stands that does not stand where its source does.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PanelState, RowState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { proseElement } from './proseElement.js';

const longest = 50;

/** Says behind what a moved row stands in the translation's file, and leads there. */
export function movedView(
  row: RowState,
  { sections, target }: PanelState,
  selected: boolean,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (row.state !== 'moved') return nothing;
  const start = row.target.lines[0]?.[0] ?? 0;
  let before: RowState | undefined;
  for (const { head, rows } of sections) {
    for (const other of head ? [head, ...rows] : rows)
      if (lastLine(other) < start && lastLine(other) > lastLine(before)) before = other;
  }
  const words =
    before && before.kind !== 'front-matter' ? (proseElement(before, 'target', target).textContent ?? '').trim() : '';
  const where =
    words === ''
      ? 'at the head of the file'
      : html`behind “<bdi lang=${target.locale || nothing}>${words.length > longest ? `${words.slice(0, longest)}…` : words}</bdi>”`;
  return html`<p class="moved"><span class="codicon codicon-arrow-swap" aria-hidden="true"></span>Stands ${where}, in line ${start + 1}. <button class="link" tabindex=${selected ? 0 : -1} @click=${() => actions.reveal(row.key, 'target', true)}>Go there</button></p>`;
}

function lastLine(row: RowState | undefined): number {
  return row?.target.lines.at(-1)?.[1] ?? -1;
}
