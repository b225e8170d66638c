// Whether a text is well-formed XML, of what reports use: elements with attributes, and words.
import assert from 'node:assert/strict';

const words = String.raw`(?:[^<&\p{Cs}\ufffe\uffff\x00-\x08\x0b\x0c\x0e-\x1f]|&(?:amp|lt|gt|quot|apos);|&#\d+;)`;
const part = new RegExp(
  String.raw`<(?<open>[\w-]+)(?<attributes>(?:\s+\w+="(?:(?!")${words})*")*)\s*(?<empty>/)?>|</(?<close>[\w-]+)>|(?:(?!>)${words})+`,
  'uy',
);

/** Asserts that `text` is a declaration and one element, with characters that XML 1.0 allows. */
export function assertXml(text: string): void {
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  assert.ok(text.startsWith(declaration));
  const open: string[] = [];
  for (part.lastIndex = declaration.length; part.lastIndex < text.length;) {
    const at = part.lastIndex;
    const groups = part.exec(text)?.groups;
    if (!groups) assert.fail(`no XML: ${JSON.stringify(text.slice(at, at + 200))}`);
    for (const [, code] of (groups['attributes'] ?? '').matchAll(/&#(\d+);/g))
      assert.match(String.fromCodePoint(Number(code)), /[\t\n\r -\ud7ff\ue000-\ufffd]/);
    if (groups['open'] && !groups['empty']) open.push(groups['open']);
    if (groups['close']) assert.equal(open.pop(), groups['close']);
  }
  assert.deepEqual(open, []);
}
