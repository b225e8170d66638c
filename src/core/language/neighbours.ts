// Languages that the detector does not know, told from the neighbour that it takes them for by their commonest words.

interface Neighbour {
  readonly language: string;
  readonly takenFor: readonly string[];
  /** The share of all words that its own must have. */
  readonly least: number;
  readonly its: RegExp;
  readonly theirs: RegExp;
}

const neighbours: readonly Neighbour[] = [
  {
    language: 'id',
    takenFor: ['ms'],
    least: 0,
    its: /^(?:bahwa|karena|bisa|saat|ketika|berbeda|tautan|membutuhkan|proyek|komunitas|informasi|aktivitas|kualitas|sebuah)$/,
    theirs:
      /^(?:bahawa|kerana|boleh|ialah|iaitu|sahaja|daripada|sekiranya|apabila|semasa|mahu|pautan|projek|komuniti|maklumat|aktiviti|kualiti)$/,
  },
  {
    language: 'ne',
    takenFor: ['hi', 'mr'],
    least: 0.04,
    its: /^(?:र|छ|छन्|हो|छैन|गर्न|गर्नुहोस्|पनि|तपाईं|यो|हुन्छ|भने|वा)$|(?:को|मा|हरू|लाई|ले)$/,
    theirs: /^(?:है|हैं|में|और|का|की|के|से|आहे|आणि|आहेत|नाही|किंवा|या)$/,
  },
  {
    language: 'gl',
    takenFor: ['es', 'pt'],
    least: 0.02,
    its: /^(?:unha|unhas|coa|coas|nunha|dunha|polo|polos|tamén|máis|ata|sexa|calquera|xente|non)$/,
    theirs: /^(?:el|los|las|una|con|más|del|y|em|não|uma|mais|também|um|com|à|às|sua|isso)$/,
  },
  {
    language: 'sw',
    takenFor: ['tl', 'ms', 'sq', 'sl', 'hr', 'es', 'yo'],
    least: 0.08,
    its: /^(?:ya|wa|kwa|katika|kama|kuwa|lakini|yako|wako|hii|hizi|hiyo|yote|wote|kila|watu)$/,
    theirs: /^(?:ng|ang|mga|sa|yang|dan|untuk|të|dhe|je|in|de|el|ti|àwọn)$/,
  },
];

/** `language`, or the neighbour whose words `text` is in. */
export function amongNeighbours(text: string, language: string): string {
  if (language === 'sr' || language === 'bg') return isMacedonian(text) ? 'mk' : language;
  const candidates = neighbours.filter(({ takenFor }) => takenFor.includes(language));
  if (candidates.length === 0) return language;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const count = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length;
  const found = candidates.find(
    ({ its, theirs, least }) => count(its) >= Math.max(1, least * words.length) && count(its) >= count(theirs),
  );
  return found?.language ?? language;
}

function isMacedonian(text: string): boolean {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  return count(/[ѓќѕ]/gi) > count(/[ђћъщ]/gi);
}
