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
  const before = text === undefined || text.trim() === '' ? '{}\n' : text;
  const mistyped: ParseFault[] = [];
  jsonTree(before, mistyped);
  if (mistyped.length > 0) return undefined;
  const { settings } = readProjectSettings(before);
  const ofLocales = Object.keys(settings.locales).filter((locale) => settings.locales[locale]!.severity[check] !== undefined);
  const paths = [['severity', check], ...ofLocales.map((locale) => ['locales', locale, 'severity', check])];
  let after = before;
  try {
    for (const path of paths) after = applyEdits(after, modify(after, path, 'off', { formattingOptions: layoutOf(before) }));
  } catch {
    return undefined; // e.g. “severity” is a number
  }
  const { settings: changed, faults } = readProjectSettings(after);
  const isOff = changed.severity[check] === 'off' && Object.values(changed.locales).every(({ severity }) => (severity[check] ?? 'off') === 'off');
  return isOff && faults.length <= readProjectSettings(before).faults.length ? after : undefined;
}

function layoutOf(text: string): FormattingOptions {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 4 : indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
