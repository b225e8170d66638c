// front-matter-invalid: front matter that cannot be read.
import { definePostCheck } from './check.js';

export default definePostCheck({
  id: 'front-matter-invalid',
  severity: 'error',
  messages: {
    fault: '{detail} Sites refuse such a post or show it without title and layout.',
  },
  *run({ target }) {
    // One slip of the hand makes a parser stumble several times: the first place is the one to look at.
    const [fault] = [...target.faults].sort((a, b) => a.span.start - b.span.start);
    if (fault) yield { message: 'fault', data: { detail: sentence(fault.message) }, span: fault.span };
  },
});

function sentence(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
