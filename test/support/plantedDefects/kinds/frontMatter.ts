// Defects of front matter: fields lost, empty or wrong, YAML broken.
import type { Field } from '../../../../src/core/model.js';
import type { DefectBed, DefectKind, Planting } from '../defect.js';
import { one } from '../places.js';

/** Fields of one line that both posts have, with a value in both. */
function fields(bed: DefectBed): { readonly own: Field; readonly source: Field }[] {
  const known = bed.source.frontMatter?.fields ?? [];
  return (bed.target.frontMatter?.fields ?? []).flatMap((own) => {
    const source = known.find(({ path }) => path === own.path);
    const raw = bed.target.text.slice(own.valueSpan.start, own.valueSpan.end);
    const isValue = (value: unknown): boolean =>
      value !== undefined && value !== null && value !== '' && typeof value !== 'object';
    return source &&
      isValue(own.value) &&
      isValue(source.value) &&
      raw !== '' &&
      !raw.includes('\n') &&
      !own.path.includes('.')
      ? [{ own, source }]
      : [];
  });
}

function atField(
  id: string,
  says: string,
  foundBy: readonly string[],
  fits: (names: { own: Field; source: Field }) => boolean,
  rewrite: (raw: string, source: string, bed: DefectBed) => string | undefined,
): DefectKind {
  return {
    id,
    says,
    foundBy,
    plant(bed): Planting | undefined {
      const found = fields(bed)
        .filter(fits)
        .flatMap(({ own, source }) => {
          const [raw, other] = [
            bed.target.text.slice(own.valueSpan.start, own.valueSpan.end),
            bed.source.text.slice(source.valueSpan.start, source.valueSpan.end),
          ];
          const text = rewrite(raw, other, bed);
          return text === undefined || text === raw ? [] : [{ own, source, text }];
        });
      const chosen = one(bed.random, found);
      return (
        chosen && {
          edits: [{ span: chosen.own.valueSpan, newText: chosen.text }],
          source: chosen.source.keySpan,
          place: { start: chosen.own.keySpan.start, end: chosen.own.valueSpan.end },
        }
      );
    },
  };
}

/** What every generator knows to be the same in all languages. */
const same = /^(?:layout|type|categor(?:y|ies)|tags?)$/;
const seen = /^(?:title|excerpt|description)$/;

const dropField: DefectKind = {
  id: 'drop-field',
  says: 'a field lost',
  foundBy: ['front-matter-missing-field'],
  besides: ['wrong-language'],
  plant(bed) {
    const chosen = one(bed.random, fields(bed));
    if (!chosen) return undefined;
    const { lines } = bed.target;
    const span = {
      start: lines.startOf(lines.positionAt(chosen.own.keySpan.start).line),
      end: lines.startOf(lines.positionAt(chosen.own.valueSpan.end).line + 1),
    };
    return { edits: [{ span, newText: '' }], source: chosen.source.keySpan, place: bed.target.frontMatter!.span };
  },
};

const dropHead: DefectKind = {
  id: 'drop-front-matter',
  says: 'the whole front matter lost',
  foundBy: ['front-matter-missing-field', 'front-matter-invalid'],
  plant({ target, source }) {
    if (!target.frontMatter || !source.frontMatter || target.frontMatter.fields.length === 0) return undefined;
    return {
      edits: [{ span: target.frontMatter.span, newText: '' }],
      source: source.frontMatter.span,
      place: { start: 0, end: target.frontMatter.span.end + 200 },
    };
  },
};

const unclosed: DefectKind = {
  id: 'unclosed-front-matter',
  says: 'the closing line of the front matter lost',
  foundBy: ['front-matter-invalid', 'front-matter-missing-field'],
  plant({ target, source }) {
    if (!target.frontMatter || !source.frontMatter || target.frontMatter.fields.length === 0) return undefined;
    const { end } = target.frontMatter.span;
    return {
      edits: [{ span: { start: end - 3, end }, newText: '' }],
      source: source.frontMatter.span,
      place: { start: 0, end: end + 200 },
    };
  },
};

/** A value without its quotation marks, if it has words and nothing in it that YAML would stumble over. */
function bare(raw: string): string | undefined {
  const text = raw.replace(/^(["'])(.*)\1$/, '$2');
  return /^[\p{L}\p{N}][^"'[\]{}#:&*!|>%@`]* [^"'[\]{}#:&*!|>%@`]*$/u.test(text) ? text : undefined;
}

/** What makes the YAML of one line unreadable. */
function broken(id: string, says: string, rewrite: (raw: string) => string | undefined): DefectKind {
  const atProse = atField(id, says, ['front-matter-invalid'], ({ own }) => seen.test(own.path), rewrite);
  return {
    ...atProse,
    plant(bed) {
      const planting = atProse.plant(bed);
      return planting && { ...planting, place: bed.target.frontMatter!.span };
    },
  };
}

const sourceLanguage: DefectKind = {
  id: 'source-lang',
  says: 'the source’s locale in the field of the language',
  foundBy: ['front-matter-changed'],
  plant: (bed) => differing(bed, /^(?:lang|language|locale)$/),
};

const sourceAddress: DefectKind = {
  id: 'source-permalink',
  says: 'the source’s permalink or slug',
  foundBy: ['front-matter-changed'],
  plant: (bed) => differing(bed, /^(?:permalink|slug)$/),
};

function differing(bed: DefectBed, name: RegExp): Planting | undefined {
  const chosen = one(
    bed.random,
    fields(bed).filter(({ own, source }) => name.test(own.path) && own.value !== source.value),
  );
  return (
    chosen && {
      edits: [
        {
          span: chosen.own.valueSpan,
          newText: bed.source.text.slice(chosen.source.valueSpan.start, chosen.source.valueSpan.end),
        },
      ],
      source: chosen.source.keySpan,
      place: chosen.own.keySpan,
    }
  );
}

export const frontMatterKinds: readonly DefectKind[] = [
  dropField,
  atField(
    'empty-field',
    'a field left empty',
    ['front-matter-empty-field', 'front-matter-missing-field'],
    ({ own }) => seen.test(own.path),
    () => '',
  ),
  atField(
    'empty-quotes',
    'a field of two quotation marks and nothing between them',
    ['front-matter-empty-field', 'front-matter-missing-field'],
    ({ own }) => seen.test(own.path),
    () => '""',
  ),
  atField(
    'alter-same-field',
    'layout, type or tags changed',
    ['front-matter-changed'],
    ({ own, source }) => same.test(own.path) && own.value === source.value,
    (raw) => raw.replace(/[a-z](?=[^a-z]*$)/i, (letter) => (letter === 'x' ? 'y' : 'x')),
  ),
  sourceLanguage,
  sourceAddress,
  dropHead,
  unclosed,
  broken('break-yaml-quote', 'a quotation mark that is not closed', (raw) =>
    /^["'].*["']$/.test(raw) ? raw.slice(0, -1) : /["']/.test(raw) ? undefined : `"${raw}`,
  ),
  broken(
    'break-yaml-colon',
    'a colon in a value without quotation marks',
    (raw) => bare(raw) && bare(raw)!.replace(/ /, ': '),
  ),
  broken('break-yaml-inner-quote', 'quotation marks inside of quotation marks', (raw) =>
    /^"[^"\\ ]+ .*"$/.test(raw) ? raw.replace(' ', ' "').replace(/(?<=^" ?\S+ "\S*)(?= |"$)/, '" ') : undefined,
  ),
  broken('break-yaml-bracket', 'a bracket that is not closed', (raw) => bare(raw) && `[${bare(raw)!}`),
];
