// An entry of the cache, which is untrusted input: anybody may have written the file.
import * as v from 'valibot';
import type { PostFacts } from '../core/pair/pairing.js';
import { severities } from '../core/problem.js';
import type { ReportedFile } from '../core/report/checkReport.js';

/** What is known of a post. */
export interface CacheEntry {
  /** Hash of the file's content. */
  readonly hash: string;
  readonly facts: PostFacts;
  readonly factsHash: string;
  /** What was found, and a hash of everything that it depends on. */
  readonly result?: { readonly key: string; readonly file: ReportedFile };
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const range = v.object({
  start: v.object({ line: count, column: count }),
  end: v.object({ line: count, column: count }),
});
const texts = v.array(v.string());

const facts = v.object({
  path: v.string(),
  locale: v.optional(v.string()),
  localeFrom: v.optional(v.picklist(['front matter', 'title', 'file name', 'folder', 'text'])),
  otherLocale: v.optional(v.string()),
  title: v.string(),
  number: v.optional(count),
  date: v.optional(v.string()),
  isNewsletter: v.boolean(),
  reference: v.optional(v.string()),
  links: texts,
  page: v.object({
    permalink: v.optional(v.string()),
    headings: v.array(v.object({ depth: count, text: v.string() })),
    anchors: texts,
    fields: v.record(v.string(), v.string()),
  }),
});

const problem = v.object({
  check: v.string(),
  severity: v.picklist(severities),
  message: v.string(),
  path: v.string(),
  range,
  source: v.optional(v.object({ path: v.string(), range })),
  docs: v.string(),
  fixes: v.array(v.object({ title: v.string(), edits: v.array(v.object({ range, newText: v.string() })) })),
});

const entry = v.object({
  hash: v.string(),
  facts,
  factsHash: v.string(),
  result: v.optional(
    v.object({
      key: v.string(),
      file: v.object({ path: v.string(), problems: v.array(problem), ignored: count }),
    }),
  ),
});

const pathAndEntry = v.tuple([v.string(), entry]);

/** A line of the cache: a path and its entry. Undefined for anything else. */
export function parseCacheEntry(line: string): [[string, CacheEntry]] | undefined {
  const parsed = parseJson(line);
  if (!v.is(pathAndEntry, parsed)) return undefined;
  const [path, found] = parsed;
  const isOfPath = found.facts.path === path && (found.result === undefined || found.result.file.path === path);
  return isOfPath ? [[path, found as CacheEntry]] : undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
