// The words and signs that states and severities have on the page.
import type { PlaceableState, RowState, Severity } from '../protocol/messages.js';
import type { Filter } from './visible.js';

/** A codicon and what it stands for, in words. */
export interface Sign {
  readonly icon: string;
  readonly label: string;
}

export const stateSigns: Readonly<Record<RowState['state'], Sign>> = {
  translated: { icon: 'check', label: 'Translated' },
  untranslated: { icon: 'circle-large-outline', label: 'Not translated yet' },
  missing: { icon: 'circle-slash', label: 'Missing' },
  added: { icon: 'add', label: 'Added by the translator' },
  moved: { icon: 'arrow-swap', label: 'Translated, in another place' },
};

/** A translation whose source is not what it was. */
export const changedSign: Sign = { icon: 'history', label: 'Translated, but the source has changed since' };

/** Rows that are no units. */
export const otherSigns: Readonly<Record<'file' | 'front-matter', Sign>> = {
  file: { icon: 'file', label: 'The file as a whole' },
  'front-matter': { icon: 'json', label: 'Front matter' },
};

export const severitySigns: Readonly<Record<Severity, Sign>> = {
  error: { icon: 'error', label: 'Error' },
  warning: { icon: 'warning', label: 'Warning' },
  information: { icon: 'info', label: 'Information' },
  hint: { icon: 'lightbulb', label: 'Hint' },
};

/** Gravest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];

export const placeableIcons: Readonly<Record<PlaceableState['kind'], string>> = {
  link: 'link',
  image: 'device-camera',
  code: 'code',
  number: 'symbol-numeric',
};

export const filterLabels: Readonly<Record<Filter, string>> = {
  all: 'All',
  todo: 'To do',
  problems: 'Problems',
  changed: 'Changed',
};

/** “1 problem”, “3 problems”. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
