// A section: its head, which folds it, and its rows.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelState, RowState, SectionState } from '../protocol/messages.js';
import type { Actions } from './actions.js';
import { changeView } from './changeView.js';
import { columnView, menuContext, problemViews, rowView, sign, targetView, type RowLook } from './rowView.js';
import { isGrave, type VisibleSection } from './visible.js';
import { changedSign, severities, severitySigns, stateSigns } from './words.js';
import type { WritingField } from './writing.js';

/** What the sections' looks depend on besides the sections themselves. */
export interface GridLook {
  readonly selected: string | undefined;
  readonly current: string | undefined;
  /** What is being written. */
  readonly field: WritingField | undefined;
  /** Keys of rows in which something was written and not saved. */
  readonly drafts: ReadonlySet<string>;
  /** The row in which somebody wanted to write, and cannot. */
  readonly refused: string | undefined;
}

/** What of the look concerns a section: as long as it is the same, and the section, nothing of it is drawn anew. */
export function sectionLook(
  { section }: VisibleSection,
  { selected, current, field, drafts, refused }: GridLook,
): unknown[] {
  const keys = keysOf(section);
  const own = (key: string | undefined): string | undefined => (key !== undefined && keys.has(key) ? key : undefined);
  return [
    own(selected),
    own(current),
    own(field?.key) === undefined ? undefined : field,
    own(refused),
    [...drafts].filter((key) => keys.has(key)).join(' '),
  ];
}

const keysOfSections = new WeakMap<SectionState, ReadonlySet<string>>();

function keysOf(section: SectionState): ReadonlySet<string> {
  let keys = keysOfSections.get(section);
  if (!keys)
    keysOfSections.set(
      section,
      (keys = new Set([...(section.head ? [section.head] : []), ...section.rows].map(({ key }) => key))),
    );
  return keys;
}

export function sectionView(
  visible: VisibleSection,
  state: PanelState,
  look: GridLook,
  actions: Actions,
): TemplateResult {
  const { section, rows } = visible;
  const lookOf = (row: RowState): RowLook => ({
    selected: row.key === look.selected,
    current: row.key === look.current,
    field: look.field?.key === row.key ? look.field : undefined,
    hasDraft: look.drafts.has(row.key),
    refusesWriting: look.refused === row.key,
  });
  const columns = [state.source.locale, state.source.dir, state.target.locale, state.target.dir];
  const drawRow = (row: RowState): unknown => {
    const own = lookOf(row);
    return guard([row, own.selected, own.current, own.field, own.hasDraft, own.refusesWriting, ...columns], () =>
      rowView(row, state, own, actions),
    );
  };
  return html`<div class="section" role="rowgroup">
    ${section.head ? headView(section.head, visible, state, lookOf(section.head), actions) : nothing}
    ${section.head && !visible.folded && (section.head.problems.length > 0 || section.head.stale) ? headProblems(section.head, state, lookOf(section.head), actions) : nothing}
    ${repeat(rows, (row) => row.key, drawRow)}
  </div>`;
}

function headView(
  head: RowState,
  { section, folded }: VisibleSection,
  state: PanelState,
  look: RowLook,
  actions: Actions,
): TemplateResult {
  const { done, of } = section.progress;
  const problems = [head, ...section.rows].flatMap((row) => row.problems.filter(isGrave));
  const gravest = severities.find((severity) => problems.some((problem) => problem.severity === severity));
  const label = folded ? 'Unfold this section' : 'Fold this section';
  return html`<div class="row section-head state-${head.state}${look.current ? ' current' : ''}" role="row" data-key=${head.key} data-section=${section.key} tabindex=${look.selected ? 0 : -1} aria-current=${look.current ? 'true' : nothing} data-vscode-context=${menuContext(head)}>
    <div class="cell state" role="gridcell">
      <button class="fold" tabindex=${look.selected ? 0 : -1} aria-expanded=${folded ? 'false' : 'true'} title=${label} aria-label=${label} @click=${() => actions.toggleFold(section.key)}>
        <span class="codicon codicon-chevron-${folded ? 'right' : 'down'}" aria-hidden="true"></span>
      </button>
    </div>
    <div class="cell text" role="gridcell" data-side="source">${columnView(head, 'source', state.source)}</div>
    <div class="cell text" role="gridcell" data-side="target">
      <div class="beside">
        <div class="head-target">${targetView(head, state.target, look, actions)}</div>
        <span class="tally">
          ${head.state === 'translated' ? nothing : sign(stateSigns[head.state], `is-${head.state}`)}
          ${head.stale ? sign(changedSign, 'is-changed', head.stale.summary) : nothing}
          ${gravest ? html`<span class="problem-tally ${gravest}" title="Problems in this section"><span class="codicon codicon-${severitySigns[gravest].icon}" aria-hidden="true"></span>${problems.length}<span class="heard"> problems</span></span>` : nothing}
          <span title="Translated in this section">${done} of ${of}</span>
        </span>
      </div>
    </div>
  </div>`;
}

/** A head is one line and stays in sight; what is wrong with it stands in a row of its own below. */
function headProblems(head: RowState, { source }: PanelState, look: RowLook, actions: Actions): TemplateResult {
  return html`<div class="row" role="row" data-key=${head.key} tabindex="-1">
    <div class="cell state" role="gridcell"></div>
    <div class="cell text" role="gridcell" data-side="source">${changeView(head, source, look.selected)}</div>
    <div class="cell text" role="gridcell" data-side="target">${problemViews(head, look.selected, actions)}</div>
  </div>`;
}
