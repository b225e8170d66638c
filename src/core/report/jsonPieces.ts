// JSON in pieces: a report of a large tree need not be in memory as one text. No piece has a control character but line breaks.
import { printableJson } from './printable.js';

const step = '  ';

/**
 * What `JSON.stringify(value, null, 2)` says, in pieces, safe to print (see `printableJson`). What can be gone through and is no list is printed as a list,
 * one element at a time; it must not stand within one of these elements.
 */
export function* jsonPieces(value: unknown, indent = ''): Generator<string> {
  if (typeof value !== 'object' || value === null) yield printableJson(JSON.stringify(value));
  else if (Array.isArray(value))
    yield* between(
      '[',
      ']',
      indent,
      value.map((one: unknown) => jsonPieces(one, indent + step)),
    );
  else if (Symbol.iterator in value)
    yield* between('[', ']', indent, elementsOf(value as Iterable<unknown>, indent + step));
  else {
    const fields = Object.entries(value).filter(([, one]) => one !== undefined);
    yield* between(
      '{',
      '}',
      indent,
      fields.map(([name, one]) => fieldOf(name, jsonPieces(one, indent + step))),
    );
  }
}

function* between(open: string, close: string, indent: string, parts: Iterable<Iterable<string>>): Generator<string> {
  let before = open;
  for (const part of parts) {
    yield `${before}\n${indent}${step}`;
    yield* part;
    before = ',';
  }
  yield before === open ? open + close : `\n${indent}${close}`;
}

function* elementsOf(values: Iterable<unknown>, indent: string): Generator<[string]> {
  for (const one of values) yield [printableJson(JSON.stringify(one, null, step)).replaceAll('\n', `\n${indent}`)];
}

function* fieldOf(name: string, value: Iterable<string>): Generator<string> {
  yield `${printableJson(JSON.stringify(name))}: `;
  yield* value;
}
