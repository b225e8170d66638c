// Changes the settings file of a project as a person would: comments and layout stay.
import { applyEdits, modify, type FormattingOptions } from 'jsonc-parser';
import type { ParseFault } from '../model.js';
import { jsonTree } from './jsonValues.js';
import { readProjectSettings } from './readSettings.js';

/**
 * The text of the settings file with a check switched off, for all locales.
 *
 * @param text undefined if there is no such file yet
 * @returns undefined if the file cannot be read well enough to be changed
 */
export function withCheckOff(text: string | undefined, check: string): string | undefined {
  const after = editedSettings(text, (before, set) => {
    const { locales } = readProjectSettings(before).settings;
    const ofLocales = Object.keys(locales).filter((locale) => locales[locale]!.severity[check] !== undefined);
    const paths = [['severity', check], ...ofLocales.map((locale) => ['locales', locale, 'severity', check])];
    return paths.reduce((now, path) => set(now, path, 'off'), before);
  });
  const changed = after === undefined ? undefined : readProjectSettings(after).settings;
  const isOff =
    changed?.severity[check] === 'off' &&
    Object.values(changed.locales).every(({ severity }) => (severity[check] ?? 'off') === 'off');
  return isOff ? after : undefined;
}

/** `text` with a value at a path, which is made if it is not there. */
export type SetValue = (text: string, path: (string | number)[], value: unknown) => string;

/**
 * The text of the settings file after some changes.
 *
 * @param text undefined if there is no such file yet
 * @param change may throw where it cannot be made
 * @returns undefined if the file cannot be read well enough to be changed, or would have more mistakes than before
 */
export function editedSettings(
  text: string | undefined,
  change: (before: string, set: SetValue) => string,
): string | undefined {
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const mistyped: ParseFault[] = [];
  jsonTree(before, mistyped);
  if (mistyped.length > 0) return undefined;
  const formattingOptions = layoutOf(before);
  let after;
  try {
    after = change(before, (now, path, value) => applyEdits(now, modify(now, path, value, { formattingOptions })));
  } catch {
    return undefined; // e.g. “severity” is a number
  }
  return readProjectSettings(after).faults.length <= readProjectSettings(before).faults.length ? after : undefined;
}

function layoutOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 4 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}
