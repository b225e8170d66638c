// The head: which issue, which translation, how far it is, what is wrong, and what to show of it.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { PanelState, RowState, TranslationState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { countByFilter, type Filter } from './visible.js';
import { count, filterLabels, severities, severitySigns, stateSigns } from './words.js';

/** With more translations than this a list takes less room than buttons. */
const mostButtons = 6;

export function headView(state: PanelState, filter: Filter, search: string, actions: Actions): TemplateResult {
  return html`<header>
    <div class="line">
      ${titleView(state.issue, actions)}
      ${translationsView(state, actions)}
    </div>
    <div class="line">
      ${progressView(state)} ${countsView(state, actions)}
      <div class="filters" role="group" aria-label="Rows to show">
        ${filterButtons(state, filter, actions)}
      </div>
      ${insertAllView(state, actions)}
      <label class="search"><span class="codicon codicon-search" aria-hidden="true"></span><span class="heard">Find in both columns</span>
        <input type="search" placeholder="Find in both columns" spellcheck="false" .value=${live(search)} @input=${(event: Event) => actions.setSearch((event.target as HTMLInputElement).value)} />
      </label>
    </div>
  </header>`;
}

/** The number stands before a title that does not say it itself. */
function titleView({ number, title }: PanelState['issue'], actions: Actions): TemplateResult {
  const isSaid = number === undefined || new RegExp(`(?<!\\d)${number}(?!\\d)`).test(title);
  return html`<h1><button class="issue" title=${`${title}\nChoose another issue`} @click=${() => actions.chooseIssue()}>
    <span class="title">${isSaid ? nothing : html`<span class="number">#${number}</span> `}${title || 'Untitled issue'}</span><span class="codicon codicon-chevron-down" aria-hidden="true"></span><span class="heard">, choose another issue</span>
  </button></h1>`;
}

function translationsView({ source, target, translations }: PanelState, actions: Actions): TemplateResult {
  const label = (text: TranslationState): string =>
    text.progress ? `${text.name} ${text.progress.percent} %` : text.name;
  const choice =
    translations.length > mostButtons
      ? html`<select aria-label="Translation" @change=${(event: Event) => actions.switchTo((event.target as HTMLSelectElement).value)}>
          ${translations.map((text) => html`<option value=${text.id} ?selected=${text.id === target.id}>${label(text)}</option>`)}
        </select>`
      : translations.map(
          (
            text,
          ) => html`<button class="translation" aria-pressed=${text.id === target.id ? 'true' : 'false'} title=${text.label} @click=${() => actions.switchTo(text.id)}>
            <bdi lang=${text.locale || nothing}>${text.name}</bdi>${text.progress ? html` <span class="percent">${text.progress.percent} %</span>` : nothing}
          </button>`,
        );
  return html`<nav aria-label="Translations"><span class="from"><bdi lang=${source.locale || nothing}>${source.name}</bdi> <span class="codicon codicon-arrow-right" aria-hidden="true"></span></span>${choice}</nav>`;
}

function progressView({ progress: { done, of, percent }, sections }: PanelState): TemplateResult {
  const rows = sections.flatMap(({ head, rows: own }) => (head ? [head, ...own] : own));
  const part = (state: RowState['state']): TemplateResult => {
    const number = rows.filter(
      (row) => row.state === state && row.kind !== 'file' && row.kind !== 'front-matter',
    ).length;
    return html`<span class="part is-${state}" .style=${`flex-grow:${number}`} title=${`${stateSigns[state].label}: ${number}`}></span>`;
  };
  return html`<div class="progress">
    <div class="bar" role="progressbar" aria-label="Translated" aria-valuemin="0" aria-valuemax=${of} aria-valuenow=${done} aria-valuetext=${`${done} of ${of}, ${percent} %`}>
      <span class="part is-translated" .style=${`flex-grow:${done}`} title=${`Translated: ${done}`}></span>${part('untranslated')}${part('missing')}
    </div>
    <span class="figures" title="Units translated">${done} of ${of}</span>
  </div>`;
}

function countsView({ counts }: PanelState, actions: Actions): TemplateResult {
  const found = severities.filter((severity) => counts[severity] > 0);
  if (found.length === 0)
    return html`<span class="counts none"><span class="codicon codicon-pass" aria-hidden="true"></span>No problems</span>`;
  return html`<button class="counts" title="Go to the next problem" @click=${() => actions.nextProblem(1)}>
    <span class="heard">Go to the next problem of </span>
    ${found.map((severity) => {
      const { icon, label } = severitySigns[severity];
      const [number, ...words] = count(counts[severity], label.toLowerCase()).split(' ');
      return html`<span class=${severity}><span class="codicon codicon-${icon}" aria-hidden="true"></span>${number}<span class="heard"> ${words.join(' ')} </span></span>`;
    })}
  </button>`;
}

/** One click for a translation that has just begun. */
function insertAllView({ sections }: PanelState, actions: Actions): TemplateResult | typeof nothing {
  const missing = sections
    .flatMap(({ head, rows }) => (head ? [head, ...rows] : rows))
    .filter(({ insert }) => insert !== undefined).length;
  if (missing < 2) return nothing;
  return html`<button class="fix secondary" title="Insert everything that is missing, in the source’s words, still to be translated" @click=${() => actions.insertAll()}>Insert all missing</button>`;
}

/** Most issues never change once they are translated: that filter is there when it is of use. */
function filterButtons(state: PanelState, chosen: Filter, actions: Actions): TemplateResult[] {
  const counts = Object.entries(countByFilter(state)) as [Filter, number][];
  return counts
    .filter(([name, number]) => name !== 'changed' || number > 0 || chosen === name)
    .map(([name, number]) => filterButton(name, number, chosen, actions));
}

function filterButton(name: Filter, number: number, chosen: Filter, actions: Actions): TemplateResult {
  return html`<button aria-pressed=${name === chosen ? 'true' : 'false'} @click=${() => actions.setFilter(name)}>${filterLabels[name]} <span class="number">${number}</span></button>`;
}
