// From a reviewed pair to what the panel shows of it.
import { indexUnits, type Alignment, type Unit } from '../align/alignment.js';
import { canBeIntended } from '../ignore/intended.js';
import { severities, type Problem, type Severity } from '../problem.js';
import { frontMatterRows } from './frontMatterRows.js';
import { KeyMaker } from './keys.js';
import { localeState } from './locale.js';
import type { CellState, PanelState, ProblemState, Progress, RowState, SectionState, TextState } from './panelState.js';
import { placeProblems } from './placeProblems.js';
import { progressOf } from './progress.js';
import { rowMaker, type RowInput } from './rows.js';
import type { RowSubject } from './writing.js';

/** A text as the host knows it. */
export interface PanelText {
  /** How the host finds the file again. */
  readonly id: string;
  /** As a person names the file. */
  readonly label: string;
  readonly locale: string | undefined;
}

/** What a panel is made of. */
export interface PanelInput extends RowInput {
  readonly issue: { readonly number: number | undefined; readonly title: string };
  readonly source: PanelText;
  readonly target: PanelText;
  /** All translations of the issue, this one included. */
  readonly translations: readonly (PanelText & { readonly progress: Progress | undefined })[];
  /** Problems of the translation; spans count in the file as it is. */
  readonly problems: readonly Problem[];
  /** Those that somebody marked as intended. */
  readonly ignored?: readonly Problem[];
}

/** A panel's state, and what its ids and keys stand for. */
export interface Panel {
  readonly state: PanelState;
  /** What each row's key stands for. */
  readonly subjects: ReadonlyMap<string, RowSubject>;
  readonly problems: ReadonlyMap<string, Problem>;
}

/** Computes what the panel shows. */
export function buildPanel(input: PanelInput): Panel {
  const { alignment } = input;
  const named = nameProblems(input.problems);
  const ids = new Map([...named].map(([id, problem]) => [problem, id]));
  const show = (problems: readonly Problem[]): ProblemState[] =>
    problems.map((problem) => ({
      id: ids.get(problem)!,
      check: problem.check,
      severity: problem.severity,
      message: problem.message,
      canBeIntended: canBeIntended(problem),
      fixes: problem.fixes.map(({ title, preferred }) => ({ title, preferred })),
    }));
  const units = indexUnits(alignment.units);
  const placed = placeProblems(input.problems, units, alignment.source, alignment.target);
  const ignored = placeProblems(input.ignored ?? [], units, alignment.source, alignment.target);
  const subjects = new Map<string, RowSubject>();
  const rowOf = rowMaker(
    input,
    (unit) => ({ open: placed.ofUnit.get(unit) ?? [], ignored: ignored.ofUnit.get(unit) ?? [] }),
    show,
  );
  const makeRow = (unit: Unit): RowState => {
    const { row, placeables } = rowOf(unit);
    subjects.set(row.key, { kind: 'unit', unit, placeables });
    return row;
  };
  const head = headRows(
    alignment,
    show(placed.ofFile),
    frontMatterRows(alignment.source, alignment.target, placed.ofField, show, (key, path) =>
      subjects.set(key, { kind: 'field', path }),
    ),
  );
  const progress = progressOf(alignment.units);
  return {
    problems: named,
    subjects,
    state: {
      issue: input.issue,
      source: textState(input.source),
      target: textState(input.target),
      translations: input.translations.map((text) => ({
        ...textState(text),
        progress: text.id === input.target.id ? progress : text.progress,
      })),
      progress,
      counts: countBySeverity(input.problems),
      sections: [...head, ...sectionsOf(alignment, makeRow)],
    },
  };
}

/** The section above the first: problems of the file as a whole, and the front matter. */
function headRows(
  { target }: Alignment,
  problems: readonly ProblemState[],
  fields: readonly RowState[],
): SectionState[] {
  const empty: CellState = { html: '', lines: [] };
  const file: RowState = {
    key: 'file',
    kind: 'file',
    state: 'translated',
    why: '',
    opensItem: false,
    source: empty,
    target: {
      html: '',
      lines: [[0, Math.max(0, target.lines.positionAt((target.frontMatter?.span.end ?? 0) - 1).line)]],
    },
    placeables: [],
    canWrite: false,
    problems,
    ignored: [],
    insert: undefined,
  };
  const rows = problems.length > 0 ? [file, ...fields] : fields;
  return rows.length > 0 ? [{ key: 'front', head: undefined, rows, progress: { done: 0, of: 0, percent: 100 } }] : [];
}

function sectionsOf({ source, units }: Alignment, makeRow: (unit: Unit) => RowState): SectionState[] {
  const groups: { heading: Unit | undefined; units: Unit[] }[] = [];
  const startsSection = new Map(source.sections.map((section) => [section.first, section.heading !== undefined]));
  for (const unit of units) {
    const hasHeading = unit.source[0] && startsSection.get(unit.source[0].index);
    if (hasHeading !== undefined || groups.length === 0)
      groups.push({ heading: hasHeading ? unit : undefined, units: [] });
    if (!hasHeading) groups.at(-1)!.units.push(unit);
  }
  return groups.map(({ heading, units: own }, i) => {
    const head = heading && makeRow(heading);
    return {
      key: head?.key ?? `section:${i}`,
      head,
      rows: own.map(makeRow),
      progress: progressOf(heading ? [heading, ...own] : own),
    };
  });
}

/** Ids that last while the text around a problem changes: made of what it says, not of where it stands. */
function nameProblems(problems: readonly Problem[]): Map<string, Problem> {
  const keys = new KeyMaker();
  return new Map(problems.map((problem) => [keys.key(`${problem.check}:`, problem.message), problem]));
}

function textState({ id, label, locale }: PanelText): TextState {
  return { id, label, ...localeState(locale) };
}

function countBySeverity(problems: readonly Problem[]): Record<Severity, number> {
  const counts = Object.fromEntries(severities.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of problems) counts[severity]++;
  return counts;
}
