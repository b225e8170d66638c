// Problems of texts that were read and checked before: the same as of texts that nobody knows, whatever is remembered.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkPairAll, CheckMemory, checkPost, pairContext, postContext } from '../../../src/core/checks/run.js';
import { checks } from '../../../src/core/checks/index.js';
import type { Check } from '../../../src/core/checks/check.js';
import { definePairCheck } from '../../../src/core/checks/check.js';
import { perUnit } from '../../../src/core/checks/support/perRow.js';
import { loadIdentify, type Identify } from '../../../src/core/language/identify.js';
import type { Issue } from '../../../src/core/model.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { holds } from '../support/property.js';
import { sampleIssue } from '../support/samples.js';

const puts = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '**',
  '*',
  '_',
  '[a](https://a.example)',
  '[a][b]',
  '\n\n[b]: https://b.example\n\n',
  '@name',
  'me@a.example',
  '12',
  '2026-03-04',
  'NASA',
  'GPT-3',
  '🥾',
  '“',
  '"',
  '(',
  '\n\n## Heading\n\n',
  '\n\n# A\n\n',
  '\n\n### ',
  '\n- ',
  '\n1. ',
  '{% x',
  '{% raw %}',
  '&nbsp',
  '![a](b.png)',
  'the the ',
  '  ',
  '..',
  'ttps://a.example',
  '<b>',
  '</b>',
  '[^1]',
  '\n\n[^1]: note\n\n',
  '',
  'https://a.example/b',
  '`code`',
  '\u200b',
  '\n---\n',
  '<!-- facing-pages: ignore link-missing -->',
  '\n```\n',
  'the harbour and the ferry of the town ',
  'lundi',
  'Monday',
  '\n\n***Title***\n\n',
];
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.nat(40),
  put: fc.constantFrom(...puts),
  inSource: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  line: fc.boolean(),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;
const edits = fc.array(edit, { minLength: 2, maxLength: 6 });
const everyCheck = Object.fromEntries(
  checks.filter(({ isOffByDefault }) => isOffByDefault).map(({ id }) => [id, 'hint' as const]),
);

function edited(text: string, { at, cut, put, line }: Edit): string {
  const place = Math.floor(at * text.length);
  if (!line) return text.slice(0, place) + put + text.slice(place + cut);
  // A whole paragraph goes, or is doubled.
  const [start, end] = [text.lastIndexOf('\n\n', place), text.indexOf('\n\n', place)];
  if (start < 0 || end < 0) return text;
  return text.slice(0, start) + (cut > 20 ? text.slice(start, end).repeat(2) : '') + text.slice(end);
}

describe('checking again', () => {
  let identify: Identify;
  before(async () => {
    identify = await loadIdentify();
  });
  const problems = (
    source: Issue,
    target: Issue,
    locale: string,
    memory?: CheckMemory,
    only: readonly Check[] = checks,
  ): unknown =>
    JSON.parse(
      JSON.stringify(
        checkPairAll(pairContext(source, target, { source: 'en', target: locale, identify, memory }), {
          severity: everyCheck,
          checks: only,
        }),
      ),
    );

  for (const [from, to, locale] of [
    ['en12', 'fr12', 'fr'],
    ['en12', 'zh12', 'zh'],
    ['en12', 'ar12', 'ar'],
    ['en11', 'fr11', 'fr'],
  ] as const) {
    it(`says of ${to} what checking afresh says`, () => {
      holds([edits], 6, (steps) => {
        let [source, target] = [sampleIssue(from), parseIssue(sampleIssue(to).text)];
        const memory = new CheckMemory();
        problems(source, target, locale, memory);
        for (const step of steps) {
          if (step.inSource) source = parseIssue(edited(source.text, step), source);
          else target = parseIssue(edited(target.text, step), target);
          assert.deepEqual(
            problems(source, target, locale, memory),
            problems(parseIssue(source.text), parseIssue(target.text), locale),
          );
        }
      });
    }).timeout(120_000);
  }

  it('says of a post alone what checking afresh says', () => {
    holds([edits], 8, (steps) => {
      let target = parseIssue(sampleIssue('fr12').text);
      const memory = new CheckMemory();
      for (const step of steps) {
        target = parseIssue(edited(target.text, step), target);
        const found = (issue: Issue, kept?: CheckMemory): unknown =>
          JSON.parse(
            JSON.stringify(
              checkPost(postContext(issue, { targetLocale: 'fr', memory: kept }), { severity: everyCheck }),
            ),
          );
        assert.deepEqual(found(target, memory), found(parseIssue(target.text)));
      }
    });
  }).timeout(60_000);

  it('tells a check that hangs on more than it says', () => {
    const looks = perUnit((unit, { target }) => (unit.target.length > 0 && target.text.includes('NASA') ? [unit] : []));
    const careless = definePairCheck({
      id: 'careless',
      severity: 'hint',
      messages: { nasa: 'x' },
      *run(context) {
        for (const { target } of looks(context)) yield { message: 'nasa', span: target[0]!.span };
      },
    });
    const source = sampleIssue('en12');
    let target = parseIssue(sampleIssue('fr12').text);
    const memory = new CheckMemory();
    problems(source, target, 'fr', memory, [careless]);
    target = parseIssue(edited(target.text, { at: 0.5, cut: 0, put: ' NASA ', inSource: false, line: false }), target);
    assert.notDeepEqual(
      problems(source, target, 'fr', memory, [careless]),
      problems(source, target, 'fr', undefined, [careless]),
    );
  });
});
