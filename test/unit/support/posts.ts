// Posts made up for pairing: a path, a front matter, links, and words in some language.
import { loadIdentify } from '../../../src/core/language/identify.js';
import { describePost } from '../../../src/core/pair/facts.js';
import type { Pairing, PostFacts } from '../../../src/core/pair/pairing.js';
import { parseIssue } from '../../../src/core/parse/issue.js';

const prose: Readonly<Record<string, string>> = {
  en: 'The path along the river is open again, and the bridge that was washed away in the winter has been built anew by neighbours who would not wait.',
  fr: 'Le sentier le long de la rivière est de nouveau ouvert, et le pont emporté pendant l’hiver a été reconstruit par des voisins qui ne voulaient plus attendre.',
  ja: '川沿いの小道はふたたび通れるようになり、冬に流された橋は、待ちきれなかった近所の人たちの手で新しく架け直されました。みなさんもぜひ歩いてみてください。',
  zh: '沿河的小路又开放了。冬天被冲走的那座桥，已经由等不及的邻居们重新架好。欢迎大家在周末来走一走，也请把沿途看到的变化写信告诉我们。',
  ar: 'عاد الطريق المحاذي للنهر مفتوحاً، وأعاد الجيران بناء الجسر الذي جرفته مياه الشتاء لأنهم لم يرغبوا في الانتظار أكثر من ذلك.',
  none: '+ 1 2 3',
  half: '沿河的小路又开放了，桥也架好了。 - Fix the bridge that was washed away in the winter, since the neighbours would not wait - Open the path along the river again - Paint the railing of the bridge - Mend the lamps along the path',
};

export interface MadePost {
  readonly path: string;
  /** Lines of the front matter. */
  readonly head?: readonly string[];
  /** Which prose stands in it. */
  readonly language?: string;
  /** The last parts of its links' addresses. */
  readonly links?: readonly string[];
}

/** The text of a made post. */
export function textOf({ head = [], language = 'en', links = [] }: MadePost): string {
  const paragraphs = links.map((link) => `${prose[language]} [x](https://place.example/${link})`);
  return [
    '---',
    ...head,
    '---',
    '',
    ...(paragraphs.length > 0 ? paragraphs : [prose[language]!]).flatMap((line) => [line, '']),
  ].join('\n');
}

export async function factsOf(post: MadePost): Promise<PostFacts> {
  return describePost(post.path, parseIssue(textOf(post)), await loadIdentify());
}

/** The pairs of a pairing as `translation < source`, sorted. */
export function pairsIn(pairing: Pairing): string[] {
  return pairing.issues
    .flatMap(({ source, translations }) => translations.map(({ post }) => `${post.path} < ${source.path}`))
    .sort();
}

/** Addresses that no other prefix has. */
export function addresses(prefix: string, count = 8): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}/${i}`);
}
