// What a project has laid down in its settings file, and what of it holds for a text.
import picomatch from 'picomatch/posix.js';
import type { FileIgnore } from '../ignore/cover.js';
import type { Severity } from '../problem.js';
import { languageOf } from '../language/locale.js';
import { defaultRules, type ProjectRules } from './rules.js';

export { settingsFileName } from './fileName.js';

/** By a check's id. */
export type Severities = Readonly<Record<string, Severity | 'off'>>;

/** Problems that are intended, in the files that a pattern names. */
export interface IgnoreEntry extends FileIgnore {
  /** A glob, from the settings file's folder on. */
  readonly path: string;
  /** For people. */
  readonly reason: string | undefined;
}

export interface ProjectSettings {
  /** BCP 47; undefined to work it out. */
  readonly sourceLocale: string | undefined;
  readonly severity: Severities;
  /** By locale what differs there from `severity`. */
  readonly locales: Readonly<Record<string, { readonly severity: Severities }>>;
  readonly rules: ProjectRules;
  readonly ignore: readonly IgnoreEntry[];
}

/** What holds where there is no settings file. */
export const defaultSettings: ProjectSettings = {
  sourceLocale: undefined,
  severity: {},
  locales: {},
  rules: defaultRules,
  ignore: [],
};

/** The severities for translations into `locale`: those of `pt` hold for `pt-BR` too, unless it has its own. */
export function severityIn({ severity, locales }: ProjectSettings, locale: string | undefined): Severities {
  if (locale === undefined) return severity;
  const ofLanguage = locales[languageOf(locale)]?.severity;
  return { ...severity, ...ofLanguage, ...locales[locale]?.severity };
}

/** What is ignored in the file at `path`, which counts from the settings file's folder on, with `/`; undefined outside of it. */
export function ignoredIn({ ignore }: ProjectSettings, path: string | undefined): readonly FileIgnore[] {
  return path === undefined ? [] : ignore.filter((entry) => matches(entry.path, path));
}

/**
 * A pattern without a slash is a file's name wherever it is; one without wildcards is a folder with all in it as well.
 * Only `*`, `?`, `[…]` and `{…,…}` are special: names of posts have brackets and pluses enough.
 */
function matches(pattern: string, path: string): boolean {
  const glob = pattern.replace(/^(?:\.?\/)+/, '').replace(/(?<!\/)\/+$/, '');
  return (
    path.startsWith(`${glob}/`) ||
    picomatch.isMatch(path, glob.replace(/[()|+!@$^]/g, '\\$&'), { dot: true, basename: !glob.includes('/') })
  );
}
