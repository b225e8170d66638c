// block-kind-changed: a heading became a paragraph, a list item a heading…
import type { Block, BlockKind, Issue } from '../model.js';
import { definePairCheck, type DraftFix } from './check.js';
import { countsOf, oneToOne, usual } from './support/comparable.js';
import { quoted } from './support/words.js';

const names: Readonly<Record<BlockKind, string>> = {
  heading: 'a heading',
  title: 'a title',
  paragraph: 'a paragraph',
  'list-item': 'a list item',
  image: 'a picture',
  caption: 'a caption',
  code: 'code',
  table: 'a table',
  html: 'HTML',
};

/** From so many blocks of one kind on, what most of them became is how this translation renders that kind. */
const fewest = 3;
const share = 0.7;

export default definePairCheck({
  id: 'block-kind-changed',
  severity: 'information',
  isOffByDefault: true,
  yieldsTo: ['swallowed-paragraph'],
  messages: { changed: 'This is {kind}; in the source it is {sourceKind}.' },
  *run(context) {
    const pairs = oneToOne(context);
    const rendering = new Map<BlockKind, BlockKind | undefined>();
    for (const kind of new Set(pairs.map(({ source }) => source.kind))) {
      rendering.set(
        kind,
        usual(
          countsOf(pairs.filter(({ source }) => source.kind === kind).map(({ target }) => target.kind)),
          fewest,
          share,
        ),
      );
    }
    for (const { source, target } of pairs) {
      if (source.kind === target.kind || rendering.get(source.kind) === target.kind) continue;
      yield {
        message: 'changed',
        data: { kind: names[target.kind], sourceKind: names[source.kind] },
        span: target.span,
        source: source.span,
        subject: quoted(target.text, 40),
        fixes: kindFix(context.target, target, source),
      };
    }
  },
});

const start = /^(?:#{1,6}[ \t]+|[-*+][ \t]+|\d{1,9}[.)][ \t]+)/;

/** Between headings, list items and paragraphs of one line, the sign at the beginning is all the difference. */
function kindFix({ text }: Issue, target: Block, source: Block): DraftFix[] {
  const written = text.slice(target.span.start, target.span.end);
  const isOfLine = (kind: BlockKind): boolean => kind === 'heading' || kind === 'list-item' || kind === 'paragraph';
  if (
    !isOfLine(target.kind) ||
    !isOfLine(source.kind) ||
    (target.depth > 1 && target.kind === 'list-item') ||
    /[\r\n]/.test(written)
  )
    return [];
  const sign = start.exec(written)?.[0] ?? '';
  if (target.kind !== 'paragraph' && sign === '') return [];
  const wanted = source.kind === 'heading' ? `${'#'.repeat(source.depth)} ` : source.kind === 'list-item' ? '- ' : '';
  return [
    {
      title: `Make it ${names[source.kind]}`,
      edits: [
        {
          span: { start: target.span.start, end: target.span.start + (target.kind === 'paragraph' ? 0 : sign.length) },
          newText: wanted,
        },
      ],
      preferred: true,
    },
  ];
}
