// What the extension loads in a host in Node, part by part, in the order in which it is needed.
import type { Metafile } from 'esbuild';
import { tableOf } from '../alignment/print.js';

/** What asks for each part, and the modules by which it is asked for. */
const parts: readonly (readonly [title: string, modules: readonly string[]])[] = [
  ['the start', ['src/vscode/extension.ts']],
  ['right behind it', ['src/vscode/parts/features.ts']],
  ['the first Markdown document', ['src/core/parse/frontMatter.ts', 'src/core/parse/issue.ts']],
  [
    'the first issue',
    [
      'src/core/align/align.ts',
      'src/core/text/numbers.ts',
      'src/vscode/parts/someChecks.ts',
      'src/vscode/parts/otherChecks.ts',
      'src/vscode/checking.ts',
    ],
  ],
  ['the cursor, the mouse pointer, small commands', ['src/vscode/parts/reading.ts']],
  ['the panel', ['src/core/view/html.ts', 'src/vscode/panel/panels.ts']],
  ['writing in a translation', ['src/vscode/parts/memory.ts', 'src/vscode/memory/memories.ts']],
  ['new issues, new translations, completion in an issue’s style', ['src/vscode/parts/series.ts']],
];

/** A table of the parts with the files and bytes that come new with each. @throws {Error} if there is none of a part's modules */
export function loadedTable({ outputs }: Metafile): string {
  const loaded = new Set<string>();
  const fileOf = (module: string): string => {
    const [file] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === module) ?? [];
    if (file === undefined) throw new Error(`${module} is no part of the extension by itself.`);
    return file;
  };
  const rows = parts.map(([title, modules]) => {
    const added = new Set(modules.map(fileOf));
    for (const file of added)
      for (const { path, kind, external } of outputs[file]!.imports)
        if (kind !== 'dynamic-import' && !external) added.add(path);
    const fresh = [...added].filter((file) => !loaded.has(file));
    for (const file of fresh) loaded.add(file);
    return [
      title,
      String(fresh.length),
      (fresh.reduce((sum, file) => sum + outputs[file]!.bytes, 0) / 1024).toFixed(0),
    ];
  });
  return tableOf(['what asks for it', 'files', 'KB'], rows);
}
