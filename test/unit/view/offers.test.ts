// Earlier translations as the panel shows them.
import assert from 'node:assert/strict';
import { pairContext } from '../../../src/core/checks/run.js';
import { longestSegment } from '../../../src/core/memory/segment.js';
import { offersFor, type Offer } from '../../../src/core/memory/offers.js';
import { TranslationMemory } from '../../../src/core/memory/translationMemory.js';
import { parseIssue } from '../../../src/core/parse/issue.js';
import { offerStates } from '../../../src/core/view/offers.js';

const offer: Offer = {
  percent: 80,
  text: '**Nouvelles**',
  sentence: undefined,
  origins: [],
  changes: [],
  then: [
    { text: 'Old', differs: true },
    { text: ' news', differs: false },
  ],
};

describe('an earlier translation in the panel', () => {
  const states = (source: string, target: string, offers: readonly Offer[]) => {
    const context = pairContext(parseIssue(source), parseIssue(target), { source: 'en', target: 'fr' });
    return offerStates(offers, context.alignment.units[0]!, context, () => '#1');
  };

  it('has the marks of the heading or list item that it is to be', () => {
    assert.deepEqual(states('## News\n', '', [offer]), [
      { percent: 80, label: 'Nouvelles', text: '## **Nouvelles**', isWhole: true, from: '#1', then: offer.then },
    ]);
    assert.equal(states('- News\n', '', [offer])[0]?.text, '- **Nouvelles**');
    assert.equal(
      states('# News\n', '### Des nouvelles\n', [offer])[0]?.text,
      '### **Nouvelles**',
      'as the translation has it',
    );
  });

  it('of one sentence goes where the cursor is', () => {
    const [state] = states('- News\n', '', [{ ...offer, sentence: 1 }]);
    assert.deepEqual([state?.text, state?.isWhole], ['**Nouvelles**', false]);
  });

  it('shows the source of then only where it differs', () => {
    assert.deepEqual(states('- News\n', '', [{ ...offer, then: [{ text: 'News', differs: false }] }])[0]?.then, []);
  });

  it('is none of a text that is too long to be looked for', () => {
    const long = `${'[x '.repeat(longestSegment)}\n`;
    const context = pairContext(parseIssue(long), parseIssue(''), {});
    assert.deepEqual(offersFor(new TranslationMemory(), context, context.alignment.units[0]!, 'a.md'), []);
  });
});
