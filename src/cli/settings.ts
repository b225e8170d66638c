// The settings file of a project: found above the files that it is asked of, or named on the command line.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { defaultSettings, ignoredIn, settingsFileName, type ProjectSettings } from '../core/project/settings.js';
import type { FileIgnore } from '../core/ignore/cover.js';
import { indexLines } from '../core/text/span.js';
import { readText } from './files.js';
import { exists } from './tree.js';

/** Settings, and the folder (absolute) that the paths in them count from. */
export interface FoundSettings {
  readonly settings: ProjectSettings;
  readonly folder: string | undefined;
}

/** Reads each settings file once. */
export class SettingsFiles {
  readonly #files = new Map<string, Promise<FoundSettings>>();
  readonly #aboveFolder = new Map<string, Promise<string | undefined>>();
  /** What is wrong in the files that were read, each with its place. */
  readonly faults: string[] = [];

  /** @param config the file to use for everything; looked for unless given */
  constructor(readonly config: string | undefined) {}

  /** The settings for a file or folder. @throws {UnreadableInput} if there is a settings file that cannot be read */
  async of(file: string): Promise<FoundSettings> {
    return this.#in(await folderAt(path.resolve(file)));
  }

  /** As `of`, of what is known to be a file. */
  async ofFile(file: string): Promise<FoundSettings> {
    return this.#in(path.dirname(path.resolve(file)));
  }

  async #in(folder: string): Promise<FoundSettings> {
    const found = this.config ?? (await this.#above(folder));
    if (found === undefined) return { settings: defaultSettings, folder: undefined };
    if (!this.#files.has(found)) this.#files.set(found, this.#read(found));
    return this.#files.get(found)!;
  }

  /** The nearest settings file in a folder or above it, up to the root of its repository; relative to the working directory where it can be. */
  #above(folder: string): Promise<string | undefined> {
    const known = this.#aboveFolder.get(folder) ?? this.#lookAbove(folder);
    this.#aboveFolder.set(folder, known);
    return known;
  }

  async #lookAbove(folder: string): Promise<string | undefined> {
    const candidate = path.join(folder, settingsFileName);
    if (await exists(candidate)) return path.relative('', candidate);
    return path.dirname(folder) === folder || (await exists(path.join(folder, '.git')))
      ? undefined
      : this.#above(path.dirname(folder));
  }

  async #read(file: string): Promise<FoundSettings> {
    const { path: shown, text } = readText(file);
    const { readProjectSettings } = await import('../core/project/readSettings.js'); // it knows all checks
    const { settings, faults } = readProjectSettings(text);
    const lines = indexLines(text);
    for (const { span, message } of faults) {
      const { line, column } = lines.positionAt(span.start);
      this.faults.push(`${shown}:${line + 1}:${column + 1}: ${message}`);
    }
    return { settings, folder: path.dirname(path.resolve(file)) };
  }
}

/** What the settings ignore in a file. */
export function ignoredAt({ settings, folder }: FoundSettings, file: string): readonly FileIgnore[] {
  if (folder === undefined) return [];
  const within = path.relative(folder, path.resolve(file));
  const isOutside = within.startsWith('..') || path.isAbsolute(within);
  return ignoredIn(settings, isOutside ? undefined : within.replaceAll(path.sep, '/'));
}

async function folderAt(file: string): Promise<string> {
  return (await stat(file).catch(() => undefined))?.isDirectory() ? file : path.dirname(file);
}
