// Drafts, and what the source's placeables put into a text.
import assert from 'node:assert/strict';
import type { ChipState } from '../../../src/protocol/messages.js';
import {
  chipText,
  draftKey,
  dropWritten,
  keepDraft,
  openField,
  openOffers,
  isUnwritten,
  isUsed,
  wordsOfLink,
} from '../../../src/webview/writing.js';

const chip = (markdown: string, kind: ChipState['kind'] = 'link', label = 'words'): ChipState => ({
  number: 1,
  kind,
  label,
  markdown,
});

describe('a field', () => {
  it('opens with what the file says', () =>
    assert.deepEqual(openField('k', 'text', [], undefined), { key: 'k', was: 'text', text: 'text', chips: [] }));
  it('opens with the source’s words where that was asked', () =>
    assert.equal(openField('k', '', [], undefined, { text: 'source', isFrame: false }).text, 'source'));
  it('that began with something is unwritten only while that is but the marks around words', () => {
    const begun = (text: string, isFrame: boolean) => openField('k', '', [], undefined, { text, isFrame });
    assert.deepEqual(
      [
        isUnwritten(begun('# ', true)),
        isUnwritten({ ...begun('# ', true), text: '# a' }),
        isUnwritten(begun('![](a)', false)),
      ],
      [true, false, false],
    );
  });
  it('opens with the draft', () =>
    assert.deepEqual(openField('k', 'text', [], { was: 'text', text: 'mine' }), {
      key: 'k',
      was: 'text',
      text: 'mine',
      chips: [],
    }));
  it('says so if the file changed since the draft was begun', () => {
    assert.deepEqual(openField('k', 'theirs', [], { was: 'text', text: 'mine' }), {
      key: 'k',
      was: 'text',
      text: 'mine',
      chips: [],
      refused: { kind: 'changed', now: 'theirs' },
    });
  });
});

describe('drafts after a text was written', () => {
  const drafts = (text: string) => new Map([[draftKey('fr.md', 'k'), { was: 'text', text }]]);
  it('are without that text', () => assert.equal(dropWritten(drafts('mine'), 'fr.md', 'k', 'mine').size, 0));
  it('keep what is newer, begun with what is in the file', () =>
    assert.deepEqual(
      [...dropWritten(drafts('mine, too'), 'fr.md', 'k', 'mine')],
      [[draftKey('fr.md', 'k'), { was: 'mine', text: 'mine, too' }]],
    ));
  it('are those of before where there is none of the row', () =>
    assert.equal(dropWritten(drafts('mine'), 'fr.md', 'other', 'mine').size, 1));
  it('are none where the file says so already', () =>
    assert.deepEqual(openField('k', 'mine', [], { was: 'text', text: 'mine' }), {
      key: 'k',
      was: 'mine',
      text: 'mine',
      chips: [],
    }));
});

describe('drafts', () => {
  const field = { key: 'k', was: 'text', text: 'mine', chips: [] };
  it('keep what was not saved, for its translation and row', () =>
    assert.deepEqual(
      [...keepDraft(new Map(), 'fr.md', field)],
      [[draftKey('fr.md', 'k'), { was: 'text', text: 'mine' }]],
    ));
  it('are none of what a field began with', () =>
    assert.equal(keepDraft(new Map(), 'fr.md', { ...field, text: '# ', began: '# ' }).size, 0));
  it('forget what is as the file says', () =>
    assert.deepEqual([...keepDraft(keepDraft(new Map(), 'fr.md', field), 'fr.md', { ...field, text: 'text' })], []));
});

describe('a chip', () => {
  it('is the source’s Markdown', () =>
    assert.equal(chipText(chip('[here](https://example.org/a)'), ''), '[here](https://example.org/a)'));
  it('takes the selected words for a link', () => {
    assert.equal(chipText(chip('[here](https://example.org/a_(b))'), 'ici'), '[ici](https://example.org/a_(b))');
    assert.equal(chipText(chip('[here][label]'), 'ici'), '[ici][label]');
    assert.equal(chipText(chip('[here][]'), 'ici'), '[ici][here]');
  });
  it('keeps the link’s own emphasis', () =>
    assert.equal(chipText(chip('[**here**](https://example.org/a)'), 'ici'), '[**ici**](https://example.org/a)'));
  it('has words to be overwritten, if it is a link', () => {
    assert.deepEqual(wordsOfLink('[**here**](https://example.org/a)'), {
      start: 3,
      end: 7,
      rest: '**](https://example.org/a)',
    });
    assert.equal(wordsOfLink('https://example.org'), undefined);
  });
  it('replaces the selected words else', () => {
    assert.equal(chipText(chip('40,000', 'number'), 'many'), '40,000');
    assert.equal(chipText(chip('https://example.org'), 'ici'), 'https://example.org');
  });
  it('is used where its address is, whatever the words', () => {
    assert.equal(isUsed(chip('[here](https://example.org/a)'), 'Voir [ici](https://example.org/a).'), true);
    assert.equal(isUsed(chip('[here](https://example.org/a)'), 'Voir [ici](https://example.org/b).'), false);
    assert.equal(isUsed(chip('`code`', 'code'), 'le `code`'), true);
    assert.equal(isUsed(chip('41,900', 'number', '41,900'), '41 900 arbres'), true);
    assert.equal(isUsed(chip('41,900', 'number', '41,900'), '41 300 arbres'), false);
  });
});

describe('an earlier translation', () => {
  it('that stands in the field already is not offered', () => {
    const offer = (text: string) => ({ percent: 100, text, label: text, isWhole: true, from: '#1', then: [] });
    assert.deepEqual(
      openOffers({ key: 'k', was: '', text: '# a', chips: [], offers: [offer('# a'), offer('# b')] }).map(
        ({ text }) => text,
      ),
      ['# b'],
    );
    assert.deepEqual(openOffers({ key: 'k', was: '', text: '', chips: [] }), []);
  });
});
