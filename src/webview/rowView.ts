// A row: state, source, translation, and the problems with their fixes.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { PanelState, ProblemState, RowState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { isGrave } from './visible.js';
import { count, otherSigns, severitySigns, stateSigns, type Sign } from './words.js';

/** What a row's look depends on besides the row itself. */
export interface RowLook {
  /** The keyboard is here: the one row that Tab stops at. */
  readonly selected: boolean;
  /** The text editor's cursor is here. */
  readonly current: boolean;
}

/** A codicon; its label is read out, and shown when pointed at, with what `more` there is to say. */
export function sign({ icon, label }: Sign, className = '', more = ''): TemplateResult {
  return html`<span class="sign ${className}" title=${more === '' ? label : `${label}. ${more}`}><span class="codicon codicon-${icon}" aria-hidden="true"></span><span class="heard">${label}</span></span>`;
}

export function rowView(row: RowState, { source, target }: PanelState, { selected, current }: RowLook, actions: Actions): TemplateResult {
  const look = `row kind-${row.kind} state-${row.state}${row.opensItem ? ' opens-item' : ''}${current ? ' current' : ''}`;
  return html`<div class=${look} role="row" data-key=${row.key} tabindex=${selected ? 0 : -1} aria-current=${current ? 'true' : nothing}>
    <div class="cell state" role="gridcell">${stateView(row)}</div>
    <div class="cell text" role="gridcell" data-side="source">${columnView(row, 'source', source)}</div>
    <div class="cell text" role="gridcell" data-side="target">
      ${row.insert === undefined ? columnView(row, 'target', target) : nothing}
      ${problemViews(row, selected, actions)}
    </div>
  </div>`;
}

function stateView({ kind, state, why }: RowState): TemplateResult {
  const other = kind === 'file' || kind === 'front-matter' ? otherSigns[kind] : undefined;
  return other && state === 'translated' ? sign(other, 'is-other') : sign(stateSigns[state], `is-${state}`, why);
}

/** The text of one column; where there is none, words that say so. */
export function columnView(row: RowState, side: 'source' | 'target', text: PanelState['source']): TemplateResult | typeof nothing {
  const { html: content } = row[side];
  // What is not translated may still be in the source's language and run its way.
  const dir = row.state === 'untranslated' ? 'auto' : text.dir;
  if (content !== '') return html`<div class="prose" lang=${text.locale || nothing} dir=${dir}>${unsafeHTML(content)}</div>`;
  if (row.kind === 'file') return nothing;
  if (side === 'source') return html`<p class="absent">Not in the source</p>`;
  return row.problems.length > 0 ? nothing : html`<p class="absent">Missing</p>`;
}

/**
 * The problems of a row; the one whose fix fills the row stands where the translation would. Several hints fold into
 * one line, so that they do not drown what is wrong.
 */
export function problemViews(row: RowState, selected: boolean, actions: Actions): TemplateResult {
  const view = (problem: ProblemState): TemplateResult => problemView(problem, problem.id === row.insert, selected, actions);
  const hints = row.problems.filter(({ severity }) => severity === 'hint');
  if (hints.length < 2) return html`${row.problems.map(view)}`;
  return html`${row.problems.filter(isGrave).map(view)}
    <details class="hints">
      <summary tabindex=${selected ? 0 : -1}><span class="codicon codicon-lightbulb" aria-hidden="true"></span> ${count(hints.length, 'hint')}</summary>
      ${hints.map(view)}
    </details>`;
}

function problemView(problem: ProblemState, isPlaceholder: boolean, selected: boolean, actions: Actions): TemplateResult {
  const { icon, label } = severitySigns[problem.severity];
  const preferred = Math.max(0, problem.fixes.findIndex((fix) => fix.preferred));
  return html`<div class="problem ${problem.severity}${isPlaceholder ? ' placeholder' : ''}" role="group" aria-label=${`${label}: ${problem.check}`}>
    ${sign({ icon, label: `${label} (${problem.check})` })}
    <div class="what">
      <p class="message">${problem.message}</p>
      ${problem.fixes.map((fix, i) => html`<button class=${i === preferred ? 'fix' : 'fix secondary'} tabindex=${selected ? 0 : -1} @click=${() => actions.applyFix(problem.id, i)}>${fix.title}</button>`)}
    </div>
  </div>`;
}
