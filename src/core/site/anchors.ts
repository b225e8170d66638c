// The anchors of a page: those that site generators make of headings, and those that the text sets itself.
import type { Block, Issue } from '../model.js';
import { githubSlug } from '../text/slug.js';

/** As kramdown makes them by itself: nothing before the first letter, and ASCII alone. */
function kramdownSlug(text: string): string {
  return (
    text
      .replace(/^[^a-zA-Z]+/, '')
      .replace(/[^a-zA-Z0-9 -]/g, '')
      .replaceAll(' ', '-')
      .toLowerCase() || 'section'
  );
}

/** As other generators make them: without accents, one hyphen for whatever stands between two words. */
function plainSlug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '');
}

const generators = [githubSlug, kramdownSlug, plainSlug];

/** What generators make of a text, the most usual first, each once. */
export function slugsOf(text: string): string[] {
  const trimmed = text.trim();
  return [...new Set(generators.map((slug) => slug(trimmed)))].filter(Boolean);
}

/** How anchors are compared: without `#`, escapes undone, in lower case. */
export function anchorKey(anchor: string): string {
  const bare = anchor.replace(/^#/, '');
  try {
    return decodeURIComponent(bare).normalize('NFC').toLowerCase();
  } catch {
    return bare.normalize('NFC').toLowerCase(); // a stray percent sign
  }
}

/** kramdown's `{#id}` and `{: #id .class}` behind a heading. */
const attributes = /(?<!\s)\s*\{:?[^{}\n]{0,300}\}\s*$/;
const explicit = /\{:?[^{}\n#]{0,200}#([\p{L}\p{N}_:.-]{1,200})|\s(?:id|name)\s{0,3}=\s{0,3}["']?([^\s"'<>]{1,200})/gu;

/** Every anchor that the page of an issue may have, as `anchorKey` makes it: one of all generators' for each heading. */
export function anchorsIn(issue: Issue): Set<string> {
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  for (const block of issue.blocks) {
    if (block.kind !== 'heading') continue;
    for (const slug of headingSlugs(issue, block)) {
      const before = counts.get(slug) ?? 0;
      counts.set(slug, before + 1);
      anchors.add(anchorKey(before > 0 ? `${slug}-${before}` : slug));
    }
  }
  for (const [, kramdown, html] of issue.text.matchAll(explicit)) anchors.add(anchorKey((kramdown ?? html)!));
  return anchors;
}

/** Some generators take a heading as readers see it, some as it is written. */
function headingSlugs(issue: Issue, block: Block): Set<string> {
  const line = issue.text.slice(block.span.start, block.span.end).split(/\r?\n/, 1)[0]!;
  const written = line
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(attributes, '')
    .replace(/(?<!\s)\s+#+\s*$/, '');
  return new Set([...slugsOf(block.text), ...slugsOf(written)]);
}

/** The anchor that a heading gets on most sites. */
export function usualAnchor(block: Block): string {
  return block.anchor ?? githubSlug(block.text);
}
