// A row: state, source, translation, and the problems with their fixes.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PanelState, ProblemState, RowState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { changeView } from './changeView.js';
import { countFixes, firstFix, firstIntendable, moveFix, preferredFix, upToDateFix } from './fixes.js';
import { movedView } from './movedView.js';
import { proseElement, sourcePicture } from './proseElement.js';
import { isGrave, passes } from './visible.js';
import { changedSign, count, otherSigns, placeableIcons, severitySigns, stateSigns, type Sign } from './words.js';
import type { WritingField } from './writing.js';
import { writingView } from './writingView.js';

/** What a row's look depends on besides the row itself. */
export interface RowLook {
  /** The keyboard is here: the one row that Tab stops at. */
  readonly selected: boolean;
  /** The text editor's cursor is here. */
  readonly current: boolean;
  /** What is being written here; undefined unless the row's field is open. */
  readonly field: WritingField | undefined;
  /** Whether something was written here and not saved. */
  readonly hasDraft: boolean;
  /** Somebody wanted to write here, and that cannot be done here. */
  readonly refusesWriting: boolean;
}

/** A codicon; its label is read out, and shown when pointed at, with what `more` there is to say. */
export function sign({ icon, label }: Sign, className = '', more = ''): TemplateResult {
  return html`<span class="sign ${className}" title=${more === '' ? label : `${label}. ${more}`}><span class="codicon codicon-${icon}" aria-hidden="true"></span><span class="heard">${label}</span></span>`;
}

export function rowView(row: RowState, state: PanelState, rowLook: RowLook, actions: Actions): TemplateResult {
  const { source, target } = state;
  const { selected, current } = rowLook;
  const look = `${rowLook.field ? 'writing-here ' : ''}row kind-${row.kind} state-${row.state}${row.opensItem ? ' opens-item' : ''}${row.stale ? ' is-stale' : ''}${current ? ' current' : ''}`;
  return html`<div class=${look} role="row" data-key=${row.key} tabindex=${selected ? 0 : -1} aria-current=${current ? 'true' : nothing} data-vscode-context=${menuContext(row)}>
    <div class="cell state" role="gridcell">${stateView(row)}</div>
    <div class="cell text" role="gridcell" data-side="source">${columnView(row, 'source', source)} ${changeView(row, source, selected)}</div>
    <div class="cell text" role="gridcell" data-side="target">
      ${targetView(row, target, rowLook, actions)} ${movedView(row, state, selected, actions)} ${problemViews(rowLook.field ? withoutInsert(row) : row, selected, actions)} ${rowLook.field ? nothing : writeView(row, selected, actions)}
    </div>
  </div>`;
}

/** Whoever writes what is missing need not be told that it is. */
function withoutInsert(row: RowState): RowState {
  return { ...row, problems: row.problems.filter(({ id }) => id !== row.insert) };
}

/** What VS Code's own context menu is told of the row that it opens on. */
export function menuContext(row: RowState): string {
  return JSON.stringify({
    webviewSection: 'row',
    facingPagesRow: row.key,
    facingPagesCanWrite: row.canWrite,
    facingPagesFixes: Math.max(countFixes(row), firstFix(row) ? 1 : 0),
    facingPagesIsMoved: moveFix(row) !== undefined,
    facingPagesIsChanged: upToDateFix(row) !== undefined,
    facingPagesCanIntend: firstIntendable(row) !== undefined,
    preventDefaultContextMenuItems: true,
  });
}

/** The translation: as readers see it, or the field in which it is written. */
export function targetView(
  row: RowState,
  target: PanelState['target'],
  { selected, field, hasDraft, refusesWriting }: RowLook,
  actions: Actions,
): unknown {
  if (field) return writingView(field, target, actions);
  return html`${row.insert === undefined ? columnView(row, 'target', target) : nothing} ${refusesWriting ? refusalView(row, selected, actions) : nothing}
    ${hasDraft ? html`<button class="draft" tabindex=${selected ? 0 : -1} @click=${() => actions.edit(row.key, false)}><span class="codicon codicon-edit" aria-hidden="true"></span>You have not saved what you wrote here</button>` : nothing}
    ${ghostPicture(row, actions)} ${ghostsView(row, selected, actions)} ${ignoredView(row)}`;
}

/** Where something is to be written one is shown how; else a double click or Enter does it. */
function writeView(row: RowState, selected: boolean, actions: Actions): TemplateResult | typeof nothing {
  if (!row.canWrite || !passes(row, 'todo')) return nothing;
  return html`<button class="fix secondary write" tabindex=${selected ? 0 : -1} @click=${() => actions.edit(row.key, false)}>Translate <kbd>Enter</kbd></button>`;
}

/** Why one cannot write here, and the way to where one can. */
function refusalView({ key, cannotWrite }: RowState, selected: boolean, actions: Actions): TemplateResult {
  return html`<div class="problem information" role="alert">
    ${sign(severitySigns.information)}
    <div class="what"><p class="message">${cannotWrite ?? 'This row is no text of the translation.'}</p><button class="fix secondary" tabindex=${selected ? 0 : -1} @click=${() => actions.reveal(key, 'target', true)}>Open the file there</button></div>
  </div>`;
}

