// doubled-punctuation: a full stop or a comma that stands twice, or behind a space.
import { definePostCheck, type Found } from './check.js';
import { hidden } from './support/mask.js';
import { perProse, sourceTextOf } from './support/proseBlocks.js';

/** Two of one mark, or of its narrow and wide forms; dots that are no ellipsis, no path and no range. */
const doubled = new RegExp(
  `(?<![.\\d/\\\\])\\.\\.(?![.\\d/\\\\=])|,,+|،،+|؛؛+|，，+|、、+|。。(?!。)(?<!。。。)|[。．]\\.|\\.。|，,|,，|[,،，、][.。]|(?<![\\p{Lu}])[.。][,،，、](?=\\s)`,
  'gu',
);
const abbreviated = /\p{L}\.$/u;

export default definePostCheck({
  id: 'doubled-punctuation',
  severity: 'hint',
  yieldsTo: ['full-width-punctuation'],
  messages: {
    doubled: '“{marks}” stands here where one mark is meant.',
  },
  run: perProse(({ block, text, place }, context) =>
    Array.from(text.matchAll(doubled)).flatMap(({ index, 0: marks }): Found<'doubled'>[] => {
      // “etc., and”: the full stop is the abbreviation’s.
      if (/^\.[,،]/.test(marks) && abbreviated.test(text.slice(Math.max(0, index - 1), index + 1))) return [];
      if (text[index - 1] === undefined || /\s/.test(text[index - 1]!) || sourceTextOf(context, block).includes(marks))
        return [];
      const span = place({ start: index, end: index + marks.length });
      const isOne = new Set(marks).size === 1;
      const fixes = isOne
        ? [{ title: `Leave one “${marks[0]!}”`, edits: [{ span, newText: marks[0]! }], preferred: true }]
        : [];
      return [{ message: 'doubled', data: { marks: marks.replaceAll(hidden, '') }, span, fixes }];
    }),
  ),
});
