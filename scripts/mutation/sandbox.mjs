// Stryker runs this in its copy of the project, before the tests: what is remembered from text to text or block to block
// there is forgotten when another mutant comes. Else one mutant's answers would pass for the next one's.
import { readFileSync, writeFileSync } from 'node:fs';

/** @type {readonly (readonly [file: string, memory: RegExp, instead: string])[]} */
const memories = [
  // Functions that remember by a text or an object.
  ['src/core/text/remember.ts', /new (Weak)?Map</g, 'new globalThis.Forgetful$1Map<'],
  ['src/core/checks/support/memo.ts', /new (Weak)?Map</g, 'new globalThis.Forgetful$1Map<'],
  // What lies in a block's identity would be out of reach there: it lies beside it instead.
  [
    'src/core/text/identity.ts',
    /const place = places\+\+;/,
    '$& const beside = new globalThis.ForgetfulWeakMap<Identity, Value>();',
  ],
  ['src/core/text/identity.ts', /Identity\.keptIn\(identity\)\[place\] as Value \| undefined/, 'beside.get(identity)'],
  ['src/core/text/identity.ts', /Identity\.keptIn\(identity\)\[place\] = value/, 'beside.set(identity, value)'],
  // Tables of modules.
  ...['align/blockWords', 'align/explain', 'align/vocabulary', 'stale/staleUnits', 'stale/touched'].map(ofModule),
];

for (const memory of memories) replace(...memory);

/**
 * A table that begins empty and is not filled while the module loads.
 * @param {string} file
 * @returns {[file: string, memory: RegExp, instead: string]}
 */
function ofModule(file) {
  return [`src/core/${file}.ts`, /^(const \w+ = new )(Weak)?Map(<[^\n]*>\(\);)$/gm, '$1globalThis.Forgetful$2Map$3'];
}

/**
 * @param {string} file
 * @param {RegExp} memory
 * @param {string} instead
 */
function replace(file, memory, instead) {
  const text = readFileSync(file, 'utf8');
  const forgetful = text.replace(memory, instead);
  if (forgetful === text)
    throw new Error(`${file} remembers in another way now: look for ${memory} in scripts/mutation/sandbox.mjs`);
  writeFileSync(file, forgetful);
}
