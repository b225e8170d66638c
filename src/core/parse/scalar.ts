// Values of front matter, written anew in the quotation marks that they had.
import type { FrontMatterFormat } from '../model.js';

/** Words that YAML takes for something else than text; Norwegian's tag is one of them. */
const taken = /^(?:y|n|yes|no|on|off|true|false|null|~|[-+.\d][\d._eE:+-]*)$/i;
const date = /^\d{4}-\d{2}-\d{2}/;

/** `value` in the quotation marks of `like`; in such where it needs some. TOML writes all text in them, and knows no way to put one of `'` inside of such. */
export function writeScalar(value: string, like: string, format: FrontMatterFormat = 'yaml'): string {
  if (format === 'toml') return date.test(value) && !/^["']/.test(like) ? value : writeScalar(value, '"');
  if (like.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  if (like.startsWith('"') || !isPlain(value)) return `"${value.replace(/[\\"]/g, '\\$&')}"`;
  return value;
}

/** Dates stay plain, as they were. */
function isPlain(value: string): boolean {
  if (date.test(value)) return true;
  return !taken.test(value) && /^[\p{L}\p{N}/.]/u.test(value) && !/: |:$|\s#|\s$/u.test(value);
}
