// image-missing: a picture of the source that the translation lost.
import type { Image } from '../model.js';
import { definePairCheck } from './check.js';
import { imageInsertion } from './support/insertImage.js';
import { compareImages } from './support/images.js';
import { captionOf } from './support/missingBlocks.js';
import { quoted } from './support/words.js';

export default definePairCheck({
  id: 'image-missing',
  severity: 'warning',
  messages: {
    missing: 'The picture {name} is missing here.',
    missingWithCaption: 'The picture {name} is missing here, and its caption with it.',
  },
  *run(context) {
    for (const placed of compareImages(context).missing) {
      const caption = captionOf(context, placed.block)[0];
      const { span, edits } = imageInsertion(context, placed, caption);
      yield {
        message: caption ? 'missingWithCaption' : 'missing',
        data: { name: nameOf(placed.image) },
        span,
        subject: fileOf(placed.image),
        source: placed.image.span,
        fixes:
          edits.length > 0
            ? [{ title: caption ? 'Insert the picture and its caption' : 'Insert the picture', edits, preferred: true }]
            : [],
      };
    }
  },
});

/** What tells pictures apart: the text that describes it, else the name of its file. */
function nameOf(image: Image): string {
  return `“${quoted(image.alt.trim() || fileOf(image))}”`;
}

function fileOf({ url }: Image): string {
  return url
    .replace(/[?#].*/, '')
    .replace(/(?<!\/)\/+$/, '')
    .split('/')
    .at(-1)!;
}
