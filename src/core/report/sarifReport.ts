// Problems as SARIF 2.1.0, which code scanning services read.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
import type { Log, Region, ReportingDescriptor, Result, Run } from 'sarif';
import type { Severity } from '../problem.js';
import { relativeReference } from './address.js';
import type { LongReport, ReportedProblem } from './checkReport.js';
import type { ReportedRange } from './place.js';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<
  Record<Severity, Result.level>
>;

/** What SARIF says of the tool itself. */
export interface SarifTool {
  readonly version: string;
  readonly address: string;
}

/** A log whose results can be had one by one. */
export interface LongLog extends Omit<Log, 'runs'> {
  readonly runs: [Omit<Run, 'results'> & { readonly results: Iterable<Result> }];
}

/**
 * A SARIF log of one run. Paths must be relative to the root of the repository for services to find them.
 *
 * @param hash of a text, the same for ever: it tells a known problem from a new one after lines have moved
 */
export function sarifReport(
  { problems }: LongReport,
  { version, address }: SarifTool,
  hash: (text: string) => string,
): LongLog {
  const pages = new Map<string, string>();
  for (const { check, docs } of problems) pages.set(check, docs);
  const ids = [...pages.keys()].sort();
  const results = {
    *[Symbol.iterator]() {
      const seen = new Map<string, number>();
      for (const problem of problems)
        yield resultOf(problem, ids.indexOf(problem.check), fingerprint(problem, seen, hash));
    },
  };
  return {
    version: '2.1.0',
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'Facing Pages',
            semanticVersion: version,
            informationUri: address,
            rules: ids.map((id) => ruleOf(id, pages.get(id)!)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
}

function ruleOf(id: string, docs: string): ReportingDescriptor {
  return { id, name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()), helpUri: docs };
}

function resultOf(problem: ReportedProblem, ruleIndex: number, print: string): Result {
  const { check, severity, message, path, range, source, fixes } = problem;
  return {
    ruleId: check,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: relativeReference(path) }, region: regionOf(range) } }],
    ...(source && {
      relatedLocations: [
        {
          id: 1,
          message: { text: 'The source' },
          physicalLocation: {
            artifactLocation: { uri: relativeReference(source.path) },
            region: regionOf(source.range),
          },
        },
      ],
    }),
    ...(fixes.length > 0 && {
      fixes: fixes.map(({ title, edits }) => ({
        description: { text: title },
        artifactChanges: [
          {
            artifactLocation: { uri: relativeReference(path) },
            replacements: edits.map(({ range: deleted, newText }) => ({
              deletedRegion: regionOf(deleted),
              insertedContent: { text: newText },
            })),
          },
        ],
      })),
    }),
    partialFingerprints: { 'facingPages/v1': print },
  };
}

/** Made of what the problem says, not of where it stands; equal ones are told apart by their order. */
function fingerprint(
  { check, path, message }: ReportedProblem,
  seen: Map<string, number>,
  hash: (text: string) => string,
): string {
  const said = hash(`${check}\n${path}\n${message}`);
  const count = seen.get(said) ?? 0;
  seen.set(said, count + 1);
  return `${said}:${count}`;
}

function regionOf({ start, end }: ReportedRange): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
