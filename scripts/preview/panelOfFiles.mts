// A panel's state made of two files, as the extension would make it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkPair, pairContext } from '../../src/core/checks/run.js';
import { describePost } from '../../src/core/pair/facts.js';
import { parseIssue } from '../../src/core/parse/issue.js';
import { buildPanel } from '../../src/core/view/buildPanel.js';
import type { PanelState } from '../../src/core/view/panelState.js';

/** Addresses that begin so stand for files: the page asks for them, and whoever opened the page answers. */
const host = 'https://files.example';

export function panelOfFiles(sourcePath: string, targetPath: string): { state: PanelState; host: string } {
  const [source, target] = [sourcePath, targetPath].map((file) => {
    const issue = parseIssue(readFileSync(file, 'utf8'));
    const { locale, number, title } = describePost(file, issue, () => undefined);
    const image = (address: string): string => (/^https?:/.test(address) ? address : host + fileOf(address, file));
    return { issue, number, title, image, text: { id: file, label: path.basename(file), locale } };
  }) as [Described, Described];
  const context = pairContext(source.issue, target.issue, { source: source.text.locale, target: target.text.locale });
  const { state } = buildPanel({
    issue: { number: source.number, title: source.title },
    source: source.text,
    target: target.text,
    translations: [
      { ...target.text, progress: undefined },
      { id: 'b', label: 'b.md', locale: 'pt-BR', progress: { done: 62, of: 71, percent: 87 } },
      { id: 'c', label: 'c.md', locale: 'zh', progress: { done: 71, of: 71, percent: 100 } },
    ],
    alignment: context.alignment,
    problems: checkPair(context),
    sourceImage: source.image,
    targetImage: target.image,
  });
  return { state, host };
}

/** A slash at the head of an address means the site's root: the nearest folder above the post that has such a file. */
function fileOf(address: string, post: string): string {
  let folder = path.dirname(path.resolve(post));
  if (!address.startsWith('/')) return path.join(folder, address);
  while (!existsSync(path.join(folder, address)) && folder !== path.dirname(folder)) folder = path.dirname(folder);
  return path.join(folder, address);
}

interface Described {
  readonly issue: ReturnType<typeof parseIssue>;
  readonly number: number | undefined;
  readonly title: string;
  readonly image: (address: string) => string;
  readonly text: { readonly id: string; readonly label: string; readonly locale: string | undefined };
}
