// The published schemas, to hold reports against.
import { Ajv2020 } from 'ajv/dist/2020.js';
import assert from 'node:assert/strict';
import { repositoryText } from './repository.js';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, formats: { uri: /^https:\/\/\S+$/ } });
const names = ['pairs', 'align', 'check', 'status', 'stale'] as const;
const validators = new Map(
  names.map((name) => [name, ajv.compile(JSON.parse(repositoryText(`schemas/${name}.schema.json`)) as object)]),
);

/** Whether `report` is what the schema describes, as JSON. */
export function fits(name: (typeof names)[number], report: unknown): boolean {
  return validators.get(name)!(JSON.parse(JSON.stringify(report)));
}

/** Fails unless `report` is what the schema describes, as JSON. */
export function assertFits(name: (typeof names)[number], report: unknown): void {
  assert.ok(fits(name, report), JSON.stringify(validators.get(name)!.errors, null, 1));
}
