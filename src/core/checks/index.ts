// The list of all checks.
import type { Check } from './check.js';
import acronymChanged from './acronym-changed.js';
import addedBlock from './added-block.js';
import blockKindChanged from './block-kind-changed.js';
import brokenEmphasis from './broken-emphasis.js';
import brokenLinkSyntax from './broken-link-syntax.js';
import dateChanged from './date-changed.js';
import emojiChanged from './emoji-changed.js';
import encodingDamage from './encoding-damage.js';
import frontMatterEmptyField from './front-matter-empty-field.js';
import frontMatterInvalid from './front-matter-invalid.js';
import frontMatterMissingField from './front-matter-missing-field.js';
import frontMatterUntranslated from './front-matter-untranslated.js';
import ignoreUnused from './ignore-unused.js';
import headingLevelChanged from './heading-level-changed.js';
import imageChanged from './image-changed.js';
import imageMissing from './image-missing.js';
import linkAdded from './link-added.js';
import linkChanged from './link-changed.js';
import linkMissing from './link-missing.js';
import missingBlock from './missing-block.js';
import missingItem from './missing-item.js';
import missingSection from './missing-section.js';
import numberChanged from './number-changed.js';
import sourceNotFound from './source-not-found.js';
import staleInlineSource from './stale-inline-source.js';
import strayMarkup from './stray-markup.js';
import untranslatedText from './untranslated-text.js';
import untranslatedTitle from './untranslated-title.js';
import urlDamaged from './url-damaged.js';

/** In the order in which the documentation lists them: what is missing, what is untranslated, links, pictures, the head, the file. */
export const checks: readonly Check[] = [
  missingSection,
  missingItem,
  missingBlock,
  addedBlock,
  untranslatedTitle,
  untranslatedText,
  linkMissing,
  linkChanged,
  linkAdded,
  brokenLinkSyntax,
  urlDamaged,
  imageMissing,
  imageChanged,
  brokenEmphasis,
  strayMarkup,
  headingLevelChanged,
  blockKindChanged,
  numberChanged,
  dateChanged,
  emojiChanged,
  acronymChanged,
  frontMatterInvalid,
  frontMatterMissingField,
  frontMatterEmptyField,
  frontMatterUntranslated,
  encodingDamage,
  sourceNotFound,
  staleInlineSource,
  ignoreUnused,
];
