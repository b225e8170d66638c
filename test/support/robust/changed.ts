// A text with a little changed everywhere: what a translation is to the checks, without a translator.

/** Every seventh line left out, every fifth with other words, two of every eleven changed over; a text of few lines is taken by its words. */
export function changedText(text: string): string {
  const lines = text.split('\n');
  return lines.length > 20 ? changedPieces(lines).join('\n') : changedPieces(text.split(' ')).join(' ');
}

function changedPieces(pieces: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (i % 7 === 6) continue;
    if (i % 11 === 9 && i + 1 < pieces.length) {
      out.push(pieces[i + 1]!, piece);
      i++;
    } else out.push(i % 5 === 4 ? piece.replace(/[a-z]{3,}/g, (word) => `${word.slice(1)}o`) : piece);
  }
  return out;
}
