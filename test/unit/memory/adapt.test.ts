// Earlier translations with the numbers and addresses of the new source.
import assert from 'node:assert/strict';
import { adapt } from '../../../src/core/memory/adapt.js';

const adapted = (source: string, target: string, now: string): string => adapt({ source, target }, now).text;

describe('an earlier translation for a new source', () => {
  it('gets its addresses and numbers', () => {
    assert.equal(
      adapted(
        'Letter 12 of [the path](https://path.example/12), 3 pages.',
        'Lettre 12 du [sentier](https://path.example/12), 3 pages.',
        'Letter 13 of [the path](https://path.example/13), 4 pages.',
      ),
      'Lettre 13 du [sentier](https://path.example/13), 4 pages.',
    );
    assert.equal(
      adapted(
        'See [here][one] and ![a bench](a.png).',
        'Voir [ici][one] et ![un banc](a.png).',
        'See [here][two] and ![a bench](b.png).',
      ),
      'Voir [ici][two] et ![un banc](b.png).',
    );
  });

  it('swaps two at once', () => {
    assert.equal(adapted('1 of 2', '1 sur 2', '2 of 1'), '2 sur 1');
  });

  it('leaves what it cannot tell apart', () => {
    assert.equal(adapted('3 benches, 4 trees', '3 bancs, 4 arbres', '5 benches'), '3 bancs, 4 arbres', 'another count');
    assert.equal(adapted('3 of 3', '3 sur trois', '4 of 4'), '3 sur trois', 'one is written in words');
    assert.equal(adapted('3 of 3', '3 sur 3', '4 of 5'), '3 sur 3', 'one becomes two');
    assert.equal(
      adapted(
        '[here](https://path.example/en/12)',
        '[ici](https://path.example/fr/12)',
        '[here](https://path.example/en/13)',
      ),
      '[ici](https://path.example/fr/12)',
      'the translation links elsewhere',
    );
  });

  it('gets names with numbers, such as versions', () => {
    assert.equal(
      adapted('Seam v0.16.0-beta.rc2 is out.', 'Seam v0.16.0-beta.rc2 est sorti.', 'Seam v0.16.0-beta.rc5 is out.'),
      'Seam v0.16.0-beta.rc5 est sorti.',
    );
  });

  it('gets the tags of a template', () => {
    assert.equal(
      adapted(
        'Out. {% assign timestamp="1:02" %}',
        'Sorti. {% assign timestamp="1:02" %}',
        'Out. {% assign timestamp="3:04" %}',
      ),
      'Sorti. {% assign timestamp="3:04" %}',
    );
  });

  it('stands in the marks of emphasis of now', () => {
    assert.equal(adapted('_No news this week._', '_Rien cette semaine._', 'No news this week.'), 'Rien cette semaine.');
    assert.equal(adapted('No news this week.', 'Rien cette semaine.', '*No news this week.*'), '*Rien cette semaine.*');
    assert.equal(
      adapted('*No* news *this week*', 'Rien *cette semaine*', 'No news this week'),
      'Rien *cette semaine*',
      'marks within',
    );
  });

  it('does not touch numbers within words and addresses', () => {
    assert.equal(
      adapted(
        'GPT2 on page 2 of [this](https://a.example/2)',
        'GPT2 en page 2 de [ceci](https://a.example/2)',
        'GPT2 on page 7 of [this](https://a.example/2)',
      ),
      'GPT2 en page 7 de [ceci](https://a.example/2)',
    );
  });

  it('says what it changed', () => {
    assert.deepEqual(adapt({ source: 'Letter 12', target: 'Lettre 12' }, 'Letter 13').changes, [
      { from: '12', to: '13' },
    ]);
    assert.deepEqual(adapt({ source: 'Letter', target: 'Lettre' }, 'Letter').changes, []);
  });
});
