// Languages that are so near each other that a short text in one passes for one in the other.
import { languageOf } from './locale.js';

const families: readonly (readonly string[])[] = [
  ['es', 'pt', 'gl', 'ca', 'it', 'oc', 'fr', 'ro', 'la', 'eo'],
  ['da', 'nb', 'nn', 'no', 'sv', 'is', 'fo'],
  ['de', 'nl', 'af', 'lb', 'fy', 'yi'],
  ['cs', 'sk', 'pl', 'sl', 'hr', 'sr', 'bs'],
  ['ru', 'uk', 'be', 'bg', 'mk', 'sr'],
  ['ms', 'id', 'tl', 'jv', 'su'],
  ['hi', 'ne', 'mr', 'sa', 'bh'],
  ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd'],
  ['tr', 'az', 'tk', 'uz', 'kk', 'ky', 'tt'],
  ['fi', 'et'],
  ['lt', 'lv'],
  ['zh', 'ja'],
  ['zu', 'xh', 'st', 'tn', 'sw'],
];

/** What shares so many of its words that even a long text tells one from the other by a few of them only. */
const twins: readonly (readonly string[])[] = [
  ['ms', 'id'],
  ['nb', 'nn', 'no', 'da'],
  ['hr', 'sr', 'bs'],
];

/** Whether not even a long text surely tells two languages apart. */
export function areTwins(a: string, b: string): boolean {
  return twins.some((pair) => pair.includes(languageOf(a)) && pair.includes(languageOf(b)));
}

/** Whether two languages are near enough to be taken for each other. */
export function areRelated(a: string, b: string): boolean {
  return families.some((family) => family.includes(languageOf(a)) && family.includes(languageOf(b)));
}
