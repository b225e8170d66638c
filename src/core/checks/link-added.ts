// link-added: a link that the source does not have.
import { definePairCheck } from './check.js';
import { destination } from './support/linkFixes.js';
import { compareLinks } from './support/links.js';

export default definePairCheck({
  id: 'link-added',
  severity: 'hint',
  messages: {
    added: 'The source has no link to {url}. If you added it for your readers, all is well.',
  },
  *run(context) {
    for (const { link, unit } of compareLinks(context).added) {
      yield {
        message: 'added',
        data: { url: destination(context.target, link) },
        span: link.span,
        source: unit?.source[0]?.span,
      };
    }
  },
});
