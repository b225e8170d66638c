// The schema of the settings file and its reader say the same.
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { checks } from '../../../src/core/checks/index.js';
import { readProjectSettings } from '../../../src/core/project/readSettings.js';
import { repositoryText } from '../support/repository.js';

const schema = JSON.parse(repositoryText('schemas/settings.schema.json')) as {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly definitions: { readonly severity: { readonly properties: Readonly<Record<string, unknown>> } };
};
const fits = new Ajv({ strict: false }).compile(schema);

describe('the schema of the settings file', () => {
  it('knows every setting, and no other', () => {
    for (const name of Object.keys(schema.properties)) {
      assert.ok(
        !readProjectSettings(`{"${name}": 0}`).faults.some(({ message }) => message.startsWith('There is no setting')),
        name,
      );
    }
    const known = readProjectSettings('{"": 0}').faults.length; // a name that is none is a fault
    assert.equal(known, 1);
  });

  it('knows every check', () => {
    assert.deepEqual(
      Object.keys(schema.definitions.severity.properties),
      checks.map(({ id }) => id),
    );
  });

  for (const [given, isRight] of [
    [{}, true],
    [{ severity: { 'link-missing': 'off' }, locales: { fr: { severity: { 'link-missing': 'hint' } } } }, true],
    [
      {
        glossary: [
          { term: 'a', keep: true },
          { term: 'b', translations: { fr: 'c', de: ['d'] }, avoid: { fr: ['e'] }, note: 'f' },
        ],
      },
      true,
    ],
    [
      {
        frontMatter: { prose: ['a'], same: ['b.*'], different: [] },
        siteUrls: ['https://example.org/{lang}/*'],
        insert: 'comment',
        sourceMarks: true,
        sourceLocale: 'en',
      },
      true,
    ],
    [{ ignore: [{ check: 'link-missing', path: 'a/**', subject: 'b', reason: 'c' }] }, true],
    [[], false],
    [{ severity: { 'link-missing': 'warn' } }, false],
    [{ glossary: [{ keep: true }] }, false],
    [{ glossary: {} }, false],
    [{ frontMatter: { prose: 'lead' } }, false],
    [{ insert: 'bold' }, false],
    [{ sourceMarks: 'yes' }, false],
    [{ ignore: [{ check: 'link-missing' }] }, false],
    [{ siteUrls: [7] }, false],
  ] as const) {
    it(`${isRight ? 'allows' : 'refuses'} ${JSON.stringify(given)}, as the reader does`, () => {
      assert.equal(fits(given), isRight);
      assert.equal(readProjectSettings(JSON.stringify(given)).faults.length === 0, isRight);
    });
  }
});
