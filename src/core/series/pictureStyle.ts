// How a newsletter writes its pictures, and the line below one that says where it is from.
import type { Block, Issue } from '../model.js';
import { slice } from '../text/span.js';
import type { Template } from './template.js';
import { commonest, isUsual } from './usual.js';

interface Picture {
  readonly issue: Issue;
  readonly block: Block;
  readonly caption: Block | undefined;
}

/** The share of pictures with a source line from which one belongs to a picture. */
const enoughCaptions = 0.3;

/** A picture with its source line, as most of them have it; undefined where issues have no pictures in Markdown. */
export function pictureTemplates(issues: readonly Issue[]): Template | undefined {
  const pictures = issues.flatMap((issue) =>
    issue.blocks.flatMap((block): Picture[] =>
      isPicture(issue, block) ? [{ issue, block, caption: captionOf(issue, block) }] : [],
    ),
  );
  if (pictures.length === 0) return undefined;
  const images = pictures.map(({ block }) => block.images[0]!);
  const hasAlt = images.filter(({ alt }) => alt.trim() !== '').length * 2 > images.length;
  const folders = images.map(({ url }) => url.slice(0, url.lastIndexOf('/') + 1));
  const [folder = '', times] = commonest(folders);
  const usualFolder = isUsual(times, folders.length) && !/^https?:/.test(folder) ? folder : '';
  const picture: Template = [
    '![',
    ...(hasAlt ? [{ hole: 'What it shows' }] : []),
    `](${usualFolder}`,
    { hole: 'picture' },
    ')',
  ];
  return [...picture, ...sourceLine(pictures)];
}

function isPicture({ text }: Issue, { images, kind, span }: Block): boolean {
  return kind === 'image' && images.length === 1 && /^!\[[^\]]*\]\([^)]*\)$/.test(slice(text, span).trim());
}

function captionOf(issue: Issue, { index }: Block): Block | undefined {
  const next = issue.blocks[index + 1];
  return next?.kind === 'caption' ? next : undefined;
}

/** The line with the link's words and address as holes; words that most lines have stay. */
function sourceLine(pictures: readonly Picture[]): Template {
  const forms = pictures.flatMap(({ issue, block, caption }) => {
    const [link] = caption?.links ?? [];
    if (!caption || link?.form !== 'inline' || caption.links.length !== 1) return [];
    const words = slice(issue.text, link.textSpan);
    const [open, close] = [/^[*_]*/.exec(words)![0], /(?<![*_])[*_]*$/.exec(words)![0]];
    const before = issue.text.slice(caption.span.start, link.textSpan.start) + open;
    const gap = issue.text.slice(block.span.end, caption.span.start).replace(/\r\n?/g, '\n');
    return [
      {
        form: JSON.stringify([gap, before, close, issue.text.slice(link.span.end, caption.span.end)]),
        words: words.slice(open.length, words.length - close.length),
      },
    ];
  });
  const [form, times] = commonest(forms.map((one) => one.form));
  if (form === undefined || forms.length < enoughCaptions * pictures.length || (times < 2 && pictures.length > 1))
    return [];
  const [gap, before, close, behind] = JSON.parse(form) as [string, string, string, string];
  const [word, same] = commonest(forms.filter((one) => one.form === form).map(({ words }) => words.trim()));
  return [
    gap + before,
    { hole: same >= 2 && same * 3 >= times ? word! : 'Whose it is' },
    `${close}](`,
    { hole: 'https://' },
    `)${behind}`,
  ];
}
