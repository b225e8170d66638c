// Templates as they look before anybody fills them in.
import assert from 'node:assert/strict';
import { templateText } from '../../../src/core/series/template.js';

describe('a template', () => {
  it('shows the defaults of its holes in their places', () =>
    assert.equal(
      templateText(['![', { hole: 'What it shows' }, '](', { hole: 'https://' }, ')\n']),
      '![What it shows](https://)\n',
    ));
});
