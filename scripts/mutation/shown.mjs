// How a mutant is shown: its place, what stood there, and what stands there instead.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { root } from '../project.mjs';

/** @typedef {import('@stryker-mutator/api/core').MutantResult} Mutant its lines and columns count from 1 */

/** The code as it is broken, by path: it may be worked on meanwhile. */
const code = new Map(
  globSync('src/core/**/*.ts', { cwd: root, absolute: true }).map((one) => [
    path.normalize(one),
    readFileSync(one, 'utf8'),
  ]),
);

/**
 * Its file, from the project's root.
 * @param {Mutant} mutant
 */
export function fileOf({ fileName }) {
  return path.relative(root, fileName).replaceAll('\\', '/');
}

/**
 * `src/core/align/path.ts:12:5 EqualityOperator: a < b -> a <= b`
 * @param {Mutant} mutant
 */
export function shown(mutant) {
  const {
    location: { start },
    mutatorName,
    replacement,
  } = mutant;
  return `${fileOf(mutant)}:${start.line}:${start.column} ${mutatorName}: ${short(was(mutant))} -> ${short(replacement)}`;
}

/**
 * What stood where the mutant is.
 * @param {Mutant} mutant
 */
function was({ fileName, location: { start, end } }) {
  const lines = (code.get(path.normalize(fileName)) ?? '').split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column - 1) ?? '';
  return lines.join('\n').slice(start.column - 1);
}

/** @param {string | undefined} text */
function short(text = '') {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 110)} … ${line.slice(-45)}` : line;
}
