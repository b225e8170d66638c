// Putting a lost picture back: as a block of its own, or into the text where the source has it there.
import type { Block } from '../../model.js';
import type { PairContext } from '../check.js';
import type { PlacedImage } from './images.js';
import { insertion, type Insertion } from './insert.js';
import { lastLine } from './words.js';

/** The edits that bring a picture back, with its caption if that is lost as well. */
export function imageInsertion(
  context: PairContext,
  { image, block }: PlacedImage,
  caption: Block | undefined,
): Insertion {
  const unit = context.units.ofSource[block.index];
  const own = unit?.target.at(-1);
  if (!own || unit?.state === 'missing') return insertion(context, block.index, caption?.index ?? block.index);
  // The picture stood inside a text that is there: it goes to the end of that text.
  const written = context.source.text.slice(image.span.start, image.span.end);
  const at = own.span.end;
  return { span: lastLine(context.target, own), edits: [{ span: { start: at, end: at }, newText: ` ${written}` }] };
}
