// What a defect is: something that goes wrong in a translation, done on purpose at one place.
import type { Block } from '../../../src/core/model.js';
import type { Severity } from '../../../src/core/problem.js';
import type { ProjectRules } from '../../../src/core/project/rules.js';
import type { Site } from '../../../src/core/site/site.js';
import type { Edit } from '../../../src/core/text/edit.js';
import type { Span } from '../../../src/core/text/span.js';
import type { Random } from '../planted/random.js';
import type { Writer } from '../planted/words.js';
import type { Couple, LevelPair } from './pair.js';

/** What a defect is planted in. */
export interface DefectBed extends LevelPair {
  readonly random: Random;
  readonly writer: Writer;
  /** Of the pair's couples those that no problem touches yet. */
  readonly clean: readonly Couple[];
  /** The translation of a source block in another locale, as it is written there. */
  inOtherLocale(source: Block): string | undefined;
  /** A paragraph of another issue in this locale, as it is written there. */
  ofOtherIssue(): string | undefined;
}

/** What was done. Spans and edits count in the target's text before it, `source` in the source's. */
export interface Planting {
  readonly edits: readonly Edit[];
  /** Where in the source the defect can be shown as well. */
  readonly source?: Span | undefined;
  /** Where in the target it can be shown besides what was edited. */
  readonly place?: Span | undefined;
  /** What the project must have laid down for this to be a defect. */
  readonly rules?: Partial<ProjectRules>;
  /** What the other posts of the site must tell for this to be a defect. */
  readonly site?: Partial<Site>;
  /** Which checks must be switched on, and how grave they are. */
  readonly severity?: Readonly<Record<string, Severity>>;
}

/** One kind of defect. */
export interface DefectKind {
  readonly id: string;
  /** What it does, for the table. */
  readonly says: string;
  /** The checks of which any may find it. */
  readonly foundBy: readonly string[];
  /** Checks that may speak there as well, because they name something else that has become wrong there. */
  readonly besides?: readonly string[];
  /** Plants it at one place; undefined where the text has none. */
  plant(bed: DefectBed): Planting | undefined;
}
