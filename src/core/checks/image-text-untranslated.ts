// image-text-untranslated: the text that describes a picture is still the source's.
import { comparedWords } from '../align/blockWords.js';
import type { Image } from '../model.js';
import type { Span } from '../text/span.js';
import { fold } from '../text/words.js';
import { definePairCheck, type PairContext } from './check.js';
import { compareImages } from './support/images.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'image-text-untranslated',
  severity: 'hint',
  messages: {
    untranslated: 'The text of this picture is still in the source’s language: “{text}”.',
    lost: 'This picture has lost its text; the source describes it as “{text}”.',
  },
  *run(context) {
    const { matched, changed } = compareImages(context);
    for (const { source, target } of [...matched, ...changed]) {
      if (!isProse(source.image.alt, context)) continue;
      const isLost = target.image.alt.trim() === '';
      if (!isLost && fold(target.image.alt) !== fold(source.image.alt)) continue;
      yield {
        message: isLost ? 'lost' : 'untranslated',
        data: { text: quoted(source.image.alt) },
        span: (isLost ? undefined : altSpan(context.target.text, target.image)) ?? target.image.span,
        source: altSpan(context.source.text, source.image) ?? source.image.span,
      };
    }
  },
});

/** Fewer words are a name as likely as not. */
const fewestWords = 3;

/** Whether a text says something in the source's language; names of files and of things do not. */
function isProse(text: string, { vocabulary }: PairContext): boolean {
  const words = comparedWords(text).filter((word) => word.hasLetter);
  const small = words.filter((word) => /^\p{Ll}/u.test(word.text));
  return (
    words.length >= fewestWords &&
    small.length >= words.length / 2 &&
    small.some((word) => vocabulary.isOrdinary(word.lower))
  );
}

function altSpan(text: string, { span, alt }: Image): Span | undefined {
  const written = text.slice(span.start, span.end);
  const at = written.indexOf(alt, written.startsWith('<') ? Math.max(0, written.search(/\balt\s*=/i)) : 0);
  return at < 0 || alt === '' ? undefined : { start: span.start + at, end: span.start + at + alt.length };
}
