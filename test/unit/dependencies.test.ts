// Each dependency is accounted for: with a line, a reason and its licence in docs/dependencies.md; and nothing else is there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Package } from '../../scripts/dependencies.mjs';

/** Licences under which a package may be bundled into ours. */
const free = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC-BY-4.0'];

describe('docs/dependencies.md', () => {
  let lines: { name: string; licence: string; reason: string }[] = [];
  let all: Package[] = [];
  before(async function () {
    this.timeout(120_000);
    const { linesOf, packages, page } = await import('../../scripts/dependencies.mjs');
    lines = linesOf(readFileSync(path.join(import.meta.dirname, '../..', page), 'utf8'));
    all = await packages();
  });

  it('has a line for each package that is chosen or ships, and no other', () => {
    assert.deepEqual(
      lines.map(({ name }) => name).sort(),
      all.map(({ name }) => name),
    );
  });

  it('tells what each is for, and its licence', () => {
    for (const { name, licence } of all)
      assert.deepEqual(
        lines.filter((line) => line.name === name).map((line) => [line.licence, line.reason !== '']),
        [[licence, true]],
        name,
      );
  });

  it('lists nothing that ships under a licence that asks for more than to be named', () => {
    assert.ok(all.filter(({ use }) => use !== 'builds').length > 20);
    assert.deepEqual(
      all.filter(({ use, licence }) => use !== 'builds' && !free.includes(licence)).map(({ name }) => name),
      [],
    );
  });
});
