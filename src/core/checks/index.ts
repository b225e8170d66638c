// The list of all checks.
import type { Check } from './check.js';
import addedBlock from './added-block.js';
import brokenEmphasis from './broken-emphasis.js';
import brokenLinkSyntax from './broken-link-syntax.js';
import encodingDamage from './encoding-damage.js';
import frontMatterInvalid from './front-matter-invalid.js';
import frontMatterMissingField from './front-matter-missing-field.js';
import ignoreUnused from './ignore-unused.js';
import imageChanged from './image-changed.js';
import imageMissing from './image-missing.js';
import linkAdded from './link-added.js';
import linkChanged from './link-changed.js';
import linkMissing from './link-missing.js';
import missingBlock from './missing-block.js';
import missingItem from './missing-item.js';
import missingSection from './missing-section.js';
import sourceNotFound from './source-not-found.js';
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
  frontMatterInvalid,
  frontMatterMissingField,
  encodingDamage,
  sourceNotFound,
  ignoreUnused,
];
