// What of code must not differ between two languages: all but comments, quoted prose and white space.

/** Quotation marks, dashes and dots as word processors and translation services change them, and the plain ones. */
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»＂]/g, '"'],
  [/[‘’‚‛＇]/g, "'"],
  [/[–—−]/g, '-'],
  [/…/g, '...'],
  [/[\u00a0\u2007\u202f\u3000]/g, ' '],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
];

/** The code with the plain signs in place of typographic and wide ones, and without white space. */
export function plainCode(code: string): string {
  return typographic
    .reduce((text, [pattern, plain]) => text.replace(pattern, plain), code)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/-+/g, '-');
}

/** Whether the two differ only in such signs, so that the one is an accident of the other. */
export function isAccident(target: string, source: string): boolean {
  return target !== source && plainCode(target) === plainCode(source);
}

const comment =
  /(?:^|(?<=[\s;{}()]))(?:#(?!include|define|!).*|\/\/.*|--[ \t].*|%[ \t].*|;[ \t].*)$|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|"""[\s\S]*?"""|'''[\s\S]*?'''/gm;
const quotedText = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\\n]|\\.)*`/g;

/** The lines of a program without their comments, without what stands in quotation marks, without white space; empty lines left out. */
export function essentialLines(code: string): string[] {
  const bare = code.length > 100_000 ? code : code.replace(comment, '').replace(quotedText, '""');
  return bare
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}

/** Words that people read, which a translator puts into another language: `<your name>`, `YOUR_KEY`, `some text`. */
export function isPlaceholder(code: string): boolean {
  return !isCommand(code) && /[<[{]\p{L}[\p{L}\s_-]*[>\]}]|^YOUR_\w+$|^\p{L}+(?:\s\p{L}+)+$/u.test(code.trim());
}

/** What is typed at a prompt, though it may look like words: `pip install name`. One with a gap to fill is a placeholder: `git clone <address>`. */
export function isCommand(code: string): boolean {
  return /^(?:\$\s*)?(?:pip3?|pipx|npm|npx|yarn|pnpm|git|cargo|conda|brew|apt|apt-get|sudo|docker|gem|bundle|curl|wget|kubectl)\s+[a-z][^<>[\]{}]*$/.test(
    code.trim(),
  );
}

/** How many characters have to be changed to make one of the other, as far as `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    if (Math.min(...next) > most) return most + 1;
    row = next;
  }
  return row[b.length]!;
}
