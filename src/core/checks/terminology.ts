// terminology: a term of the project's glossary that the translation treats otherwise.
import type { Severity } from '../problem.js';
import { definePairCheck, type DraftFix } from './check.js';
import { misusedTerms, type MisusedTerm, type TermFault } from './support/glossary.js';
import { lastLine, quoted } from './support/words.js';

/** Whoever says a thing in other words may leave a term out. */
const severities: Readonly<Record<TermFault, Severity>> = {
  avoided: 'warning',
  kept: 'warning',
  lost: 'warning',
  otherwise: 'information',
};

export default definePairCheck({
  id: 'terminology',
  severity: 'warning',
  messages: {
    avoided: 'The glossary wants “{term}” not to be “{found}” but {wanted}.',
    avoidedOnly: 'The glossary wants “{term}” not to be “{found}”.',
    kept: 'The glossary wants “{term}” to be {wanted}; here it is not translated.',
    otherwise: 'The glossary wants “{term}” to be {wanted}; this text has none of that.',
    lost: 'The glossary wants “{term}” to stay as it is; this text does not have it.',
  },
  *run(context) {
    for (const misused of misusedTerms(context)) {
      const { fault, term, wanted, found, source, unit } = misused;
      yield {
        message: fault === 'avoided' && wanted.length === 0 ? 'avoidedOnly' : fault,
        data: { term, found: found ? quoted(found.text) : '', wanted: listed(wanted) },
        span: found?.span ?? lastLine(context.target, unit.target.at(-1)!),
        source,
        subject: term,
        severity: severities[fault],
        fixes: fixesFor(misused),
      };
    }
  },
});

function fixesFor({ wanted, found }: MisusedTerm): DraftFix[] {
  if (!found) return [];
  return wanted.map((text, i) => {
    const newText = withCapital(text, found.text);
    return {
      title: `Replace “${found.text}” by “${newText}”`,
      edits: [{ span: found.span, newText }],
      preferred: i === 0,
    };
  });
}

/** `text` with a capital, if what it replaces begins a sentence with one. */
function withCapital(text: string, replaced: string): string {
  return /^\p{Lu}\p{Ll}/u.test(replaced) ? text.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : text;
}

function listed(wanted: readonly string[]): string {
  return wanted.map((text) => `“${text}”`).join(' or ');
}
