// What the source changed since a row was translated: the words, on demand as they were and as they are.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { RowState, TextState } from '../protocol/messages.js';

/** Folded below the source's text; nothing where it is what was translated, or what that was is not known. */
export function changeView(
  { stale }: RowState,
  { locale, dir }: TextState,
  selected: boolean,
): TemplateResult | typeof nothing {
  if (!stale || stale.difference.length === 0) return nothing;
  return html`<details class="change">
    <summary tabindex=${selected ? 0 : -1}><span class="codicon codicon-history" aria-hidden="true"></span>What changed here</summary>
    <p class="difference" lang=${locale || nothing} dir=${dir}>${stale.difference.map(({ kind, text }) => (kind === 'removed' ? html`<del>${text}</del>` : kind === 'added' ? html`<ins>${text}</ins>` : text))}</p>
  </details>`;
}
