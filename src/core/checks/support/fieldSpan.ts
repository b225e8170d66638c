// Where a front matter field stands.
import type { Field } from '../../model.js';
import type { Span } from '../../text/span.js';

/** The field with its value. */
export function fieldSpan({ keySpan, valueSpan }: Field): Span {
  return { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) };
}

/** The value; of an empty one the key, as nothing else is to be seen. */
export function valueOrKey({ keySpan, valueSpan }: Field): Span {
  return valueSpan.end > valueSpan.start ? valueSpan : keySpan;
}
