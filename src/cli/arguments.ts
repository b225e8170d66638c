// What can be asked for on the command line. Small, so that it is there at once.
import type { Severity } from '../core/problem.js';
import type { Colours } from './text.js';

export const checkFormats = ['text', 'json', 'github', 'sarif', 'junit'] as const;
export type CheckFormat = (typeof checkFormats)[number];

export const statusFormats = ['text', 'json', 'markdown', 'html'] as const;

/** What becomes of what is printed. */
export interface Output {
  out(text: string): void;
  err(text: string): void;
  /** How far long work is, in words, one state in place of the last; empty at its end. Absent where nobody watches. */
  readonly progress?: (text: string) => void;
  readonly colours: Colours;
}

/** Nothing at the severity that counts; problems; wrong usage, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** Input that cannot be worked with; the message is for people. Leads to exit code 2. */
export class UnreadableInput extends Error {}

export interface Shared {
  readonly format: 'text' | 'json';
  readonly sourceLocale?: string;
  readonly config?: string;
}

export interface NewArguments extends Pick<Shared, 'sourceLocale' | 'config'> {
  readonly date?: string;
  readonly dryRun: boolean;
}

export interface StartArguments extends Pick<Shared, 'sourceLocale' | 'config'> {
  readonly locale: string;
  readonly dryRun: boolean;
}

export type UpdateArguments = Omit<StartArguments, 'locale'>;

export interface StaleArguments extends Shared {
  readonly all: boolean;
}

export interface StatusArguments extends Omit<Shared, 'format'> {
  readonly format: (typeof statusFormats)[number];
  readonly write?: string;
  readonly stale: boolean;
}

export interface AlignArguments extends Shared {
  readonly explain: boolean;
}

export interface CheckArguments extends Omit<Shared, 'format'> {
  readonly format: CheckFormat;
  readonly changedSince?: string;
  readonly source?: string;
  readonly fix: boolean;
  readonly maxSeverity: Severity;
  readonly threads?: number;
  readonly cache: boolean;
  readonly cacheLocation: string;
}
