// docs/speed.md, whose tables and plots the benches renew, each its own.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/project.mjs';

/** Puts `content` between `<!-- name:begin -->` and `<!-- name:end -->`. @throws {Error} if they are not there */
export function renewPart(name: string, content: string): void {
  const file = path.join(root, 'docs/speed.md');
  const text = readFileSync(file, 'utf8');
  const [begin, end] = [`<!-- ${name}:begin -->\n`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/speed.md has no place for “${name}”.`);
  writeFileSync(file, `${text.slice(0, from + begin.length)}${content.trimEnd()}\n${text.slice(to)}`);
}
