// Code beside code: what counts of it, and what a translator may change.
import assert from 'node:assert/strict';
import {
  distance,
  essentialLines,
  isAccident,
  isCommand,
  isPlaceholder,
  plainCode,
} from '../../../src/core/checks/support/codeText.js';

describe('code', () => {
  it('is the same for typographic signs, wide letters and white space', () => {
    assert.equal(plainCode('print(“a”, ‘b’)'), 'print("a",\'b\')');
    assert.equal(plainCode('ｇｉｔ　pull\u00a0—rebase …'), 'gitpull-rebase...');
    assert.equal(plainCode('a  \t b\u200bc'), 'abc');
    assert.equal(plainCode('a --b'), 'a-b');
    assert.equal(isAccident('a — b', 'a -- b'), true);
    assert.equal(isAccident('a', 'a'), false);
    assert.equal(isAccident('a', 'b'), false);
  });

  it('is what is left without comments, quoted text and white space', () => {
    const program = [
      '#include <a.h>',
      'x = 1  # the number',
      '// a comment',
      'say("hello", \'there\', `you`)  ',
      '',
      '/* over',
      'two lines */',
      'y  =   2; -- so',
      '<!-- html -->',
      '"""',
      'prose',
      '"""',
      "'''more'''",
      '%  latex',
      'url = a//b',
      'end',
    ];
    assert.deepEqual(essentialLines(program.join('\n')), [
      '#include <a.h>',
      'x = 1',
      'say("", "", "")',
      'y = 2;',
      'url = a//b',
      'end',
    ]);
    assert.deepEqual(essentialLines('a\r\nb'), ['a', 'b']);
    assert.deepEqual(essentialLines('say("a \\" b")'), ['say("")']);
  });

  it('is typed at a prompt', () => {
    for (const code of [
      'git pull',
      '$ git pull',
      '$git pull',
      'pip install name',
      'pip3 install name',
      'npm run test',
      ' npx tsx ',
      'apt-get install a',
      'docker run a b',
    ])
      assert.equal(isCommand(code), true, code);
    for (const code of [
      'git',
      'git <address>',
      'git clone {address}',
      'git clone [address]',
      'legit pull',
      'go home',
      'git 2',
      'a git pull',
    ])
      assert.equal(isCommand(code), false, code);
  });

  it('is words to be put into another language', () => {
    for (const code of [
      '<your name>',
      '[a_b-c]',
      '{so}',
      'YOUR_KEY',
      'some text',
      'some more text',
      'clé secrète',
      'git clone <address>',
    ])
      assert.equal(isPlaceholder(code), true, code);
    for (const code of [
      'name',
      'a_b',
      '<1>',
      '<>',
      '[1, 2]',
      'git pull',
      'MY_KEY',
      'YOUR KEY 2',
      'some text;',
      'YOUR_KEY()',
    ])
      assert.equal(isPlaceholder(code), false, code);
  });

  it('is as far from other code as characters have to be changed', () => {
    for (const [a, b, far] of [
      ['abc', 'abc', 0],
      ['abc', 'abd', 1],
      ['abc', 'ab', 1],
      ['abc', 'xabc', 1],
      ['abc', 'bac', 2],
      ['', 'ab', 2],
      ['kitten', 'sitting', 3],
    ] as const) {
      assert.equal(distance(a, b, 5), far, `${a} ${b}`);
      assert.equal(distance(b, a, 5), far);
      assert.ok(far === 0 || distance(a, b, far - 1) >= far);
    }
    assert.equal(distance('kitten', 'sitting', 3), 3);
    assert.equal(distance('abcdef', 'uvwxyz', 2), 3);
    assert.equal(distance('a', 'abcd', 2), 3);
    assert.equal(distance('a', 'abc', 2), 2);
  });
});
