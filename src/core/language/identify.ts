// Which language a text is in: by its script, else by n-grams. Why so: docs/language-identification.md.
import type { eld as Detector } from 'eld/extrasmall';
import { oncePerText } from '../text/remember.js';
import { amongNeighbours } from './neighbours.js';
import { languageOfScript, scriptOf } from './script.js';

/** A language and how sure it is, 0 to 1. */
export interface Language {
  /** ISO 639-1, e.g. `pt`. Regions and varieties cannot be told. */
  readonly locale: string;
  readonly confidence: number;
}

/** The detector without its table: see `esbuild.config.mjs`. */
type Bare = typeof Detector & { loadData(table: unknown): void };

/** Tells the language of running text; undefined if it is too short or too mixed to tell. */
export type Identify = (text: string) => Language | undefined;

/** The detector reads no further than about this many characters. */
const pieceLength = 300;
const fewestLetters = 80;
/** Below this share of the votes nothing is said. */
const leastConfidence = 0.6;

/**
 * Loads the language detector, once. It is a megabyte of n-grams: wait with it until a text has to be told.
 *
 * @param readTable reads the n-grams as JSON, where the detector was bundled without them: the first caller's is asked
 */
export function loadIdentify(readTable?: () => Promise<string>): Promise<Identify> {
  return (loading ??= import('eld/extrasmall').then(async ({ eld }) => {
    if (readTable && 'loadData' in eld) (eld as Bare).loadData(JSON.parse(await readTable()));
    return oncePerText((text: string) => identify(text, eld));
  }));
}
let loading: Promise<Identify> | undefined;

function identify(text: string, eld: typeof Detector): Language | undefined {
  const script = scriptOf(text);
  if (!script || script.letters < fewestLetters) return undefined;
  const alone = languageOfScript(script.script);
  if (alone) return { locale: alone, confidence: 1 };
  const votes = new Map<string, number>();
  let total = 0;
  for (let at = 0; at < text.length; at += pieceLength) {
    const piece = text.slice(at, at + pieceLength);
    const result = eld.detect(piece);
    if (result.language === '' || !result.isReliable()) continue;
    const language = amongNeighbours(piece, result.language);
    votes.set(language, (votes.get(language) ?? 0) + piece.length);
    total += piece.length;
  }
  const [winner] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!winner || winner[1] < leastConfidence * total) return undefined;
  return { locale: winner[0], confidence: winner[1] / total };
}
