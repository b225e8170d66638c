// Problems of a text that was read again after an edit: the same as of the text read afresh, whatever is remembered.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPair, pairContext } from '../../../src/core/checks/run.js';
import type { Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import type { Problem } from '../../../src/core/problem.js';
import { holds } from '../support/property.js';
import { sampleIssue } from '../support/samples.js';

const puts = ['x', ' ', '\n\n', '**', '[a](https://a.example)', '@name', '12', '2026-03-04', 'NASA', '🥾', '“', '## ', '{% x', '&nbsp', '![a](b.png)', 'the the ', 'ttps://a.example', '<b>', '[^1]', '', 'https://a.example/b'];
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom(...puts)), { minLength: 2, maxLength: 5 });

function problems(source: Issue, target: Issue, locale: string): Problem[] {
  return JSON.parse(JSON.stringify(checkPair(pairContext(source, target, { source: 'en', target: locale })))) as Problem[];
}

describe('checking again', () => {
  for (const [from, to, locale] of [['en12', 'fr12', 'fr'], ['en12', 'zh12', 'zh'], ['en12', 'ar12', 'ar'], ['en11', 'fr11', 'fr']] as const) {
    it(`says of ${to} what checking afresh says`, () => {
      const source = sampleIssue(from);
      holds([edits], 8, (steps) => {
        let before = parseIssue(sampleIssue(to).text);
        for (const [at, cut, put] of steps) {
          const place = Math.floor(at * before.text.length);
          const text = before.text.slice(0, place) + put + before.text.slice(place + cut);
          before = parseIssue(text, before);
          assert.deepEqual(problems(source, before, locale), problems(parseIssue(source.text), parseIssue(text), locale));
        }
      });
    }).timeout(60_000);
  }
});
