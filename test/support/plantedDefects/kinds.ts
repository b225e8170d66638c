// All kinds of defect that can be planted, in the order of the checks' documentation.
import type { DefectKind } from './defect.js';
import { detailKinds } from './kinds/details.js';
import { fileKinds } from './kinds/file.js';
import { frontMatterKinds } from './kinds/frontMatter.js';
import { languageKinds } from './kinds/language.js';
import { linkKinds } from './kinds/links.js';
import { markupKinds } from './kinds/markup.js';
import { pictureKinds } from './kinds/pictures.js';
import { structureKinds } from './kinds/structure.js';
import { optionalKinds, typographyKinds } from './kinds/typography.js';

export const defectKinds: readonly DefectKind[] = [
  ...structureKinds,
  ...languageKinds,
  ...linkKinds,
  ...pictureKinds,
  ...markupKinds,
  ...detailKinds,
  ...frontMatterKinds,
  ...typographyKinds,
  ...optionalKinds,
  ...fileKinds,
];
