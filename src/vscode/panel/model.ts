// What the panel needs to know of the workspace: which texts face each other, and how they were found to stand.
import type { Event, Uri } from 'vscode';
import type { PairContext } from '../../core/checks/check.js';
import type { Issue } from '../../core/model.js';
import type { Problem } from '../../core/problem.js';

/** A file that is an issue in one language. */
export interface FacingText {
  readonly uri: Uri;
  /** BCP 47; undefined if it could not be told. */
  readonly locale: string | undefined;
}

/** One issue in all its languages. */
export interface FacingIssue {
  /** Undefined if it could not be told. */
  readonly number: number | undefined;
  /** The source's title; the empty string if it has none. */
  readonly title: string;
  readonly source: FacingText;
  /** By locale; possibly two of one locale. */
  readonly translations: readonly FacingText[];
}

/** A text as it was read for a review. */
export interface ReviewedText extends FacingText {
  /** Of the open document that was read; undefined if it came from the disk. */
  readonly version: number | undefined;
  readonly issue: Issue;
}

/** A translation beside its source, aligned and checked. Source, target, context and problems belong together. */
export interface Review {
  readonly source: ReviewedText;
  readonly target: ReviewedText;
  readonly context: PairContext;
  /** Problems of the translation; their spans count in the file as it is (of an open document, in its `getText()`). */
  readonly problems: readonly Problem[];
  /** Those that somebody marked as intended. */
  readonly ignored: readonly Problem[];
}

/**
 * What the workspace index and the reviews offer the panel. All answers come from caches where nothing changed since;
 * a call may be made after every keystroke.
 */
export interface FacingModel {
  /** The issue that a file is the source or a translation of; undefined for all other files. Waits for the first scan. */
  issueOf(uri: Uri): Promise<FacingIssue | undefined>;
  /** The issues of the folder that a file is in, newest first. */
  issuesAround(uri: Uri): Promise<readonly FacingIssue[]>;
  /** A translation, reviewed as it and its source stand now, unsaved edits included; undefined if it is none (any more). */
  reviewOf(translation: Uri): Promise<Review | undefined>;
  /**
   * The review of a translation right after an edit, at once: the texts as they stand now, with the problems of the last
   * review where they are now, and without their fixes' edits. Undefined if there was none, or it tells nothing of now.
   */
  sketchOf(translation: Uri): Promise<Review | undefined>;
  /** How long to wait after an edit of `translation` before asking for its review, in milliseconds: at least `least`. */
  patience(translation: Uri, least: number): number;
  /** For trying edits on the text at `uri` before anything is changed; undefined if it is no issue's. */
  checkerOf(uri: Uri): Promise<((text: string) => readonly Problem[]) | undefined>;
  /** Fired soon after a text was edited, saved, created, deleted or renamed, with the file that changed. */
  readonly onDidChange: Event<Uri>;
}
