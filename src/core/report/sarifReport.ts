// Problems as SARIF 2.1.0, which code scanning services read.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { Severity } from '../problem.js';
import type { CheckReport, ReportedProblem } from './checkReport.js';
import type { ReportedRange } from './place.js';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<Record<Severity, Result.level>>;

/** What SARIF says of the tool itself. */
export interface SarifTool {
  readonly version: string;
  readonly address: string;
}

/**
 * A SARIF log of one run. Paths must be relative to the root of the repository for services to find them.
 *
 * @param hash of a text, the same for ever: it tells a known problem from a new one after lines have moved
 */
export function sarifReport({ problems }: CheckReport, { version, address }: SarifTool, hash: (text: string) => string): Log {
  const ids = [...new Set(problems.map(({ check }) => check))].sort();
  const seen = new Map<string, number>();
  return {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'Facing Pages', semanticVersion: version, informationUri: address, rules: ids.map((id) => ruleOf(id, problems)) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, ids.indexOf(problem.check), fingerprint(problem, seen, hash))),
      },
    ],
  };
}

function ruleOf(id: string, problems: readonly ReportedProblem[]): ReportingDescriptor {
  const { docs } = problems.find(({ check }) => check === id)!;
  return { id, name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()), helpUri: docs };
}

function resultOf(problem: ReportedProblem, ruleIndex: number, print: string): Result {
  const { check, severity, message, path, range, source, fixes } = problem;
  return {
    ruleId: check,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region: regionOf(range) } }],
    ...(source && { relatedLocations: [{ id: 1, message: { text: 'The source' }, physicalLocation: { artifactLocation: { uri: uriOf(source.path) }, region: regionOf(source.range) } }] }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [{ artifactLocation: { uri: uriOf(path) }, replacements: edits.map(({ range: deleted, newText }) => ({ deletedRegion: regionOf(deleted), insertedContent: { text: newText } })) }],
      })),
    }),
    partialFingerprints: { 'facingPages/v1': print },
  };
}

/** Made of what the problem says, not of where it stands; equal ones are told apart by their order. */
function fingerprint({ check, path, message }: ReportedProblem, seen: Map<string, number>, hash: (text: string) => string): string {
  const said = `${check}\n${path}\n${message}`;
  const count = seen.get(said) ?? 0;
  seen.set(said, count + 1);
  return `${hash(said)}:${count}`;
}

function regionOf({ start, end }: ReportedRange): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