/** A picture that is missing, faint, to be clicked back in; for the keyboard there is the button below it. */
function ghostPicture(row: RowState, actions: Actions): TemplateResult | typeof nothing {
  const { kind, insert, placeables, problems } = row;
  const problem = problems.find(({ id }) => id === insert);
  const shown = kind === 'image' && problem ? placeables.find((one) => one.kind === 'image') : undefined;
  const picture = shown && sourcePicture(row, shown.source);
  const chosen = problem && preferredFix(problem);
  if (!chosen || !picture) return nothing;
  return html`<button class="ghost-picture" tabindex="-1" aria-hidden="true" data-number=${shown.number} title=${problem.fixes[chosen.fix]!.title} @click=${() => actions.applyFix(chosen.problem, chosen.fix)}>${picture}</button>`;
}

/** What somebody meant to be so shows that it was seen, and what it is about to whoever points at it. */
function ignoredView({ ignored }: RowState): TemplateResult | typeof nothing {
  return ignored.length === 0
    ? nothing
    : html`<span class="ignored" title=${ignored.join('\n')}><span class="codicon codicon-bell-slash" aria-hidden="true"></span>${ignored.length} intended<span class="heard">: ${ignored.join(' ')}</span></span>`;
}

/** What the translation lost, to be clicked back in. */
function ghostsView(row: RowState, selected: boolean, actions: Actions): TemplateResult | typeof nothing {
  const { placeables, problems } = row;
  const ghosts = placeables.filter(({ problem }) => problem !== undefined);
  if (ghosts.length === 0) return nothing;
  return html`<div class="ghosts" role="group" aria-label="Lost in translation">
    ${ghosts.map(({ number, kind, label, source, problem: id }) => {
      const problem = problems.find((one) => one.id === id);
      const chosen = problem && preferredFix(problem);
      return html`<button class="ghost" data-number=${number} tabindex=${selected ? 0 : -1} title=${chosen ? problem.fixes[chosen.fix]!.title : ''} @click=${() => chosen && actions.applyFix(chosen.problem, chosen.fix)}>
        <span class="chip-number">${number}</span><span class="codicon codicon-${placeableIcons[kind]}" aria-hidden="true"></span>${kind === 'image' ? sourcePicture(row, source) : nothing}<span class="chip-label">${label}</span>
      </button>`;
    })}
  </div>`;
}

function stateView({ kind, state, why, stale }: RowState): TemplateResult {
  if (stale && state !== 'missing') return sign(changedSign, 'is-changed', `${stale.summary} ${why}`.trim());
  const other = kind === 'file' || kind === 'front-matter' ? otherSigns[kind] : undefined;
  return other && state === 'translated' ? sign(other, 'is-other') : sign(stateSigns[state], `is-${state}`, why);
}

/** The text of one column; where there is none, words that say so. */
export function columnView(
  row: RowState,
  side: 'source' | 'target',
  text: PanelState['source'],
): TemplateResult | typeof nothing {
  if (row[side].html !== '') return html`${proseElement(row, side, text)}`;
  if (row.kind === 'file') return nothing;
  if (side === 'source') return html`<p class="absent">Not in the source</p>`;
  return row.problems.length > 0 ? nothing : html`<p class="absent">Missing</p>`;
}

/**
 * The problems of a row; the one whose fix fills the row stands where the translation would. Several hints fold into
 * one line, so that they do not drown what is wrong.
 */
export function problemViews(row: RowState, selected: boolean, actions: Actions): TemplateResult {
  const view = (problem: ProblemState): TemplateResult =>
    problemView(problem, problem.id === row.insert, selected, actions);
  const hints = row.problems.filter(({ severity }) => severity === 'hint');
  if (hints.length < 2) return html`${row.problems.map(view)}`;
  return html`${row.problems.filter(isGrave).map(view)}
    <details class="hints">
      <summary tabindex=${selected ? 0 : -1}><span class="codicon codicon-lightbulb" aria-hidden="true"></span> ${count(hints.length, 'hint')}</summary>
      ${hints.map(view)}
    </details>`;
}

function problemView(
  problem: ProblemState,
  isPlaceholder: boolean,
  selected: boolean,
  actions: Actions,
): TemplateResult {
  const { icon, label } = severitySigns[problem.severity];
  const preferred = Math.max(
    0,
    problem.fixes.findIndex((fix) => fix.preferred),
  );
  return html`<div class="problem ${problem.severity}${isPlaceholder ? ' placeholder' : ''}" role="group" aria-label=${`${label}: ${problem.check}`} data-problem-id=${problem.id}>
    ${sign({ icon, label: `${label} (${problem.check})` })}
    <div class="what">
      <p class="message">${problem.message}</p>
      ${problem.fixes.map((fix, i) => html`<button class=${i === preferred ? 'fix' : 'fix secondary'} tabindex=${selected ? 0 : -1} @click=${() => actions.applyFix(problem.id, i)}>${fix.title}</button>`)}
    </div>
    ${problem.canBeIntended ? html`<button class="intend" tabindex=${selected ? 0 : -1} title="This is intended: do not report it here any more" aria-label="This is intended" @click=${() => actions.intend(problem.id)}><span class="codicon codicon-bell-slash" aria-hidden="true"></span></button>` : nothing}
  </div>`;
}
