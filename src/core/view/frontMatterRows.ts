// The front matter as rows: the fields that readers see, and those with problems.
import { escapeHtml } from './escape.js';
import { field, fieldText } from '../parse/field.js';
import type { Field, Issue } from '../model.js';
import type { Problem } from '../problem.js';
import type { CellState, ProblemState, RowState } from './panelState.js';

/** Fields that are prose for readers, by the names that Jekyll, Hugo, Astro and Eleventy posts give them. */
const prose = ['title', 'subtitle', 'excerpt', 'description', 'summary'];

/**
 * Rows for the fields of the source, in its order, and behind them those that only the translation has.
 *
 * @param problems by the path of the field that they concern
 * @param show turns the problems of a row into what the page shows of them
 * @param note told the key and the field's path of every row
 */
export function frontMatterRows(
  source: Issue,
  target: Issue,
  problems: ReadonlyMap<string, readonly Problem[]>,
  show: (problems: readonly Problem[]) => ProblemState[],
  note: (key: string, path: string) => void,
): RowState[] {
  const paths = new Set([...pathsOf(source), ...pathsOf(target)]);
  return [...paths]
    .filter((path) => prose.includes(path) || problems.has(path))
    .flatMap((path) => {
      const cells = [cellOf(source, path), cellOf(target, path)] as const;
      const found = show(problems.get(path) ?? []);
      if (found.length === 0 && (cells[0].html === '' || cells[1].html === '')) return [];
      note(`field:${path}`, path);
      const state = cells[1].lines.length > 0 ? 'translated' : 'missing';
      return [
        {
          key: `field:${path}`,
          kind: 'front-matter' as const,
          state,
          why: '',
          opensItem: false,
          source: cells[0],
          target: cells[1],
          placeables: [],
          canWrite: cells[1].lines.length > 0,
          ...(cells[1].lines.length === 0 && { cannotWrite: `The translation’s front matter has no field “${path}”.` }),
          problems: found,
          ignored: [],
          insert: undefined,
        },
      ];
    });
}

function pathsOf({ frontMatter }: Issue): string[] {
  return frontMatter?.fields.map(({ path }) => path) ?? [];
}

function cellOf(issue: Issue, path: string): CellState {
  const found = field(issue.frontMatter, path);
  const text = fieldText(issue.frontMatter, path);
  if (!found) return { html: '', lines: [] };
  return { html: `<p><code>${escapeHtml(path)}</code> ${escapeHtml(text)}</p>`, lines: [linesOf(found, issue)] };
}

function linesOf({ keySpan, valueSpan }: Field, { lines }: Issue): readonly [number, number] {
  const first = lines.positionAt(keySpan.start).line;
  return [first, Math.max(first, lines.positionAt(Math.max(keySpan.start, valueSpan.end - 1)).line)];
}
