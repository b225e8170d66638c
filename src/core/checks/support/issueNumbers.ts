// The issue's number in all the places of a post that say it.
import type { Issue } from '../../model.js';
import { numberInFileName, numberInTitle, stemOf } from '../../pair/names.js';
import { field, fieldText } from '../../parse/field.js';
import type { Span } from '../../text/span.js';

export type NumberPlace = 'title' | 'heading' | 'field' | 'picture' | 'file';

/** One of them. */
export interface IssueNumber {
  readonly place: NumberPlace;
  readonly number: number;
  /** Of the number itself, where the text has it. */
  readonly span: Span | undefined;
  /** What says it: a title, a file's name. */
  readonly text: string;
}

const pictureFields = ['image.thumb', 'image.feature', 'image', 'thumb', 'thumbnail', 'cover', 'header.teaser'];
const numberFields = ['issue', 'number', 'issue_number', 'edition'];
/** Nothing else can be meant: the number stands right behind the word or the sign. */
const near =
  /(?:news[-_ ]?letter|issue|bulletin|digest|weekly|boletin|boletim|letter|#)[-_ ]{0,9}(?:\[?[A-Za-z-]{2,5}\]?[-_ ]{1,9})?(\d{1,4})(?!\d)/i;

/** The numbers that a post gives itself, the surest first. @param path where the file is, if that is known */
export function issueNumbers(issue: Issue, path: string | undefined): IssueNumber[] {
  const { frontMatter } = issue;
  const title = fieldText(frontMatter, 'title');
  const first = issue.blocks.find(({ kind }) => kind === 'heading');
  const found: (IssueNumber | undefined)[] = [
    numberAt('title', title, numberInTitle(title), field(frontMatter, 'title')?.valueSpan, issue),
    first?.depth === 1 ? numberAt('heading', first.text, numberInTitle(first.text), first.span, issue) : undefined,
    ...numberFields.map((name) => {
      const text = fieldText(frontMatter, name);
      return /^\d{1,4}$/.test(text)
        ? numberAt('field', name, Number(text), field(frontMatter, name)?.valueSpan, issue)
        : undefined;
    }),
    ...pictureFields.slice(0).map((name) => {
      const text = fieldText(frontMatter, name);
      const file = text.slice(text.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
      return numberAt('picture', text, numberNear(file), field(frontMatter, name)?.valueSpan, issue);
    }),
    path === undefined
      ? undefined
      : numberAt('file', path.slice(path.lastIndexOf('/') + 1), numberNear(stemOf(path)), undefined, issue),
  ];
  return found.filter((one) => one !== undefined);
}

function numberNear(name: string): number | undefined {
  return near.test(name) ? numberInFileName(name) : undefined;
}

function numberAt(
  place: NumberPlace,
  text: string,
  number: number | undefined,
  around: Span | undefined,
  issue: Issue,
): IssueNumber | undefined {
  if (number === undefined || (number >= 1900 && number < 2100)) return undefined;
  return { place, number, text, span: around && digitsIn(issue.text, around, number) };
}

/** The last of the number's digits in a stretch of text; all of it where they are written in another way. */
function digitsIn(text: string, { start, end }: Span, number: number): Span {
  const found = [...text.slice(start, end).matchAll(/\d+/g)].findLast((match) => Number(match[0]) === number);
  return found ? { start: start + found.index, end: start + found.index + found[0].length } : { start, end };
}
