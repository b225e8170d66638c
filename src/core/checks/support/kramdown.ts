// Whether a post is made for Jekyll, whose Markdown is kramdown and no CommonMark.
import type { Issue } from '../../model.js';
import { field } from '../../parse/field.js';
import { oncePer } from './memo.js';

/** `{: .centre}` on a line, `{% include note.html %}`, `<p markdown="1">`. */
const marks =
  /^[ \t]*\{:[^}\n]{1,200}\}[ \t]*\r?$|\{%-?[ \t]*[a-z_]+[^\n]{0,500}?%\}|<[a-z]+ (?:[^<>\n]{0,200} )?markdown=["']?(?:1|block|span)\b/m;

/** Whether the post has what only Jekyll's posts have: a layout, Liquid tags, attribute lists, Markdown inside of tags. */
export const isForKramdown = oncePer(
  (issue: Issue): boolean =>
    (issue.frontMatter !== undefined && field(issue.frontMatter, 'layout') !== undefined) || marks.test(issue.text),
);
