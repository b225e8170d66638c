// link-missing: a link of the source that the translation lost.
import { definePairCheck } from './check.js';
import { bareAddress, completedAddress, destination, linkFixes, schemeOf } from './support/linkFixes.js';
import { compareLinks } from './support/links.js';
import { lastLine, quoted } from './support/words.js';

export default definePairCheck({
  id: 'link-missing',
  severity: 'warning',
  yieldsTo: ['wrong-language'],
  messages: {
    missing: 'The link to {url} is missing; the source has it on “{words}”.',
    missingBare: 'The link to {url} is missing; the source has it here.',
    noScheme: 'The address {url} is no link here: its {scheme} is missing.',
    repeated: 'The source links to {url} once more here, on “{words}”.',
  },
  *run(context) {
    for (const lost of compareLinks(context).missing) {
      const {
        source: { link, unit },
        isRepeated,
      } = lost;
      const address = lost.also.length === 0 ? bareAddress(context, lost) : undefined;
      if (address) {
        yield {
          message: 'noScheme',
          data: { url: destination(context.source, link), scheme: schemeOf(link) },
          span: address,
          source: link.span,
          subject: destination(context.source, link),
          fixes: [completedAddress(link, address)],
        };
        continue;
      }
      const fixes = linkFixes(context, lost);
      const wrapped = fixes.length > 1 ? fixes[0]!.edits : undefined;
      const last = unit!.target.at(-1)!;
      const hasWords = link.text !== '' && link.form !== 'bare' && link.form !== 'autolink';
      yield {
        message: !hasWords ? 'missingBare' : isRepeated ? 'repeated' : 'missing',
        data: { url: destination(context.source, link), words: quoted(link.text) },
        span: wrapped ? { start: wrapped[0]!.span.start, end: wrapped[1]!.span.end } : lastLine(context.target, last),
        source: link.span,
        subject: destination(context.source, link),
        ...(isRepeated ? { severity: 'information' as const } : {}),
        fixes,
      };
    }
  },
});
