// Blocks of HTML as CommonMark has them, but for one that a picture begins: what follows it is text, and is read as such.
import { htmlFlow } from 'micromark-core-commonmark';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';

const lessThan = 60;
const name = 'img';

/** `<img`, whatever comes behind it. */
const picture: Construct = {
  partial: true,
  tokenize(effects: Effects, ok: State, nok: State): State {
    let at = -1;
    return next;
    function next(code: Code): State | undefined {
      if (at === name.length) {
        effects.exit('data');
        return code !== null && /[a-z\d-]/i.test(String.fromCharCode(Math.max(0, code))) ? nok(code) : ok(code);
      }
      if (at < 0) effects.enter('data');
      else if (code === null || String.fromCharCode(Math.max(0, code)).toLowerCase() !== name[at]) return nok(code);
      at++;
      effects.consume(code);
      return next;
    }
  },
};

/** Under a name of its own: the usual one is switched off. */
const htmlBlock: Construct = { ...htmlFlow, name: 'htmlBlock' };

/**
 * An extension of micromark. In CommonMark (4.6, kind 7) `<img src="a.png">` alone on a line makes HTML of all lines up to
 * the next blank one. To kramdown, and to whoever wrote them, these are text below a picture.
 */
export const htmlBlocks: Extension = {
  disable: { null: [htmlFlow.name!] },
  flow: {
    [lessThan]: {
      ...htmlBlock,
      tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
        return effects.check(picture, nok, effects.attempt(htmlBlock, ok, nok));
      },
    },
  },
};
