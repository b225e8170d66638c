// What ties the two sides of a unit, in one line.
import type { Evidence } from '../core/align/alignment.js';
import type { ReportedUnit } from '../core/report/alignReport.js';

const longest = 40;
/** Longer words are known by their beginning. */
const stemLength = 5;

/** The evidence of a unit for a person to read; of a unit with one side only, nothing. */
export function evidenceText({ source, target, kind, evidence = [] }: ReportedUnit): string {
  if (kind === 'front-matter' || source.length === 0 || target.length === 0) return '';
  const told = evidence.filter((one) => one.kind !== 'kind').map(words);
  return told.length > 0 ? told.join(', ') : 'its place, kind and length alone';
}

function words({ kind, detail }: Evidence): string {
  const short = clipped(detail.replace(/\s+/g, ' '));
  switch (kind) {
    case 'word':
      return detail.length < stemLength ? `“${short}”` : `“${short}…”`;
    case 'code':
      return `\`${short}\``;
    case 'image':
      return `picture ${short}`;
    default:
      return short;
  }
}

/** The end of an address says more than its beginning, the beginning of anything else more than its end. */
function clipped(text: string): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  return text.includes('/')
    ? `…${characters.slice(1 - longest).join('')}`
    : `${characters.slice(0, longest - 1).join('')}…`;
}
