// Links of a new translation that lead to pages of the site: to those in its own language, where it has them.
import { parseIssue } from '../parse/issue.js';
import type { Site } from '../site/site.js';
import { applyEdits, type Edit } from '../text/edit.js';
import { slice } from '../text/span.js';

/** `text` with the addresses of such links exchanged; not of those that lead to a place which is not known in the other page. */
export function withLocalLinks(text: string, locale: string, site: Site): string {
  const issue = parseIssue(text);
  const edits = new Map<number, Edit>();
  for (const { url, urlSpan } of issue.blocks.flatMap(({ links }) => links)) {
    if (!urlSpan || edits.has(urlSpan.start) || slice(text, urlSpan) !== url) continue;
    const address = site.localized(url, locale);
    if (address !== undefined && address !== url && (!url.includes('#') || address.includes('#')))
      edits.set(urlSpan.start, { span: urlSpan, newText: address });
  }
  return applyEdits(text, [...edits.values()]);
}
