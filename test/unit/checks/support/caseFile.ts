// Reads the cases of a check: fenced source, target, problems and fixed, under a heading each.
import type { Code, Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { defaultRules, type ProjectRules } from '../../../../src/core/project/rules.js';

/** The site that a case's texts are part of: a fenced `site` of JSON. */
export interface CaseSite {
  /** Where the case's own texts are. */
  readonly source?: string;
  readonly target: string;
  /** The others by their paths, line by line. */
  readonly posts?: Readonly<Record<string, readonly string[]>>;
}

/** One case: what is given and what is expected. */
export interface CheckCase {
  readonly name: string;
  /** Line of its heading, from 1. */
  readonly line: number;
  /** Undefined where a post is checked alone. */
  readonly source: string | undefined;
  readonly target: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** Whether the post is a translation without a source. */
  readonly isUnpaired: boolean;
  /** What the project has laid down: a fenced `rules` of JSON, over the defaults. */
  readonly rules: ProjectRules;
  /** Undefined where the texts are looked at by themselves. */
  readonly site: CaseSite | undefined;
  /** The source and the translation as they were committed first: fenced `before` and `was`; today's source came behind them. */
  readonly before: string | undefined;
  readonly was: string | undefined;
  /**
   * `3:1-3:9 warning The message`, one a line; with `all`, `3:1-3:9 warning link-missing: The message` of every check.
   * Indented lines below one are all that is said beside its message, as `detailsOf` writes it.
   */
  readonly problems: readonly string[];
  readonly ofAllChecks: boolean;
  /** What the preferred fixes make of the target. */
  readonly fixed: string | undefined;
}

const roles = ['source', 'target', 'before', 'was', 'rules', 'site', 'problems', 'fixed'] as const;
type Role = (typeof roles)[number];

/** The cases of a Markdown page: under each heading that has a fenced `target`, one. */
export function readCases(page: string): CheckCase[] {
  const cases: CheckCase[] = [];
  let heading: Heading | undefined;
  let blocks = new Map<Role, Code>();
  const close = (): void => {
    if (blocks.size > 0) cases.push(caseOf(heading, blocks));
    blocks = new Map();
  };
  for (const node of unified().use(remarkParse).parse(page).children) {
    if (node.type === 'heading') {
      close();
      heading = node;
    }
    const role = node.type === 'code' ? roles.find((one) => one === node.meta?.split(' ')[0]) : undefined;
    if (node.type !== 'code' || !role) continue;
    if (blocks.has(role)) throw new Error(`line ${node.position?.start.line}: a second “${role}” under one heading`);
    blocks.set(role, node);
  }
  close();
  return cases;
}

function caseOf(heading: Heading | undefined, blocks: ReadonlyMap<Role, Code>): CheckCase {
  const name = heading ? toString(heading) : '(no heading)';
  const [target, problems] = [blocks.get('target'), blocks.get('problems')];
  if (!target || !problems) throw new Error(`“${name}” needs a fenced target and fenced problems`);
  const flags = flagsOf(target);
  return {
    name,
    line: heading?.position?.start.line ?? 1,
    source: textOf(blocks.get('source')),
    target: textOf(target)!,
    sourceLocale: valueOf(blocks.get('source'), 'locale') ?? 'en',
    targetLocale: valueOf(target, 'locale') ?? 'fr',
    isUnpaired: flags.includes('unpaired'),
    rules: { ...defaultRules, ...(JSON.parse(blocks.get('rules')?.value ?? '{}') as Partial<ProjectRules>) },
    site: blocks.has('site') ? (JSON.parse(blocks.get('site')!.value) as CaseSite) : undefined,
    before: textOf(blocks.get('before')),
    was: textOf(blocks.get('was')),
    problems: problems.value.split(/\n(?! )/).filter((line) => line.trim() !== ''),
    ofAllChecks: flagsOf(problems).includes('all'),
    fixed: textOf(blocks.get('fixed'), flags.includes('crlf')),
  };
}

/** The block's text, ending in a line break unless it is empty; with `crlf`, with the line breaks of Windows. */
function textOf(
  block: Code | undefined,
  isCrlf = block !== undefined && flagsOf(block).includes('crlf'),
): string | undefined {
  if (!block) return undefined;
  const text = block.value === '' ? '' : `${block.value}\n`;
  return isCrlf ? text.replaceAll('\n', '\r\n') : text;
}

function flagsOf(block: Code): string[] {
  return (block.meta ?? '').split(' ').slice(1);
}

function valueOf(block: Code | undefined, key: string): string | undefined {
  return (
    block &&
    flagsOf(block)
      .find((flag) => flag.startsWith(`${key}=`))
      ?.slice(key.length + 1)
  );
}
