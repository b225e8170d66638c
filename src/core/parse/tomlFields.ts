// The fields of front matter that is written in TOML, between lines of `+++`, as Hugo and Zola have it.
import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { Field, ParseFault } from '../model.js';
import { reasonOf } from '../reasonOf.js';
import type { Span } from '../text/span.js';

/**
 * Reads TOML 1.0. Never throws.
 *
 * @param offset where `source` begins in the post; spans count in the post, in UTF-16 code units
 * @returns no field where there is a fault: the parser stops at the first one. Tables that are entries of a list have no fields.
 */
export function readToml(source: string, offset: number): { fields: Field[]; faults: ParseFault[] } {
  try {
    const [table] = parseTOML(source, { tomlVersion: '1.0' }).body;
    return {
      fields: table.body.flatMap((node) =>
        node.type === 'TOMLTable' ? fieldsOfTable(node, source, offset) : fieldsOf(node, '', source, offset),
      ),
      faults: [],
    };
  } catch (error) {
    const at = error instanceof ParseError ? error.index : 0;
    return {
      fields: [],
      faults: [
        {
          span: offsetBy(visibleAt(source, at), offset),
          message: `The front matter is not valid TOML: ${reasonOf(error)}`,
        },
      ],
    };
  }
}

function fieldsOfTable({ resolvedKey, body }: AST.TOMLTable, source: string, offset: number): Field[] {
  if (resolvedKey.some((key) => typeof key === 'number')) return [];
  return body.flatMap((node) => fieldsOf(node, `${resolvedKey.join('.')}.`, source, offset));
}

function fieldsOf({ key, value }: AST.TOMLKeyValue, prefix: string, source: string, offset: number): Field[] {
  const path = prefix + key.keys.map((part) => (part.type === 'TOMLBare' ? part.name : part.value)).join('.');
  if (value.type === 'TOMLInlineTable') return value.body.flatMap((node) => fieldsOf(node, `${path}.`, source, offset));
  return [{ path, value: valueOf(value, source), keySpan: spanOf(key, offset), valueSpan: spanOf(value, offset) }];
}

/** As YAML's core schema would have it: dates are text. */
function valueOf(node: AST.TOMLContentNode, source: string): unknown {
  if (node.type === 'TOMLArray') return node.elements.map((element) => valueOf(element, source));
  if (node.type === 'TOMLInlineTable') return null;
  return node.kind === 'string' || node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean'
    ? node.value
    : source.slice(...node.range);
}

function spanOf({ range: [start, end] }: { readonly range: AST.Range }, offset: number): Span {
  return offsetBy({ start, end }, offset);
}

function offsetBy({ start, end }: Span, offset: number): Span {
  return { start: start + offset, end: end + offset };
}

/** The sign at which the parser stopped; at the end of a line, where nothing is to be seen, all of the line. */
function visibleAt(source: string, at: number): Span {
  if (/\S/.test(source[at] ?? '')) return { start: at, end: at + 1 };
  const before = source.slice(0, at).trimEnd();
  return { start: before.lastIndexOf('\n') + 1, end: before.length };
}
