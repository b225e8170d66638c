// Reads values out of JSON with comments, and says of each that is not as it should be where and why.
import { getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { ParseFault } from '../model.js';
import { nearest } from '../text/nearest.js';

export type { Node } from 'jsonc-parser';

/** Notes that a value is not as it should be. */
export type Report = (node: Node, message: string) => void;

/** A file of more characters was not written by anybody. */
const longest = 1_000_000;

const explanations: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON: text must stand in quotation marks.',
  InvalidNumberFormat: 'This is no number.',
  PropertyNameExpected: 'A name in quotation marks is expected here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'Nothing may follow here.',
  UnexpectedEndOfString: 'A closing quotation mark is missing.',
  UnexpectedEndOfComment: 'This comment is never closed.',
};

/** The tree of `text`, as far as it can be read; what cannot goes to `faults`. */
export function jsonTree(text: string, faults: ParseFault[]): Node | undefined {
  const all = { start: 0, end: Math.min(1, text.length) };
  if (text.length > longest) {
    faults.push({ span: all, message: `This file has more than ${longest} characters and is not read.` });
    return undefined;
  }
  const errors: ParseError[] = [];
  try {
    // A byte order mark is no JSON.
    const tree = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true, allowEmptyContent: true });
    for (const { error, offset, length } of errors) {
      const code = printParseErrorCode(error);
      faults.push({
        span: { start: offset, end: offset + length },
        message: explanations[code] ?? `This is no JSON: ${code}.`,
      });
    }
    return tree;
  } catch {
    faults.push({ span: all, message: 'This file is nested too deeply to be read.' });
    return undefined;
  }
}

/** The properties of an object by name; one that is not `known` is reported, with the one that it may mean. */
export function objectOf<Name extends string>(
  node: Node,
  what: string,
  known: readonly Name[],
  report: Report,
): Partial<Record<Name, Node>> {
  const found: Partial<Record<Name, Node>> = {};
  for (const [key, value, keyNode] of entriesOf(node, what, report)) {
    const name = known.find((one) => one === key);
    if (name !== undefined) found[name] = value;
    else report(keyNode, `There is no setting “${key}” here.${meaning(key, known)}`);
  }
  return found;
}

/** The properties of an object whose names are free: name, value, and where the name stands. */
export function entriesOf(node: Node, what: string, report: Report): [string, Node, Node][] {
  if (node.type !== 'object') {
    report(node, `${what} must be an object: { … }.`);
    return [];
  }
  const seen = new Set<string>();
  return node.children!.flatMap(({ children }): [string, Node, Node][] => {
    const [key, value] = children!;
    if (!key || !value) return []; // a syntax error, which is reported as such
    const name = String(key.value);
    if (seen.has(name)) report(key, `“${name}” stands here twice; the last one counts.`);
    seen.add(name);
    return [[name, value, key]];
  });
}

/** The items of a list, each read; those that cannot be are left out. */
export function listOf<T>(
  node: Node | undefined,
  what: string,
  read: (item: Node) => T | undefined,
  report: Report,
): T[] {
  if (!node) return [];
  if (node.type !== 'array') {
    report(node, `${what} must be a list: [ … ].`);
    return [];
  }
  return node.children!.flatMap((item) => read(item) ?? []);
}

/** A text with something in it. */
export function textOf(node: Node | undefined, what: string, report: Report): string | undefined {
  if (!node) return undefined;
  const value: unknown = getNodeValue(node);
  if (typeof value === 'string' && value.trim() !== '') return value;
  report(node, `${what} must be a text in quotation marks${typeof value === 'string' ? ', not an empty one' : ''}.`);
  return undefined;
}

/** One of some words. */
export function oneOf<Word extends string>(
  node: Node | undefined,
  what: string,
  words: readonly Word[],
  report: Report,
): Word | undefined {
  if (!node) return undefined;
  const word = words.find((one) => one === node.value);
  if (word === undefined)
    report(
      node,
      `${what} must be ${words
        .slice(0, -1)
        .map((one) => `"${one}"`)
        .join(', ')} or "${words.at(-1)}".`,
    );
  return word;
}

/** ` Do you mean “…”?`, if one of `words` is close to what was typed. */
export function meaning(typed: string, words: readonly string[]): string {
  const word = nearest(typed, words);
  return word === undefined ? '' : ` Do you mean “${word}”?`;
}
