// How a newsletter writes its sections, items and pictures, learnt from its issues.
import type { Block, Issue, Section } from '../model.js';
import { slice } from '../text/span.js';
import { pictureTemplates } from './pictureStyle.js';
import type { Template } from './template.js';
import { commonest } from './usual.js';

/** What can be inserted into an issue. */
export interface WritingStyle {
  readonly section: Template | undefined;
  readonly item: Template | undefined;
  /** With its source line where most have one. */
  readonly picture: Template | undefined;
  /** The headings of sections that at least two issues have, as Markdown, the commonest first. */
  readonly headings: readonly string[];
}

/** Learns from `issues`, newest first. */
export function learnStyle(issues: readonly Issue[]): WritingStyle {
  const sections = issues.flatMap((issue) => issue.sections.map((section) => ({ issue, section })));
  const depth = sectionDepth(sections, issues.length);
  const isDeeper = ({ issue, section }: Placed): boolean =>
    section.heading !== undefined && issue.blocks[section.heading]!.depth > depth;
  const own = sections.filter((one) => !isDeeper(one));
  return {
    section: sectionTemplate(own),
    item: itemTemplate(sections, sections.filter(isDeeper)),
    picture: pictureTemplates(issues),
    headings: recurringHeadings(own, issues.length),
  };
}

/** The level of the headings that open sections: the highest one of which issues have several. Deeper ones are titles of items. */
function sectionDepth(sections: readonly Placed[], count: number): number {
  const depths = sections.flatMap(({ issue, section }) =>
    section.heading === undefined ? [] : [issue.blocks[section.heading]!.depth],
  );
  const several = [1, 2, 3, 4, 5, 6].find((depth) => depths.filter((one) => one === depth).length > count);
  return several ?? commonest(depths)[0] ?? 6;
}

interface Placed {
  readonly issue: Issue;
  readonly section: Section;
}

function sectionTemplate(sections: readonly Placed[]): Template | undefined {
  const forms = sections.flatMap(({ issue, section }) => {
    const heading = section.heading === undefined ? undefined : issue.blocks[section.heading];
    const next = issue.blocks[(section.heading ?? 0) + 1];
    return heading && /^#/.test(slice(issue.text, heading.span))
      ? [
          `${'#'.repeat(heading.depth)}|${next && section.last > heading.index ? between(issue, heading, next) : '\n\n'}`,
        ]
      : [];
  });
  const [form] = commonest(forms);
  if (form === undefined) return undefined;
  const [marks, gap] = form.split('|') as [string, string];
  return [`${marks} `, { hole: 'Heading' }, gap, { hole: '' }];
}

/** A heading with its depth can stand in several issues; those of one issue are its own. */
function recurringHeadings(sections: readonly Placed[], count: number): string[] {
  const times = new Map<string, Set<Issue>>();
  for (const { issue, section } of sections) {
    if (section.heading === undefined) continue;
    const markdown = slice(issue.text, issue.blocks[section.heading]!.span);
    times.set(markdown, (times.get(markdown) ?? new Set()).add(issue));
  }
  return [...times]
    .filter(([, having]) => having.size >= Math.min(2, count))
    .sort((a, b) => b[1].size - a[1].size)
    .map(([markdown]) => markdown);
}

/** How an item opens: what stands before its title, behind it, and between it and the text. */
interface Opening {
  readonly before: string;
  readonly behind: string;
  readonly isTitled: boolean;
}

function itemTemplate(sections: readonly Placed[], titledByHeading: readonly Placed[]): Template | undefined {
  const byHeading = titledByHeading.flatMap(
    ({ issue, section }) => openingOf(issue, issue.blocks[section.heading!]!, section.last) ?? [],
  );
  const inSections = sections.flatMap(({ issue, section }) =>
    section.items.flatMap((item) => openingOf(issue, issue.blocks[item.first]!, item.last) ?? []),
  );
  const openings = [...inSections, ...byHeading];
  const titled = openings.filter(({ isTitled }) => isTitled);
  const counted = titled.length * 4 >= openings.length ? titled : openings;
  const [form] = commonest(counted.map(({ before, behind }) => JSON.stringify([before, behind])));
  if (form === undefined) return undefined;
  const [before, behind] = JSON.parse(form) as [string, string];
  const spacers = sections.flatMap(({ issue, section }) =>
    section.items
      .filter(
        ({ first }) =>
          first !== section.first &&
          first - 1 !== section.heading &&
          openingOf(issue, issue.blocks[first]!, first)?.before === before,
      )
      .map(({ first }) => between(issue, issue.blocks[first - 1]!, issue.blocks[first]!)),
  );
  const [spacer] = commonest(spacers);
  const space = /(?:(?<!\\)\\+|<br\s*\/?>)[ \t]*\n$/i.exec(spacer ?? '')?.[0] ?? '';
  return counted === titled && behind !== ''
    ? [space + before, { hole: 'Title' }, behind, { hole: 'Text' }]
    : [space + before, { hole: 'Text' }];
}

function openingOf(issue: Issue, block: Block, last: number): Opening | undefined {
  const raw = slice(issue.text, block.span).replace(/\r\n?/g, '\n');
  const next = issue.blocks[block.index + 1];
  const gap = next && next.index <= last ? between(issue, block, next) : '\n\n';
  if (block.kind === 'title') {
    const match = /^([*_]{1,3})[^\n]*?([*_]{1,3}[:：.]?)\s*$/u.exec(raw);
    return match ? { before: match[1]!, behind: match[2]! + gap, isTitled: true } : undefined;
  }
  if (block.kind === 'heading')
    return /^#/.test(raw) && block.index < last
      ? { before: `${'#'.repeat(block.depth)} `, behind: gap, isTitled: true }
      : undefined;
  if (block.kind !== 'list-item' || block.depth > 1) return undefined;
  const match = /^([-*+•●]\s+|\d{1,3}[.)]\s+)(?:(\*\*|__)(?:(?!\2)[^\n])+?([:：.]?)\2([:：.]?)(\s))?/u.exec(raw);
  if (!match) return undefined;
  const marker = match[1]!.replace(/\d+/, '1');
  return match[2] === undefined
    ? { before: marker, behind: '', isTitled: false }
    : {
        before: marker + match[2],
        behind: match[3]! + match[2] + match[4]! + (match[5] === '\n' ? ' ' : match[5]!),
        isTitled: true,
      };
}

/** What stands between two blocks that follow one another. */
export function between(issue: Issue, a: Block, b: Block): string {
  const text = issue.text.slice(a.span.end, b.span.start).replace(/\r\n?/g, '\n');
  return /^[\s\\]*$|^[\s]*<br\s*\/?>\s*$/i.test(text) && text.includes('\n') ? text : '\n\n';
}
