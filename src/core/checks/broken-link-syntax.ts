// broken-link-syntax: mistyped brackets, because of which a link is none or shows its brackets.
import { shortUrl } from '../text/url.js';
import { definePostCheck } from './check.js';
import { brokenLinks, type BrokenLink, type BrokenLinkKind } from './support/brokenLinks.js';

const repair: Readonly<Record<BrokenLinkKind, string>> = {
  spaceBetween: 'Remove the space between words and address',
  wordsBetween: 'Take the words between into the link',
  closedEarly: 'Remove the “]” among its words',
  swapped: 'Put the right brackets around words and address',
  unclosed: 'Close the bracket behind the address',
  spaceInAddress: 'Remove the space from the address',
  spaceAround: 'Remove the space before the address',
  fullWidth: 'Use [ ] and ( )',
  doubledParentheses: 'Remove the doubled brackets',
  doubledBracket: 'Remove the stray “[”',
  unopened: 'Open the bracket before the word',
  noWords: '',
  leftoverLink: 'Remove the link without words',
  leftover: '',
};

export default definePostCheck({
  id: 'broken-link-syntax',
  severity: 'warning',
  yieldsTo: ['wrong-language', 'duplicate-block'],
  messages: {
    spaceBetween: 'The link to {url} does not work: a space stands between “]” and “(”.',
    wordsBetween: 'The link to {url} does not work: words stand between “]” and “(”.',
    closedEarly: 'The link to {url} does not work: a “]” stands among its words.',
    swapped: 'The link to {url} does not work: its words belong in [ ] and its address in ( ).',
    unclosed: 'The link to {url} does not work: the bracket behind its address is missing.',
    spaceInAddress: 'The link to {url} does not work: there is a space in its address.',
    spaceAround: 'A space stands before the address; some tools then see no link.',
    fullWidth: 'The link to {url} does not work: Markdown needs the narrow brackets [ ] and ( ).',
    doubledParentheses:
      'The link to {url} does not work: its brackets are doubled, and one pair becomes part of the address.',
    doubledBracket: 'A stray “[” stands before the link to {url}.',
    unopened: 'The link to {url} does not work: the bracket before its words is missing.',
    noWords: 'The link to {url} has no words, so that readers do not see it.',
    leftoverLink: 'A link without words stands here, to {url}, to which another link leads.',
    leftover: 'A stray “](” stands here, the rest of a link that is gone.',
  },
  *run(context) {
    for (const broken of brokenLinks(context)) {
      yield {
        message: broken.kind,
        data: { url: shortUrl(broken.url ?? '') },
        span: broken.span,
        ...(broken.url === undefined ? {} : { subject: shortUrl(broken.url) }),
        ...(broken.kind === 'spaceAround' || broken.kind === 'leftoverLink' ? { severity: 'hint' as const } : {}),
        fixes: broken.edits.length > 0 ? [fixOf(broken)] : [],
      };
    }
  },
});

function fixOf({ kind, edits, isSure }: BrokenLink) {
  return { title: repair[kind], edits, safe: isSure, preferred: true };
}
