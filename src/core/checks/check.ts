// What a check is, and how one is declared.
import type { Alignment, UnitIndex } from '../align/alignment.js';
import type { Vocabulary } from '../align/vocabulary.js';
import type { Identify } from '../language/identify.js';
import type { Directive, Issue } from '../model.js';
import type { ProjectRules } from '../project/rules.js';
import type { Severity } from '../problem.js';
import type { Site } from '../site/site.js';
import type { StaleUnit } from '../stale/staleUnits.js';
import type { Recurring } from '../start/recurring.js';
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { Recall } from './support/recall.js';

/** What every check can look at: one post. */
export interface PostContext {
  readonly target: Issue;
  /** BCP 47; undefined if it could not be told. */
  readonly targetLocale: string | undefined;
  /** Whether the post is a translation whose source was looked for and not found. */
  readonly sourceMissing: boolean;
  readonly rules: ProjectRules;
  /** Undefined where the post is looked at by itself. */
  readonly site: Site | undefined;
  /** Tells the language of a text; undefined where the detector was not loaded. */
  readonly identify: Identify | undefined;
  /** What the last run remembers; undefined where a text is checked once. */
  readonly recall?: Recall | undefined;
}

/** What a check of a translation can look at besides. */
export interface PairContext extends PostContext {
  readonly source: Issue;
  readonly sourceLocale: string | undefined;
  readonly alignment: Alignment;
  readonly units: UnitIndex;
  readonly vocabulary: Vocabulary;
  /** What of the source recurs in every issue, and how the language has it: fixes that insert put that in its place. */
  readonly known?: Recurring | undefined;
  /** The units whose source has changed since; empty where nothing is known of that. */
  readonly stale: readonly StaleUnit[];
}

/** A fix as a check gives it: spans count in `target.text`, unless it is `ofFile`: then in the file as it is. */
export interface DraftFix {
  readonly title: string;
  readonly edits: readonly Edit[];
  readonly safe?: boolean;
  readonly preferred?: boolean;
  readonly ofFile?: boolean;
}

/** A fix whose edits take time to find: they are looked for when somebody wants them. Spans count in `target.text`. */
export interface DeferredFix extends Omit<DraftFix, 'edits' | 'ofFile'> {
  readonly findEdits: () => readonly Edit[];
}

/** What a check found. Spans count in `target.text` and `source.text`. */
export interface Found<MessageId extends string> {
  readonly message: MessageId;
  /** What the message's `{placeholders}` stand for. */
  readonly data?: Readonly<Record<string, string | number>>;
  readonly span: Span;
  readonly source?: Span | undefined;
  /** What of the place it is about, e.g. an address or a number, so that one of several can be marked as intended. */
  readonly subject?: string;
  /** Only where it differs from the check's own. */
  readonly severity?: Severity;
  readonly fixes?: readonly (DraftFix | DeferredFix)[];
}

interface Declaration<MessageId extends string> {
  /** Its name everywhere: file, documentation page, the code in the Problems view. */
  readonly id: string;
  readonly severity: Severity;
  /** Runs only where its severity is set. */
  readonly isOffByDefault?: true;
  /** Checks whose problem tells the cause: where one of theirs overlaps with one of this check's, this one's is left out. */
  readonly yieldsTo?: readonly string[];
  /** By id; `{name}` is replaced by the found data's `name`. */
  readonly messages: Readonly<Record<MessageId, string>>;
}

/** Looks at one post alone. */
export interface PostCheck<MessageId extends string = string> extends Declaration<MessageId> {
  readonly needs: 'post';
  run(context: PostContext): Iterable<Found<MessageId>>;
}

/** Looks at a translation beside its source. */
export interface PairCheck<MessageId extends string = string> extends Declaration<MessageId> {
  readonly needs: 'pair';
  run(context: PairContext): Iterable<Found<MessageId>>;
}

/** What a check of the comments by which problems are ignored can look at. */
export interface IgnoresContext {
  readonly target: Issue;
  /** Those of which no check that ran has found the problem any more. */
  readonly unused: readonly Directive[];
  /** Those that name no check, each with the check that it may mean. */
  readonly unknown: readonly { readonly directive: Directive; readonly nearest: string | undefined }[];
}

/** Looks at what the others found that is ignored; runs behind them. */
export interface IgnoresCheck<MessageId extends string = string> extends Declaration<MessageId> {
  readonly needs: 'ignores';
  run(context: IgnoresContext): Iterable<Found<MessageId>>;
}

export type Check = PostCheck | PairCheck | IgnoresCheck;

/** Declares a check; the compiler holds what it yields to the messages it has. */
export function definePostCheck<MessageId extends string>(check: Omit<PostCheck<MessageId>, 'needs'>): Check {
  return { ...check, needs: 'post' };
}

/** Declares a check of pairs; the compiler holds what it yields to the messages it has. */
export function definePairCheck<MessageId extends string>(check: Omit<PairCheck<MessageId>, 'needs'>): Check {
  return { ...check, needs: 'pair' };
}

/** Declares a check of ignores; the compiler holds what it yields to the messages it has. */
export function defineIgnoresCheck<MessageId extends string>(check: Omit<IgnoresCheck<MessageId>, 'needs'>): Check {
  return { ...check, needs: 'ignores' };
}
