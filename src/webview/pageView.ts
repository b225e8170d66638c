// The whole page: head, grid, and what a screen reader is told.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelState, TextState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { headView } from './headView.js';
import { sectionLook, sectionView, type GridLook } from './sectionView.js';
import type { Filter, VisibleSection } from './visible.js';

/** Everything that the page's look depends on. */
export interface Page {
  readonly state: PanelState | undefined;
  /** Why there is nothing to show. */
  readonly reason: string;
  readonly filter: Filter;
  readonly search: string;
  readonly sections: readonly VisibleSection[];
  readonly look: GridLook;
  /** The last thing that happened, in words. */
  readonly news: string;
}

export function pageView(page: Page, actions: Actions): TemplateResult {
  const { state } = page;
  return html`${state ? guard([state, page.filter, page.search], () => headView(state, page.filter, page.search, actions)) : nothing}
    <main>${state ? gridView(state, page, actions) : html`<p class="empty">${page.reason}</p>`}</main>
    <div class="heard" role="status" aria-live="polite">${page.news}</div>`;
}

function gridView(state: PanelState, { sections, filter, search, look }: Page, actions: Actions): TemplateResult {
  const columns = [state.source.locale, state.source.dir, state.target.locale, state.target.dir];
  return html`<div class="grid" role="grid" aria-label="Source and translation">
      <div role="rowgroup" class="columns">
        <div class="row" role="row">
          <div class="cell state" role="columnheader"><span class="heard">State</span></div>
          ${columnHead(state.source)} ${columnHead(state.target)}
        </div>
      </div>
      ${repeat(
        sections,
        ({ section }) => section.key,
        (visible) =>
          guard([visible.section, visible.folded, filter, search, ...sectionLook(visible, look), ...columns], () =>
            sectionView(visible, state, look, actions),
          ),
      )}
    </div>
    ${sections.length === 0 ? html`<p class="empty">${emptyWords(filter, search)}</p>` : nothing}`;
}

function columnHead({ name, locale, label }: TextState): TemplateResult {
  return html`<div class="cell text" role="columnheader"><bdi lang=${locale || nothing}>${name}</bdi> <span class="path" title=${label}>${label}</span></div>`;
}

function emptyWords(filter: Filter, search: string): string {
  if (search.trim() !== '') return `No row says “${search.trim()}”.`;
  if (filter === 'todo') return 'Nothing left to do: every unit is translated.';
  if (filter === 'changed') return 'The source says what it said when this was translated.';
  return filter === 'problems' ? 'No problems.' : 'These files are empty.';
}
