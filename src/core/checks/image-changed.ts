// image-changed: another picture stands where the source has this one.
import { slice } from '../text/span.js';
import { shortUrl } from '../text/url.js';
import { definePairCheck } from './check.js';
import { isRepairable } from './support/addresses.js';
import { compareImages } from './support/images.js';

export default definePairCheck({
  id: 'image-changed',
  severity: 'information',
  messages: {
    changed: 'This is another picture than the source’s, {url}. If it is its translation, all is well.',
    damaged: 'The address of this picture is damaged; the source has {url}.',
  },
  *run(context) {
    for (const { source, target, isDamaged } of compareImages(context).changed) {
      const [from, to] = [source.image.urlSpan, target.image.urlSpan];
      const edits = from && to ? [{ span: to, newText: slice(context.source.text, from) }] : [];
      yield {
        message: isDamaged ? 'damaged' : 'changed',
        data: { url: shortUrl(source.image.url) },
        span: to ?? target.image.span,
        source: from ?? source.image.span,
        ...(isDamaged ? { severity: 'warning' as const } : {}),
        fixes:
          edits.length > 0
            ? [
                {
                  title: 'Restore the source’s picture',
                  edits,
                  preferred: isDamaged,
                  safe: isDamaged && isRepairable(target.image.url, source.image.url),
                },
              ]
            : [],
      };
    }
  },
});
