// One post to what its site makes of it: address, headings, anchors, the values of its front matter.
import type { Issue } from '../model.js';
import { fieldText } from '../parse/field.js';
import { anchorsIn } from '../site/anchors.js';
import type { PageFacts } from './pairing.js';

/** Longer values are prose, which other posts have no use for. */
const longestValue = 120;
const mostHeadings = 200;

export function pageFactsOf(issue: Issue): PageFacts {
  const permalink = fieldText(issue.frontMatter, 'permalink') || fieldText(issue.frontMatter, 'url');
  return {
    permalink: permalink.startsWith('/') && !/[:{]/.test(permalink) ? permalink : undefined,
    headings: issue.blocks
      .filter(({ kind }) => kind === 'heading')
      .slice(0, mostHeadings)
      .map(({ depth, text }) => ({ depth, text })),
    anchors: [...anchorsIn(issue)],
    fields: fieldsOf(issue),
  };
}

function fieldsOf({ frontMatter }: Issue): Record<string, string> {
  const values = (frontMatter?.fields ?? []).map(({ path }) => [path, fieldText(frontMatter, path)] as const);
  return Object.fromEntries(values.filter(([, text]) => text !== '' && text.length <= longestValue));
}
