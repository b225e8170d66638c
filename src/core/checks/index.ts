// The list of all checks.
import type { Check } from './check.js';
import acronymChanged from './acronym-changed.js';
import addedBlock from './added-block.js';
import ambiguousSource from './ambiguous-source.js';
import anchorNotFound from './anchor-not-found.js';
import blockKindChanged from './block-kind-changed.js';
import brokenEmphasis from './broken-emphasis.js';
import brokenLinkSyntax from './broken-link-syntax.js';
import dateChanged from './date-changed.js';
import doubledPunctuation from './doubled-punctuation.js';
import doubledSpaces from './doubled-spaces.js';
import doubledWords from './doubled-words.js';
import duplicateBlock from './duplicate-block.js';
import emojiChanged from './emoji-changed.js';
import codeChanged from './code-changed.js';
import emailOrHandleChanged from './email-or-handle-changed.js';
import encodingDamage from './encoding-damage.js';
import footnoteMissing from './footnote-missing.js';
import frenchNoBreakSpaces from './french-no-break-spaces.js';
import frenchSpacing from './french-spacing.js';
import frontMatterChanged from './front-matter-changed.js';
import frontMatterEmptyField from './front-matter-empty-field.js';
import frontMatterInvalid from './front-matter-invalid.js';
import frontMatterMissingField from './front-matter-missing-field.js';
import frontMatterUntranslated from './front-matter-untranslated.js';
import fullWidthPunctuation from './full-width-punctuation.js';
import headingLevelChanged from './heading-level-changed.js';
import ignoreUnused from './ignore-unused.js';
import htmlChanged from './html-changed.js';
import imageChanged from './image-changed.js';
import imageMissing from './image-missing.js';
import imageTextUntranslated from './image-text-untranslated.js';
import inconsistentHeading from './inconsistent-heading.js';
import invisibleCharacters from './invisible-characters.js';
import issueNumberMismatch from './issue-number-mismatch.js';
import leftoverSource from './leftover-source.js';
import linkAdded from './link-added.js';
import linkChanged from './link-changed.js';
import linkMissing from './link-missing.js';
import linkNotLocalized from './link-not-localized.js';
import linkTextUntranslated from './link-text-untranslated.js';
import liquidChanged from './liquid-changed.js';
import missingBlock from './missing-block.js';
import missingItem from './missing-item.js';
import missingSection from './missing-section.js';
import missingSpace from './missing-space.js';
import numberChanged from './number-changed.js';
import orderChanged from './order-changed.js';
import quotationMarks from './quotation-marks.js';
import referenceUndefined from './reference-undefined.js';
import referenceUnused from './reference-unused.js';
import sourceNotFound from './source-not-found.js';
import spanishOpeningMarks from './spanish-opening-marks.js';
import staleInlineSource from './stale-inline-source.js';
import staleUnit from './stale-unit.js';
import strayMarkup from './stray-markup.js';
import terminology from './terminology.js';
import truncatedText from './truncated-text.js';
import swallowedParagraph from './swallowed-paragraph.js';
import unbalancedQuotes from './unbalanced-quotes.js';
import untranslatedText from './untranslated-text.js';
import untranslatedTitle from './untranslated-title.js';
import urlDamaged from './url-damaged.js';
import wrongLanguage from './wrong-language.js';

/** In the order in which the documentation lists them: what is missing, what is untranslated, links, pictures, the head, the file. */
export const checks: readonly Check[] = [
  missingSection,
  missingItem,
  missingBlock,
  addedBlock,
  duplicateBlock,
  truncatedText,
  staleUnit,
  orderChanged,
  untranslatedTitle,
  untranslatedText,
  leftoverSource,
  wrongLanguage,
  terminology,
  inconsistentHeading,
  linkMissing,
  linkChanged,
  linkAdded,
  linkTextUntranslated,
  emailOrHandleChanged,
  linkNotLocalized,
  anchorNotFound,
  brokenLinkSyntax,
  urlDamaged,
  referenceUndefined,
  referenceUnused,
  footnoteMissing,
  imageMissing,
  imageChanged,
  imageTextUntranslated,
  brokenEmphasis,
  strayMarkup,
  swallowedParagraph,
  htmlChanged,
  liquidChanged,
  codeChanged,
  headingLevelChanged,
  blockKindChanged,
  numberChanged,
  dateChanged,
  emojiChanged,
  acronymChanged,
  unbalancedQuotes,
  doubledWords,
  doubledSpaces,
  doubledPunctuation,
  missingSpace,
  invisibleCharacters,
  frenchSpacing,
  frenchNoBreakSpaces,
  spanishOpeningMarks,
  fullWidthPunctuation,
  quotationMarks,
  frontMatterInvalid,
  frontMatterMissingField,
  frontMatterEmptyField,
  frontMatterUntranslated,
  frontMatterChanged,
  issueNumberMismatch,
  encodingDamage,
  sourceNotFound,
  ambiguousSource,
  staleInlineSource,
  ignoreUnused,
];
