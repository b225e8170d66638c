// The HTML of source and translation, matched: elements that were lost, attributes that are others.
import type { Unit } from '../../align/alignment.js';
import { groupBy } from '../../grouped.js';
import type { PairContext } from '../check.js';
import { isSamePageLocalised } from './addresses.js';
import { isAccident } from './codeText.js';
import { isComparable } from './comparable.js';
import { htmlNames } from './htmlNames.js';
import { htmlTagsOf, type HtmlAttribute, type HtmlTag } from './htmlTags.js';

export type HtmlChange =
  | { readonly kind: 'lost'; readonly source: HtmlTag; readonly unit: Unit }
  | {
      readonly kind: 'attribute';
      readonly source: HtmlTag;
      readonly target: HtmlTag;
      readonly from: HtmlAttribute;
      readonly to: HtmlAttribute;
      readonly isDamaged: boolean;
    }
  | {
      readonly kind: 'attributeLost';
      readonly source: HtmlTag;
      readonly target: HtmlTag;
      readonly from: HtmlAttribute;
    };

/** What other checks look at, what Markdown has signs for, and what a translator lays out as suits the language. */
const free = new Set([
  'a',
  'img',
  'b',
  'i',
  'em',
  'strong',
  'br',
  'wbr',
  'code',
  'p',
  'center',
  'font',
  'span',
  'picture',
  'hr',
  'pre',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'ruby',
  'rt',
  'rp',
  'q',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
]);
/** Prose, languages, anchors made of headings, and addresses that the checks of links and pictures look at. */
const freeAttribute =
  /^(?:alt|title|aria-.*|placeholder|label|summary|content|value|lang|dir|hreflang|href|id|name|style|data-(?:title|caption|text|label).*)$/;

/** All differences, where a block and its counterpart are surely each other's. */
export function compareHtml(context: PairContext): HtmlChange[] {
  const [sources, targets] = [htmlTagsOf(context.source), htmlTagsOf(context.target)];
  const counts = (tags: readonly HtmlTag[], name: string): number => tags.filter((tag) => tag.name === name).length;
  const left = groupBy(
    targets,
    ({ name, block }) => `${name} ${context.units.ofTarget[block.index]?.source[0]?.index ?? ''}`,
  );
  const lostOf = new Map<string, number>();
  return sources.flatMap((source): HtmlChange[] => {
    const unit = context.units.ofSource[source.block.index];
    if (!unit || !isComparable(unit) || source.name === 'a' || source.name === 'img') return [];
    const target = left.get(`${source.name} ${unit.source[0]!.index}`)?.shift();
    if (target) return differences(source, target, context);
    const lost = (lostOf.get(source.name) ?? 0) + 1;
    if (
      free.has(source.name) ||
      !(htmlNames.has(source.name) || source.name.includes('-')) ||
      lost > counts(sources, source.name) - counts(targets, source.name) ||
      isWrittenOtherwise(source, unit, context)
    )
      return [];
    lostOf.set(source.name, lost);
    return [{ kind: 'lost', source, unit }];
  });
}

/** `m<sup>2</sup>` as m². */
function isWrittenOtherwise({ name }: HtmlTag, { target }: Unit, { target: { text } }: PairContext): boolean {
  if (name !== 'sup' && name !== 'sub') return false;
  return target.some(({ span }) => /[²³¹⁰⁴-ⁿ₀-ₜ^_$]|\p{No}/u.test(text.slice(span.start, span.end)));
}

function differences(source: HtmlTag, target: HtmlTag, context: PairContext): HtmlChange[] {
  return source.attributes.flatMap((from): HtmlChange[] => {
    if (freeAttribute.test(from.name)) return [];
    const to = target.attributes.find(({ name }) => name === from.name);
    if (!to) return source.raw.length < 500 ? [{ kind: 'attributeLost', source, target, from }] : [];
    if (to.value === from.value || sameWords(to.value, from.value)) return [];
    if (/^(?:src|poster|data|action|srcset)$/.test(from.name) && isSamePageLocalised(to.value, from.value, context))
      return [];
    return [
      {
        kind: 'attribute',
        source,
        target,
        from,
        to,
        isDamaged:
          isAccident(to.value.replace(/^["“”„«»]+|(?<!["“”„«»])["“”„«»]+$/g, ''), from.value) ||
          to.value.replace(/[“”„«»]/g, '') === from.value,
      },
    ];
  });
}

/** Classes may stand in any order. */
function sameWords(a: string, b: string): boolean {
  const words = (value: string): string => value.trim().split(/\s+/).sort().join(' ');
  return words(a) === words(b);
}
