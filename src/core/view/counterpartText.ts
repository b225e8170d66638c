// The Markdown of a unit's counterpart, to be read in a hover.
import type { Block, Issue } from '../model.js';

/** Longer texts are cut off; a hover is for a glance. In UTF-16 code units. */
const longest = 4000;

/**
 * Blocks of an issue as Markdown that stands by itself: its references defined, its pictures named and not loaded,
 * comments left out.
 */
export function counterpartText(issue: Issue, blocks: readonly Block[]): string {
  const text = blocks.map((block) => blockText(issue, block)).join('\n\n').replace(/<!--[^]*?-->/g, '').trim();
  const shown = text.length <= longest ? text : `${text.slice(0, text.lastIndexOf(' ', longest))} …`;
  const labels = new Map(blocks.flatMap(({ links }) => links.flatMap(({ label, url }) => (label === undefined || url === '' ? [] : [[label, url] as const]))));
  return [shown, ...Array.from(labels, ([label, url]) => `[${label}]: <${url}>`)].join('\n\n');
}

function blockText({ text }: Issue, { span, images }: Block): string {
  let shown = text.slice(span.start, span.end);
  for (const { span: place, alt } of [...images].sort((a, b) => b.span.start - a.span.start)) {
    if (place.start < span.start || place.end > span.end) continue;
    shown = `${shown.slice(0, place.start - span.start)}*Picture${alt.trim() === '' ? '' : `: ${plain(alt)}`}*${shown.slice(place.end - span.start)}`;
  }
  return shown;
}

/** Text without what would be markup. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&').replace(/\s+/g, ' ').trim();
}
